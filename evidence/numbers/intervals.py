"""The shape of a confidence interval: its ends in order, its estimate inside, and half-way between them.

Gardner and Altman 1986, Confidence intervals rather than P values, BMJ 292:746. An interval that is an estimate and
some standard errors either way has its estimate half-way; of a ratio on the log scale, where that is the root of the
product of its ends. Exact, profile and bootstrap intervals may lie askew.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Final

from evidence.figures import Figure
from evidence.numbers.finding import Finding, Verdict
from evidence.numbers.printed import as_printed, bounds, exact, shown
from evidence.numbers.scale import root

SOURCE: Final = "Gardner and Altman 1986, BMJ 292:746"


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """An estimate with its confidence interval as printed, on the natural scale or, of a ratio, on the log scale."""

    estimate: Figure
    low: Figure
    high: Figure
    ratio: bool

    def __post_init__(self) -> None:
        """Raise ``UsageError`` for a figure that is a bound."""
        for name in ("estimate", "low", "high"):
            exact(getattr(self, name), name=name)

    def __str__(self) -> str:
        """Give it as papers print it."""
        return f"{shown(self.estimate)} ({shown(self.low)} to {shown(self.high)})"

    def fault(self) -> str:
        """Say why these cannot be an interval at all, or nothing."""
        if self.ratio and min(self.estimate.value, self.low.value, self.high.value) < 0:
            return f"{self} cannot be a ratio, which is never below zero"
        if self.low.low > self.high.high:
            return f"the interval of {self} ends before it begins"
        return ""


def ci_shape(estimate: Figure, *, low: Figure, high: Figure, ratio: bool = False) -> Finding:
    """Ask whether an interval is in order, holds its estimate and has it half-way, each figure as it was rounded.

    Raises ``UsageError`` for a figure that is a bound.
    """
    interval = Interval(estimate=estimate, low=low, high=high, ratio=ratio)
    says = partial(Finding, check="ci-shape", source=SOURCE)
    if fault := interval.fault():
        return says(verdict=Verdict.IMPOSSIBLE, reason=fault)
    if estimate.high < low.low or estimate.low > high.high:
        return says(
            verdict=Verdict.INCONSISTENT,
            reason=f"the estimate {shown(estimate)} lies outside its interval, {shown(low)} to {shown(high)}",
        )
    scale = "on the log scale" if ratio else "on the natural scale"
    least, middle, most = _half_way(interval)
    computed = (("half_way", as_printed(middle, like=estimate)),)
    below, above = bounds(estimate)
    fits = max(below, Fraction(0)) ** 2 <= most and least <= above**2 if ratio else below <= most and least <= above
    if fits:
        return says(
            verdict=Verdict.CONSISTENT,
            reason=f"{interval} is half-way {scale}, as far as rounding tells",
            computed=computed,
        )
    return says(
        verdict=Verdict.INCONSISTENT,
        reason=f"half-way between {shown(low)} and {shown(high)} is {computed[0][1]} {scale}, not {shown(estimate)}; "
        "an exact, profile or bootstrap interval may lie so",
        computed=computed,
    )


def _half_way(interval: Interval) -> tuple[Fraction, Fraction, Fraction]:
    """Give the least, the printed and the greatest middle; of a ratio the least and the greatest squared."""
    (low, low_most), (high, high_most) = bounds(interval.low), bounds(interval.high)
    if interval.ratio:
        middle = root(Fraction(interval.low.value) * Fraction(interval.high.value))
        return max(low, Fraction(0)) * max(high, Fraction(0)), middle, low_most * high_most
    middle = (Fraction(interval.low.value) + Fraction(interval.high.value)) / 2
    return (low + high) / 2, middle, (low_most + high_most) / 2
