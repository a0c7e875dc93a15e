"""Imprecision: where the interval of the pooled effect ends, and whether there are people enough."""

from collections.abc import Iterator
from typing import Final

from evidence.certainty.body import Body
from evidence.certainty.signals import Sheet, Signal
from evidence.certainty.words import found, number, open_questions, pooled
from evidence.effects.workings import Lacking
from evidence.pooling.intervals import Interval
from evidence.pooling.measures import PooledMeasure
from evidence.rules.information_size import InformationSize, information_size
from evidence.vocab import Measure, Rating, Step

_GRADE: Final = "GRADE guidelines 6: imprecision, Guyatt 2011, J Clin Epidemiol 64:1283"
_WIDTH: Final = "GRADE guidance 34, Zeng 2022, J Clin Epidemiol 150:216"
_RULES: Final = (
    "small-sample",
    "few-events",
    "interval-too-wide",
    "fragile-result",
    "single-sample",
)
_CROSSED: Final = {1: Rating.SERIOUS, 2: Rating.VERY_SERIOUS}


def imprecision(body: Body) -> Sheet:
    """Hold the interval against no effect and against an appreciable one, and the people against those needed."""
    computed, unknown = [*_interval(body)], [*open_questions(body, _RULES)]
    if body.effects:
        try:
            size = information_size(body.effects, limits=body.limits)
        except Lacking as lack:
            unknown.append(f"The optimal information size: {lack.reason}")
        else:
            computed += _size(size)
            if size is None:
                unknown.append(f"The optimal information size: {_why_no_size(body)}")
        if body.measure is not None and body.measure.measure is not Measure.RISK_RATIO:
            unknown.append(f"Which {body.measure.label.lower()} is appreciable: GRADE has a line for risk ratios only")
    else:
        unknown.append("No effect can be pooled, so there is no interval")
    return Sheet(
        step=Step.IMPRECISION,
        computed=(*computed, *found(body, _RULES)),
        to_judge=("Which effect is the smallest that matters to people, and whether the interval holds less",),
        unknown=tuple(unknown),
    )


def _interval(body: Body) -> Iterator[Signal]:
    interval, measure = body.interval, body.measure
    if interval is None or measure is None:
        return
    told = pooled(body)
    if measure.null is None:
        yield Signal(told=told, source=_GRADE)
        return
    beyond = "includes" if interval.low <= 0 <= interval.high else "leaves out"
    yield Signal(told=f"{told}: {beyond} {number(measure.null)}, no effect", source=_GRADE)
    if measure.measure is Measure.RISK_RATIO:
        yield _crossed(body, measure, interval)
    yield from _width(body, measure, interval)


def _crossed(body: Body, measure: PooledMeasure, interval: Interval) -> Signal:
    low, high = measure.shown(interval.low), measure.shown(interval.high)
    limits = (body.limits.appreciable_decrease, body.limits.appreciable_increase)
    crossed = [limit for limit in limits if low < limit < high]
    named = " and ".join(map(str, crossed)) or "neither"
    told = f"Of {limits[0]} (an appreciable decrease) and {limits[1]} (increase) the interval crosses {named}"
    return Signal(told=told, source=_WIDTH, suggests=_CROSSED.get(len(crossed)))


def _width(body: Body, measure: PooledMeasure, interval: Interval) -> Iterator[Signal]:
    widest = {
        Measure.RISK_RATIO: body.limits.widest_risk_interval,
        Measure.ODDS_RATIO: body.limits.widest_odds_interval,
    }.get(measure.measure)
    if widest is not None:
        low, high = measure.shown(interval.low), measure.shown(interval.high)
        ratio = measure.shown(interval.high - interval.low)
        told = f"Upper over lower limit {number(high)} / {number(low)} = {number(ratio)}"
        if ratio > widest:
            yield Signal(told=f"{told}, more than {widest}", source=_WIDTH, suggests=Rating.SERIOUS)
        else:
            yield Signal(told=f"{told}, at most {widest}", source=_WIDTH)


def _size(size: InformationSize | None) -> Iterator[Signal]:
    """Hold the people against those for the effect that was found: of a true one that is smaller it takes more."""
    if size is not None:
        short = size.people < size.needed
        told = f"{size.people:,} people, and {size.takes}, if the effect is as large as found"
        verdict = "too few" if short else "no fewer than that"
        yield Signal(told=f"{told}: {verdict}", source=_GRADE, suggests=Rating.SERIOUS if short else None)


def _why_no_size(body: Body) -> str:
    interval, measure = body.interval, body.measure
    if interval is not None and interval.low <= 0 <= interval.high:
        return "to find an effect that is not told from none takes people without end"
    return f"it is not made for {'this measure' if measure is None else measure.label.lower()}"
