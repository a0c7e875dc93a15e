"""A line is on other people than the claim.

## Why it matters

What helps the people studied may help others less, or harm them. GRADE names differences of
population first among the four ways in which evidence is indirect.

## What to do

Link evidence on the people of the claim, or let the claim name those who were studied.
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
    """Ask for the judgement on the population."""
    studied = line.sample.population if line.sample is not None else None
    return judged(line, "population", line.population, claimed=dossier.claim.population, studied=studied)


EXAMPLES: Final = (
    Example(
        "judged indirect",
        claim(line(indirect="population")),
        fails("the study's population (adults with a cold) is not the claim's (adults with a cold)"),
    ),
    Example(
        "judged indirect, of a claim that names no population",
        without_pico(claim(line(indirect="population"))),
        fails("the study's population (adults with a cold) is not the claim's"),
    ),
    Example("judged direct", claim(line()), passes()),
    Example(
        "not judged",
        claim(line(not_judged="population")),
        inconclusive("nobody has judged whether the population is the claim's"),
    ),
    Example("a claim that names no population", without_pico(claim(line(not_judged="population"))), not_applicable()),
)
