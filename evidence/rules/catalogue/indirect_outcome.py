"""A line measured something else than the claim speaks of.

## Why it matters

A surrogate, as a laboratory value or a rating on a scale, stands for what people care about only
where a link between the two has been shown; an effect at a day is none at a year.

## What to do

Link evidence on the outcome itself, or let the claim name the one that was measured.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.examples import claim, line, without_pico
from evidence.rules.indirectness import judged
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.vocab import Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "GRADE guidelines 8: indirectness, Guyatt 2011, J Clin Epidemiol 64:1303"


def check(line: Line, dossier: Dossier, _limits: Limits) -> Answer:
    """Ask for the judgement on the outcome."""
    studied = line.effect.outcome if line.effect is not None else None
    return judged(line, "outcome", line.outcome, claimed=dossier.claim.outcome, studied=studied)


EXAMPLES: Final = (
    Example(
        "judged indirect",
        claim(line(indirect="outcome")),
        fails("the study's outcome is not the claim's (days to recovery)"),
    ),
    Example(
        "judged indirect, of a claim that names no outcome",
        without_pico(claim(line(indirect="outcome"))),
        fails("the study's outcome is not the claim's"),
    ),
    Example("judged direct", claim(line()), passes()),
    Example(
        "not judged",
        claim(line(not_judged="outcome")),
        inconclusive("nobody has judged whether the outcome is the claim's"),
    ),
    Example("a claim that names no outcome", without_pico(claim(line(not_judged="outcome"))), not_applicable()),
)
