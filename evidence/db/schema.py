"""Which schema a database has, and which this program needs: one SELECT, without Alembic."""

import functools
from pathlib import Path

from sqlalchemy import Connection, column, inspect, select, table

from evidence.db.engine import is_marked, shown
from evidence.errors import DatabaseError, SchemaError
from evidence.shipped import folder
from evidence.text import shortened

_version = table("alembic_version", column("version_num"))


def scripts() -> Path:
    """Give the place of the migration scripts."""
    return folder("migrations")


@functools.cache
def revisions() -> tuple[str, ...]:
    """Give the revisions of the schema, the oldest first, as the names of the scripts number them."""
    return tuple(sorted(script.name.partition("_")[0] for script in (scripts() / "versions").glob("[0-9]*_*.py")))


def head() -> str:
    """Return the newest revision."""
    return revisions()[-1]


def revision(connection: Connection, *, lock: bool = False) -> str | None:
    """Give the revision of a database, or none where it has no schema.

    With ``lock`` a server lets one writer at a time past this point, as SQLite does by itself.
    """
    if not inspect(connection).has_table(_version.name):
        return None
    query = select(_version.c.version_num)
    found: str | None = connection.scalar(query.with_for_update() if lock else query)
    return found


def identify(connection: Connection, *, lock: bool = False) -> str:
    """Give the revision of a database of ours, of whatever age, or raise ``DatabaseError``."""
    name = shown(connection.engine.url)
    if not is_marked(connection):
        raise DatabaseError(f"{name} is not an evidence database; name another, or make one: evidence init")
    found = revision(connection, lock=lock)
    if found is None:
        raise DatabaseError(f"{name} holds no evidence database; make it one: evidence init")
    return found


def pending(connection: Connection, *, lock: bool = False) -> tuple[str, ...]:
    """Give the revisions that a database lacks, the oldest first, or raise ``SchemaError`` for a newer one."""
    found, known = identify(connection, lock=lock), revisions()
    if found not in known:
        name, found = shown(connection.engine.url), shortened(found, width=32)
        raise SchemaError(f"{name} has schema {found}, newer than this program's {known[-1]}; upgrade evidence")
    return known[known.index(found) + 1 :]


def require_head(connection: Connection, *, lock: bool = False) -> None:
    """Raise ``SchemaError`` unless the database has the schema of this program."""
    if lacking := pending(connection, lock=lock):
        name, found = shown(connection.engine.url), revision(connection)
        raise SchemaError(
            f"{name} has schema {found}, older than this program's {lacking[-1]}; run: evidence db upgrade"
        )
