"""An effect in the measure that is asked for, converted where the record gives it in another only."""

from dataclasses import replace
from typing import Final, Protocol

from evidence.dossier import Effect, Sample
from evidence.effects.baseline import risk_of_comparator
from evidence.effects.conversions import (
    correlation_to_smd,
    mean_difference_to_smd,
    odds_ratio_to_risk_ratio,
    odds_ratio_to_smd,
    risk_ratio_to_odds_ratio,
    smd_to_correlation,
    smd_to_odds_ratio,
)
from evidence.effects.estimated import Estimated, NotComputed, Result
from evidence.effects.intake import estimated, measures_of
from evidence.effects.sizes import Sizes, sizes_of
from evidence.effects.workings import Lacking, Workings, attempt
from evidence.figures import Figure
from evidence.vocab import Design, Measure

_MD, _COR = Measure.MEAN_DIFFERENCE, Measure.CORRELATION
_SMD, _OR, _RR = Measure.STANDARDIZED_MEAN_DIFFERENCE, Measure.ODDS_RATIO, Measure.RISK_RATIO
_LINE: Final = (_COR, _SMD, _OR, _RR)
"""Each of which converts to its neighbours, and so by way of them to the others."""


def converted(
    effect: Effect,
    *,
    wanted: Measure,
    sample: Sample | None = None,
    design: Design | None = None,
    baseline_risk: Figure | None = None,
) -> Result:
    """Give the effect in the wanted measure, as ``estimated`` does where it can, else converted from another.

    Between COR, SMD, OR and RR all ways are open, and from MD to SMD; of those that the record gives the nearest is
    taken. Each step adds its formula, its source and what it takes for granted. Between OR and RR it takes the risk
    without the intervention, which is that of the comparator's arm where none is given.
    """
    direct = estimated(effect, sample=sample, design=design, wanted=wanted)
    if isinstance(direct, Estimated):
        return direct
    failed = [direct]
    have = [one for one in measures_of(effect, sample=sample, design=design) if _road(one, wanted)]
    for measure in sorted(have, key=lambda one: len(_road(one, wanted))):
        result = estimated(effect, sample=sample, design=design, wanted=measure)
        sizes = sizes_of(effect, sample=sample, design=design, measure=measure)
        for step in _road(measure, wanted):
            if isinstance(result, Estimated):
                result = _stepped(result, step, effect, sizes, baseline_risk)
        if isinstance(result, Estimated):
            return result
        failed.append(result)
    if not have:
        failed.append(NotComputed(measure=wanted, reason=f"nothing that is recorded of it converts to {wanted}"))
    return NotComputed(
        measure=wanted,
        reason="; ".join(dict.fromkeys(one.reason for one in failed)),
        missing=tuple(dict.fromkeys(figure for one in failed for figure in one.missing)),
        contradictory=direct.contradictory,
    )


def _road(start: Measure, end: Measure) -> tuple[Measure, ...]:
    """Give the measures to pass, the last of which is the end; none where no conversions lead there."""
    if start is _MD and end in _LINE:
        return (_SMD, *_road(_SMD, end))
    if start not in _LINE or end not in _LINE:
        return ()
    here, there = _LINE.index(start), _LINE.index(end)
    return _LINE[here + 1 : there + 1] if here < there else _LINE[there:here][::-1]


class _AtRisk(Protocol):
    """A conversion that takes a baseline risk."""

    def __call__(self, effect: Estimated, *, baseline_risk: Figure) -> Result:
        """Give the effect at this risk."""


def _stepped(before: Estimated, to: Measure, effect: Effect, sizes: Sizes, given: Figure | None) -> Result:
    known = None if sizes.pooled or (sizes.everyone is None and not sizes.within) else sizes
    step = {
        (_MD, _SMD): lambda: mean_difference_to_smd(before, sizes=sizes),
        (_SMD, _COR): lambda: smd_to_correlation(before, sizes=known),
        (_COR, _SMD): lambda: correlation_to_smd(before, sizes=known),
        (_SMD, _OR): lambda: smd_to_odds_ratio(before),
        (_OR, _SMD): lambda: odds_ratio_to_smd(before),
        (_OR, _RR): lambda: _at_risk(odds_ratio_to_risk_ratio, before, to, effect, sizes, given),
        (_RR, _OR): lambda: _at_risk(risk_ratio_to_odds_ratio, before, to, effect, sizes, given),
    }
    return step[before.measure, to]()


def _at_risk(
    convert: _AtRisk, before: Estimated, to: Measure, effect: Effect, sizes: Sizes, given: Figure | None
) -> Result:
    def compute(work: Workings) -> Estimated:
        risk = given or risk_of_comparator(work, effect, sizes=sizes)
        told = (*before.assumptions, *work.assumptions)
        result = convert(replace(before, assumptions=told), baseline_risk=risk)
        if isinstance(result, NotComputed):
            raise Lacking(result.reason, *result.missing)
        return result

    return attempt(to, compute)
