"""More people of an arm are said to have had an event than were in it.

## Why it matters

At most everybody can have had it. So one of the two numbers was printed or copied wrongly, or what
was counted is not people but episodes, of which one person can have several. Either way a
proportion of people made from them is none, and a ratio of such proportions neither.

## What to do

Look both numbers up in the published copy. Where episodes were counted, record the result as an
incidence rate ratio, or in words. Lines that bear neither way are asked too: numbers that cannot be
are so wherever they stand.
"""

from typing import Final

from evidence.dossier import Arm, Dossier, Line
from evidence.figures import Figure
from evidence.limits import Limits
from evidence.rules.examples import arm, claim, effect, line, sample
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.words import brief
from evidence.vocab import Measure, SampleUnit, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = (
    "plain arithmetic on the counts that CONSORT 2010 asks for (Moher 2010, BMJ 340:c869): a part is no more than all"
)

_SURE: Final = frozenset({"=", ">", ">="})
"""Relations by which a count is at least what was printed."""


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Compare the events of each arm with its size, or with that of the whole sample."""
    effect = line.effect
    if effect is None or effect.measure is Measure.INCIDENCE_RATE_RATIO:
        return not_applicable()
    counted = [(arm, arm.events) for arm in effect.arms if arm.events is not None]
    if not counted:
        return not_applicable()
    whole = line.sample.n if line.sample is not None and line.sample.unit is SampleUnit.PARTICIPANTS else None
    told = [_too_many(arm, events, whole) for arm, events in counted]
    if faults := [fault for fault in told if fault]:
        return fails("; ".join(faults))
    if None in told:
        return inconclusive("the size of an arm whose events are counted is not recorded")
    return passes()


def _too_many(arm: Arm, events: Figure, whole: int | None) -> str | None:
    """Tell of events beyond the people; empty where there are none, none where the people are not known."""
    if arm.n is not None:
        too_many = events.relation in _SURE and arm.n.relation == "=" and events.value > arm.n.value
        return f"{brief(arm.name)}: {events} of {arm.n} had an event" if too_many else ""
    if whole is None:
        return None
    too_many = events.relation in _SURE and events.value > whole
    return f"{brief(arm.name)}: {events} had an event, of {whole} in the whole sample" if too_many else ""


EXAMPLES: Final = (
    Example(
        "thirty of twenty-four",
        claim(line(result=effect("RR", "2.1", arms=(arm("zinc", events="30", n="24"), arm("placebo", events="8"))))),
        fails("zinc: 30 of 24 had an event"),
    ),
    Example(
        "more than the whole sample",
        claim(line(n=100, result=effect("RR", "2.1", arms=(arm("zinc", events="103"),)))),
        fails("zinc: 103 had an event, of 100 in the whole sample"),
    ),
    Example(
        "on a line that bears neither way",
        claim(line(direction="neutral", result=effect("RR", "2.1", arms=(arm("zinc", events="30", n="24"),)))),
        fails("zinc: 30 of 24 had an event"),
    ),
    Example("everybody", claim(line(result=effect("RR", "2.1", arms=(arm("zinc", events="24", n="24"),)))), passes()),
    Example(
        "as many as the whole sample", claim(line(n=24, result=effect(arms=(arm("zinc", events="24"),)))), passes()
    ),
    Example("at most so many", claim(line(result=effect(arms=(arm("zinc", events="< 30", n="24"),)))), passes()),
    Example(
        "no size recorded",
        claim(line(n=None, result=effect(arms=(arm("zinc", events="30"),)))),
        inconclusive("the size of an arm whose events are counted is not recorded"),
    ),
    Example(
        "a review's size is in studies",
        claim(line(of_sample=sample("r", 6, unit="studies"), result=effect(arms=(arm("zinc", events="30"),)))),
        inconclusive("the size of an arm whose events are counted is not recorded"),
    ),
    Example(
        "episodes in a time",
        claim(line(result=effect("IRR", "0.8", arms=(arm("zinc", events="30", n="24"),)))),
        not_applicable(),
    ),
    Example("no events counted", claim(line(result=effect(arms=(arm("zinc", percent="71"),)))), not_applicable()),
    Example("no effect", claim(line()), not_applicable()),
)
