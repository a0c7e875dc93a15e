"""A published work with its authors and every field of its entry."""

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from evidence.model.base import Base
from evidence.model.journal import Journal
from evidence.vocab import Integrity


class Source(Base):
    """A published work, from BibTeX."""

    __tablename__ = "source"

    key: Mapped[str] = mapped_column(unique=True)
    """The citation key."""
    kind: Mapped[str]
    """The entry's type, as ``article``."""
    raw: Mapped[str]
    """The entry as it stood in the file."""
    raw_sha256: Mapped[str]
    title: Mapped[str | None] = mapped_column(default=None)
    year: Mapped[int | None] = mapped_column(default=None)
    journal_id: Mapped[int | None] = mapped_column(ForeignKey("journal.id"), default=None, index=True)
    more_authors: Mapped[bool] = mapped_column(default=False)
    """Whether the entry says that there are authors it does not name."""
    doi: Mapped[str | None] = mapped_column(default=None, index=True)
    """Lower-cased, without a resolver's address."""
    pmid: Mapped[str | None] = mapped_column(default=None, index=True)
    unconfirmed: Mapped[str | None] = mapped_column(default=None)
    """The names of its bibliographic fields that were not read in a published copy."""
    integrity: Mapped[Integrity] = mapped_column(default=Integrity.NONE)
    integrity_date: Mapped[dt.date | None] = mapped_column(default=None)
    integrity_notice: Mapped[str | None] = mapped_column(default=None)

    journal: Mapped[Journal | None] = relationship(lazy="raise", viewonly=True, init=False)
    authors: Mapped[list["SourceAuthor"]] = relationship(
        lazy="raise", viewonly=True, init=False, order_by="SourceAuthor.position"
    )
    fields: Mapped[list["SourceField"]] = relationship(
        lazy="raise", viewonly=True, init=False, order_by="SourceField.position"
    )


class SourceAuthor(Base):
    """A person or body that wrote a source."""

    __tablename__ = "source_author"
    __table_args__ = (UniqueConstraint("source_id", "position"),)

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    position: Mapped[int]
    family: Mapped[str | None] = mapped_column(default=None)
    given: Mapped[str | None] = mapped_column(default=None)
    prefix: Mapped[str | None] = mapped_column(default=None)
    suffix: Mapped[str | None] = mapped_column(default=None)
    literal: Mapped[str | None] = mapped_column(default=None)
    """The whole name of a body."""


class SourceField(Base):
    """A field of an entry as it came."""

    __tablename__ = "source_field"
    __table_args__ = (UniqueConstraint("source_id", "position"),)

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    position: Mapped[int]
    name: Mapped[str]
    value: Mapped[str]
