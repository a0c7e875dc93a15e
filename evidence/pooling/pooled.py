"""The pooled effect: every figure that a table, a plot or another program shows of it."""

from dataclasses import dataclass
from enum import StrEnum

from evidence.pooling.intervals import Interval, IntervalMethod
from evidence.pooling.measures import PooledMeasure
from evidence.pooling.rows import EffectRow
from evidence.pooling.small_study_effects import SmallStudyEffects


class Model(StrEnum):
    """What is assumed of the true effects, and how the variance between them is found."""

    COMMON = "common effect"
    DERSIMONIAN_LAIRD = "DerSimonian-Laird"
    REML = "REML"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fit:
    """The effects pooled by one model, on the scale of pooling."""

    model: Model
    tau2: float | None
    """The variance between studies; none for a common effect."""
    i2: float | None
    """In percent, from ``tau2``."""
    estimate: float
    weights: tuple[float, ...]
    """In percent, in the order of the rows."""
    wald: Interval
    hartung_knapp: Interval | None
    """None for a common effect, for which it is not made."""

    def interval(self, method: IntervalMethod) -> Interval:
        """Give the interval by a method, that by Wald where there is no other."""
        return self.hartung_knapp if method is IntervalMethod.HARTUNG_KNAPP and self.hartung_knapp else self.wald


@dataclass(frozen=True, kw_only=True, slots=True)
class Limited:
    """A figure with the limits of its interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Heterogeneity:
    """How far the studies differ beyond chance; ``tau2`` by REML, the limits of all three by Q-profile."""

    q: float
    df: int
    p: float
    tau2: Limited
    """On the square of the scale of pooling."""
    i2: Limited
    """In percent."""
    h2: Limited
    typical_variance: float


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """What comes out without one of the studies, by REML and Hartung-Knapp."""

    label: str
    estimate: float
    interval: Interval
    tau2: float
    i2: float
    q: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Study:
    """One study as a table shows it: its effect with the interval by Wald, on the scale of pooling."""

    row: EffectRow
    low: float
    high: float


@dataclass(frozen=True, kw_only=True, slots=True)
class PooledEffect:
    """All that pooling gives, and what it could not give."""

    level: float
    """Of every interval, as a fraction: 0.95."""
    measure: PooledMeasure | None
    """None without any study."""
    studies: tuple[Study, ...]
    """In the order given."""
    common: Fit | None
    """With one study that study, as it is; none without any."""
    dersimonian_laird: Fit | None
    """None for fewer than two studies."""
    reml: Fit | None
    """None for fewer than two studies."""
    heterogeneity: Heterogeneity | None
    leave_one_out: tuple[LeftOut, ...]
    """Empty for fewer than three studies."""
    small_study_effects: SmallStudyEffects | None
    """None for fewer than ten studies."""
    notes: tuple[str, ...]
    """What was not computed and why, and what to be careful about; a sentence each."""

    @property
    def n(self) -> int | None:
        """How many were analysed in all studies; none where one does not say."""
        sizes = [study.row.n for study in self.studies]
        return sum(size for size in sizes if size is not None) if sizes and None not in sizes else None

    def fit(self, model: Model) -> Fit | None:
        """Give the fit by a model."""
        return {
            Model.COMMON: self.common,
            Model.DERSIMONIAN_LAIRD: self.dersimonian_laird,
            Model.REML: self.reml,
        }[model]
