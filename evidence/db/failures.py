"""What a database says when it fails, in one line that a reader can act on."""

import contextlib
from collections.abc import Iterator
from typing import Final

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, IntegrityError

from evidence.db.engine import PATIENCE_SECONDS, shown
from evidence.errors import DatabaseError
from evidence.text import shortened

_HELD: Final = f"is held by another command, for {PATIENCE_SECONDS} seconds already: run this again when that is done"
_SAID: Final = {
    "file is not a database": "is not an evidence database, nor any SQLite database",
    "malformed": "is damaged: restore a backup",
    "is locked": _HELD,
    "readonly database": "may be read but not written: nothing was changed",
    "read-only transaction": "may be read but not written: nothing was changed",
    "disk is full": "has no room left on its disk: nothing was changed",
    "disk I/O error": "cannot be read or written, the disk is full or failing: nothing was changed",
    "unable to open database file": "cannot be opened: its folder is missing, or not yours to use",
    "lock timeout": _HELD,
    "could not serialize": "was changed by another command meanwhile: nothing was changed, run this again",
}


@contextlib.contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turn what a driver raises within into a ``DatabaseError`` of one line, which never shows a password.

    A broken constraint passes: whoever writes rows knows better what it means.
    """
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        raise DatabaseError(f"{shown(url)} {_reason(str(error.orig), url)}") from error
    except ImportError as error:
        raise DatabaseError("PostgreSQL needs its driver: pip install 'evidence[postgresql]'") from error


def _reason(said: str, url: URL) -> str:
    for known, reason in _SAID.items():
        if known in said:
            return reason
    if url.password:
        said = said.replace(str(url.password), "***")
    return f"cannot be used: {shortened(said, width=300)}"
