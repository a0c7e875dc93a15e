import sqlite3
from contextlib import closing
from decimal import Decimal

import factories
import pytest
from sqlalchemy import text

from evidence.db.check import Problem, check
from evidence.db.engine import make_engine, shown
from evidence.db.printed_figures import NUMBERS
from evidence.db.schema import head
from evidence.db.session import writing
from evidence.errors import DatabaseError
from evidence.model import Base, Provenance
from evidence.vocab import Overlap


def execute(url, statement, **options):
    with make_engine(url, **options).begin() as connection:
        connection.execute(text(statement))


def places_and_faults(url):
    return [(problem.place, problem.fault) for problem in check(url)]


def test_a_sound_database_has_no_problem(url):
    with writing(url) as session:
        factories.supported(session)
    assert check(url) == []


def test_provenance_of_a_row_that_is_gone_is_history_and_no_problem(url):
    with writing(url) as session:
        claim = factories.claim(session)
        session.add(factories.provenance(session, claim))
        session.delete(claim)
    with writing(url) as session:
        assert session.query(Provenance).count() == 1
    assert check(url) == []


def test_an_effect_on_the_sample_of_another_study(url):
    with writing(url) as session:
        paper = factories.source(session)
        trial, other = (factories.study(session, paper, key=key) for key in ("sports", "aspree"))
        factories.effect(session, trial, paper, factories.sample(session, other), key="death")
    (problem,) = check(url)
    assert problem == Problem(
        place="effect sports/death",
        fault="its sample belongs to another study",
        remedy="name a sample of the effect's own study",
    )
    assert str(problem) == (
        "effect sports/death: its sample belongs to another study; name a sample of the effect's own study"
    )


def test_an_effect_read_in_a_source_that_does_not_report_its_study(url):
    with writing(url) as session:
        trial = factories.study(session, factories.source(session), key="vital")
        factories.effect(session, trial, factories.source(session), key="cancer")
    assert places_and_faults(url) == [("effect vital/cancer", "it was read in a source that does not report its study")]


def test_a_line_with_the_effect_of_another_study(url):
    with writing(url) as session:
        paper = factories.source(session)
        trial, other = factories.study(session, paper), factories.study(session, paper)
        effect = factories.effect(session, other, paper)
        factories.link(session, factories.claim(session, key="colds"), paper, trial, effect, key="zinc")
    assert places_and_faults(url) == [("claim colds, evidence zinc", "its effect belongs to another study")]


def test_a_line_whose_source_does_not_report_its_study(url):
    with writing(url) as session:
        trial = factories.study(session, factories.source(session))
        factories.link(session, factories.claim(session, key="colds"), factories.source(session), trial, key="zinc")
    assert places_and_faults(url) == [("claim colds, evidence zinc", "its source does not report its study")]


def test_a_line_that_names_no_study_asks_for_no_report(url):
    with writing(url) as session:
        factories.link(session, factories.claim(session), factories.source(session))
    assert check(url) == []


def test_an_overlap_recorded_from_both_sides(url):
    with writing(url) as session:
        trial = factories.study(session, key="vital")
        one, other = factories.sample(session, trial, key="all"), factories.sample(session, trial, key="women")
        factories.overlap(session, one, other, Overlap.CONTAINS)
        factories.overlap(session, other, one, Overlap.OVERLAPS)
    assert places_and_faults(url) == [
        ("sample vital/all", "its overlap with another sample is recorded from both sides")
    ]


def test_two_reviews_that_include_each_other(url):
    with writing(url) as session:
        one, other = factories.study(session, key="one"), factories.study(session, key="other")
        factories.inclusion(session, one, other)
        factories.inclusion(session, other, one)
    assert places_and_faults(url) == [("study other", "it includes a review that includes it")]


@pytest.mark.parametrize(
    ("value", "printed"),
    [("0.79", "0.97"), ("79", "79%"), ("0.79", "about 0.79"), ("0.79", "9" * 100), ("0.79", "\x1b[31m")],
)
def test_a_number_that_its_printed_form_does_not_read_as(url, value, printed):
    with writing(url) as session:
        paper = factories.source(session)
        trial = factories.study(session, paper, key="jupiter")
        factories.effect(session, trial, paper, key="mi", estimate=Decimal(value), estimate_printed=printed)
    ((place, fault),) = places_and_faults(url)
    assert place == "effect jupiter/mi"
    assert fault.startswith(f"estimate is kept as {value} and was printed as ")
    assert fault.isprintable()
    assert len(fault) < 150


@pytest.mark.parametrize(
    ("value", "printed"),
    [("0.79", "0.790"), ("0.21", "21%"), ("-0.5", "\N{MINUS SIGN}0.5"), ("0.001", "<.001"), ("1200", "1,200")],
)
def test_a_number_that_its_printed_form_reads_as(url, value, printed):
    with writing(url) as session:
        paper = factories.source(session)
        factories.effect(
            session, factories.study(session, paper), paper, estimate=Decimal(value), estimate_printed=printed
        )
    assert check(url) == []


def test_text_where_a_number_belongs(sqlite_url):
    """SQLite keeps exact decimals as text, so anything may stand there."""
    with writing(sqlite_url) as session:
        factories.quoted_figure(session, factories.claim(session, key="colds"), "33%", position=0)
    execute(sqlite_url, "UPDATE quoted_figure SET value = 'a third'")
    assert places_and_faults(sqlite_url) == [
        ("claim colds, quote 1", "value is kept as a third and was printed as 33%")
    ]


def test_every_number_with_a_printed_form_is_looked_at():
    looked_at = {(numbers.table, printed) for numbers in NUMBERS for printed in numbers.columns.values()}
    printed = {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if column.name.endswith("printed")
    }
    assert looked_at == printed


@pytest.mark.parametrize("numbers", NUMBERS, ids=lambda numbers: numbers.table)
def test_a_wrong_number_is_found_in_every_column(url, numbers):
    with writing(url) as session:
        factories.supported(session)
    for column, printed in numbers.columns.items():
        execute(url, f"UPDATE {numbers.table} SET {column} = 7, {printed} = '8'")  # noqa: S608 - names of our own
    faults = [fault for _, fault in places_and_faults(url)]
    expected = [f"{column} is kept as 7 and was printed as 8" for column in numbers.columns]
    rows = len(faults) // len(expected)
    assert rows >= 1
    assert sorted(faults) == sorted(expected * rows)


def test_an_older_schema_is_named_with_each_revision_it_lacks(url, monkeypatch):
    shipped = head()
    monkeypatch.setattr("evidence.db.schema.revisions", lambda: (shipped, "9998", "9999"))
    assert check(url) == [
        Problem(place=shown(url), fault="lacks revision 9998", remedy="run: evidence db upgrade"),
        Problem(place=shown(url), fault="lacks revision 9999", remedy="run: evidence db upgrade"),
    ]


def test_a_newer_schema_is_named(url):
    execute(url, "UPDATE alembic_version SET version_num = 'zzzz'")
    (problem,) = check(url)
    assert "has schema zzzz, newer than" in problem.fault
    assert problem.remedy == "upgrade evidence"


def test_a_database_with_no_schema_of_ours(empty_url):
    execute(empty_url, "CREATE TABLE moz_places (id INTEGER PRIMARY KEY)")
    assert places_and_faults(empty_url) == [(shown(empty_url), "holds no evidence database")]


def test_a_database_that_lost_its_mark_is_told_how_to_get_it_back(sqlite_url):
    """A dump read back in is such a file."""
    execute(sqlite_url, "PRAGMA application_id = 0")
    (problem,) = check(sqlite_url)
    assert problem.fault == "does not bear the mark of an evidence database"
    _, pragma, _ = problem.remedy.split('"')
    execute(sqlite_url, pragma)
    assert check(sqlite_url) == []


def test_a_reference_to_a_row_that_is_gone(sqlite_url):
    with writing(sqlite_url) as session:
        factories.claim(session)
    execute(sqlite_url, "DELETE FROM document", foreign_keys=False)
    assert places_and_faults(sqlite_url) == [("claim", "a row refers to one that is gone")]


def test_a_row_that_breaks_a_constraint(sqlite_url):
    with writing(sqlite_url) as session:
        factories.claim(session)
    with closing(sqlite3.connect(sqlite_url.database)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE claim SET kind = 'miracle'")
        connection.commit()
    assert places_and_faults(sqlite_url) == [(shown(sqlite_url), "CHECK constraint failed in claim")]


def test_an_index_that_lost_a_row(sqlite_url):
    with writing(sqlite_url) as session:
        factories.document(session)
    with closing(sqlite3.connect(sqlite_url.database)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'ix_source_doi'")
        connection.commit()
    (problem,) = check(sqlite_url)
    assert "never used" in problem.fault
    assert problem.remedy == "restore a backup, or dump what can be read into a new database"


def test_a_file_that_is_no_database_is_told_of_at_once(tmp_path):
    (tmp_path / "library.bib").write_text("@article{key, title = {A title}}\n" * 50)
    with pytest.raises(DatabaseError, match="nor any SQLite database"):
        check(str(tmp_path / "library.bib"))
