"""A line is on another intervention than the claim.

## Why it matters

Another substance, dose, form or route is another treatment; that it does the same has to be shown
and cannot be assumed.

## What to do

Link evidence on the very intervention, or let the claim name the one that was studied.
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
    """Ask for the judgement on the intervention."""
    studied = line.effect.intervention if line.effect is not None else None
    return judged(line, "intervention", line.intervention, claimed=dossier.claim.intervention, studied=studied)


EXAMPLES: Final = (
    Example(
        "judged indirect",
        claim(line(indirect="intervention")),
        fails("the study's intervention is not the claim's (zinc lozenges)"),
    ),
    Example(
        "judged indirect, of a claim that names no intervention",
        without_pico(claim(line(indirect="intervention"))),
        fails("the study's intervention is not the claim's"),
    ),
    Example("judged direct", claim(line()), passes()),
    Example(
        "not judged",
        claim(line(not_judged="intervention")),
        inconclusive("nobody has judged whether the intervention is the claim's"),
    ),
    Example(
        "a claim that names no intervention", without_pico(claim(line(not_judged="intervention"))), not_applicable()
    ),
)
