"""Where each row came from."""

import datetime as dt

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from evidence.model.base import Base
from evidence.model.types import Key


class Provenance(Base):
    """That a run wrote a row out of a place in a file; the newest tells where its values were last written from."""

    __tablename__ = "provenance"
    __table_args__ = (Index(None, "entity", "entity_id"),)

    entity: Mapped[str]
    """The table of the row."""
    entity_id: Mapped[int] = mapped_column(Key)
    file: Mapped[str]
    line: Mapped[int | None]
    """From 1."""
    sha256: Mapped[str]
    """Of the file's bytes."""
    run: Mapped[int] = mapped_column(Key)
    """One number for all that a command wrote."""
    at: Mapped[dt.datetime]
