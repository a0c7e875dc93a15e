"""A percentage of an arm is not that of the count recorded beside it.

## Why it matters

A percentage follows from its count and its group. Where they differ, one of the three is wrong, or
the percentage is of another group, as of those who finished. Brown and Heathers, who looked at means,
found some that cannot come from their numbers of people in about half of the papers they could test.

## What to do

Look the figures up in the published copy, and record whose percentage it is. Percentages beside a
hazard ratio, a rate ratio or a measure of means are not asked: one that is read off a survival curve, a
rate or a change in percent is no share of the people.
"""

from typing import Final

from evidence.dossier import Arm, Dossier, Line
from evidence.limits import Limits
from evidence.rules.examples import arm, claim, effect, line
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.reported import as_percentages, bears_out, from_counts, gives_shares
from evidence.rules.words import brief
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = (
    "plain arithmetic; how often printed numbers fail at such, Brown and Heathers 2017 tell of means, Soc Psychol "
    "Personal Sci 8:363"
)


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Compare each arm's percentage with its count and size."""
    if line.effect is None or not gives_shares(line.effect):
        return not_applicable()
    arms = [arm for arm in line.effect.arms if arm.events is not None and arm.percent is not None]
    told = [_unlike(arm) for arm in arms if from_counts(arm)]
    if faults := [fault for fault in told if fault]:
        return fails("; ".join(faults))
    if told:
        return passes()
    return inconclusive("no arm with a percentage is recorded with its count and size") if arms else not_applicable()


def _unlike(arm: Arm) -> str:
    (percent,), (share,) = as_percentages(arm.percent), from_counts(arm)
    if bears_out(percent, share):
        return ""
    return f"{brief(arm.name)}: {share} is {share.value:.1%}, and {percent} is printed"


EXAMPLES: Final = (
    Example(
        "340 of 1285 is not 26.6 %",
        claim(line(result=effect(arms=(arm("zinc", percent="26.6", events="340", n="1285"),)))),
        fails("zinc: 340 of 1285 is 26.5%, and 26.6% is printed"),
    ),
    Example(
        "one arm of two",
        claim(
            line(
                result=effect(
                    arms=(
                        arm("zinc", percent="70.8%", events="17", n="24"),
                        arm("placebo", percent="40%", events="8", n="24"),
                    )
                )
            )
        ),
        fails("placebo: 8 of 24 is 33.3%, and 40% is printed"),
    ),
    Example("rounded", claim(line(result=effect(arms=(arm("zinc", percent="71", events="17", n="24"),)))), passes()),
    Example(
        "exactly at the edge of rounding",
        claim(line(result=effect(arms=(arm("zinc", percent="13%", events="1", n="8"),)))),
        passes(),
    ),
    Example(
        "a count that is a bound",
        claim(line(result=effect(arms=(arm("zinc", percent="70%", events="<17", n="24"),)))),
        inconclusive("no arm with a percentage is recorded with its count and size"),
    ),
    Example(
        "no size",
        claim(line(result=effect(arms=(arm("zinc", percent="70%", events="17"),)))),
        inconclusive("no arm with a percentage is recorded with its count and size"),
    ),
    Example(
        "a percentage of a survival curve",
        claim(line(result=effect("HR", "0.7", arms=(arm("zinc", percent="78%", events="17", n="24"),)))),
        not_applicable(),
    ),
    Example(
        "no count",
        claim(line(result=effect(arms=(arm("zinc", percent="71"),)))),
        not_applicable(),
    ),
    Example("no effect", claim(line()), not_applicable()),
)
