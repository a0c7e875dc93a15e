"""An effect estimate of a study on a sample, each number exact and as it was printed."""

from decimal import Decimal

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from evidence.model.base import Base, printed_beside
from evidence.model.sample import Sample
from evidence.model.source import Source
from evidence.model.study import Study
from evidence.vocab import FigureStatus, GoodDirection, Measure, Statistic


class Effect(Base):
    """An effect estimate of a study on a sample, or a finding told in words only."""

    __tablename__ = "effect"
    __table_args__ = (
        UniqueConstraint("study_id", "key"),
        CheckConstraint("measure IS NOT NULL OR (estimate IS NULL AND ci_low IS NULL)", name="measured"),
        CheckConstraint("(ci_low IS NULL) = (ci_high IS NULL)", name="interval"),
        CheckConstraint("(test IS NULL) = (statistic IS NULL)", name="tested"),
        CheckConstraint("(df IS NOT NULL) = (test IS NOT NULL AND test <> 'z')", name="df"),
        CheckConstraint("(df2 IS NOT NULL) = (test IS NOT NULL AND test = 'F')", name="df2"),
        CheckConstraint(
            "(scale_low IS NULL) = (scale_high IS NULL) AND (scale_low IS NULL) = (scale_items IS NULL)"
            " AND scale_low < scale_high AND scale_items >= 1",
            name="scale",
        ),
        *printed_beside("estimate", "ci_low", "ci_high", "ci_level", "p", "statistic", "df", "df2"),
    )

    study_id: Mapped[int] = mapped_column(ForeignKey("study.id", ondelete="CASCADE"))
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    """The report it was read in."""
    key: Mapped[str]
    position: Mapped[int]
    outcome: Mapped[str]
    status: Mapped[FigureStatus]
    sample_id: Mapped[int | None] = mapped_column(ForeignKey("sample.id"), default=None, index=True)
    timepoint: Mapped[str | None] = mapped_column(default=None)
    intervention: Mapped[str | None] = mapped_column(default=None)
    comparator: Mapped[str | None] = mapped_column(default=None)
    measure: Mapped[Measure | None] = mapped_column(default=None)
    estimate: Mapped[Decimal | None] = mapped_column(default=None)
    estimate_printed: Mapped[str | None] = mapped_column(default=None)
    ci_low: Mapped[Decimal | None] = mapped_column(default=None)
    ci_low_printed: Mapped[str | None] = mapped_column(default=None)
    ci_high: Mapped[Decimal | None] = mapped_column(default=None)
    ci_high_printed: Mapped[str | None] = mapped_column(default=None)
    ci_level: Mapped[Decimal | None] = mapped_column(default=None)
    """In percent, as 95."""
    ci_level_printed: Mapped[str | None] = mapped_column(default=None)
    p: Mapped[Decimal | None] = mapped_column(default=None)
    p_printed: Mapped[str | None] = mapped_column(default=None)
    test: Mapped[Statistic | None] = mapped_column(default=None)
    """Of what kind the statistic is that the p belongs to."""
    statistic: Mapped[Decimal | None] = mapped_column(default=None)
    statistic_printed: Mapped[str | None] = mapped_column(default=None)
    df: Mapped[Decimal | None] = mapped_column(default=None)
    """Its degrees of freedom; of F the first."""
    df_printed: Mapped[str | None] = mapped_column(default=None)
    df2: Mapped[Decimal | None] = mapped_column(default=None)
    """The second of F."""
    df2_printed: Mapped[str | None] = mapped_column(default=None)
    scale_low: Mapped[int | None] = mapped_column(default=None)
    """The least whole number that one answer can be."""
    scale_high: Mapped[int | None] = mapped_column(default=None)
    scale_items: Mapped[int | None] = mapped_column(default=None)
    """Of how many answers a person's value is the mean."""
    good: Mapped[GoodDirection | None] = mapped_column(default=None)
    """Which direction of the estimate is good for those concerned."""
    finding: Mapped[str | None] = mapped_column(default=None)
    """What was found, in the words of whoever records it."""
    locator: Mapped[str | None] = mapped_column(default=None)
    read_at: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True), default=None)
    """The addresses at which its figures were read."""
    note: Mapped[str | None] = mapped_column(default=None)

    study: Mapped[Study] = relationship(lazy="raise", viewonly=True, init=False)
    source: Mapped[Source] = relationship(lazy="raise", viewonly=True, init=False)
    sample: Mapped[Sample | None] = relationship(lazy="raise", viewonly=True, init=False)
    arms: Mapped[list["EffectArm"]] = relationship(
        lazy="raise", viewonly=True, init=False, order_by="EffectArm.position"
    )


class EffectArm(Base):
    """One arm of a study as its result was printed."""

    __tablename__ = "effect_arm"
    __table_args__ = (
        UniqueConstraint("effect_id", "position"),
        *printed_beside("n", "events", "percent", "mean", "sd"),
    )

    effect_id: Mapped[int] = mapped_column(ForeignKey("effect.id", ondelete="CASCADE"))
    position: Mapped[int]
    name: Mapped[str]
    n: Mapped[Decimal | None] = mapped_column(default=None)
    n_printed: Mapped[str | None] = mapped_column(default=None)
    events: Mapped[Decimal | None] = mapped_column(default=None)
    events_printed: Mapped[str | None] = mapped_column(default=None)
    percent: Mapped[Decimal | None] = mapped_column(default=None)
    percent_printed: Mapped[str | None] = mapped_column(default=None)
    mean: Mapped[Decimal | None] = mapped_column(default=None)
    mean_printed: Mapped[str | None] = mapped_column(default=None)
    sd: Mapped[Decimal | None] = mapped_column(default=None)
    sd_printed: Mapped[str | None] = mapped_column(default=None)
