"""One transaction on a database whose schema was checked first: to read, or to write."""

import contextlib
from collections.abc import Iterator

from sqlalchemy import URL
from sqlalchemy.orm import Session

from evidence.db.engine import database_url, make_engine, sqlite_file
from evidence.db.failures import explained
from evidence.db.schema import require_head
from evidence.errors import DatabaseError
from evidence.text import visible


def reading(url: str | URL) -> contextlib.AbstractContextManager[Session]:
    """Give a session that sees one state of the database and changes nothing.

    Raises ``DatabaseError`` for a database that cannot be used, ``SchemaError`` for one of another schema.
    """
    return _transaction(database_url(url), read_only=True)


def writing(url: str | URL) -> contextlib.AbstractContextManager[Session]:
    """Give a session whose changes are kept as a whole at the end, or not at all if anything is raised.

    It waits for its turn: one command writes at a time. Raises as ``reading``.
    """
    return _transaction(database_url(url), read_only=False)


@contextlib.contextmanager
def _transaction(url: URL, *, read_only: bool) -> Iterator[Session]:
    require_file(url)
    with explained(url):
        engine = make_engine(url, read_only=read_only)
        try:
            with Session(engine) as session, session.begin():
                require_head(session.connection(), lock=not read_only)
                yield session
        finally:
            engine.dispose()


def require_file(url: URL) -> None:
    """Raise ``DatabaseError`` where a SQLite database has no file; opening it would make an empty one."""
    file = sqlite_file(url)
    if file is None:
        return
    name = visible(str(file))
    if file.is_dir():
        raise DatabaseError(f"{name} is a folder, not a database")
    if not file.exists():
        raise DatabaseError(f"{name} does not exist; make it: evidence init")
