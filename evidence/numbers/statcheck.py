"""statcheck's question: whether a test statistic, its degrees of freedom and its p value go together.

Nuijten, Hartgerink, van Assen, Epskamp and Wicherts 2016, The prevalence of statistical reporting errors in psychology
(1985-2013), Behavior Research Methods 48:1205. The p value is computed again over all that rounds to the statistic
printed; where the printed p can be none of these it is an error, and a decision error if the two lie on opposite sides
of the level of significance.

A p printed as .000 is taken for what rounds to it, here as everywhere, and the reason says that no p is zero. The R
package counts it as an error unless ``pZeroError = FALSE``, since it should be printed as < .001; but that is a fault
of style, and says nothing of whether the figures go together.
"""

import math
from functools import partial
from itertools import product
from typing import Final

from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.numbers import p_values
from evidence.numbers.distributions import chi_squared_upper_tail, f_upper_tail, normal_two_tailed, t_two_tailed
from evidence.numbers.finding import Finding, Verdict
from evidence.numbers.printed import degrees_of_freedom, shown
from evidence.vocab import Statistic

SOURCE: Final = "Nuijten et al. 2016, Behav Res Methods 48:1205 (statcheck)"


_EITHER_WAY: Final = {Statistic.T, Statistic.CORRELATION, Statistic.Z}
_DF_NEEDED: Final = {Statistic.Z: 0, Statistic.F: 2}


def statcheck(
    test: str,
    *,
    statistic: Figure,
    p: Figure,
    df: Figure | None = None,
    df2: Figure | None = None,
    one_tailed: bool = False,
    alpha: Figure = p_values.USUAL_ALPHA,
) -> Finding:
    """Ask whether p follows from the statistic, each as it was rounded.

    ``df`` are the degrees of freedom (of F the first, ``df2`` the second); a fraction is taken as rounded, a whole
    number as exact. P is two-tailed, for F, chi2 and Q the upper tail. Raises ``UsageError`` for degrees of freedom
    that are missing, too many, or what no test has.
    """
    kind = Statistic(test)
    freedom = _freedom(kind, df, df2)
    says = partial(Finding, check="statcheck", source=SOURCE)
    low, high = _span(statistic, either_way=kind in _EITHER_WAY)
    name = _named(kind, statistic, df, df2)
    if high < 0 or (kind is Statistic.CORRELATION and low > 1):
        kind_of_number = "a correlation beyond 1" if kind is Statistic.CORRELATION else "a square below zero"
        return says(verdict=Verdict.IMPOSSIBLE, reason=f"{name} would be {kind_of_number}")
    if not p_values.is_possible(p):
        return says(verdict=Verdict.IMPOSSIBLE, reason=f"{p_values.told(p)} is no probability")
    most = max(_tail(kind, low, each) for each in freedom)
    least = min(_tail(kind, high, each) for each in freedom)
    halved = (least / 2, most / 2)
    fits_halved = kind in _EITHER_WAY and p_values.agrees(p, *halved)
    if one_tailed and kind in _EITHER_WAY:
        fits = fits_halved or p_values.agrees(p, 1 - most / 2, 1 - least / 2)
        least, most = halved
    else:
        fits = p_values.agrees(p, least, most)
    computed = (("p_low", f"{least:.6g}"), ("p_high", f"{most:.6g}"))
    told = p_values.computed(least, most, digits=3)
    reason = f"{name} gives {told}{' one-tailed' if one_tailed and kind in _EITHER_WAY else ''}"
    if fits:
        zero = "; no p is zero, so print it as a bound, as < .001" if p.value == 0 and p.relation == "=" else ""
        reason += f", which {p_values.told(p)} agrees with{zero}"
        return says(verdict=Verdict.CONSISTENT, reason=reason, computed=computed)
    opposite = _opposite(p, least, most, level=float(p_values.level(alpha, name="alpha")))
    reason += f", not {p_values.told(p)}" + (f", and {shown(alpha)} lies between" if opposite else "")
    if fits_halved and not one_tailed:
        reason += "; a one-tailed test would give it"
    verdict = Verdict.DECISION_ERROR if opposite else Verdict.INCONSISTENT
    return says(verdict=verdict, reason=reason, computed=computed)


def _opposite(p: Figure, least: float, most: float, *, level: float) -> bool:
    """Tell whether the printed p claims one side of the level and the computed one is on the other.

    As statcheck does, a p printed at the level itself claims to be significant.
    """
    value = float(p.value)
    significant = value <= level and p.relation in {"=", "<", "<="}
    not_significant = (value > level and p.relation == "=") or (value >= level and p.relation in {">", ">="})
    return (significant and least > level) or (not_significant and most <= level)


def _freedom(kind: Statistic, df: Figure | None, df2: Figure | None) -> list[tuple[float, ...]]:
    """Give the degrees of freedom to try: as printed, and of a rounded fraction what lies at its edges."""
    given = [figure for figure in (df, df2) if figure is not None]
    needed = _DF_NEEDED.get(kind, 1)
    if len(given) != needed or (df is None and df2 is not None):
        wanted = ("no df", "df", "df and df2")[needed]
        raise UsageError(f"{kind} has {wanted}; give {'none' if needed == 0 else 'these and no more'}")
    choices = []
    for name, figure in zip(("df", "df2"), given, strict=False):
        printed = degrees_of_freedom(figure, name=name)
        edges = () if figure.step >= 1 else (float(figure.low), float(figure.high))
        choices.append([printed, *edges])
    return list(product(*choices))


def _span(statistic: Figure, *, either_way: bool) -> tuple[float, float]:
    """Give the least and the greatest statistic behind what is printed; regardless of its sign where either way counts.

    Of a t below 1 the size is meant.
    """
    low, high = float(statistic.low), float(statistic.high)
    bound = float(statistic.value)
    if statistic.relation in {">", ">="}:
        low, high = bound, math.inf
    elif statistic.relation != "=":
        low, high = -bound if either_way and bound > 0 else -math.inf, bound
    if not either_way:
        return max(low, 0.0), high
    ends = sorted((abs(low), abs(high)))
    return (0.0 if low < 0 < high else ends[0]), ends[1]


def _tail(kind: Statistic, value: float, freedom: tuple[float, ...]) -> float:
    if kind is Statistic.Z:
        return normal_two_tailed(value)
    if kind is Statistic.T:
        return t_two_tailed(value, df=freedom[0])
    if kind is Statistic.CORRELATION:
        rest = 1 - value * value
        return t_two_tailed(value * (freedom[0] / rest) ** 0.5, df=freedom[0]) if rest > 0 else 0.0
    if kind is Statistic.F:
        return f_upper_tail(value, df1=freedom[0], df2=freedom[1])
    return chi_squared_upper_tail(value, df=freedom[0])


def _named(kind: Statistic, statistic: Figure, df: Figure | None, df2: Figure | None) -> str:
    within = ", ".join(shown(figure) for figure in (df, df2) if figure is not None)
    is_sign = "" if statistic.relation != "=" else "= "
    return f"{kind}{f'({within})' if within else ''} {is_sign}{shown(statistic)}"
