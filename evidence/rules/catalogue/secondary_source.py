"""A review stands as the primary source of what others found.

## Why it matters

A review tells what its authors made of other people's studies. Cited in place of them it hides
which study a statement rests on, and each step from mouth to mouth can add an error: in one web of
citations reviews without data of their own carried a belief far beyond its evidence.

## What to do

Link the studies that the review took the result from. Where it is the pooled or narrative
synthesis itself that bears on the claim, record its role as synthesis or background.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS, FREQUENCIES, bears
from evidence.rules.examples import claim, line, without_study
from evidence.rules.independence import SYNTHESES
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.vocab import ClaimKind, Design, Role, Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = "Greenberg 2009, How citation distortions create unfounded authority, BMJ 339:b2680"

_RESULTS: Final = EFFECTS | FREQUENCIES | {ClaimKind.MECHANISM}
_REVIEWS: Final = SYNTHESES | {Design.NARRATIVE_REVIEW}


def check(line: Line, dossier: Dossier, _limits: Limits) -> Answer:
    """Ask whether a line whose role is primary leans on a study or on a review."""
    if not bears(line) or line.role is not Role.PRIMARY or dossier.claim.kind not in _RESULTS:
        return not_applicable()
    if line.study is None:
        return inconclusive("no study is linked, so nobody can tell a review from a study")
    if line.study.design in _REVIEWS:
        return fails(f"a {line.study.design} stands as a primary source: it tells what others found")
    return passes()


EXAMPLES: Final = (
    Example(
        "a narrative review",
        claim(line(design="narrative-review"), kind="mechanism"),
        fails("a narrative-review stands as a primary source: it tells what others found"),
    ),
    Example(
        "a pooled analysis whose role is primary",
        claim(line(design="meta-analysis")),
        fails("a meta-analysis stands as a primary source: it tells what others found"),
    ),
    Example("a trial", claim(line()), passes()),
    Example(
        "no study linked",
        claim(without_study()),
        inconclusive("no study is linked, so nobody can tell a review from a study"),
    ),
    Example("a pooled analysis as synthesis", claim(line(design="meta-analysis", role="synthesis")), not_applicable()),
    Example("a neutral line", claim(line(design="meta-analysis", direction="neutral")), not_applicable()),
    Example("a claim of history", claim(line(design="narrative-review"), kind="history"), not_applicable()),
)
