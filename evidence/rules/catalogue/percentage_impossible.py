"""A percentage of an arm is that of no count out of its people.

## Why it matters

Of 24 people 17 are 70.8 % and 18 are 75 %; no count of them is 73 %. So the percentage or the number
of people was printed or copied wrongly, or the percentage is of another group, as of those who
finished, or comes from a model. Brown and Heathers, whose test is of means, found some that cannot come from their
numbers of people in about half of the papers that they could test; a percentage is a mean of zeros
and ones.

## What to do

Look both figures up in the published copy, and record the people of whom it is the percentage. Arms
whose events are recorded are held to their count by another rule; those of a review are not asked,
since it weighs its studies. Nor are those beside a hazard ratio, a rate ratio or a measure of means:
a percentage read off a survival curve, a rate or a change in percent is no share of the people.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.numbers.finding import Verdict
from evidence.numbers.grim import grim_percentage
from evidence.numbers.printed import LARGEST_SAMPLE
from evidence.rules.examples import arm, claim, effect, line
from evidence.rules.independence import SYNTHESES
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.reported import gives_shares, is_count
from evidence.rules.words import brief
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = (
    "Brown and Heathers 2017, The GRIM test, Soc Psychol Personal Sci 8:363, for means; for percentages as in the R "
    "package scrutiny 0.6.1"
)


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Seek a count of each arm that its percentage could be, however it was rounded."""
    if line.effect is None or line.study is None or line.study.design in SYNTHESES or not gives_shares(line.effect):
        return not_applicable()
    bare = [(arm, arm.percent) for arm in line.effect.arms if arm.percent is not None and arm.events is None]
    exact = [(arm, percent) for arm, percent in bare if percent.relation == "="]
    told = [
        (arm, grim_percentage(percent, n=arm.n))
        for arm, percent in exact
        if arm.n is not None and is_count(arm.n, least=1) and arm.n.value <= LARGEST_SAMPLE
    ]
    if faults := [f"{brief(arm.name)}: {found.reason}" for arm, found in told if found.verdict is Verdict.IMPOSSIBLE]:
        return fails("; ".join(faults))
    if any(found.verdict is Verdict.CONSISTENT for _, found in told):
        return passes()
    if exact and not told:
        return inconclusive("the size of no arm with a percentage is recorded as a count")
    return not_applicable()


EXAMPLES: Final = (
    Example(
        "73 % of 24",
        claim(line(result=effect(arms=(arm("zinc", percent="73%", n="24"),)))),
        fails("zinc: no count out of 24 is 73%; the nearest are 71% and 75%"),
    ),
    Example(
        "one arm of two, without the sign",
        claim(line(result=effect(arms=(arm("zinc", percent="70.8", n="24"), arm("placebo", percent="33.0", n="24"))))),
        fails("placebo: no count out of 24 is 33.0%; the nearest are 29.2% and 33.3%"),
    ),
    Example(
        "more than all",
        claim(line(result=effect(arms=(arm("zinc", percent="104%", n="24"),)))),
        fails("zinc: 104% of anything is no count of its parts"),
    ),
    Example("70.8 % of 24", claim(line(result=effect(arms=(arm("zinc", percent="70.8%", n="24"),)))), passes()),
    Example(
        "exactly at the edge of rounding",
        claim(line(result=effect(arms=(arm("zinc", percent="12%", n="8"), arm("placebo", percent="13%", n="8"))))),
        passes(),
    ),
    Example(
        "no size recorded",
        claim(line(result=effect(arms=(arm("zinc", percent="73%"),)))),
        inconclusive("the size of no arm with a percentage is recorded as a count"),
    ),
    Example(
        "a size that is no count",
        claim(line(result=effect(arms=(arm("zinc", percent="73%", n="24.5"), arm("placebo", percent="70%", n="<24"))))),
        inconclusive("the size of no arm with a percentage is recorded as a count"),
    ),
    Example(
        "nobody in the arm",
        claim(line(result=effect(arms=(arm("zinc", percent="73%", n="0"),)))),
        inconclusive("the size of no arm with a percentage is recorded as a count"),
    ),
    Example(
        "a percentage of a survival curve",
        claim(line(result=effect("HR", "0.7", arms=(arm("zinc", percent="73%", n="24"),)))),
        not_applicable(),
    ),
    Example(
        "a change in percent",
        claim(line(result=effect("MD", "-12%", arms=(arm("zinc", percent="-30.5%", n="24"),)))),
        not_applicable(),
    ),
    Example(
        "so many that any percentage can be",
        claim(line(result=effect(arms=(arm("zinc", percent="73%", n="240"),)))),
        not_applicable(),
    ),
    Example("a bound", claim(line(result=effect(arms=(arm("zinc", percent="< 73%", n="24"),)))), not_applicable()),
    Example(
        "a count beside it, which is asked elsewhere",
        claim(line(result=effect(arms=(arm("zinc", percent="73%", events="17", n="24"),)))),
        not_applicable(),
    ),
    Example(
        "a review weighs its studies",
        claim(line(design="meta-analysis", result=effect(arms=(arm("zinc", percent="73%", n="24"),)))),
        not_applicable(),
    ),
    Example("no percentage", claim(line(result=effect("RR", "0.7"))), not_applicable()),
    Example("no effect", claim(line()), not_applicable()),
)
