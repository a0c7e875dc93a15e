"""The place that knows SQLite from PostgreSQL: addresses, engines, how transactions begin, and whose file it is."""

import re
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from evidence.errors import DatabaseError
from evidence.text import visible

APPLICATION_ID: Final = 0x45564944
"""Marks a SQLite file as ours in its header: ``EVID``."""

PATIENCE_SECONDS: Final = 5
"""How long a command waits for a server, or for another command that holds the database."""

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_DRIVERS: Final = ("sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg")
_BEGIN: Final = {
    ("sqlite", True): "BEGIN",
    ("sqlite", False): "BEGIN IMMEDIATE",
    ("postgresql", True): "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY",
    ("postgresql", False): (
        f"SELECT set_config('lock_timeout', '{PATIENCE_SECONDS}s', true) WHERE current_setting('lock_timeout') = '0'"
    ),
}


def database_url(place: str | URL) -> URL:
    """Give the address of a database, from an address or from the path of a SQLite file.

    A path may hold any character, and ``~`` is the home folder. Raises ``DatabaseError`` for what
    names no database that the record can be kept in.
    """
    url = _of_file(place) if isinstance(place, str) and _ADDRESS.match(place) is None else _of_address(place)
    if url.drivername not in _DRIVERS:
        raise DatabaseError(f"{visible(url.drivername)}: the record is kept in a SQLite file or at postgresql://")
    if url.get_backend_name() == "sqlite" and (
        url.database in {None, "", ":memory:"} or url.query.get("mode") == "memory"
    ):
        raise DatabaseError("a database in memory keeps nothing: name a file")
    return url


def _of_address(place: str | URL) -> URL:
    try:
        url = make_url(place)
    except (ArgumentError, ValueError):
        url = None
    if url is None or "@" in (url.host or ""):
        raise DatabaseError("not an address of a database: in names and passwords write @ as %40, / as %2F, : as %3A")
    return url.set(drivername="postgresql") if url.drivername == "postgres" else url


def _of_file(path: str) -> URL:
    if not path or "\0" in path:
        raise DatabaseError("the name of the database is empty or holds a NUL: name a file or a postgresql:// address")
    try:
        file = Path(path).expanduser()
    except RuntimeError as error:
        raise DatabaseError(f"{visible(path)}: there is no such home folder") from error
    return URL.create("sqlite", database=str(file))


def sqlite_file(url: URL) -> Path | None:
    """Give the file of a SQLite database; a server's has none."""
    if url.get_backend_name() != "sqlite":
        return None
    name = str(url.database)
    return Path(unquote(urlsplit(name).path) if "uri" in url.query else name)


def shown(url: URL) -> str:
    """Name a database for a reader: its file, or its server without the password and without options."""
    file = sqlite_file(url)
    return visible(str(file) if file else url.set(query={}).render_as_string())


def make_engine(url: str | URL, *, read_only: bool = False, foreign_keys: bool = True) -> Engine:
    """Return an engine whose transactions behave alike on SQLite and PostgreSQL.

    A reader sees one state from its first statement to its last. A writer on SQLite takes its turn
    as it begins, since a reader that turns writer would fail at once if another came between. Only a
    migration asks for ``foreign_keys=False``: on SQLite a batch change drops and rebuilds a table,
    and with the keys on that drop deletes the rows that cascade.
    """
    url = database_url(url)
    lite = url.get_backend_name() == "sqlite"
    patience = "timeout" if lite else "connect_timeout"
    if patience not in url.query:
        url = url.update_query_dict({patience: str(PATIENCE_SECONDS)})
    try:
        engine = create_engine(url, poolclass=NullPool)
    except ImportError as error:
        raise DatabaseError("PostgreSQL needs its driver; get it: pip install 'evidence[postgresql]'") from error
    begin = _BEGIN[engine.dialect.name, read_only]
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    if lite:

        def prepare(connection: Any, _record: Any) -> None:  # noqa: ANN401 - as the event hands them
            connection.isolation_level = None  # BEGIN is ours, so that DDL rolls back too
            for pragma in (
                f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
                f"query_only = {'ON' if read_only else 'OFF'}",
                "synchronous = FULL",
                "cache_size = -65536",  # KiB: a writer whose changes outgrow it shuts readers out before its end
                "trusted_schema = OFF",  # a stranger's file may bring views and triggers that call functions
            ):
                connection.execute(f"PRAGMA {pragma}")

        event.listen(engine, "connect", prepare)
    return engine


def damage(connection: Connection) -> list[str]:
    """Say what is wrong inside a SQLite file, rows that break a constraint among it; a server keeps itself whole."""
    if connection.dialect.name != "sqlite":
        return []
    return [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]


def orphans(connection: Connection) -> list[str]:
    """Name the tables that hold a broken reference, which only unchecked SQLite can have."""
    if connection.dialect.name != "sqlite":
        return []
    return sorted({row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check")})


def is_marked(connection: Connection) -> bool:
    """Tell whether the file bears our mark; a server's database needs none."""
    if connection.dialect.name != "sqlite":
        return True
    return bool(connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID)
