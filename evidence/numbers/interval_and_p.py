"""Whether a confidence interval and a p value come from one analysis.

Altman and Bland 2011, How to obtain the P value from a confidence interval, BMJ 343:d2304, and How to obtain the
confidence interval from a P value, BMJ 343:d2090. The standard error follows from the width of the interval, of a ratio
on the log scale; p from the estimate over that error. Their formula comes near; here the distribution itself is used.
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from statistics import NormalDist
from typing import Final

from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.numbers import p_values
from evidence.numbers.distributions import normal_two_tailed, t_quantile, t_two_tailed
from evidence.numbers.finding import Finding, Verdict
from evidence.numbers.intervals import Interval
from evidence.numbers.printed import bounds, confidence, degrees_of_freedom, exact, shown

SOURCE: Final = "Altman and Bland 2011, BMJ 343:d2304 and d2090"
_SLACK: Final = 1.5
"""How many times p may be off: tests and intervals of one analysis are often of two kinds, as score and Wald."""


def null_of(ratio: bool, null: Figure | None) -> Fraction:  # noqa: FBT001 - the first of two that belong together
    """Give the value of no effect: as given, else 1 of a ratio and 0 of a difference."""
    return Fraction(ratio) if null is None else Fraction(exact(null, name="null").value)


def excludes(low: Figure, high: Figure, null: Fraction) -> bool:
    """Tell whether an interval lies to one side of the null value however its ends were rounded."""
    return low.low > null or high.high < null


def includes(low: Figure, high: Figure, null: Fraction) -> bool:
    """Tell whether an interval reaches past the null value on both sides however its ends were rounded."""
    return low.high < null < high.low


def ci_p(
    estimate: Figure,
    *,
    low: Figure,
    high: Figure,
    p: Figure,
    ratio: bool = False,
    null: Figure | None = None,
    level: Figure | None = None,
    df: Figure | None = None,
) -> Finding:
    """Ask whether p follows from the interval within rounding and a factor of 1.5, and both lead to one conclusion.

    ``null`` is 0, of a ratio 1; ``level`` 95 %, as ``95`` or ``95%`` or ``0.95``; with ``df`` the t distribution
    serves, else the normal one. Raises ``UsageError`` for figures that are bounds, and for a level, null or df that is
    none.
    """
    interval = Interval(estimate=estimate, low=low, high=high, ratio=ratio)
    says = partial(Finding, check="ci-p", source=SOURCE)
    none, share = null_of(ratio, null), _share(level)
    if ratio and none <= 0:
        raise UsageError(f"the null value of a ratio lies above zero, not at {none}")
    if fault := interval.fault():
        return says(verdict=Verdict.IMPOSSIBLE, reason=fault)
    if not p_values.is_possible(p):
        return says(verdict=Verdict.IMPOSSIBLE, reason=f"{p_values.told(p)} is no probability")
    least, most = _computed(interval, none, float(share), df)
    computed = (("p_low", f"{least:.6g}"), ("p_high", f"{most:.6g}"))
    told = f"{interval} gives {p_values.computed(least, most, digits=2)}"
    alpha, printed = 1 - share, p_values.told(p)
    if (excludes(low, high, none) and p_values.surely_above(p, alpha)) or (
        includes(low, high, none) and p_values.surely_below(p, alpha)
    ):
        verb = "leaves out" if excludes(low, high, none) else "includes"
        reason = f"the interval of {interval} {verb} {float(none):g}, and {printed} says the opposite"
        return says(verdict=Verdict.DECISION_ERROR, reason=reason, computed=computed)
    if p_values.agrees(p, least / _SLACK, min(most * _SLACK, 1.0)):
        return says(verdict=Verdict.CONSISTENT, reason=f"{told}, which {printed} agrees with", computed=computed)
    small = "" if df is not None else "; in a small sample give df, so that t serves"
    return says(verdict=Verdict.INCONSISTENT, reason=f"{told}, not {printed}{small}", computed=computed)


def _share(level: Figure | None) -> Fraction:
    if level is None:
        return Fraction(95, 100)
    value = confidence(exact(level, name="level"))
    if not 0 < value < 1:
        raise UsageError(f"the level of an interval lies between 0 and 100 %, not at {shown(level)}")
    return value


@dataclass(frozen=True, slots=True)
class _Span:
    low: float
    high: float


def _computed(interval: Interval, null: Fraction, share: float, df: Figure | None) -> tuple[float, float]:
    """Give the least and the greatest p value that the interval allows."""
    estimate, low, high = (
        _on_scale(figure, ratio=interval.ratio) for figure in (interval.estimate, interval.low, interval.high)
    )
    none = math.log(null) if interval.ratio else float(null)
    if df is None:
        critical, tail = NormalDist().inv_cdf((1 + share) / 2), normal_two_tailed
    else:
        freedom = degrees_of_freedom(df, name="df")
        critical, tail = t_quantile((1 + share) / 2, df=freedom), partial(t_two_tailed, df=freedom)
    ends = abs(estimate.low - none), abs(estimate.high - none)
    nearest = 0.0 if estimate.low <= none <= estimate.high else min(ends)
    return (
        tail(_ratio(max(ends), low.high, high.low) * 2 * critical),
        tail(_ratio(nearest, low.low, high.high) * 2 * critical),
    )


def _ratio(distance: float, low: float, high: float) -> float:
    """Give a distance in widths of an interval, of which none counts as endless and an endless one as any."""
    if high <= low:
        return math.inf
    return 0.0 if math.isinf(high - low) else distance / (high - low)


def _on_scale(figure: Figure, *, ratio: bool) -> _Span:
    low, high = bounds(figure)
    if not ratio:
        return _Span(float(low), float(high))
    return _Span(math.log(low) if low > 0 else -math.inf, math.log(high))
