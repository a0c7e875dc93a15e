from concurrent.futures import ThreadPoolExecutor

import factories
import pytest
from sqlalchemy import inspect, select, text, update
from sqlalchemy.exc import IntegrityError

from evidence.db.engine import make_engine, orphans
from evidence.db.session import reading, writing
from evidence.errors import DatabaseError
from evidence.model import Claim, Document

HELD = "is held by another command; run this again when that is done"


def titles(session):
    return session.scalars(select(Document.title)).all()


def test_a_row_cannot_refer_to_one_that_is_not_there(session):
    session.add(
        Claim(
            **dict.fromkeys(("document_id", "position", "paragraph", "sentence"), 1),
            key="c",
            statement="Zinc shortens colds.",
            kind="benefit",
            wording="plain",
        )
    )
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
        session.flush()


def test_a_table_made_in_a_transaction_that_fails_is_gone(url):
    with make_engine(url).connect() as connection:
        connection.execute(text("CREATE TABLE half_made (x INTEGER)"))
        connection.execute(text("INSERT INTO half_made VALUES (1)"))
        connection.rollback()
    with make_engine(url).connect() as connection:
        assert not inspect(connection).has_table("half_made")


def test_writers_wait_their_turn_and_lose_no_change(url):
    with writing(url) as session:
        factories.document(session, key="counter", title="0")

    def count(_):
        with writing(url) as session:
            before = int(session.scalars(select(Document.title)).one())
            session.execute(update(Document).values(title=str(before + 1)))

    with ThreadPoolExecutor(3) as three:
        list(three.map(count, range(60)))
    with reading(url) as session:
        assert titles(session) == ["60"]


def test_a_writer_that_waits_too_long_is_told_in_a_line(url, impatient):
    with writing(url) as first:
        factories.document(first, title="kept")
        with (
            pytest.raises(DatabaseError, match="is held by another command; run this again when that is done"),
            writing(impatient(url)),
        ):
            pytest.fail("two writers at once")
    with reading(url) as session:
        assert titles(session) == ["kept"]


def test_a_reader_sees_what_was_there_before_a_writer_that_is_not_done(url):
    with writing(url) as writer:
        factories.document(writer)
        with reading(url) as reader:
            assert titles(reader) == []


def test_a_reader_sees_one_state_to_its_end(postgresql_url):
    with reading(postgresql_url) as reader:
        assert titles(reader) == []
        with writing(postgresql_url) as writer:
            factories.document(writer)
        assert titles(reader) == []


def test_a_file_is_not_changed_under_a_reader(sqlite_url, impatient):
    with reading(sqlite_url) as reader:
        assert titles(reader) == []
        with pytest.raises(DatabaseError, match=HELD), writing(impatient(sqlite_url)) as writer:
            factories.document(writer)
        assert titles(reader) == []


def test_a_reader_cannot_write(url):
    with (
        pytest.raises(DatabaseError, match="may be read but not written; nothing was changed"),
        reading(url) as session,
    ):
        factories.document(session)
    with reading(url) as session:
        assert titles(session) == []


def test_what_a_killed_writer_left_half_written_is_undone_by_the_next_reader(sqlite_url, tmp_path):
    """A copy of file and journal in mid-write is what a kill leaves behind."""
    with writing(sqlite_url) as session:
        factories.document(session, title="before")
    left = tmp_path / "left"
    left.mkdir()
    engine = make_engine(sqlite_url)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = 1")
        connection.execute(update(Document).values(title="after"))
        for number in range(200):
            connection.execute(
                text("INSERT INTO document (id, key, title) VALUES (:id, :id, :title)"),
                {"id": number, "title": "x" * 500},
            )
        for name in ("evidence.db", "evidence.db-journal"):
            (left / name).write_bytes((tmp_path / name).read_bytes())
        connection.rollback()
    assert b"x" * 500 in (left / "evidence.db").read_bytes()
    with reading(str(left / "evidence.db")) as session:
        assert titles(session) == ["before"]


def test_commits_reach_the_disk_and_strangers_views_call_no_functions(sqlite_url):
    with make_engine(sqlite_url).connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("foreign_keys", "synchronous", "trusted_schema", "busy_timeout")
        }
    assert pragmas == {"foreign_keys": 1, "synchronous": 2, "trusted_schema": 0, "busy_timeout": 5000}


def test_a_server_that_has_a_patience_of_its_own_keeps_it(postgresql_url, impatient):
    with make_engine(impatient(postgresql_url)).begin() as connection:
        assert connection.scalar(text("SHOW lock_timeout")) == "50ms"
    with make_engine(postgresql_url).begin() as connection:
        assert connection.scalar(text("SHOW lock_timeout")) == "5s"


def test_broken_references_are_named_by_table(sqlite_url):
    with make_engine(sqlite_url, foreign_keys=False).begin() as connection:
        connection.execute(text("INSERT INTO journal_name (id, journal_id, name, comparable) VALUES (1, 99, 'a', 'a')"))
        assert orphans(connection) == ["journal_name"]


def test_a_server_never_holds_broken_references(postgresql_url):
    with make_engine(postgresql_url).connect() as connection:
        assert orphans(connection) == []
