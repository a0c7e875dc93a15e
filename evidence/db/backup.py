"""A SQLite database copied whole, while others may be writing to it."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, Connection

from evidence.db.engine import damage, database_url, shown, sqlite_file
from evidence.db.schema import identify
from evidence.db.session import connected
from evidence.errors import DatabaseError, FileError
from evidence.text import visible


def backup(place: str | URL, *, target: Path) -> int:
    """Copy a database of any schema to a new file, which appears only when it is whole and checked; give its bytes.

    The copy is the database at one moment. Raises ``FileError`` for a target that exists or cannot be
    written, ``DatabaseError`` for a source that cannot be copied; a server has means of its own.
    """
    url = database_url(place)
    file, name = sqlite_file(url), visible(str(target))
    if file is None:
        raise DatabaseError(f"{shown(url)} is on a server; back it up with PostgreSQL's own pg_dump")
    if os.path.lexists(target):
        raise FileError(f"{name} exists already, and a backup replaces nothing; name a new file")
    try:
        handle, part = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
        try:
            with connected(url) as connection:
                _copy(connection, handle, part=Path(part))
            shutil.copymode(file, part)
            Path(part).replace(target)
        finally:
            os.close(handle)
            Path(part).unlink(missing_ok=True)
        return target.stat().st_size
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise FileError(f"{name} cannot be written: {visible(str(reason))}") from error


def _copy(connection: Connection, handle: int, *, part: Path) -> None:
    found = identify(connection)  # the read that begins here holds the one state that is copied
    with closing(sqlite3.connect(part)) as copy:
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)  # noqa: S101 - a file's engine has no other driver
        source.backup(copy)
    os.fsync(handle)
    with connected(database_url(str(part))) as copied:
        if identify(copied) != found or damage(copied):
            raise DatabaseError(
                f"{shown(connection.engine.url)} is damaged, and so is its copy; run: evidence db check"
            )
