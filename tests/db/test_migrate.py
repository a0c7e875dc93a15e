import sqlite3
from contextlib import closing

import pytest
from alembic import command
from sqlalchemy import Engine, event, text

from evidence.db.engine import make_engine
from evidence.db.migrate import config, current, initialise, upgrade
from evidence.db.schema import head, revisions
from evidence.db.session import writing
from evidence.errors import DatabaseError, SchemaError


def test_a_new_database_has_the_newest_schema(empty_url):
    assert initialise(empty_url) == head()
    assert current(empty_url) == head()
    assert upgrade(empty_url) == ()
    with writing(empty_url):
        pass


def test_an_empty_file_may_become_a_database(tmp_path):
    file = tmp_path / "empty.db"
    file.touch()
    initialise(str(file))
    assert current(str(file)) == head()


def test_a_folder_may_have_any_name(tmp_path):
    folder = tmp_path / "100 % of 'it' ü"
    folder.mkdir()
    initialise(str(folder / "evidence.db"))
    assert current(str(folder / "evidence.db")) == head()


def test_a_database_is_not_made_twice(url):
    with pytest.raises(DatabaseError, match="is an evidence database already; nothing was changed"):
        initialise(url)


def test_the_tables_of_another_program_are_left_alone(empty_url):
    with make_engine(empty_url).begin() as connection:
        connection.execute(text("CREATE TABLE moz_places (id INTEGER PRIMARY KEY)"))
    with pytest.raises(DatabaseError, match="holds the tables of another program; name a new place"):
        initialise(empty_url)


def test_a_text_is_not_written_over(tmp_path):
    file = tmp_path / "library.bib"
    file.write_text("@article{key, title = {A title}}\n" * 50)
    with pytest.raises(DatabaseError, match="nor any SQLite database"):
        initialise(str(file))
    assert file.read_text().startswith("@article")


def test_a_folder_that_is_not_there_is_told_of(tmp_path):
    with pytest.raises(DatabaseError, match="cannot be opened; the file or its folder is missing"):
        initialise(str(tmp_path / "none" / "evidence.db"))


def test_no_file_is_left_where_making_a_database_failed(tmp_path):
    def limit(connection, _record):
        connection.execute("PRAGMA max_page_count = 10")

    event.listen(Engine, "connect", limit)
    try:
        with pytest.raises(DatabaseError, match="no room left"):
            initialise(str(tmp_path / "evidence.db"))
    finally:
        event.remove(Engine, "connect", limit)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_stays_empty_where_making_a_database_failed(tmp_path):
    file = tmp_path / "evidence.db"
    file.touch()
    file_url = f"sqlite:///file:{file}?mode=ro&uri=true"
    with pytest.raises(DatabaseError, match="may be read but not written"):
        initialise(file_url)
    assert file.read_bytes() == b""


def test_each_older_database_is_brought_to_the_newest_schema(url):
    for index, revision in reversed(list(enumerate(revisions()))):
        command.downgrade(config(url), revision)
        assert current(url) == revision
        assert upgrade(url) == revisions()[index + 1 :]
        assert current(url) == head()


def test_a_newer_database_is_named_and_not_changed(url):
    with make_engine(url).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'zzzz'"))
    with pytest.raises(SchemaError, match=f"has schema zzzz, newer than this program's {head()}; upgrade evidence"):
        upgrade(url)
    assert current(url) == "zzzz"


def test_a_migration_waits_for_who_is_writing(url, impatient):
    with writing(url), pytest.raises(DatabaseError, match="is held by another command"):
        upgrade(impatient(url))


def test_there_is_nothing_to_upgrade_where_there_is_no_database(tmp_path):
    with pytest.raises(DatabaseError, match="does not exist; make it: evidence init"):
        upgrade(str(tmp_path / "none.db"))
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE t (x)")
    with pytest.raises(DatabaseError, match="is not an evidence database"):
        upgrade(str(tmp_path / "other.db"))
