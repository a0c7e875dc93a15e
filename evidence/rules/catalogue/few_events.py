"""An effect on how often something happens rests on fewer events than the limit.

## Why it matters

How precisely such an effect is known depends on the events, not on the people: a thousand people of
whom ten had the event tell little. With few events an effect that looks large and certain is often
chance, and goes with the next trial. The rule of thumb is GRADE's for a body of evidence, so for
one trial it is shown and changes nothing.

## What to do

Read the size of the effect with care, and look for a pooled analysis. Where the events of an arm
are not recorded, record them; people who were analysed are the most who can have had one, except
where events are counted per time, in both periods of a crossover trial, or in a review, which may
hold such trials.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from evidence.dossier import Dossier, Effect, Line
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS, bears
from evidence.rules.examples import arm, claim, effect, line, without_sample
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.measures import OF_EVENTS
from evidence.vocab import Design, Measure, SampleUnit, Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = "GRADE guidelines 6: imprecision, Guyatt 2011, J Clin Epidemiol 64:1283"
LIMITS: Final = ("fewest-events",)

_IN_PARALLEL: Final = frozenset({Design.RANDOMIZED, Design.NON_RANDOMIZED, Design.COHORT, Design.CASE_CONTROL})


def check(line: Line, dossier: Dossier, limits: Limits) -> Answer:
    """Count the events of all arms; where they are not told, the people who can have had one."""
    if not bears(line) or dossier.claim.kind not in EFFECTS or line.effect is None or not _counts(line.effect):
        return not_applicable()
    events = _events(line.effect)
    if events is not None:
        if events < limits.fewest_events:
            return fails(f"{events} events in all, fewer than {limits.fewest_events}", limit="fewest-events")
        return passes()
    most = _most(line)
    if most is not None and most < limits.fewest_events:
        return fails(f"{most} people cannot have had {limits.fewest_events} events", limit="fewest-events")
    return inconclusive("the number of events in each arm is not recorded")


def _counts(effect: Effect) -> bool:
    return effect.measure in OF_EVENTS or sum(bool(arm.events or arm.percent) for arm in effect.arms) > 1


def _events(effect: Effect) -> Decimal | None:
    known = [arm.events.value for arm in effect.arms if arm.events is not None and arm.events.relation == "="]
    return sum(known, Decimal(0)) if len(known) == len(effect.arms) > 1 else None


def _most(line: Line) -> int | None:
    """Give how many events there can have been at most, from the people analysed."""
    each_once = line.effect is None or line.effect.measure is not Measure.INCIDENCE_RATE_RATIO
    in_one_arm = line.study is not None and line.study.design in _IN_PARALLEL
    if line.sample is None or line.sample.unit is not SampleUnit.PARTICIPANTS or not in_one_arm or not each_once:
        return None
    return line.sample.n


_TWO_ARMS: Final = (arm("zinc", events="17", n="24"), arm("placebo", events="8", n="24"))


EXAMPLES: Final = (
    Example(
        "twenty-five events",
        claim(line(result=effect("RR", "2.1", arms=_TWO_ARMS))),
        fails("25 events in all, fewer than 300", limit="fewest-events"),
    ),
    Example(
        "arms alone, without a ratio",
        claim(line(result=effect(arms=_TWO_ARMS))),
        fails("25 events in all, fewer than 300", limit="fewest-events"),
    ),
    Example(
        "events not told, and fewer people than events are needed",
        claim(line(n=299, result=effect("OR", "0.6"))),
        fails("299 people cannot have had 300 events", limit="fewest-events"),
    ),
    Example(
        "exactly the limit",
        claim(line(result=effect("RR", "0.5", arms=(arm("zinc", events="100"), arm("placebo", events="200"))))),
        passes(),
    ),
    Example(
        "exactly as many people as events are needed",
        claim(line(n=300, result=effect("OR", "0.6"))),
        inconclusive("the number of events in each arm is not recorded"),
    ),
    Example(
        "one arm is not told",
        claim(line(n=400, result=effect("RR", "0.5", arms=(arm("zinc", events="10"), arm("placebo"))))),
        inconclusive("the number of events in each arm is not recorded"),
    ),
    Example(
        "a bound is no count",
        claim(line(n=400, result=effect("RR", "1", arms=(arm("zinc", events="< 5"), arm("placebo", events="9"))))),
        inconclusive("the number of events in each arm is not recorded"),
    ),
    Example(
        "events per time may come more than once to one person",
        claim(line(n=100, result=effect("IRR", "0.6"))),
        inconclusive("the number of events in each arm is not recorded"),
    ),
    Example(
        "each of a crossover trial may have had one in both periods",
        claim(line(n=200, design="randomized-crossover", result=effect("OR", "0.6"))),
        inconclusive("the number of events in each arm is not recorded"),
    ),
    Example(
        "a review may hold such trials",
        claim(line(n=200, design="meta-analysis", result=effect("OR", "0.6"))),
        inconclusive("the number of events in each arm is not recorded"),
    ),
    Example(
        "no sample recorded",
        claim(replace(without_sample("hulisz2004zinc", "randomized"), effect=effect("OR", "0.6"))),
        inconclusive("the number of events in each arm is not recorded"),
    ),
    Example("a difference of means", claim(line(result=effect("MD", "-1.6"))), not_applicable()),
    Example("one group alone", claim(line(result=effect("PR", "70%"))), not_applicable()),
    Example("no effect recorded, a fault of its own", claim(line()), not_applicable()),
)
