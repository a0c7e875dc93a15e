"""A journal and the names it goes by."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from evidence.model.base import Base


class Journal(Base):
    """A journal, by the title under which it was first met."""

    __tablename__ = "journal"

    title: Mapped[str]

    names: Mapped[list["JournalName"]] = relationship(
        lazy="raise", viewonly=True, init=False, order_by="JournalName.name"
    )


class JournalName(Base):
    """A name that a journal goes by, its title among them: abbreviations and other spellings."""

    __tablename__ = "journal_name"

    journal_id: Mapped[int] = mapped_column(ForeignKey("journal.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    comparable: Mapped[str] = mapped_column(unique=True)
    """The name as ``evidence.journals.comparable`` gives it."""


class JournalIssn(Base):
    """A number under which a journal is registered; print and online editions have one each."""

    __tablename__ = "journal_issn"

    journal_id: Mapped[int] = mapped_column(ForeignKey("journal.id", ondelete="CASCADE"), index=True)
    issn: Mapped[str] = mapped_column(unique=True)
    """As ``1234-567X``."""
