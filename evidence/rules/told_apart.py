"""Whether a line tells its effect from none: by its interval; without one by its p and the figures of its arms."""

from dataclasses import dataclass, replace
from fractions import Fraction
from statistics import NormalDist
from typing import Final

from evidence.dossier import Effect, Line
from evidence.effects.estimated import Estimated
from evidence.effects.intake import estimated
from evidence.effects.placed import place_estimate
from evidence.effects.scales import back
from evidence.effects.sizes import sizes_of
from evidence.effects.workings import Lacking, Workings
from evidence.limits import Limits
from evidence.numbers import p_values
from evidence.numbers.distributions import t_quantile
from evidence.rules.interval import RecordedInterval, distinct, recorded_interval
from evidence.rules.measures import null_of


@dataclass(frozen=True, kw_only=True, slots=True)
class ToldApart:
    """What the figures of a line say of its effect and none."""

    is_told: bool | None
    """Whether the effect is told from none; none where that is open."""
    words: str
    """By which figures, or why it is open."""


_NOTHING: Final = ToldApart(
    is_told=None, words="no confidence interval is recorded, and no p or counts that tell as much"
)


def told_apart(line: Line, limits: Limits) -> ToldApart:
    """Give what a line says of its effect and none.

    A printed interval decides: it is what the authors stand for. Without one p and an interval from the other figures
    are asked; where one says this and the other that, it is open which of them is of the estimate.
    """
    effect = line.effect
    null = None if effect is None or effect.measure is None else null_of(effect.measure)
    interval = None if effect is None or null is None else recorded_interval(effect, limits)
    if interval is not None and null is not None:
        return _by_interval(interval, null, limits)
    said = [told for told in (_by_figures(line, limits), _by_p(effect, limits)) if told is not None]
    answers = {told.is_told for told in said} - {None}
    words = "; ".join(told.words for told in said if not answers or told.is_told is not None)
    if len(answers) > 1:
        return ToldApart(is_told=None, words=f"{words}: they do not agree")
    return ToldApart(is_told=next(iter(answers), None), words=words) if said else _NOTHING


def _by_interval(interval: RecordedInterval, null: int, limits: Limits) -> ToldApart:
    low, high, level, told = interval.low.value, interval.high.value, interval.level, interval.told
    usual = f"one of {limits.confidence_level} % would be"
    if interval.fault is not None:
        return ToldApart(is_told=None, words=interval.fault)
    if low < null < high:
        if level > limits.confidence_level:
            return ToldApart(is_told=None, words=f"{told} holds {null}; {usual} narrower")
        return ToldApart(is_told=False, words=f"{told} holds {null}, which means no effect")
    if null in {low, high}:
        return ToldApart(
            is_told=None, words=f"{told} ends at {null}, which means no effect, and its rounding hides the side"
        )
    if level < limits.confidence_level:
        return ToldApart(is_told=None, words=f"{told} leaves out {null}; {usual} wider")
    return ToldApart(is_told=True, words=f"{told} leaves out {null}")


def _by_p(effect: Effect | None, limits: Limits) -> ToldApart | None:
    """Give what the printed p says, as of two sides and of the estimate itself; none without one."""
    if effect is None or effect.p is None:
        return None
    alpha, told = 1 - Fraction(limits.confidence_level, 100), p_values.told(effect.p)
    if not p_values.is_possible(effect.p):
        return ToldApart(is_told=None, words=f"{told} is no probability")
    if p_values.surely_above(effect.p, alpha):
        return ToldApart(is_told=False, words=f"{told}, not below {float(alpha):g}")
    if p_values.surely_below(effect.p, alpha):
        return ToldApart(is_told=True, words=told)
    return ToldApart(is_told=None, words=f"{told} leaves open whether it is below {float(alpha):g}")


def _by_figures(line: Line, limits: Limits) -> ToldApart | None:
    """Give what an interval says that follows from counts, from means and SDs, or from the size of the sample.

    None where no such interval follows, or where it does not hold the printed estimate: an adjusted estimate, and arms
    at another time, are of another analysis, and the interval says nothing of it.
    """
    if line.effect is None or line.effect.measure is None or (null := null_of(line.effect.measure)) is None:
        return None
    design = None if line.study is None else line.study.design
    figures = replace(line.effect, ci_low=None, ci_high=None, p=None, test=None)
    result = estimated(figures, sample=line.sample, design=design)
    if not isinstance(result, Estimated):
        return None
    df = sizes_of(figures, sample=line.sample, design=design).df_of_small(result.measure)
    upper = (1 + limits.confidence_level / 100) / 2
    reach = (NormalDist().inv_cdf(upper) if df is None else t_quantile(upper, df=df)) * result.se
    low, high = result.yi - reach, result.yi + reach
    if not _may_hold(low, high, figures, result):
        return None
    ends = " to ".join(distinct(back(result.scale, end), null) for end in (low, high))
    told = f"{_from(result)}: {result.measure} {result.estimate:.3g} ({limits.confidence_level} % CI {ends})"
    if low <= 0 <= high:
        return ToldApart(is_told=False, words=f"{told} holds {null}, which means no effect")
    return ToldApart(is_told=True, words=f"{told} leaves out {null}")


def _may_hold(low: float, high: float, effect: Effect, result: Estimated) -> bool:
    """Tell whether an interval on the scale of pooling holds the estimate as printed; so it does if none is."""
    if effect.estimate is None:
        return True
    try:
        return low <= place_estimate(Workings(result.measure), effect.estimate) <= high
    except Lacking:
        return False


def _from(result: Estimated) -> str:
    names = tuple(figure.name for figure in result.inputs)
    if any(name.startswith("mean of ") for name in names):
        return "from its means"
    if any(name.startswith(("events in ", "percentage of ")) for name in names):
        return "from its counts"
    return "from the size of its sample"
