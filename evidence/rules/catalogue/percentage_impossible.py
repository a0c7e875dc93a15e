"""A percentage of an arm is that of no count out of its people.

## Why it matters

Of 24 people 17 are 70.8 % and 18 are 75 %; no count of them is 73 %. So the percentage or the number
of people was printed or copied wrongly, or the percentage is of another group, as of those who
finished, or comes from a model. Brown and Heathers found means that cannot come from their numbers
of people in about half of the papers that they could test.

## What to do

Look both figures up in the published copy, and record the people of whom it is the percentage. Arms
whose events are recorded are held to their count by another rule; those of a review are not asked,
since it weighs its studies.
"""

from typing import Final

from evidence.dossier import Arm, Dossier, Line
from evidence.errors import UsageError
from evidence.limits import Limits
from evidence.numbers.finding import Finding, Verdict
from evidence.numbers.grim import grim_percentage
from evidence.rules.examples import arm, claim, effect, line
from evidence.rules.independence import SYNTHESES
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.words import brief
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = "Brown and Heathers 2017, The GRIM test, Soc Psychol Personal Sci 8:363"


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Seek a count of each arm that its percentage could be, however it was rounded."""
    if line.effect is None or line.study is None or line.study.design in SYNTHESES:
        return not_applicable()
    bare = [arm for arm in line.effect.arms if arm.percent is not None and arm.events is None]
    sized = [arm for arm in bare if arm.n is not None]
    if not sized:
        return inconclusive("the size of no arm with a percentage is recorded") if bare else not_applicable()
    told = [(arm, finding) for arm in sized if (finding := _tested(arm)) is not None]
    if faults := [f"{brief(arm.name)}: {found.reason}" for arm, found in told if found.verdict is Verdict.IMPOSSIBLE]:
        return fails("; ".join(faults))
    return passes() if any(found.verdict is Verdict.CONSISTENT for _, found in told) else not_applicable()


def _tested(arm: Arm) -> Finding | None:
    """Test an arm, unless one of its figures is a bound or no number of people."""
    assert arm.percent is not None and arm.n is not None  # noqa: S101, PT018 - asked for by the check above
    try:
        return grim_percentage(arm.percent, n=arm.n)
    except UsageError:
        return None


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
        inconclusive("the size of no arm with a percentage is recorded"),
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
