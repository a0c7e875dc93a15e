"""How many standard errors an interval is wide, or a p-value is away from no effect."""

from fractions import Fraction
from statistics import NormalDist
from typing import Final

from evidence.effects.workings import Lacking, Workings
from evidence.figures import Figure
from evidence.numbers.distributions import t_quantile
from evidence.numbers.printed import confidence

_NORMAL: Final = NormalDist()
_USUAL_LEVEL: Final = Fraction(95, 100)


def quantile_of_level(work: Workings, level: Figure | None, *, df: int | None) -> float:
    """Give the half width of an interval in standard errors: 1.96 at 95 %, more where ``df`` is given."""
    if level is None:
        work.assume("a 95 % interval, since no level is printed")
        share = _USUAL_LEVEL
    else:
        share = confidence(work.figure("level of the interval", level))
    quantile = _upper(work, float((1 - share) / 2), df=df) if 0 < share < 1 else 0.0
    if quantile <= 0:
        raise Lacking(f"the level of the interval is {level}, which no interval has")
    return quantile


def quantile_of_p(work: Workings, p: Figure | None, *, df: int | None) -> float:
    """Give how many standard errors an estimate with this two-sided p lies from no effect.

    A p printed as below a bound is taken as that bound, the cautious reading (Cochrane Handbook 6.5.2.3).
    """
    if p is None:
        raise Lacking("p is not recorded", "p")
    if p.relation in {">", ">="}:
        raise Lacking(f"p is printed only as {p}", "p")
    work.note("p", p.printed)
    work.assume("p taken as two-sided")
    value = Fraction(p.value)
    if p.relation != "=":
        work.assume(f"p {p} taken as {p.value.normalize():f}, so the standard error is rather too large")
    elif value == 0:
        value = Fraction(p.high)
        work.assume(f"p {p} taken as {p.high.normalize():f}, so the standard error is rather too large")
    quantile = _upper(work, float(value / 2), df=df) if 0 < value < 1 else 0.0
    if quantile <= 0:
        raise Lacking(f"no standard error follows from a p of {p}", "lower limit", "upper limit")
    return quantile


def _upper(work: Workings, tail: float, *, df: int | None) -> float:
    if df is None:
        return -_NORMAL.inv_cdf(tail)
    work.assume(f"t distribution with {df} degrees of freedom")
    return -t_quantile(tail, df=df)
