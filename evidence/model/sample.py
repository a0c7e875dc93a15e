"""Who was analysed in a study, and whom samples share."""

from decimal import Decimal

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from evidence.model.base import Base, printed_beside
from evidence.model.study import Study
from evidence.vocab import FigureStatus, Overlap, SampleUnit


class Sample(Base):
    """Who was analysed; the first sample of a study is the whole study's."""

    __tablename__ = "sample"
    __table_args__ = (
        UniqueConstraint("study_id", "key"),
        CheckConstraint("enrolled >= 0 AND analysed >= 0", name="size"),
        *printed_beside("share_female"),
    )

    study_id: Mapped[int] = mapped_column(ForeignKey("study.id", ondelete="CASCADE"))
    key: Mapped[str]
    position: Mapped[int]
    population: Mapped[str]
    status: Mapped[FigureStatus]
    unit: Mapped[SampleUnit] = mapped_column(default=SampleUnit.PARTICIPANTS)
    enrolled: Mapped[int | None] = mapped_column(default=None)
    analysed: Mapped[int | None] = mapped_column(default=None)
    species: Mapped[str | None] = mapped_column(default=None)
    country: Mapped[str | None] = mapped_column(default=None)
    age: Mapped[str | None] = mapped_column(default=None)
    share_female: Mapped[Decimal | None] = mapped_column(default=None)
    share_female_printed: Mapped[str | None] = mapped_column(default=None)
    read_at: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True), default=None)
    """The addresses at which its figures were read."""
    note: Mapped[str | None] = mapped_column(default=None)

    study: Mapped[Study] = relationship(lazy="raise", viewonly=True, init=False)
    overlaps: Mapped[list["SampleOverlap"]] = relationship(
        lazy="raise", viewonly=True, init=False, foreign_keys="SampleOverlap.sample_id"
    )
    inside: Mapped[list["SampleOverlap"]] = relationship(
        lazy="raise", viewonly=True, init=False, foreign_keys="SampleOverlap.other_id"
    )


class SampleOverlap(Base):
    """That a sample is, contains or overlaps another; recorded once, from one side."""

    __tablename__ = "sample_overlap"
    __table_args__ = (
        UniqueConstraint("sample_id", "other_id"),
        CheckConstraint("sample_id <> other_id", name="not_with_itself"),
    )

    sample_id: Mapped[int] = mapped_column(ForeignKey("sample.id", ondelete="CASCADE"))
    other_id: Mapped[int] = mapped_column(ForeignKey("sample.id", ondelete="CASCADE"), index=True)
    kind: Mapped[Overlap]

    sample: Mapped[Sample] = relationship(lazy="raise", viewonly=True, init=False, foreign_keys=[sample_id])
    other: Mapped[Sample] = relationship(lazy="raise", viewonly=True, init=False, foreign_keys=[other_id])
