"""A bibliography file as it was last imported: enough to know it again, and to write it out as it came."""

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from evidence.model.base import Base
from evidence.model.types import Key, NamedValues, Pairs


class Bibliography(Base):
    """A file that was imported."""

    __tablename__ = "bibliography"

    name: Mapped[str] = mapped_column(unique=True)
    """As it is named from the folder in which it was imported, if it is in it, or else from the root."""
    format: Mapped[str]
    sha256: Mapped[str]
    """Of its bytes."""
    context: Mapped[str]
    """Of the files before it in the same command, whose definitions hold in it, and of the reader."""
    encoding: Mapped[str]
    exact: Mapped[bool]
    """Whether its texts give back its bytes."""
    rest: Mapped[str]
    """What follows its last entry."""
    run: Mapped[int] = mapped_column(Key)
    """Of the import."""
    at: Mapped[dt.datetime]


class Placement(Base):
    """An entry of a file, in its place among the others: the provenance of its source."""

    __tablename__ = "placement"
    __table_args__ = (UniqueConstraint("bibliography_id", "position"),)

    bibliography_id: Mapped[int] = mapped_column(ForeignKey("bibliography.id", ondelete="CASCADE"))
    position: Mapped[int]
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    key: Mapped[str]
    """The citation key as it stands in the file."""
    line: Mapped[int]
    """From 1."""
    before: Mapped[str]
    """What stands between the entry before and this one."""
    raw: Mapped[str | None] = mapped_column(default=None)
    """The entry as it stands in this file, where its source has another layout."""
    kind: Mapped[str | None] = mapped_column(default=None)
    fields: Mapped[Pairs | None] = mapped_column(NamedValues, default=None)
    """With ``kind``, what the entry says in this file, where its source says otherwise."""


class RejectedEntry(Base):
    """An entry of a file that was not taken in; it goes when the file is imported without that fault."""

    __tablename__ = "rejected_entry"
    bibliography_id: Mapped[int] = mapped_column(ForeignKey("bibliography.id", ondelete="CASCADE"), index=True)
    line: Mapped[int]
    """From 1."""
    key: Mapped[str | None]
    reason: Mapped[str]
    raw: Mapped[str]
    """Its text; of a very long one the beginning, as the reason says."""
