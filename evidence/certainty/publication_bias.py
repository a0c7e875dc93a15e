"""Publication bias: whether small studies tell other effects, and which studies were announced."""

from collections.abc import Iterator
from typing import Final

from evidence.certainty.body import Body
from evidence.certainty.signals import Sheet, Signal
from evidence.certainty.start import RANDOMIZED, studies
from evidence.certainty.words import found, number
from evidence.pooling.small_study_effects import FEWEST, SmallStudyEffects, egger
from evidence.rules.words import several
from evidence.vocab import Rating, Step

_GRADE: Final = "GRADE guidelines 5: publication bias, Guyatt 2011, J Clin Epidemiol 64:1277"
_EGGER: Final = "Egger 1997, BMJ 315:629"
_RULES: Final = ("preprint-only",)


def publication_bias(body: Body) -> Sheet:
    """Regress effects on their standard errors where there are enough, and count the registered trials."""
    result = egger(body.yi, body.vi) if len(body.effects) >= FEWEST else None
    unknown = ["Which studies were done and not published, and who paid: the record has no place for it"]
    if result is None:
        few = f"it takes {FEWEST} effects, and {len(body.effects)} can be pooled"
        alike = "all are equally precise, or all effects lie on one line"
        unknown.append(f"Whether small studies tell other effects: {few if len(body.effects) < FEWEST else alike}")
    return Sheet(
        step=Step.PUBLICATION_BIAS,
        computed=(*_small_studies(body, result), *_registered(body), *found(body, _RULES)),
        to_judge=("Whether studies are missing: look in registries for trials that ended and never told",),
        unknown=tuple(unknown),
    )


def _small_studies(body: Body, result: SmallStudyEffects | None) -> Iterator[Signal]:
    if result is not None:
        limit = body.limits.small_study_p
        test = f"t = {number(result.statistic)} on {result.df} df, p = {result.p:.2g}"
        told = f"Egger's slope {number(result.slope)} ({test}"
        if result.p < limit:
            yield Signal(told=f"{told}, below {limit})", source=_EGGER, suggests=Rating.STRONGLY_SUSPECTED)
        else:
            yield Signal(told=f"{told}, not below {limit})", source=_EGGER)


def _registered(body: Body) -> Iterator[Signal]:
    if trials := studies(body, RANDOMIZED):
        registered = sum(trial.registration is not None for trial in trials)
        told = f"{registered} of {several(len(trials), 'randomized trial')} with a registration that is recorded"
        yield Signal(told=told, source=_GRADE)
