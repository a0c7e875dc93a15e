"""Means with their standard deviations, as a difference, a ratio, or the mean of one group."""

import math
from fractions import Fraction
from typing import Final, NamedTuple

from evidence.dossier import Arm
from evidence.effects.estimated import Estimated, Result
from evidence.effects.workings import Lacking, Workings, attempt, called
from evidence.vocab import Measure

_DIFFERENCE: Final = "Borenstein et al. 2009, Introduction to Meta-Analysis, chapter 4; escalc (MD) of R metafor"
_RATIO: Final = "Hedges, Gurevitch & Curtis 1999, Ecology 80:1150; escalc (ROM) of R metafor"
_ONE: Final = "Lipsey & Wilson 2001, Practical Meta-Analysis; escalc (MN) of R metafor"


class Group(NamedTuple):
    """The mean, the standard deviation and the size of a group."""

    mean: Fraction
    sd: Fraction
    n: int


def group_of(work: Workings, arm: Arm) -> Group:
    """Give the figures of an arm that has them all."""
    name = called(arm)
    mean, sd = work.take(f"mean of {name}", arm.mean), work.take(f"SD of {name}", arm.sd)
    n = work.whole(f"n of {name}", arm.n)
    if sd < 0:
        raise Lacking(f"SD of {name} is {arm.sd}, which no SD can be")
    if n < 2:  # noqa: PLR2004 - one value does not spread
        raise Lacking(f"n of {name} is {n}, and an SD needs two")
    return Group(mean, sd, n)


def mean_difference(intervention: Arm, comparator: Arm) -> Result:
    """Give the difference of two means in their own unit; the arms may differ in spread."""

    def compute(work: Workings) -> Estimated:
        one, other = group_of(work, intervention), group_of(work, comparator)
        return work.give(
            float(one.mean - other.mean),
            float(one.sd**2 / one.n + other.sd**2 / other.n),
            formula="y = m1 - m2; v = s1^2/n1 + s2^2/n2",
            source=_DIFFERENCE,
        )

    return attempt(Measure.MEAN_DIFFERENCE, compute)


def ratio_of_means(intervention: Arm, comparator: Arm) -> Result:
    """Give the log of the ratio of two means, both of which have to be above zero."""

    def compute(work: Workings) -> Estimated:
        one, other = group_of(work, intervention), group_of(work, comparator)
        if one.mean <= 0 or other.mean <= 0:
            raise Lacking("a ratio of means needs both means above 0")
        return work.give(
            math.log(one.mean) - math.log(other.mean),
            float((one.sd / one.mean) ** 2 / one.n + (other.sd / other.mean) ** 2 / other.n),
            formula="y = ln(m1/m2); v = s1^2/(n1 m1^2) + s2^2/(n2 m2^2)",
            source=_RATIO,
        )

    return attempt(Measure.RATIO_OF_MEANS, compute)


def mean(arm: Arm) -> Result:
    """Give the mean of one group in its own unit."""
    return attempt(Measure.MEAN, lambda work: _of_one(work, group_of(work, arm)))


def mean_change(arm: Arm) -> Result:
    """Give the mean change of one group, from the mean and the standard deviation of the changes."""

    def compute(work: Workings) -> Estimated:
        work.assume(f"mean and SD of {called(arm)} taken as those of the change")
        return _of_one(work, group_of(work, arm))

    return attempt(Measure.MEAN_CHANGE, compute)


def _of_one(work: Workings, group: Group) -> Estimated:
    return work.give(float(group.mean), float(group.sd**2 / group.n), formula="y = m; v = s^2/n", source=_ONE)
