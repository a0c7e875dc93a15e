"""A percentage of an arm is not that of the count recorded beside it.

## Why it matters

A percentage follows from its count and its group. Where they differ, one of the three is wrong, or
the percentage is of another group, as of those who finished. Brown and Heathers found means that
cannot come from their numbers of people in about half of the papers they could test.

## What to do

Look the figures up in the published copy, and record whose percentage it is.
"""

from typing import Final

from evidence.dossier import Arm, Dossier, Line
from evidence.limits import Limits
from evidence.rules.examples import arm, claim, effect, line
from evidence.rules.kit import Answer, Example, Scope, fails, not_applicable, passes
from evidence.rules.reported import as_percentages, bears_out, from_counts
from evidence.rules.words import brief
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = "Brown and Heathers 2017, The GRIM test, Soc Psychol Personal Sci 8:363"


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Compare each arm's percentage with its count and size."""
    arms = line.effect.arms if line.effect is not None else ()
    told = [_unlike(arm) for arm in arms if arm.percent is not None and from_counts(arm)]
    if not told:
        return not_applicable()
    faults = [fault for fault in told if fault]
    return fails("; ".join(faults)) if faults else passes()


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
        "no count",
        claim(line(result=effect(arms=(arm("zinc", percent="71"),)))),
        not_applicable(),
    ),
    Example("no effect", claim(line()), not_applicable()),
)
