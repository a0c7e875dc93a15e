"""Differences in units of the standard deviation, without the bias of small samples."""

import math
from fractions import Fraction
from typing import Final

from evidence.dossier import Arm
from evidence.effects.estimated import Estimated, Result
from evidence.effects.means import group_of
from evidence.effects.workings import Lacking, Workings, attempt, called
from evidence.vocab import Measure

BETWEEN: Final = "Hedges 1981, J Educ Stat 6:107; escalc (SMD) of R metafor"
WITHIN: Final = "Gibbons, Hedeker & Davis 1993, J Educ Stat 18:271; escalc (SMCC) of R metafor"
VARIANCE: Final = "v = 1/n1 + 1/n2 + g^2/(2(n1 + n2))"
VARIANCE_WITHIN: Final = "v = 1/n + g^2/(2n)"
_LARGE: Final = 300
"""Degrees of freedom from which the gamma function would overflow before long."""


def hedges_correction(df: int) -> float:
    """Give the exact factor J that takes the bias of small samples from d, for 2 degrees of freedom or more.

    J = Gamma(m/2) / (sqrt(m/2) Gamma((m - 1)/2)) by Hedges 1981; for large m by the asymptotic series of the
    logarithm of gamma (DLMF 5.11.8), whose error there is below 1e-17.
    """
    if df <= _LARGE:
        return math.gamma(df / 2) / math.gamma((df - 1) / 2) / math.sqrt(df / 2)
    z = (df - 1) / 2
    return math.exp(-1 / (8 * z) + 1 / (192 * z**3) - 1 / (640 * z**5)) * math.sqrt(z / (z + 0.5))


def corrected(d: float, *, df: int) -> float:
    """Give g = J d; with fewer than 2 degrees of freedom there is none."""
    if df < 2:  # noqa: PLR2004 - Gamma(0) in the denominator
        raise Lacking(f"its groups are too small: {df} degrees of freedom of the 2 that the correction needs")
    return hedges_correction(df) * d


def variance_between(g: float, n1: Fraction, n2: Fraction) -> float:
    """Give the sampling variance of g between two groups."""
    return float(1 / n1 + 1 / n2) + g * g / (2 * float(n1 + n2))


def variance_within(g: float, n: int) -> float:
    """Give the sampling variance of a standardized mean change, in units of the SD of the changes."""
    return 1 / n + g * g / (2 * n)


def standardized_mean_difference(intervention: Arm, comparator: Arm) -> Result:
    """Give Hedges' g of two arms, with the exact correction."""

    def compute(work: Workings) -> Estimated:
        one, other = group_of(work, intervention), group_of(work, comparator)
        df = one.n + other.n - 2
        pooled = math.sqrt(((one.n - 1) * one.sd**2 + (other.n - 1) * other.sd**2) / df)
        if pooled == 0:
            raise Lacking("neither arm has any spread, and its SD is the unit of an SMD")
        g = corrected(float(one.mean - other.mean) / pooled, df=df)
        return work.give(
            g,
            variance_between(g, Fraction(one.n), Fraction(other.n)),
            formula=f"y = g = J (m1 - m2)/s, s pooled, J with {df} degrees of freedom; {VARIANCE}",
            source=BETWEEN,
        )

    return attempt(Measure.STANDARDIZED_MEAN_DIFFERENCE, compute)


def standardized_mean_change(arm: Arm) -> Result:
    """Give the mean change of one group in units of the SD of the changes, with the exact correction."""

    def compute(work: Workings) -> Estimated:
        group = group_of(work, arm)
        work.assume(f"mean and SD of {called(arm)} taken as those of the change")
        if group.sd == 0:
            raise Lacking("its changes have no spread, and their SD is the unit of an SMCC")
        g = corrected(float(group.mean / group.sd), df=group.n - 1)
        formula = f"y = g = J m/s, J with {group.n - 1} degrees of freedom; {VARIANCE_WITHIN}"
        return work.give(g, variance_within(g, group.n), formula=formula, source=WITHIN)

    return attempt(Measure.STANDARDIZED_MEAN_CHANGE, compute)
