"""That the migrations make just the schema which the mapped classes describe, and go back as they came."""

import shutil
from decimal import Decimal

import factories
import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select, table, text

from evidence.db.engine import APPLICATION_ID, make_engine
from evidence.db.migrate import config
from evidence.db.schema import head, revisions, scripts
from evidence.db.session import reading, writing
from evidence.errors import DatabaseError
from evidence.model import Base, Claim, Effect, EffectArm, Placement, Source

OF_TEST_AND_SCALE = (factories.f_test() | factories.scale(0, 1)).keys()


def schema(url):
    """Everything that the database says of its tables, in an order of its own."""
    found = {}
    with make_engine(url).connect() as connection:
        asked = inspect(connection)
        for name in sorted(set(asked.get_table_names()) - {"alembic_version"}):
            columns = [
                (column["name"], str(column["type"]), column["nullable"], column["default"])
                for column in asked.get_columns(name)
            ]
            found[name] = {
                "columns": sorted(columns),
                "primary key": asked.get_pk_constraint(name),
                "checks": in_order(asked.get_check_constraints(name)),
                "uniques": in_order(asked.get_unique_constraints(name)),
                "foreign keys": in_order(asked.get_foreign_keys(name)),
                "indexes": in_order(asked.get_indexes(name)),
            }
    return found


def in_order(constraints):
    return sorted(constraints, key=lambda constraint: constraint["name"])


def counts(url):
    with make_engine(url).connect() as connection:
        names = sorted(set(inspect(connection).get_table_names()) - {"alembic_version"})
        return {name: len(connection.execute(select(text("1")).select_from(table(name))).all()) for name in names}


def fill(url):
    with writing(url) as session:
        factories.supported(session)


def test_the_revisions_are_one_line_in_the_order_of_their_names():
    directory = ScriptDirectory(scripts())
    assert tuple(script.revision for script in directory.walk_revisions()) == revisions()[::-1]
    assert directory.get_heads() == [head()]


def test_the_migrated_schema_is_that_of_the_mapped_classes(url, empty_url):
    with make_engine(empty_url).begin() as connection:
        Base.metadata.create_all(connection)
    migrated = schema(url)
    assert set(migrated) == set(Base.metadata.tables)
    assert migrated == schema(empty_url)


def test_alembic_finds_nothing_to_generate(url):
    command.check(config(url))


def test_each_revision_goes_down_and_up_again_over_rows(url):
    fill(url)
    full, schemas = counts(url), {revisions()[-1]: schema(url)}
    assert min(full.values()) > 0
    for revision in reversed(revisions()[:-1]):
        command.downgrade(config(url), revision)
        schemas[revision] = schema(url)
        assert min(counts(url).values()) > 0
    for revision in revisions():
        command.upgrade(config(url), revision)
        assert schema(url) == schemas[revision]
    command.downgrade(config(url), "base")
    assert schema(url) == {}


def test_what_a_source_holds_survives_the_way_to_the_first_schema_and_back(url):
    def held():
        with reading(url) as session:
            placed = session.execute(select(Placement.source_id, Placement.key, Placement.line)).all()
            told = (Source.key, Source.fields, Source.authors, Source.raw)
            return session.execute(select(*told).order_by(Source.id)).all(), placed

    fill(url)
    before = held()
    command.downgrade(config(url), "0001")
    with make_engine(url).connect() as connection:
        assert connection.scalar(text("SELECT issn FROM journal")) == "0140-6736"
        assert connection.execute(text("SELECT name, value FROM source_field")).all() == [("year", "2005")]
        assert connection.execute(text("SELECT family, given FROM source_author")).all() == [("Baigent", None)]
    command.upgrade(config(url), "head")
    assert held() == before


def test_a_database_without_assessments_gets_a_place_for_them_and_keeps_all_else(url):
    fill(url)
    full = counts(url)
    command.downgrade(config(url), "0002")
    assert counts(url) == {name: count for name, count in full.items() if name != "assessment"}
    command.upgrade(config(url), "head")
    assert counts(url) == full | {"assessment": 0}
    with writing(url) as session:
        factories.assessment(session, session.scalars(select(Claim)).one())
    assert counts(url) == full


def test_the_test_and_the_scale_of_an_effect_go_and_all_else_of_it_stays(url):
    def effects():
        told = [column for column in Effect.__table__.columns if column.name not in OF_TEST_AND_SCALE]
        with make_engine(url).connect() as connection:
            return connection.execute(select(*told)).all(), connection.execute(select(EffectArm.__table__)).all()

    fill(url)
    before = effects()
    command.downgrade(config(url), "0002")
    assert effects() == before
    assert {name for name, *_ in schema(url)["effect"]["columns"]} == {
        column.name for column in Effect.__table__.columns if column.name not in OF_TEST_AND_SCALE
    }
    command.upgrade(config(url), "head")
    assert effects() == before
    with writing(url) as session:
        effect = session.scalars(select(Effect)).one()
        assert {getattr(effect, name) for name in OF_TEST_AND_SCALE} == {None}
        for name, value in (factories.f_test() | factories.scale(1, 7, items=4)).items():
            setattr(effect, name, value)
    with reading(url) as session:
        effect = session.scalars(select(Effect)).one()
        assert (effect.statistic, effect.df2_printed, effect.scale_items) == (Decimal("4.84"), "28", 4)


def test_a_file_is_marked_as_ours_while_it_has_our_schema(sqlite_url):
    def mark():
        with make_engine(sqlite_url).connect() as connection:
            return connection.exec_driver_sql("PRAGMA application_id").scalar_one()

    assert mark() == APPLICATION_ID
    command.downgrade(config(sqlite_url), "base")
    assert mark() == 0


@pytest.fixture
def further(tmp_path):
    """Give a way to add one revision to the shipped ones and to upgrade a database to it."""

    def upgrade(url, deed):
        folder = shutil.copytree(scripts(), tmp_path / "100 % migrations")
        (folder / "versions" / "9999_next.py").write_text(
            "import sqlalchemy as sa\nfrom alembic import op\n"
            f"revision, down_revision = '9999', {head()!r}\n"
            f"def upgrade():\n    {deed}\n"
            "def downgrade():\n    pass\n"
        )
        settings = config(url)
        settings.set_main_option("script_location", str(folder).replace("%", "%%"))
        command.upgrade(settings, "head")

    return upgrade


def test_a_revision_that_fails_half_way_leaves_nothing_behind(url, further):
    fill(url)
    before, full = schema(url), counts(url)
    with pytest.raises(ZeroDivisionError):
        further(url, "op.drop_table('waiver'); op.create_table('half_made', sa.Column('x', sa.Text())); 1 / 0")
    assert (schema(url), counts(url)) == (before, full)


def test_a_table_is_rebuilt_without_the_loss_of_rows_that_refer_to_it(url, further):
    """With its keys on, SQLite drops these rows along with the old table."""
    fill(url)
    full = counts(url)
    further(url, "with op.batch_alter_table('claim') as batch: batch.drop_column('note')")
    assert counts(url) == full
    assert "note" not in {name for name, *_ in schema(url)["claim"]["columns"]}


def test_a_revision_that_breaks_references_is_undone(sqlite_url, further):
    fill(sqlite_url)
    full = counts(sqlite_url)
    with pytest.raises(DatabaseError, match="broken references, so nothing was changed: claim"):
        further(sqlite_url, "op.execute('DELETE FROM document')")
    assert counts(sqlite_url) == full


def test_migrations_are_not_written_out_as_sql(sqlite_url):
    with pytest.raises(SystemExit, match="run them without --sql"):
        command.upgrade(config(sqlite_url), "head", sql=True)


def test_a_developer_s_alembic_takes_the_database_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("EVIDENCE_DB", str(tmp_path / "a developer's.db"))
    settings = config(None)
    del settings.attributes["url"]
    command.upgrade(settings, "head")
    assert schema(str(tmp_path / "a developer's.db"))


def test_revisions_import_nothing_of_the_program():
    for script in (scripts() / "versions").glob("*.py"):
        assert "evidence." not in script.read_text("utf-8")
