"""An investigation, the sources that report it and the reviews that include it."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from evidence.model.base import Base
from evidence.model.source import Source
from evidence.vocab import Blinding, Design

if TYPE_CHECKING:
    from evidence.model.effect import Effect
    from evidence.model.sample import Sample


class Study(Base):
    """An investigation; one study may have many sources, one source many studies."""

    __tablename__ = "study"

    key: Mapped[str] = mapped_column(unique=True)
    design: Mapped[Design]
    blinding: Mapped[Blinding | None] = mapped_column(default=None)
    registration: Mapped[str | None] = mapped_column(default=None)
    document_id: Mapped[int | None] = mapped_column(
        ForeignKey("document.id", ondelete="SET NULL"), default=None, index=True
    )
    """The document whose claims file first recorded it."""
    note: Mapped[str | None] = mapped_column(default=None)

    reports: Mapped[list["StudyReport"]] = relationship(
        lazy="raise", viewonly=True, init=False, order_by="StudyReport.position"
    )
    inclusions: Mapped[list["StudyInclusion"]] = relationship(
        lazy="raise", viewonly=True, init=False, foreign_keys="StudyInclusion.study_id"
    )
    samples: Mapped[list["Sample"]] = relationship(lazy="raise", viewonly=True, init=False, order_by="Sample.position")
    effects: Mapped[list["Effect"]] = relationship(lazy="raise", viewonly=True, init=False, order_by="Effect.position")


class StudyReport(Base):
    """That a source reports a study; the first position is the main report."""

    __tablename__ = "study_report"
    __table_args__ = (UniqueConstraint("study_id", "source_id"),)

    study_id: Mapped[int] = mapped_column(ForeignKey("study.id", ondelete="CASCADE"))
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    position: Mapped[int]

    source: Mapped[Source] = relationship(lazy="raise", viewonly=True, init=False)


class StudyInclusion(Base):
    """That a review or pooled analysis includes a study."""

    __tablename__ = "study_inclusion"
    __table_args__ = (
        UniqueConstraint("study_id", "review_id"),
        CheckConstraint("study_id <> review_id", name="not_in_itself"),
    )

    study_id: Mapped[int] = mapped_column(ForeignKey("study.id", ondelete="CASCADE"))
    review_id: Mapped[int] = mapped_column(ForeignKey("study.id", ondelete="CASCADE"), index=True)

    review: Mapped[Study] = relationship(lazy="raise", viewonly=True, init=False, foreign_keys=[review_id])
