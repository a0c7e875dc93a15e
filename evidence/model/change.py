"""The audit trail: what a row held before, and holds since."""

import datetime as dt

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from evidence.model.base import Base
from evidence.model.types import Key


class Change(Base):
    """That a run changed one value of a row."""

    __tablename__ = "change"
    __table_args__ = (Index(None, "entity", "entity_id"),)

    entity: Mapped[str]
    """The table of the row."""
    entity_id: Mapped[int] = mapped_column(Key)
    field: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]
    origin: Mapped[str]
    """The file that the change came from, with its line, or the command."""
    run: Mapped[int] = mapped_column(Key)
    at: Mapped[dt.datetime]
