"""A printed estimate with its sampling variance from its interval, or from its p."""

from typing import Final

from evidence.dossier import Effect
from evidence.effects.estimated import Estimated, Result
from evidence.effects.halfway import is_half_way, middle
from evidence.effects.placed import (
    Placed,
    function_of,
    on_its_scale,
    place,
    place_estimate,
    tell_how_standardized,
    told_like,
)
from evidence.effects.quantiles import quantile_of_level, quantile_of_p
from evidence.effects.scales import WITHOUT_NULL, Scale, onto, scale_of, slope
from evidence.effects.sizes import Sizes
from evidence.effects.workings import Contradictory, Lacking, Workings, attempt
from evidence.vocab import Measure

_HANDBOOK: Final = "Cochrane Handbook version 6, sections 6.3 and 6.5.2"
_DELTA: Final = "Oehlert 1992, Am Stat 46:27, for the delta method"
_LIMITS: Final = ("lower limit", "upper limit")
_SLOPES: Final = {
    Scale.LOG: "/estimate",
    Scale.LOGIT: "/(estimate (1 - estimate))",
    Scale.FISHER_Z: "/(1 - estimate^2)",
}


def from_interval(effect: Effect, measure: Measure, *, sizes: Sizes) -> Result:
    """Give the printed estimate with a variance from the width of its interval, on the scale of the measure."""

    def compute(work: Workings) -> Estimated:
        if effect.ci_low is None and effect.ci_high is None:
            raise Lacking("no interval is recorded", *_LIMITS)
        figures = (effect.estimate, effect.ci_low, effect.ci_high)
        estimate, low, high = place(work, zip(("estimate", *_LIMITS), figures, strict=True))
        low, high = _in_order(work, low, high)
        if estimate.high < low.low or estimate.low > high.high:
            raise Contradictory(
                f"the estimate {estimate.figure} lies outside its interval, {low.figure} to {high.figure}"
            )
        half = quantile_of_level(work, effect.ci_level, df=sizes.df_of_small(measure))
        result = _as_printed if _is_of_the_print(measure, estimate, low, high) else _on_scale
        return result(work, estimate, low, high, half=half)

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


def _on_scale(work: Workings, estimate: Placed, low: Placed, high: Placed, *, half: float) -> Estimated:
    work.assume(f"SE taken from the width of the interval{on_its_scale(work)}")
    tell_how_standardized(work)
    yi, lower, upper = (figure.on(work.measure) for figure in (estimate, low, high))
    scale = scale_of(work.measure)
    if not is_half_way(estimate, low, high, scale=scale):
        halfway = told_like(estimate, middle(low, high, scale=scale))
        work.assume(
            f"the printed interval is not half-way: between {low.figure} and {high.figure} that is "
            f"{halfway}{on_its_scale(work)}, not {estimate.figure}; an exact, profile or bootstrap interval may lie so"
        )
    low_limit, high_limit = (function_of(work, name) for name in _LIMITS)
    return work.give(
        yi,
        ((upper - lower) / (2 * half)) ** 2,
        formula=f"y = {function_of(work, 'estimate')}; v = (({high_limit} - {low_limit})/(2 q))^2, q = {half:.6f}",
        source=_HANDBOOK,
    )


def _as_printed(work: Workings, estimate: Placed, low: Placed, high: Placed, *, half: float) -> Estimated:
    scale = scale_of(work.measure)
    work.assume(
        "SE taken from the width of the interval as it is printed, since the estimate is half-way there and not"
        f"{on_its_scale(work)}, and carried over by the delta method"
    )
    yi, steepness = estimate.on(work.measure), slope(scale, float(estimate.plain))
    return work.give(
        yi,
        (float(high.plain - low.plain) / (2 * half) * steepness) ** 2,
        formula=f"y = {function_of(work, 'estimate')}; v = ((upper limit - lower limit)/(2 q) {_SLOPES[scale]})^2, "
        f"q = {half:.6f}",
        source=f"{_HANDBOOK}; {_DELTA}",
    )


def _is_of_the_print(measure: Measure, estimate: Placed, low: Placed, high: Placed) -> bool:
    """Tell whether an interval can only be an estimate and so many SEs either way, before it was put on its scale.

    Such an interval of a proportion or a correlation may reach beyond what these can be. One that ends just there may
    have been cut off; and that of a ratio has to lie above 0.
    """
    scale = scale_of(measure)
    if scale is Scale.NATURAL or (scale is Scale.LOG and low.plain <= 0):
        return False
    if any(limit.can_be(measure) and onto(scale, float(limit.plain)) is None for limit in (low, high)):
        return False
    on_scale, natural = (is_half_way(estimate, low, high, scale=one) for one in (scale, Scale.NATURAL))
    return natural and not on_scale


def _in_order(work: Workings, low: Placed, high: Placed) -> tuple[Placed, Placed]:
    """Give the limits in order: two below zero may be printed in the order of their size."""
    if low.plain <= high.plain:
        return low, high
    if low.plain >= 0:
        raise Contradictory(f"the interval {low.figure} to {high.figure} runs backwards")
    work.assume(f"the interval {low.figure} to {high.figure} read as {high.figure} to {low.figure}")
    return high, low
