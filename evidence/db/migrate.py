"""The schema made and brought up to date, by migrations only; the one module that needs Alembic."""

from alembic import command
from alembic.config import Config
from sqlalchemy import URL

from evidence.db.schema import scripts


def config(url: str | URL) -> Config:
    """Return Alembic's configuration without a file, as an installed package needs it."""
    settings = Config(attributes={"url": url})
    settings.set_main_option("script_location", str(scripts()).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    return settings


def upgrade(url: str | URL) -> None:
    """Bring a database to the newest schema."""
    command.upgrade(config(url), "head")
