"""An estimate with its confidence interval: as it is recorded, and as far as it can be reckoned with."""

from dataclasses import dataclass
from decimal import Decimal

from evidence.dossier import Effect
from evidence.figures import Figure
from evidence.limits import Limits


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordedInterval:
    """The two ends of an interval, in order, each a number or a bound."""

    low: Figure
    high: Figure
    level: Decimal
    """In percent: as printed, else the usual one."""
    told: str
    """As a paper prints it, with its measure and its estimate."""


def recorded_interval(effect: Effect, limits: Limits) -> RecordedInterval | None:
    """Give the interval with its ends in order; none where one of them is not recorded."""
    ends = _ends(effect)
    if ends is None:
        return None
    low, high = ends
    level = Decimal(limits.confidence_level) if effect.ci_level is None else effect.ci_level.value
    told = f"{effect.measure} {effect.estimate or ''} ({level} % CI {low} to {high})".replace("  ", " ")
    return RecordedInterval(low=low, high=high, level=level, told=told)


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedInterval:
    """An estimate that lies within its interval, each figure one number."""

    estimate: Figure
    low: Figure
    high: Figure


def printed_interval(effect: Effect | None) -> PrintedInterval | None:
    """Give the interval with its ends in order; none where a figure is missing or a bound.

    Nor is there one around an estimate that lies outside, which a rule of its own tells.
    """
    ends = None if effect is None else _ends(effect)
    estimate = None if effect is None else effect.estimate
    if ends is None or estimate is None:
        return None
    low, high = ends
    if {low.relation, high.relation, estimate.relation} != {"="} or estimate.high < low.low or high.high < estimate.low:
        return None
    return PrintedInterval(estimate=estimate, low=low, high=high)


def _ends(effect: Effect) -> tuple[Figure, Figure] | None:
    if effect.ci_low is None or effect.ci_high is None:
        return None
    low, high = sorted((effect.ci_low, effect.ci_high), key=lambda figure: figure.value)
    return low, high
