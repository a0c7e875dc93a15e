"""The one effect that a record makes for pooling, and which of its figures it rests on.

What is tried first, and why:

1. the printed estimate with its interval: what the authors stand for, adjusted and stratified as they planned it;
2. the figures of the arms: crude, but exact;
3. the printed estimate with the variance that its sample's size gives: for correlations, standardized differences
   and proportions only, whose variance depends on little else;
4. the printed estimate with its p: last, since a p is printed with few digits.

The estimate of a review is taken with its interval or its p only: its people do not tell how it varies.

Where another measure is wanted than the printed one, only the arms can give it; a conversion is never made unasked
(``conversions`` has them). Whether the estimate and the arms agree is for rules to say.
"""

from dataclasses import replace
from typing import Final, Protocol

from evidence.dossier import Effect, Sample
from evidence.effects.estimated import Estimated, NotComputed, Result
from evidence.effects.from_arms import from_arms
from evidence.effects.from_print import from_interval, from_p
from evidence.effects.from_size import BY_SIZE, from_size
from evidence.effects.scales import WITHOUT_NULL
from evidence.effects.sizes import Sizes, sizes_of
from evidence.vocab import Design, Measure

_OF_ONE_GROUP: Final = frozenset({Measure.MEAN, Measure.MEAN_CHANGE, Measure.STANDARDIZED_MEAN_CHANGE})
"""Whose figures look alike, and are of different things."""


class _Way(Protocol):
    """A way to an effect from what is recorded."""

    def __call__(self, effect: Effect, measure: Measure, *, sizes: Sizes) -> Result:
        """Give the effect, or what is missing for it this way."""


def estimated(
    effect: Effect, *, sample: Sample | None = None, design: Design | None = None, wanted: Measure | None = None
) -> Result:
    """Give the effect on the scale on which its measure, or the wanted one, is pooled; or what is missing for it.

    ``sample`` gives the size where the arms do not; ``design`` tells whether two arms are the same people.
    """
    measure = wanted or effect.measure
    if measure is None:
        return NotComputed(
            measure=None, reason="it is not recorded in which measure the effect is", missing=("measure",)
        )
    if effect.measure is not None and measure is not effect.measure and measure in _OF_ONE_GROUP:
        reason = f"it is of the measure {effect.measure}, from which no {measure} follows"
        return NotComputed(measure=measure, reason=reason)
    sizes = sizes_of(effect, sample=sample, design=design)
    failed: list[NotComputed] = []
    for way in _ways(effect, measure, sizes):
        result = way(effect, measure, sizes=sizes)
        if isinstance(result, Estimated):
            told = (*_why_not_the_interval(effect, measure, failed), *result.assumptions)
            return replace(result, good=effect.good, assumptions=told)
        failed.append(result)
    missing = dict.fromkeys(figure for one in failed for figure in one.missing)
    reasons = dict.fromkeys(one.reason for one in failed)
    return NotComputed(measure=measure, reason="; ".join(reasons), missing=tuple(missing))


def _ways(effect: Effect, measure: Measure, sizes: Sizes) -> list[_Way]:
    if measure is not effect.measure:
        return [from_arms]
    ways: list[_Way] = [from_interval, from_arms]
    if measure in BY_SIZE and not sizes.pooled and all(arm.events is None is arm.percent for arm in effect.arms):
        ways.append(from_size)
    if measure not in WITHOUT_NULL:
        ways.append(from_p)
    return ways


def _why_not_the_interval(effect: Effect, measure: Measure, failed: list[NotComputed]) -> tuple[str, ...]:
    if measure is not effect.measure:
        return (f"computed from the arms, since the paper's own measure is {effect.measure or 'not recorded'}",)
    return (f"not from a printed interval, since {failed[0].reason}",) if failed else ()
