"""A notice about a published work, as a list of retractions tells of it."""

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from evidence.model.base import Base
from evidence.model.types import Key
from evidence.vocab import Notice


class IntegrityNotice(Base):
    """That a journal retracted, corrected, reinstated or voiced concern about a work."""

    __tablename__ = "integrity_notice"
    __table_args__ = (UniqueConstraint("source_id", "record"),)

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    record: Mapped[str]
    """The number of the notice in the list."""
    nature: Mapped[Notice]
    date: Mapped[dt.date | None]
    notice: Mapped[str | None]
    """The DOI, PubMed number or address of the notice."""
    reasons: Mapped[str | None]
    matched_by: Mapped[str]
    """``doi`` or ``pmid``."""
    file: Mapped[str]
    sha256: Mapped[str]
    """Of the list."""
    file_date: Mapped[dt.date | None]
    """The newest date that the list holds, which tells its age."""
    run: Mapped[int] = mapped_column(Key)
    at: Mapped[dt.datetime]
