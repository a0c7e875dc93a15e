import contextlib
import os
import pwd
import resource
import shutil
import socket
import sqlite3
import tempfile
from pathlib import Path

import factories
import pytest
from sqlalchemy import Engine, event, func, select, text
from sqlalchemy.exc import IntegrityError, ProgrammingError

from evidence.db.engine import APPLICATION_ID, database_url, make_engine
from evidence.db.schema import head
from evidence.db.session import reading, writing
from evidence.errors import DatabaseError, SchemaError
from evidence.model import Document

FULL = "has no room left on its disk, or the disk is failing; nothing was changed"
READ_ONLY = "may be read but not written; nothing was changed"
OPENERS = pytest.mark.parametrize("opener", [reading, writing])


def refusal(opener, place):
    with pytest.raises(DatabaseError) as refused, opener(place):
        pytest.fail("it was opened")
    assert str(refused.value).isprintable()
    return refused.value


def stamp(url, revision):
    with make_engine(url).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


def documents(url):
    with reading(url) as session:
        return session.scalar(select(func.count()).select_from(Document))


def test_what_a_session_wrote_is_kept_at_its_end(url):
    with writing(url) as session:
        factories.supported(session)
    assert documents(url) == 1


@pytest.mark.parametrize("stop", [ZeroDivisionError, KeyboardInterrupt])
def test_nothing_is_kept_of_a_session_that_was_stopped(url, stop):
    def write_and_stop():
        with writing(url) as session:
            factories.supported(session)
            raise stop

    with pytest.raises(stop):
        write_and_stop()
    assert documents(url) == 0


def test_the_schema_is_checked_by_few_statements(sqlite_url, queries):
    with reading(sqlite_url):
        assert len(queries) == 1
        assert "alembic_version" in queries[0]


@OPENERS
def test_a_file_that_is_not_there_is_not_made(tmp_path, opener):
    file = tmp_path / "none.db"
    assert str(refusal(opener, str(file))) == f"{file} does not exist; make it: evidence init"
    assert not file.exists()


@OPENERS
def test_a_folder_is_no_database(tmp_path, opener):
    assert str(refusal(opener, str(tmp_path))) == f"{tmp_path} is a folder, not a database"


def another_program(file):
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER PRIMARY KEY, url TEXT)")
        connection.commit()


def another_program_with_migrations(file):
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES (?)", (head(),))
        connection.commit()


def only_the_mark(file):
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@OPENERS
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (Path.touch, "is not an evidence database; name another, or make one: evidence init"),
        (
            lambda file: file.write_text("@article{key, title = {A title}}\n" * 50),
            "is not an evidence database, nor any",
        ),
        (lambda file: file.write_bytes(b"\0" * 5000), "is not an evidence database, nor any"),
        (another_program, "is not an evidence database; name another"),
        (another_program_with_migrations, "is not an evidence database; name another"),
        (only_the_mark, "holds no evidence database; make it one: evidence init"),
    ],
    ids=["empty", "text", "zeros", "another program's", "another program's with migrations", "no table"],
)
def test_a_file_that_is_not_ours_is_refused_and_left_alone(tmp_path, opener, make, said):
    file = tmp_path / "other.db"
    make(file)
    before = file.read_bytes()
    assert str(refusal(opener, str(file))).startswith(f"{file} {said}")
    assert file.read_bytes() == before
    assert [file] == list(tmp_path.iterdir())


@OPENERS
def test_an_empty_database_on_a_server_is_refused(postgresql_server, opener):
    said = str(refusal(opener, postgresql_server))
    assert said == "postgresql://postgres@/postgres holds no evidence database; make it one: evidence init"


@OPENERS
def test_an_older_schema_names_both_revisions_and_the_remedy(url, opener, monkeypatch):
    shipped = head()
    monkeypatch.setattr("evidence.db.schema.revisions", lambda: (shipped, f"{shipped}-next"))
    refused = refusal(opener, url)
    assert isinstance(refused, SchemaError)
    assert f"has schema {shipped}, older than this program's {shipped}-next; run: evidence db upgrade" in str(refused)


@OPENERS
def test_a_newer_schema_names_both_revisions_and_changes_nothing(url, opener):
    stamp(url, "zzzz")
    refused = refusal(opener, url)
    assert isinstance(refused, SchemaError)
    assert f"has schema zzzz, newer than this program's {head()}; upgrade evidence" in str(refused)


def test_a_revision_that_is_no_text_for_a_terminal_is_made_visible(sqlite_url):
    stamp(sqlite_url, "\x1b[31m" + "9" * 1000)
    assert len(str(refusal(reading, sqlite_url))) < 400


def pages(file):
    return len(file.read_bytes()) // 4096


def test_a_damaged_file_is_told_of_wherever_the_damage_lies(sqlite_url, tmp_path):
    """Each page in turn is overwritten; what cannot be read is told of in a line, and never anything else raised."""
    with writing(sqlite_url) as session:
        factories.supported(session)
    file = tmp_path / "evidence.db"
    whole, told = file.read_bytes(), set()
    for page in range(pages(file)):
        damaged = bytearray(whole)
        damaged[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
        file.write_bytes(damaged)
        try:
            documents(sqlite_url)
        except DatabaseError as error:
            told.add(str(error).removeprefix(f"{file} "))
        assert file.read_bytes() == damaged
    assert told == {"is not an evidence database, nor any SQLite database", "is damaged; restore a backup"}


def test_a_file_cut_short_is_told_of_in_a_line(sqlite_url, tmp_path):
    file = tmp_path / "evidence.db"
    whole = file.read_bytes()
    for size in range(1, len(whole), 4096 * 7 + 13):
        file.write_bytes(whole[:size])
        with contextlib.suppress(DatabaseError):
            documents(sqlite_url)
        assert file.read_bytes() == whole[:size]


def fill(url):
    with writing(url) as session:
        for _ in range(100):
            factories.document(session, title="x" * 10_000)


def test_a_disk_that_is_full_leaves_the_database_as_it_was(sqlite_url, tmp_path):
    def limit(connection, _record):
        connection.execute(f"PRAGMA max_page_count = {pages(tmp_path / 'evidence.db') + 1}")

    event.listen(Engine, "connect", limit)
    try:
        with pytest.raises(DatabaseError, match=FULL):
            fill(sqlite_url)
    finally:
        event.remove(Engine, "connect", limit)
    assert documents(sqlite_url) == 0


def test_a_file_that_may_not_grow_leaves_the_database_as_it_was(sqlite_url, tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((tmp_path / "evidence.db").stat().st_size + 4096, hard))
    try:
        with pytest.raises(DatabaseError, match=FULL):
            fill(sqlite_url)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert documents(sqlite_url) == 0


@pytest.fixture
def open_folder(sqlite_template):
    """A folder with a database that any user may reach."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copy(sqlite_template, folder / "evidence.db")
        yield folder
        folder.chmod(0o755)


@contextlib.contextmanager
def plain_user():
    """Be a user whom the marks of files bind, as they do not bind root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(pwd.getpwnam("nobody").pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o644, 0o555), (0o444, 0o555)])
def test_what_may_only_be_read_is_read_and_not_written(open_folder, file_mode, folder_mode):
    file = open_folder / "evidence.db"
    before = file.read_bytes()
    assert documents(str(file)) == 0  # all code is loaded, should it lie where the plain user may not read
    file.chmod(file_mode)
    open_folder.chmod(folder_mode)
    with plain_user():
        assert documents(str(file)) == 0
        with pytest.raises(DatabaseError, match=f"{READ_ONLY}|cannot be opened"):
            fill(str(file))
    assert file.read_bytes() == before
    assert [file] == list(open_folder.iterdir())


def test_an_address_that_asks_for_reading_only_is_read_and_not_written(sqlite_url):
    url = database_url(f"sqlite:///file:{sqlite_url.database}?mode=ro&uri=true")
    assert documents(url) == 0
    with pytest.raises(DatabaseError, match=READ_ONLY):
        fill(url)


@OPENERS
def test_a_file_that_may_not_be_read_is_told_of(open_folder, opener):
    file = open_folder / "evidence.db"
    file.chmod(0)
    with plain_user():
        assert "cannot be opened" in str(refusal(opener, str(file)))


def test_a_server_that_does_not_answer_is_told_of_without_the_password():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        said = str(refusal(reading, f"postgresql://reader:hush-hush@127.0.0.1:{port}/evidence"))
    assert said.startswith(f"postgresql://reader:***@127.0.0.1:{port}/evidence cannot be used: ")
    assert "refused" in said
    assert "hush" not in said


def test_a_database_that_a_server_does_not_have_is_told_of(postgresql_server):
    said = str(refusal(reading, postgresql_server.set(database="nosuch")))
    assert 'database "nosuch" does not exist' in said


def test_a_user_who_may_only_read_on_a_server_is_told_so(postgresql_url):
    with make_engine(postgresql_url).begin() as connection:
        connection.execute(text("CREATE ROLE reader LOGIN"))
        connection.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"))
    reader = postgresql_url.set(username="reader")
    try:
        assert documents(reader) == 0
        assert READ_ONLY in str(refusal(writing, reader))
    finally:
        with make_engine(postgresql_url).begin() as connection:
            connection.execute(text("DROP OWNED BY reader"))
            connection.execute(text("DROP ROLE reader"))


def test_a_statement_that_makes_no_sense_is_not_laid_at_the_database_s_door(postgresql_url):
    with pytest.raises(ProgrammingError, match="nosuch"), reading(postgresql_url) as session:
        session.execute(text("SELECT nosuch"))


def test_a_broken_constraint_passes_to_who_wrote_the_row(url):
    with writing(url) as session:
        factories.document(session, key="same")
    with pytest.raises(IntegrityError), writing(url) as session:
        factories.document(session, key="same")
