import sys
from pathlib import Path

import pytest

from evidence.db.engine import database_url, make_engine, shown, sqlite_file
from evidence.errors import DatabaseError


@pytest.mark.parametrize(
    "name",
    ["plain.db", "with blank.db", "100 %.db", "%2F.db", "~.db", "a?b=c#d.db", "file:x.db", "é 漢.db", ":memory:"],
)
def test_a_path_names_that_very_file(tmp_path, name):
    path = tmp_path / name
    with make_engine(str(path)).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (x)")
    assert [path] == list(tmp_path.iterdir())


def test_a_leading_tilde_is_the_home_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert tmp_path / "evidence.db" == sqlite_file(database_url("~/evidence.db"))


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("sqlite:///evidence.db", "evidence.db"),
        ("sqlite:////srv/evidence.db", "/srv/evidence.db"),
        ("sqlite+pysqlite:///evidence.db?timeout=1", "evidence.db"),
        ("sqlite:///file:/srv/evid%2520ence.db?mode=ro&uri=true", "/srv/evid ence.db"),
    ],
)
def test_an_address_names_its_file(address, file):
    assert Path(file) == sqlite_file(database_url(address))


@pytest.mark.parametrize("address", ["postgresql://reader@localhost/evidence", "postgres://reader@localhost/evidence"])
def test_a_server_has_no_file(address):
    url = database_url(address)
    assert url.drivername == "postgresql"
    assert sqlite_file(url) is None


def test_an_address_that_was_read_stays_as_it_is():
    url = database_url("sqlite:///evidence.db")
    assert database_url(url) is url


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("", "name a file or a postgresql:// address"),
        ("a\0b", "name a file or a postgresql:// address"),
        ("~nobody-of-that-name/x.db", "there is no such home folder"),
        ("sqlite://", "a database in memory keeps nothing"),
        ("sqlite:///:memory:", "a database in memory keeps nothing"),
        ("sqlite:///file:x?mode=memory&uri=true", "a database in memory keeps nothing"),
        ("mysql://localhost/evidence", "mysql: the record is kept in a SQLite file or at postgresql://"),
        ("postgresql+asyncpg://localhost/x", "postgresql+asyncpg: the record is kept in"),
        ("sqlite+aiosqlite:///x.db", "sqlite+aiosqlite: the record is kept in"),
        ("postgresql://localhost:port/evidence", "not an address of a database"),
        (":memory:", "a database in memory keeps nothing"),
    ],
)
def test_what_names_no_database_is_refused_in_a_line(place, said):
    with pytest.raises(DatabaseError) as refused:
        database_url(place)
    assert said in str(refused.value)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://reader:hush-hush@localhost/evidence",
        "postgresql://localhost/evidence?password=hush-hush",
        "postgresql://reader:hush%40-%2Fhush-hush@localhost/evidence",
    ],
)
def test_a_password_is_never_shown(address):
    assert "hush" not in shown(database_url(address))


@pytest.mark.parametrize(
    "address", ["postgresql://reader:at@hush-hush@localhost/x", "postgresql://reader:x@hush-hush:colon@localhost/x"]
)
def test_an_address_is_not_quoted_where_its_password_may_stand_anywhere(address):
    with pytest.raises(DatabaseError) as refused:
        database_url(address)
    assert "hush" not in str(refused.value)


def test_the_name_of_a_file_is_shown_without_control_characters(tmp_path):
    assert r"\x1b[31m.db" in shown(database_url(str(tmp_path / "\x1b[31m.db")))


def test_postgresql_without_its_driver_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DatabaseError, match=r"pip install 'evidence\[postgresql\]'"):
        make_engine("postgresql://localhost/evidence")
