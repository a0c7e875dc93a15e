"""The three reasons to rate up: a large effect, a dose-response, and confounding that works against the effect."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from evidence.certainty.body import Body
from evidence.certainty.signals import Sheet, Signal
from evidence.certainty.start import OBSERVATIONAL, RANDOMIZED, studies
from evidence.certainty.words import number, pooled
from evidence.effects.workings import Lacking
from evidence.limits import Limits
from evidence.rules.information_size import risk_in_comparators
from evidence.rules.words import brief, listed, several
from evidence.vocab import Measure, Rating, Step

_GRADE: Final = "GRADE guidelines 9: rating up, Guyatt 2011, J Clin Epidemiol 64:1311"
_TO_RISKS: Final = "Zhang 1998, What's the relative risk?, JAMA 280:1690"


def large_effect(body: Body) -> Sheet:
    """Hold the pooled risk ratio against what GRADE calls large."""
    unknown: list[str] = []
    return Sheet(
        step=Step.LARGE_EFFECT,
        computed=(*_observed(body), *_size(body, unknown)),
        to_judge=("Whether confounding alone could make an effect of this size",),
        unknown=tuple(unknown),
    )


def dose_response(body: Body) -> Sheet:
    """List the treatments that are recorded; doses are not."""
    treatments = list(dict.fromkeys(brief(one) for each in body.effects if (one := each.effect.intervention)))
    told = f"{several(len(treatments), 'intervention')} among the pooled effects: {listed(treatments)}"
    return Sheet(
        step=Step.DOSE_RESPONSE,
        computed=(*_observed(body), *([Signal(told=told, source=_GRADE)] if treatments else [])),
        to_judge=("Whether more of it has more of an effect, in these studies or in one of them",),
        unknown=("Doses and the effect of each: the record has no place for them but in words",),
    )


def opposing_confounding(body: Body) -> Sheet:
    """Say that only a person can tell."""
    return Sheet(
        step=Step.OPPOSING_CONFOUNDING,
        computed=tuple(_observed(body)),
        to_judge=("Whether all plausible confounding would make the effect smaller than it is, or an absence larger",),
        unknown=("What was adjusted for: the record has no place for it",),
    )


def _observed(body: Body) -> Iterator[Signal]:
    """Say where no study is there to be rated up: it is those without randomization that are."""
    known, trials = studies(body), studies(body, RANDOMIZED)
    if known and len(trials) == len(known):
        told = f"{len(trials)} of {several(len(known), 'study')} randomized, and it is others that are rated up"
        yield Signal(told=told, source=_GRADE, suggests=Rating.ABSENT)


def _size(body: Body, unknown: list[str]) -> Iterator[Signal]:
    """Give the pooled effect as a risk ratio and its limit nearer to none, or say what it lacks."""
    fit, interval, measure = body.fit, body.interval, body.measure
    if fit is None or interval is None or measure is None:
        unknown.append("No effect can be pooled")
        return
    estimate = measure.shown(fit.estimate)
    told, source = pooled(body), _GRADE
    if measure.measure is Measure.ODDS_RATIO:
        try:
            risk = risk_in_comparators(body.effects)
        except Lacking as lack:
            unknown.append(f"The risk ratio that the odds ratio stands for: {lack.reason}")
            return
        odds, estimate = estimate, estimate / (1 - risk + risk * estimate)
        told += (
            f"; as RR {number(odds)} / (1 - {number(risk)} + {number(risk)} \N{MULTIPLICATION SIGN} {number(odds)}) = "
            f"{number(estimate)} at the comparators' risk of {risk:.0%}"
        )
        source = f"{_GRADE}; {_TO_RISKS}"
    elif measure.measure is not Measure.RISK_RATIO:
        unknown.append(f"GRADE has no line for a large {measure.label.lower()}")
        return
    told += f": {_grade(estimate, body.limits)}"
    if interval.low <= 0 <= interval.high:
        yield Signal(told=f"{told}; but its interval includes no effect", source=source)
        return
    nearer = min((interval.low, interval.high), key=abs)
    told += f"; the limit nearer to none is {number(measure.shown(nearer))}"
    is_observed = len(studies(body, OBSERVATIONAL)) == len(studies(body))
    yield Signal(told=told, source=source, suggests=_rated(estimate, body.limits) if is_observed else None)


def _rated(ratio: float, limits: Limits) -> Rating:
    far = max(ratio, 1 / ratio) if ratio > 0 else float("inf")
    if far > limits.very_large_effect:
        return Rating.VERY_LARGE
    return Rating.LARGE if far > limits.large_effect else Rating.ABSENT


def _grade(ratio: float, limits: Limits) -> str:
    def beyond(limit: Decimal) -> str:
        return f"above {limit} or below {number(1 / float(limit))}"

    return {
        Rating.VERY_LARGE: f"very large, {beyond(limits.very_large_effect)}",
        Rating.LARGE: f"large, {beyond(limits.large_effect)}",
        Rating.ABSENT: f"not {beyond(limits.large_effect)}",
    }[_rated(ratio, limits)]
