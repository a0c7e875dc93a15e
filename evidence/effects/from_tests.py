"""Effects from what tests report: t, F with one degree of freedom between, r, and p of a t test."""

import math
from typing import Final

from evidence.effects.estimated import Estimated, Result
from evidence.effects.quantiles import quantile_of_p
from evidence.effects.scales import Scale, onto
from evidence.effects.sizes import Sizes
from evidence.effects.standardized import (
    BETWEEN,
    VARIANCE,
    VARIANCE_WITHIN,
    WITHIN,
    corrected,
    variance_between,
    variance_within,
)
from evidence.effects.workings import Lacking, Workings, attempt
from evidence.figures import Figure
from evidence.vocab import Measure

FISHER: Final = "Borenstein et al. 2009, Introduction to Meta-Analysis, chapter 6; escalc (ZCOR) of R metafor"
_LIPSEY: Final = "Lipsey & Wilson 2001, Practical Meta-Analysis, appendix B"


def difference_from_t(t: Figure, *, sizes: Sizes) -> Result:
    """Give Hedges' g from the t of two independent groups; its sign is that of t."""

    def compute(work: Workings) -> Estimated:
        return _difference(work, float(work.take("t", t)), sizes, "d = t sqrt(1/n1 + 1/n2)")

    return attempt(Measure.STANDARDIZED_MEAN_DIFFERENCE, compute)


def difference_from_f(f: Figure, *, sizes: Sizes, positive: bool) -> Result:
    """Give Hedges' g from an F with one degree of freedom between two groups; F itself has no sign."""

    def compute(work: Workings) -> Estimated:
        value = work.take("F", f)
        if value < 0:
            raise Lacking(f"F is {f}, which no F can be")
        t = math.copysign(math.sqrt(value), 1 if positive else -1)
        _tell_sign(work, "F", positive=positive)
        return _difference(work, t, sizes, "|d| = sqrt(F (1/n1 + 1/n2))")

    return attempt(Measure.STANDARDIZED_MEAN_DIFFERENCE, compute)


def difference_from_p(p: Figure, *, sizes: Sizes, positive: bool) -> Result:
    """Give Hedges' g from the two-sided p of a t test between two groups; p itself has no sign."""

    def compute(work: Workings) -> Estimated:
        everyone = sizes.all(work)
        if everyone <= 2:  # noqa: PLR2004 - the means of two groups take two degrees of freedom
            raise Lacking(f"{everyone} leave no degrees of freedom")
        t = quantile_of_p(work, p, df=everyone - 2)
        _tell_sign(work, "p", positive=positive)
        return _difference(work, t if positive else -t, sizes, "t from p; d = t sqrt(1/n1 + 1/n2)")

    return attempt(Measure.STANDARDIZED_MEAN_DIFFERENCE, compute)


def change_from_paired_t(t: Figure, *, n: int) -> Result:
    """Give the standardized mean change from the t of ``n`` pairs, in units of the SD of the changes."""

    def compute(work: Workings) -> Estimated:
        value = float(work.take("t", t))
        work.note("n", str(n))
        g = corrected(value / math.sqrt(max(n, 1)), df=n - 1)
        formula = f"d = t/sqrt(n); y = g = J d, J with {n - 1} degrees of freedom; {VARIANCE_WITHIN}"
        return work.give(g, variance_within(g, n), formula=formula, source=f"{_LIPSEY}; {WITHIN}")

    return attempt(Measure.STANDARDIZED_MEAN_CHANGE, compute)


def correlation_from_t(t: Figure, *, df: int) -> Result:
    """Give Fisher's z from the t that tests a correlation, with its degrees of freedom."""

    def compute(work: Workings) -> Estimated:
        value = float(work.take("t", t))
        work.note("df", str(df))
        if df < 2:  # noqa: PLR2004 - n is df + 2, and the variance 1/(n - 3)
            raise Lacking(f"a correlation with {df} degrees of freedom has no sampling variance")
        z = math.asinh(value / math.sqrt(df))
        formula = "r = t/sqrt(t^2 + df); y = atanh(r); v = 1/(df - 1), since n = df + 2"
        return work.give(z, 1 / (df - 1), formula=formula, source=f"{_LIPSEY}; Fisher 1921, Metron 1:3")

    return attempt(Measure.CORRELATION, compute)


def correlation_from_r(r: Figure, *, n: int) -> Result:
    """Give Fisher's z from a correlation among ``n``."""

    def compute(work: Workings) -> Estimated:
        z = onto(Scale.FISHER_Z, float(work.take("r", r)))
        work.note("n", str(n))
        if z is None:
            raise Lacking(f"r is {r}, which has no Fisher's z")
        if n <= 3:  # noqa: PLR2004 - the variance is 1/(n - 3)
            raise Lacking(f"a correlation among {n} has no sampling variance: it needs more than 3")
        return work.give(z, 1 / (n - 3), formula="y = atanh(r); v = 1/(n - 3)", source=FISHER)

    return attempt(Measure.CORRELATION, compute)


def _difference(work: Workings, t: float, sizes: Sizes, formula: str) -> Estimated:
    n1, n2 = sizes.two(work)
    df = int(n1 + n2) - 2
    g = corrected(t * math.sqrt(1 / n1 + 1 / n2), df=df)
    return work.give(
        g,
        variance_between(g, n1, n2),
        formula=f"{formula}; y = g = J d, J with {df} degrees of freedom; {VARIANCE}",
        source=f"{_LIPSEY}; {BETWEEN}",
    )


def _tell_sign(work: Workings, name: str, *, positive: bool) -> None:
    work.assume(f"d set {'above' if positive else 'below'} zero, since {name} has no sign")
