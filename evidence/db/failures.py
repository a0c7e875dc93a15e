"""What a database says when it fails, in one line that a reader can act on."""

import contextlib
from collections.abc import Generator
from typing import Final

from sqlalchemy import URL
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, NotSupportedError, ProgrammingError

from evidence.db.engine import shown
from evidence.errors import DatabaseError
from evidence.text import shortened

_HELD: Final = "is held by another command; run this again when that is done"
_FULL: Final = "has no room left on its disk, or the disk is failing; nothing was changed"
_READ_ONLY: Final = "may be read but not written; nothing was changed"
_MEANT: Final = {
    "file is not a database": "is not an evidence database, nor any SQLite database",
    "malformed": "is damaged; restore a backup",
    "database is locked": _HELD,
    "lock timeout": _HELD,
    "readonly database": _READ_ONLY,
    "read-only transaction": _READ_ONLY,
    "permission denied": _READ_ONLY,
    "disk is full": _FULL,
    "disk I/O error": _FULL,
    "unable to open database file": "cannot be opened; the file or its folder is missing or not yours to use",
}
"""By words of SQLite or PostgreSQL."""


@contextlib.contextmanager
def explained(url: URL) -> Generator[None]:
    """Turn what a driver raises within into a ``DatabaseError`` of one line, which never shows a password.

    A broken constraint and a statement that makes no sense pass: they are about the rows or the program.
    """
    try:
        yield
    except (IntegrityError, DataError, NotSupportedError):
        raise
    except DBAPIError as error:
        said = str(error.orig)
        meant = next((meaning for words, meaning in _MEANT.items() if words in said), None)
        if meant is None and isinstance(error, ProgrammingError):
            raise
        raise DatabaseError(f"{shown(url)} {meant or _as_said(said, url)}") from error


def _as_said(said: str, url: URL) -> str:
    if url.password:
        said = said.replace(str(url.password), "***")
    return f"cannot be used: {shortened(said, width=300)}"
