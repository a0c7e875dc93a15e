"""One transaction on a database: to read, to write, or, whatever its schema, to look after it."""

import contextlib
from collections.abc import Generator

from sqlalchemy import URL, Connection
from sqlalchemy.orm import Session

from evidence.db.engine import database_url, make_engine, sqlite_file
from evidence.db.failures import explained
from evidence.db.schema import require_head
from evidence.errors import DatabaseError
from evidence.text import visible


def reading(url: str | URL) -> contextlib.AbstractContextManager[Session]:
    """Give a session that sees one state of the database and can change nothing.

    Raises ``DatabaseError`` for a database that cannot be used, ``SchemaError`` for one of another schema.
    """
    return _session(url, read_only=True)


def writing(url: str | URL) -> contextlib.AbstractContextManager[Session]:
    """Give a session whose changes are kept as a whole at the end, or not at all if anything is raised.

    It waits for its turn: one command writes at a time. Raises as ``reading`` does.
    """
    return _session(url, read_only=False)


@contextlib.contextmanager
def trying(url: str | URL) -> Generator[Session]:
    """Give a session that can do all that one of ``writing`` can, and of which nothing is kept.

    So a command that only tells what it would do says just what it does. Raises as ``reading`` does.
    """
    with contextlib.suppress(_Tried), writing(url) as session:
        yield session
        raise _Tried


class _Tried(Exception):  # noqa: N818 - the end of a trial is no error
    pass


@contextlib.contextmanager
def _session(place: str | URL, *, read_only: bool) -> Generator[Session]:
    url = _existing(place)
    with explained(url), Session(make_engine(url, read_only=read_only)) as session, session.begin():
        require_head(session.connection(), lock=not read_only)
        yield session


@contextlib.contextmanager
def connected(place: str | URL) -> Generator[Connection]:
    """Give a connection that reads a database whatever its schema, and whether or not it is ours."""
    url = _existing(place)
    with explained(url), make_engine(url, read_only=True).begin() as connection:
        yield connection


def _existing(place: str | URL) -> URL:
    """Refuse a file that is not there, which opening would make."""
    url = database_url(place)
    file = sqlite_file(url)
    if file is not None and not file.is_file():
        fault = "is a folder, not a database" if file.is_dir() else "does not exist; make it: evidence init"
        raise DatabaseError(f"{visible(str(file))} {fault}")
    return url
