"""A mean of an arm is that of no whole numbers out of its people.

## Why it matters

Whole numbers have a whole total, so the mean of 28 of them is 145/28 = 5.18 or 146/28 = 5.21, and never
5.19. Nor can a mean lie beyond the ends of its scale. So the mean or the number of people was printed or
copied wrongly, some of the people were left out of the mean, or the values were no whole numbers. Brown
and Heathers found such means in about half of the papers that they could test.

## What to do

Look both up in the published copy, and record the people of whom it is the mean, and of how many
answers each person's value is one. Record a scale only where the mean is one of plain answers: those of
a model, of imputed or of corrected values are of no whole numbers. Changes have a scale of their own,
from the greatest fall to the greatest rise. Means of a review, which weighs its studies, are not asked.
"""

from typing import Final

from evidence.dossier import Dossier, Line, Scale
from evidence.limits import Limits
from evidence.rules.examples import arm, claim, effect, line
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.on_scale import mean_of, of_arms
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = "Brown and Heathers 2017, The GRIM Test, Soc Psychol Personal Sci 8:363"


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Seek a whole total of the answers in each arm from which its mean could have been rounded."""
    return of_arms(line, mean_of)


def _printed(*arms: tuple[str, str | None], items: int = 1, design: str = "randomized") -> Dossier:
    told = tuple(arm(name, mean=mean, n=n) for name, (mean, n) in zip(("zinc", "placebo"), arms, strict=False))
    return claim(line(design=design, result=effect("MD", arms=told, scale=Scale(low=1, high=7, items=items))))


EXAMPLES: Final = (
    Example(
        "5.19 of 28",
        _printed(("5.19", "28")),
        fails("zinc: no 28 whole numbers have the mean 5.19; the nearest means are 5.18 and 5.21"),
    ),
    Example("5.18 of 28, just below", _printed(("5.18", "28")), passes()),
    Example("5.21 of 28, just above", _printed(("5.21", "28")), passes()),
    Example("exactly at the edge of rounding", _printed(("2.12", "8"), ("2.13", "8")), passes()),
    Example(
        "one arm of two",
        _printed(("3.20", "25"), ("3.45", "18")),
        fails("placebo: no 18 whole numbers have the mean 3.45; the nearest means are 3.44 and 3.50"),
    ),
    Example("two answers each", _printed(("5.20", "28"), items=2), passes()),
    Example(
        "two answers each, and still impossible",
        _printed(("5.19", "28"), items=2),
        fails("zinc: no 56 whole numbers have the mean 5.19; the nearest means are 5.18 and 5.20"),
    ),
    Example("four answers each, by which any mean can be", _printed(("5.19", "28"), items=4), not_applicable()),
    Example(
        "beyond the scale",
        _printed(("7.04", None), ("0.2", "400")),
        fails(
            "zinc: the mean 7.04 lies beyond the scale from 1 to 7; placebo: the mean 0.2 lies beyond the scale from "
            "1 to 7"
        ),
    ),
    Example("at the ends of the scale", _printed(("7.0", "5"), ("1.0", "5")), passes()),
    Example(
        "no size recorded",
        _printed(("5.19", None), ("5.18", "28")),
        inconclusive("zinc: the number of its people is not recorded"),
    ),
    Example(
        "a size that is no count",
        _printed(("5.19", "28.5")),
        inconclusive("zinc: n is a whole number from 1 to 1,000,000,000,000, not 28.5"),
    ),
    Example(
        "a size that is a bound",
        _printed(("5.19", "< 28")),
        inconclusive("zinc: n is one number, not a bound such as < 28"),
    ),
    Example("so many that any mean can be", _printed(("5.19", "280")), not_applicable()),
    Example("a bound", _printed(("< 5.19", "28")), not_applicable()),
    Example("a review weighs its studies", _printed(("5.19", "28"), design="meta-analysis"), not_applicable()),
    Example("no scale", claim(line(result=effect(arms=(arm("zinc", mean="5.19", n="28"),)))), not_applicable()),
    Example("no mean", claim(line(result=effect(scale=Scale(low=1, high=7)))), not_applicable()),
    Example(
        "it bears neither way, and still it cannot be",
        claim(
            line(
                direction="neutral",
                result=effect(arms=(arm("zinc", mean="5.19", n="28"),), scale=Scale(low=1, high=7)),
            )
        ),
        fails("zinc: no 28 whole numbers have the mean 5.19; the nearest means are 5.18 and 5.21"),
    ),
    Example(
        "a candidate",
        claim(
            line(
                role="candidate",
                direction=None,
                result=effect(arms=(arm("zinc", mean="5.19", n="28"),), scale=Scale(low=1, high=7)),
            )
        ),
        not_applicable(),
    ),
    Example("no effect", claim(line()), not_applicable()),
)
