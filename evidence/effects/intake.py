"""The one effect that a record makes for pooling, and which of its figures it rests on.

What is tried first, and why:

1. the printed estimate with its interval: what the authors stand for, adjusted and stratified as they planned it;
2. the figures of the arms: crude, but exact;
3. the printed estimate with the variance that its sample's size gives: for correlations, standardized differences
   and proportions only, whose variance depends on little else;
4. the test that is recorded with it: t, F or r with the sizes, or the estimate with its t, F or z;
5. a standardized difference from the exact p of its test and the sizes;
6. the printed estimate with its p: last, since a p is printed with few digits.

The estimate of a review is taken with its interval, its z or its p only: its people do not tell how it varies.

What is not recorded is made up for by the next way. What contradicts itself, as an estimate outside its interval, is
not: some figure of it is wrong, and nobody can tell which, so only the arms may stand in for it.

Where another measure is wanted than the printed one, the arms can give it, or the test of a difference of means; a
conversion is never made unasked (``converted`` makes it). Whether the estimate and the arms agree is for rules to say.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final, Protocol

from evidence.dossier import Effect, Sample, StatisticalTest
from evidence.effects.estimated import Estimated, NotComputed, Result
from evidence.effects.from_arms import from_arms
from evidence.effects.from_print import from_interval, from_p
from evidence.effects.from_size import BY_SIZE, from_size
from evidence.effects.from_statistic import from_p_and_size, from_statistic
from evidence.effects.scales import WITHOUT_NULL
from evidence.effects.sizes import Sizes, sizes_of
from evidence.vocab import Design, Measure, Statistic

_OF_ONE_GROUP: Final = frozenset({Measure.MEAN, Measure.MEAN_CHANGE, Measure.STANDARDIZED_MEAN_CHANGE})
"""Whose figures look alike, and are of different things."""


_MD: Final = Measure.MEAN_DIFFERENCE
_SMD: Final = Measure.STANDARDIZED_MEAN_DIFFERENCE


class _Way(Protocol):
    """A way to an effect from what is recorded."""

    def __call__(self, effect: Effect, measure: Measure, *, sizes: Sizes) -> Result:
        """Give the effect, or what is missing for it this way."""


_FROM: Final[Mapping[_Way, str]] = {from_arms: "the arms", from_statistic: "its test"}
_AGAINST_NONE: Final[Collection[_Way]] = (from_statistic, from_p_and_size, from_p)
"""Ways by a test against no effect, which a measure without one does not have."""


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
    sizes = sizes_of(effect, sample=sample, design=design, measure=measure)
    failed: list[NotComputed] = []
    for way in _ways(effect, measure, sizes):
        if way is not from_arms and any(one.contradictory for one in failed):
            continue
        result = way(effect, measure, sizes=sizes)
        if isinstance(result, Estimated):
            told = (*_why_so(effect, measure, way, failed), *result.assumptions)
            return replace(result, good=effect.good, assumptions=told)
        failed.append(result)
    missing = dict.fromkeys(figure for one in failed for figure in one.missing)
    reasons = dict.fromkeys(one.reason for one in failed)
    contradictory = any(one.contradictory for one in failed)
    return NotComputed(measure=measure, reason="; ".join(reasons), missing=tuple(missing), contradictory=contradictory)


def measures_of(effect: Effect, *, sample: Sample | None = None, design: Design | None = None) -> tuple[Measure, ...]:
    """Give the measures in which ``estimated`` would give this effect if they were wanted, its own before the others.

    Of an effect without a measure these are the ones that its arms, or its test, make.
    """
    wanted = [effect.measure, *Measure] if effect.measure else Measure
    return tuple(
        measure
        for measure in dict.fromkeys(wanted)
        if isinstance(estimated(effect, sample=sample, design=design, wanted=measure), Estimated)
    )


def _ways(effect: Effect, measure: Measure, sizes: Sizes) -> list[_Way]:
    is_own = measure is effect.measure
    ways: list[_Way] = [from_interval, from_arms] if is_own else [from_arms]
    if is_own and measure in BY_SIZE and not sizes.pooled and not _has_events(effect):
        ways.append(from_size)
    if effect.test is not None and (is_own or _is_tested(effect, effect.test, measure)):
        ways.append(from_statistic)
    if is_own and measure is _SMD and effect.estimate is None and effect.p is not None:
        ways.append(from_p_and_size)
    if is_own:
        ways.append(from_p)
    return [way for way in ways if measure not in WITHOUT_NULL or way not in _AGAINST_NONE]


def _has_events(effect: Effect) -> bool:
    return any(arm.events is not None or arm.percent is not None for arm in effect.arms)


def _is_tested(effect: Effect, test: StatisticalTest, measure: Measure) -> bool:
    """Tell whether a test tells of another measure than the effect's own: t and F of a difference, or r of itself."""
    if measure is _SMD:
        return effect.measure in {None, _MD} and test.statistic in {Statistic.T, Statistic.F}
    return measure is Measure.CORRELATION and effect.measure is None and test.statistic is Statistic.CORRELATION


def _why_so(effect: Effect, measure: Measure, way: _Way, failed: list[NotComputed]) -> tuple[str, ...]:
    if measure is not effect.measure:
        return (f"computed from {_FROM[way]}, since the paper's own measure is {effect.measure or 'not recorded'}",)
    if not failed:
        return ()
    told = "the printed interval is not used" if failed[0].contradictory else "not from a printed interval"
    return (f"{told}, since {failed[0].reason}",)
