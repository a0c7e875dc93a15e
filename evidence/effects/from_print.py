"""A printed estimate with its sampling variance from its interval, or from its p."""

from typing import Final

from evidence.dossier import Effect
from evidence.effects.estimated import Estimated, Result
from evidence.effects.placed import Placed, function_of, on_its_scale, place, place_estimate, tell_how_standardized
from evidence.effects.quantiles import quantile_of_level, quantile_of_p
from evidence.effects.scales import WITHOUT_NULL
from evidence.effects.sizes import Sizes
from evidence.effects.workings import Lacking, Workings, attempt
from evidence.vocab import Measure

_HANDBOOK: Final = "Cochrane Handbook version 6, sections 6.3 and 6.5.2"
_LIMITS: Final = ("lower limit", "upper limit")


def from_interval(effect: Effect, measure: Measure, *, sizes: Sizes) -> Result:
    """Give the printed estimate with a variance from the width of its interval, on the scale of the measure."""

    def compute(work: Workings) -> Estimated:
        if effect.ci_low is None and effect.ci_high is None:
            raise Lacking("no interval is recorded", *_LIMITS)
        figures = (effect.estimate, effect.ci_low, effect.ci_high)
        estimate, low, high = place(work, zip(("estimate", *_LIMITS), figures, strict=True))
        _need_order(estimate, low, high)
        half = quantile_of_level(work, effect.ci_level, df=sizes.df_of_small(measure))
        work.assume(f"SE taken from the width of the interval{on_its_scale(work)}")
        tell_how_standardized(work)
        low_limit, high_limit = (function_of(work, name) for name in _LIMITS)
        return work.give(
            estimate.value,
            ((high.value - low.value) / (2 * half)) ** 2,
            formula=f"y = {function_of(work, 'estimate')}; v = (({high_limit} - {low_limit})/(2 q))^2, q = {half:.6f}",
            source=_HANDBOOK,
        )

    return attempt(measure, compute)


def from_p(effect: Effect, measure: Measure, *, sizes: Sizes) -> Result:
    """Give the printed estimate with a variance from its two-sided p against no effect."""

    def compute(work: Workings) -> Estimated:
        if measure in WITHOUT_NULL:
            raise Lacking("p of a single group does not tell against which value it was tested", *_LIMITS)
        estimate = place_estimate(work, effect.estimate)
        errors = quantile_of_p(work, effect.p, df=sizes.df_of_small(measure))
        if estimate == 0:
            raise Lacking("from p no standard error follows for an estimate of no effect", *_LIMITS)
        work.assume(f"SE taken from p{on_its_scale(work)}")
        return work.give(
            estimate,
            (estimate / errors) ** 2,
            formula=f"y = {function_of(work, 'estimate')}; v = (y/q)^2, q = {errors:.6f}",
            source=_HANDBOOK,
        )

    return attempt(measure, compute)


def _need_order(estimate: Placed, low: Placed, high: Placed) -> None:
    interval = f"{low.figure} to {high.figure}"
    if low.value > high.value:
        raise Lacking(f"the interval {interval} runs backwards")
    if estimate.high < low.low or estimate.low > high.high:
        raise Lacking(f"the estimate {estimate.figure} lies outside its interval, {interval}")
