"""The schema made and brought up to date, by migrations only; the one module that needs Alembic."""

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, inspect

from evidence.db.engine import database_url, shown, sqlite_file
from evidence.db.failures import explained
from evidence.db.schema import head, identify, pending, revision, scripts
from evidence.db.session import connected
from evidence.errors import DatabaseError


def config(url: URL) -> Config:
    """Return Alembic's configuration without a file, as an installed package needs it."""
    settings = Config(attributes={"url": url})
    settings.set_main_option("script_location", str(scripts()).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    return settings


def initialise(place: str | URL) -> str:
    """Make a new, empty evidence database and give its revision; whatever fails, nothing is left behind.

    The place is a file that does not exist or is empty, or an empty database on a server. Raises
    ``DatabaseError`` for any other, and changes nothing in it.
    """
    url = database_url(place)
    file = sqlite_file(url)
    new = file is not None and not file.exists()
    if not new:
        _require_empty(url)
    try:
        _to_head(url)
    except BaseException:
        if file is not None and new:
            file.unlink(missing_ok=True)
        raise
    return head()


def upgrade(place: str | URL) -> tuple[str, ...]:
    """Bring an evidence database to this program's schema, as a whole or not at all; give the revisions gone through.

    Raises ``SchemaError`` for a newer schema, ``DatabaseError`` for a database that is not ours or cannot be used.
    """
    url = database_url(place)
    with connected(url) as connection:
        lacking = pending(connection)
    _to_head(url)
    return lacking


def current(place: str | URL) -> str:
    """Give the revision of an evidence database, be it older or newer than this program's."""
    with connected(place) as connection:
        return identify(connection)


def _require_empty(url: URL) -> None:
    with connected(url) as connection:
        if revision(connection) is not None:
            raise DatabaseError(f"{shown(url)} is an evidence database already; nothing was changed")
        if inspect(connection).get_table_names():
            raise DatabaseError(f"{shown(url)} holds the tables of another program; name a new place")


def _to_head(url: URL) -> None:
    with explained(url):
        command.upgrade(config(url), "head")
