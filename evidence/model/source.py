"""A published work as an entry tells of it, with every field as it came."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from evidence.model.base import Base
from evidence.model.journal import Journal
from evidence.model.types import NamedPersons, NamedValues, Pairs, Persons
from evidence.vocab import Integrity


class Source(Base):
    """A published work, as one entry of a bibliography tells of it.

    Two entries of one work are two sources, of which one is the same as the other: nothing is overwritten, and what
    was taken for one can be parted again.
    """

    __tablename__ = "source"
    __table_args__ = (CheckConstraint("same_as_id <> id", name="same_as_another"),)

    key: Mapped[str] = mapped_column(unique=True)
    """The citation key."""
    kind: Mapped[str]
    """The entry's type, as ``article``."""
    raw: Mapped[str]
    """The entry as it stood in the file."""
    fields: Mapped[Pairs] = mapped_column(NamedValues)
    """Every field of the entry in order: its name, and its value in TeX without the outer braces."""
    title: Mapped[str | None] = mapped_column(default=None)
    year: Mapped[int | None] = mapped_column(default=None)
    month: Mapped[int | None] = mapped_column(default=None)
    journal_id: Mapped[int | None] = mapped_column(ForeignKey("journal.id"), default=None, index=True)
    authors: Mapped[Persons] = mapped_column(NamedPersons, default=())
    """Who wrote it, in order."""
    more_authors: Mapped[bool] = mapped_column(default=False)
    """Whether the entry says that there are authors it does not name."""
    volume: Mapped[str | None] = mapped_column(default=None)
    issue: Mapped[str | None] = mapped_column(default=None)
    first_page: Mapped[str | None] = mapped_column(default=None)
    """Or the number of the article, where it has no pages."""
    last_page: Mapped[str | None] = mapped_column(default=None)
    doi: Mapped[str | None] = mapped_column(default=None, index=True)
    """Lower-cased, without a resolver's address."""
    pmid: Mapped[str | None] = mapped_column(default=None, index=True)
    pmcid: Mapped[str | None] = mapped_column(default=None)
    arxiv: Mapped[str | None] = mapped_column(default=None)
    isbn: Mapped[str | None] = mapped_column(default=None)
    """Of thirteen digits each, parted by blanks."""
    inherited: Mapped[str | None] = mapped_column(default=None)
    """The names of fields that another entry gives, which this one names by crossref or xdata."""
    same_as_id: Mapped[int | None] = mapped_column(ForeignKey("source.id"), default=None, index=True)
    """The source that stands for both where two entries tell of one work; it is itself the same as no other."""
    unconfirmed: Mapped[str | None] = mapped_column(default=None)
    """The names of its bibliographic fields that were not read in a published copy."""
    integrity: Mapped[Integrity] = mapped_column(default=Integrity.NONE)
    integrity_date: Mapped[dt.date | None] = mapped_column(default=None)
    integrity_notice: Mapped[str | None] = mapped_column(default=None)

    journal: Mapped[Journal | None] = relationship(lazy="raise", viewonly=True, init=False)
    same_as: Mapped["Source | None"] = relationship(
        lazy="raise", viewonly=True, init=False, remote_side="Source.id", back_populates="duplicates"
    )
    duplicates: Mapped[list["Source"]] = relationship(
        lazy="raise", viewonly=True, init=False, order_by="Source.id", back_populates="same_as"
    )
