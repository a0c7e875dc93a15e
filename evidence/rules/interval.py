"""An estimate with its confidence interval: as it is recorded, and as far as it can be reckoned with."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from evidence.dossier import Effect
from evidence.effects.scales import Scale, scale_of
from evidence.figures import Figure
from evidence.limits import Limits
from evidence.numbers.printed import confidence, shown

_LEAST_LEVEL: Final = 50
"""In percent; no paper prints an interval that is more likely to miss than to hold."""
_GREATEST_LEVEL: Final = Decimal("99.9999999")
"""In percent; beyond what any paper prints, and short of where a float takes it for all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordedInterval:
    """The two ends of an interval, in order, each a number or a bound."""

    low: Figure
    high: Figure
    level: Decimal
    """In percent: as printed, whether as 95, 95% or 0.95, else the usual one."""
    told: str
    """As a paper prints it, with its measure and its estimate."""
    fault: str | None = None
    """Why nothing can be said by it, without its full stop: it has no level, or is of a ratio below zero."""


def recorded_interval(effect: Effect, limits: Limits) -> RecordedInterval | None:
    """Give the interval with its ends in order; none where one of them is not recorded."""
    ends = _ends(effect)
    if ends is None:
        return None
    low, high = ends
    level = Decimal(limits.confidence_level) if effect.ci_level is None else _percent(effect.ci_level)
    told = f"{effect.measure} {effect.estimate or ''} ({level.normalize():f} % CI {low} to {high})".replace("  ", " ")
    return RecordedInterval(low=low, high=high, level=level, told=told, fault=_fault(effect, level, told))


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


def _percent(level: Figure) -> Decimal:
    share = confidence(level)
    return Decimal(100 * share.numerator) / share.denominator


def _fault(effect: Effect, level: Decimal, told: str) -> str | None:
    printed = effect.ci_level
    if printed is not None and (printed.relation != "=" or not _LEAST_LEVEL <= level <= _GREATEST_LEVEL):
        return f"the level of the interval is told as {shown(printed)}, and none is printed at that"
    if effect.measure is not None and scale_of(effect.measure) is Scale.LOG:
        figures = (effect.estimate, effect.ci_low, effect.ci_high)
        if any(figure is not None and figure.value < 0 for figure in figures):
            return f"{told} is of no ratio, which is never negative: record it as a ratio, not as its logarithm"
    return None


def _ends(effect: Effect) -> tuple[Figure, Figure] | None:
    if effect.ci_low is None or effect.ci_high is None:
        return None
    low, high = sorted((effect.ci_low, effect.ci_high), key=lambda figure: figure.value)
    return low, high


def distinct(value: float, other: Decimal | int) -> str:
    """Give a computed number with three significant digits, more where it would read as another that it is not."""
    if 1000 <= abs(value) < 1e15:  # noqa: PLR2004 - that is printed in full
        return f"{value:.0f}"
    for digits in range(3, 17):
        text = f"{value:.{digits}g}"
        if Decimal(text) != other:
            return text
    return str(other)
