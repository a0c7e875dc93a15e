"""So few people decide that the arms of a trial differ that a handful of other events would undo it.

## Why it matters

A difference that is no longer significant once two or three people more had the event rests on those
two or three: on one who was lost, was judged wrongly or was ill by chance. In half of the trials that
Walsh and others looked at, fewer people than were lost would have done.

## What to do

Compare the number with those lost to follow-up, and say in the text how few events the difference
rests on. It is a measure for randomized trials of two arms whose difference is significant by Fisher's
exact test. People are turned in the arm with the lower share of events, not in that with fewer
events, which may never end where the arms differ in size. Nothing follows for the state of a claim:
p itself already tells how sure a difference is.
"""

from typing import Final

from evidence.dossier import Dossier, Effect, Line
from evidence.effects.counts import Count, count_of
from evidence.effects.workings import Lacking, Workings
from evidence.errors import UsageError
from evidence.limits import Limits
from evidence.numbers.fragility import fisher_two_sided, fragility_index
from evidence.rules.bearing import EFFECTS, bears
from evidence.rules.examples import arm, claim, effect, line
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.measures import OF_RISKS
from evidence.rules.words import brief
from evidence.vocab import Design, Measure, Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = (
    "Walsh 2014, The statistical significance of randomized controlled trial results is frequently fragile, "
    "J Clin Epidemiol 67:622"
)
LIMITS: Final = ("least-fragility", "confidence-level")


def check(line: Line, dossier: Dossier, limits: Limits) -> Answer:
    """Turn people of the arm with the lower share, one by one, until the arms no longer differ."""
    effect = line.effect
    if not bears(line) or dossier.claim.kind not in EFFECTS or effect is None or line.study is None:
        return not_applicable()
    if line.study.design is not Design.RANDOMIZED or not _is_of_events(effect):
        return not_applicable()
    try:
        one, other = _table(effect)
        alpha = 1 - limits.confidence_level / 100
        p = fisher_two_sided(one.events, one.n, other.events, other.n)
        index = fragility_index(
            one.events, one.n, other.events, other.n, alpha=alpha, most=max(0, limits.least_fragility - 1)
        )
    except (Lacking, UsageError) as error:
        return inconclusive(brief(str(error)))
    if index == 0:
        return not_applicable()
    if index is None or index >= limits.least_fragility:
        return passes()
    arms = f"{one.events} of {one.n} against {other.events} of {other.n} (p = {p:.2g})"
    return fails(
        f"{arms} are no longer significant once {index} more had the event, fewer than {limits.least_fragility}",
        limit="least-fragility",
    )


def _is_of_events(effect: Effect) -> bool:
    if effect.measure is None:
        counted = [arm.events is not None or arm.percent is not None for arm in effect.arms]
        return counted == [True, True]
    return effect.measure in OF_RISKS and len(effect.arms) in {0, 2}


def _table(effect: Effect) -> tuple[Count, Count]:
    if not effect.arms:
        raise Lacking("the events of its arms are not recorded")
    work = Workings(Measure.ODDS_RATIO)
    one, other = (count_of(work, arm) for arm in effect.arms)
    return one, other


def _trial(*arms: tuple[str, str], measure: str | None = "RR", design: str = "randomized") -> Dossier:
    told = tuple(arm(f"arm {place}", events=events, n=n) for place, (events, n) in enumerate(arms, start=1))
    return claim(line(design=design, result=effect(measure, measure and "0.7", arms=told)))


EXAMPLES: Final = (
    Example(
        "1 of 100 against 9 of 100",
        _trial(("1", "100"), ("9", "100")),
        fails(
            "1 of 100 against 9 of 100 (p = 0.018) are no longer significant once 1 more had the event, fewer than 4",
            limit="least-fragility",
        ),
    ),
    Example(
        "percentages of which each is one count",
        claim(line(result=effect(arms=(arm("zinc", percent="6%", n="50"), arm("placebo", percent="24%", n="50"))))),
        fails(
            "3 of 50 against 12 of 50 (p = 0.023) are no longer significant once 1 more had the event, fewer than 4",
            limit="least-fragility",
        ),
    ),
    Example("exactly the limit: four people", _trial(("5", "100"), ("20", "100")), passes()),
    Example("200 of 4000 against 250 of 4000", _trial(("200", "4000"), ("250", "4000")), passes()),
    Example("the arm with the lower share has more events", _trial(("186", "50634"), ("141", "27338")), passes()),
    Example(
        "one arm's events are not recorded",
        claim(line(result=effect("RR", "0.7", arms=(arm("zinc", events="1", n="100"), arm("placebo", n="100"))))),
        inconclusive("events in placebo are not recorded, and no percentage"),
    ),
    Example(
        "no arms recorded",
        claim(line(result=effect("OR", "0.7"))),
        inconclusive("the events of its arms are not recorded"),
    ),
    Example("no difference to undo", _trial(("8", "100"), ("9", "100")), not_applicable()),
    Example("three arms", _trial(("1", "100"), ("9", "100"), ("5", "100")), not_applicable()),
    Example("one arm alone", _trial(("1", "9"), measure=None), not_applicable()),
    Example("a cohort", _trial(("1", "100"), ("9", "100"), design="cohort"), not_applicable()),
    Example("a hazard ratio", claim(line(result=effect("HR", "0.7"))), not_applicable()),
    Example("no effect", claim(line()), not_applicable()),
)
