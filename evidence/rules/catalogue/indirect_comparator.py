"""A line compares with something else than the claim does.

## Why it matters

An effect is always one against something. What is better than no treatment need not be better
than another one, and treatments that were never compared head to head can be ranked only with
care.

## What to do

Link a study with the comparator of the claim, or let the claim name the one that was used.
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
    """Ask for the judgement on the comparator."""
    studied = line.effect.comparator if line.effect is not None else None
    return judged(line, "comparator", line.comparator, claimed=dossier.claim.comparator, studied=studied)


EXAMPLES: Final = (
    Example(
        "judged indirect",
        claim(line(indirect="comparator")),
        fails("the study's comparator is not the claim's (placebo)"),
    ),
    Example(
        "judged indirect, of a claim that names no comparator",
        without_pico(claim(line(indirect="comparator"))),
        fails("the study's comparator is not the claim's"),
    ),
    Example("judged direct", claim(line()), passes()),
    Example(
        "not judged",
        claim(line(not_judged="comparator")),
        inconclusive("nobody has judged whether the comparator is the claim's"),
    ),
    Example("a claim that names no comparator", without_pico(claim(line(not_judged="comparator"))), not_applicable()),
)
