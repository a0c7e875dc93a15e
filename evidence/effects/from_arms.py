"""The effect that the figures of the arms make, whatever the paper's own estimate is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from evidence.dossier import Arm, Effect
from evidence.effects.arms import only_arm, pair_of
from evidence.effects.estimated import Estimated, NotComputed, Result
from evidence.effects.means import mean, mean_change, mean_difference, ratio_of_means
from evidence.effects.proportion import proportion
from evidence.effects.scales import WITHOUT_NULL, onto, scale_of
from evidence.effects.sizes import Sizes
from evidence.effects.standardized import standardized_mean_change, standardized_mean_difference
from evidence.effects.tables import odds_ratio, risk_difference, risk_ratio
from evidence.effects.workings import Contradictory, Lacking, Workings, attempt
from evidence.vocab import Measure

_OF_TWO: Final[Mapping[Measure, Callable[[Arm, Arm], Result]]] = {
    Measure.RISK_RATIO: risk_ratio,
    Measure.ODDS_RATIO: odds_ratio,
    Measure.RISK_DIFFERENCE: risk_difference,
    Measure.MEAN_DIFFERENCE: mean_difference,
    Measure.STANDARDIZED_MEAN_DIFFERENCE: standardized_mean_difference,
    Measure.RATIO_OF_MEANS: ratio_of_means,
}
_OF_ONE: Final[Mapping[Measure, Callable[[Arm], Result]]] = {
    Measure.PROPORTION: proportion,
    Measure.MEAN: mean,
    Measure.MEAN_CHANGE: mean_change,
    Measure.STANDARDIZED_MEAN_CHANGE: standardized_mean_change,
}
_OF_RISKS: Final = frozenset({Measure.RISK_RATIO, Measure.RISK_DIFFERENCE})
_NEEDS: Final = {
    Measure.HAZARD_RATIO: "the time of each event",
    Measure.INCIDENCE_RATE_RATIO: "the time that each arm was observed",
    Measure.CORRELATION: "both values of each member",
}


def from_arms(effect: Effect, measure: Measure, *, sizes: Sizes) -> Result:
    """Give the effect of the intervention arm against the comparator arm, or that of the only arm."""

    def compute(work: Workings) -> Estimated:
        if sizes.pooled:
            raise Lacking("the figures are of several studies, and adding up their arms is not pooling them")
        if measure in _OF_ONE:
            result = _OF_ONE[measure](only_arm(work, effect, n=sizes.total))
        elif measure in _OF_TWO:
            if sizes.within:
                raise Lacking("the same people were in both arms, so the arms cannot be compared as two groups")
            if sizes.chosen and measure in _OF_RISKS:
                raise Lacking("a study that chose its cases and controls has no risks, only odds")
            result = _OF_TWO[measure](*pair_of(work, effect))
        else:
            raise Lacking(f"of the arms it would take {_NEEDS[measure]}", "lower limit", "upper limit")
        if isinstance(result, NotComputed):
            raise Lacking(result.reason, *result.missing)
        _need_agreement(effect, result)
        return replace(result, assumptions=(*work.assumptions, *result.assumptions))

    return attempt(measure, compute)


def _need_agreement(effect: Effect, result: Estimated) -> None:
    """Refuse an effect that goes the other way than the printed one, of which it was said which way is good.

    The mean of the only arm has to be the printed change as well: it may be that before or after.
    """
    printed, measures = effect.estimate, {effect.measure, result.measure}
    if printed is None or effect.measure is None or measures & WITHOUT_NULL:
        return
    side = onto(scale_of(effect.measure), float(printed.value))
    if side is not None and side * result.yi < 0:
        raise Contradictory(f"the arms give the other direction than the printed {effect.measure} of {printed}")
    if measures == {Measure.MEAN_CHANGE} and not printed.low <= Decimal(result.yi) <= printed.high:
        raise Lacking(f"the mean of its arm is not the printed change of {printed}")
