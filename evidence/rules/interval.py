"""An estimate with its confidence interval, as far as it can be reckoned with."""

from dataclasses import dataclass

from evidence.dossier import Effect
from evidence.figures import Figure


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
    if effect is None or effect.estimate is None or effect.ci_low is None or effect.ci_high is None:
        return None
    low, high = sorted((effect.ci_low, effect.ci_high), key=lambda figure: figure.value)
    estimate = effect.estimate
    if {low.relation, high.relation, estimate.relation} != {"="} or estimate.high < low.low or high.high < estimate.low:
        return None
    return PrintedInterval(estimate=estimate, low=low, high=high)
