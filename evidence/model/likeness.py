"""By what two sources of one work are found, and what was decided of a pair."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from evidence.model.base import Base
from evidence.model.types import Key
from evidence.vocab import Sameness


class MatchKeys(Base):
    """Numbers that two entries of one work are likely to share, each made of a few of its words and figures."""

    __tablename__ = "match_keys"

    id: Mapped[int] = mapped_column(
        Key, ForeignKey("source.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    """That of the source."""
    identifier: Mapped[int | None] = mapped_column(Key, default=None, index=True)
    title_head: Mapped[int | None] = mapped_column(Key, default=None, index=True)
    title_tail: Mapped[int | None] = mapped_column(Key, default=None, index=True)
    pages: Mapped[int | None] = mapped_column(Key, default=None, index=True)
    author: Mapped[int | None] = mapped_column(Key, default=None, index=True)


class SourceDecision(Base):
    """What was decided of two sources: that they are one work, or that they are not."""

    __tablename__ = "source_decision"
    __table_args__ = (UniqueConstraint("one_id", "other_id"), CheckConstraint("one_id < other_id", name="in_order"))

    one_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    other_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"), index=True)
    verdict: Mapped[Sameness]
    reason: Mapped[str]
    run: Mapped[int] = mapped_column(Key)
    at: Mapped[dt.datetime]
    person: Mapped[str | None] = mapped_column(default=None)
    """Who decided; none if the program did, by its rules."""


class SourceParent(Base):
    """A key that an entry names by crossref or xdata, whether or not a source has it."""

    __tablename__ = "source_parent"
    __table_args__ = (UniqueConstraint("source_id", "key"),)

    source_id: Mapped[int] = mapped_column(ForeignKey("source.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(index=True)
    """In small letters, since BibTeX makes no difference."""
