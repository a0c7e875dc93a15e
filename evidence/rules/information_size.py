"""How many people the studies of an effect have, and how many one trial of it would need."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from evidence.effects.arms import pair_of
from evidence.effects.counts import count_of
from evidence.effects.scales import back, scale_of
from evidence.effects.workings import Lacking, Workings
from evidence.limits import Limits
from evidence.numbers.sample_size import for_means, for_proportions
from evidence.pooling.fits import by_moments
from evidence.rules.chosen import Chosen
from evidence.rules.measures import OF_RISKS
from evidence.rules.words import called
from evidence.vocab import Design, Measure

_IN_PARALLEL: Final = frozenset({Design.RANDOMIZED, Design.NON_RANDOMIZED, Design.COHORT})


@dataclass(frozen=True, kw_only=True, slots=True)
class InformationSize:
    """The people that there are, and those that there should be."""

    people: int
    needed: int
    """In two arms together: the optimal information size."""
    takes: str
    """What needs so many, as "to find SMD 0.2 takes 786"."""


def information_size(chosen: Sequence[Chosen], *, limits: Limits) -> InformationSize | None:
    """Give the size that one effect or more have and need; none where that is not asked.

    It is not asked of an effect that is not told from none, nor of one in the unit of a scale. Raises ``Lacking``
    where the record does not hold what it takes. GRADE guidelines 6, Guyatt 2011, J Clin Epidemiol 64:1283.
    """
    measure = chosen[0].result.measure
    if measure not in {*OF_RISKS, Measure.STANDARDIZED_MEAN_DIFFERENCE}:
        return None
    effects, variances = [each.result.yi for each in chosen], [each.result.vi for each in chosen]
    fit = by_moments(effects, variances, level=limits.confidence_level / 100)
    if fit.wald.low <= 0 <= fit.wald.high:
        return None
    pooled = back(scale_of(measure), fit.estimate)
    people = sum(_people(each) for each in chosen)
    risk = risk_in_comparators(chosen) if measure in OF_RISKS else None
    needed = 2 * _needed(measure, pooled, risk, limits)
    at = "" if risk is None else f" at a risk of {risk:.0%}"
    return InformationSize(people=people, needed=needed, takes=f"to find {measure} {pooled:.2g}{at} takes {needed:,}")


def risk_in_comparators(chosen: Sequence[Chosen]) -> float:
    """Give the share of events among all people of the comparators; of one kind of event alone."""
    if len({each.effect.good for each in chosen} - {None}) > 1:
        raise Lacking("events of which more are good are put together with events of which fewer are")
    work = Workings(chosen[0].result.measure)
    counts = [count_of(work, pair_of(work, each.effect)[1]) for each in chosen]
    return float(Fraction(sum(count.events for count in counts), sum(count.n for count in counts)))


def _people(one: Chosen) -> int:
    if one.line.study is None or one.line.study.design not in _IN_PARALLEL:
        raise Lacking(f"{called(one.line.source)} has no two arms of different people, which the size is made for")
    if one.row.n is None:
        raise Lacking(f"how many people {called(one.line.source)} analysed is not recorded")
    return one.row.n


def _needed(measure: Measure, pooled: float, risk: float | None, limits: Limits) -> int:
    level, power = limits.confidence_level / 100, limits.planned_power / 100
    if risk is None:
        each = for_means(pooled, confidence=level, power=power)
    else:
        each = for_proportions(risk, _other_risk(measure, pooled, risk), confidence=level, power=power)
    if each is None:
        raise Lacking(f"no trial could find an effect as small as {measure} {pooled:.2g}")
    return each


def _other_risk(measure: Measure, pooled: float, risk: float) -> float:
    if not 0 < risk < 1:
        raise Lacking(f"{'nobody' if risk == 0 else 'everybody'} in the comparators had the event")
    other = {
        Measure.RISK_RATIO: risk * pooled,
        Measure.ODDS_RATIO: 1 - (1 - risk) / (1 - risk + risk * pooled),
        Measure.RISK_DIFFERENCE: risk + pooled,
    }[measure]
    if not 0 <= other <= 1:
        raise Lacking(f"a risk of {risk:.0%} and {measure} {pooled:.2g} make no risk")
    return other
