"""A figure of a line was not read in a published copy.

## Why it matters

A number from memory or from a third party may be wrong, and a number that is wrong once is copied.
Rules therefore see no figure that is marked unconfirmed, so a line of such figures is spared every
objection to its size and its result. It is not barred, but it cannot carry a claim by itself.

## What to do

Read the published copy, correct the figure if need be, and mark it as checked with the place where
you read it.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.examples import claim, effect, line, sample
from evidence.rules.kit import Answer, Example, Scope, fails, not_applicable, passes
from evidence.rules.words import listed
from evidence.vocab import FigureStatus, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "Jergas and Baethge 2015, Quotation accuracy in medical journal articles, PeerJ 3:e1364"


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Look for figures that are marked."""
    if line.effect is None and line.sample is None:
        return not_applicable()
    marked = []
    if line.effect is not None and line.effect.status is FigureStatus.UNCONFIRMED:
        marked.append("the effect")
    if line.sample is not None and line.sample.status is FigureStatus.UNCONFIRMED:
        marked.append("the sample size")
    return fails(f"{listed(marked)} marked unconfirmed: no rule used the figures") if marked else passes()


EXAMPLES: Final = (
    Example(
        "an unconfirmed effect",
        claim(line(result=effect("RR", "0.60", status="unconfirmed"))),
        fails("the effect marked unconfirmed: no rule used the figures"),
    ),
    Example(
        "an unconfirmed effect and sample size",
        claim(
            line(
                of_sample=sample("hulisz2004zinc", 12, status="unconfirmed"),
                result=effect("RR", "0.60", status="unconfirmed"),
            )
        ),
        fails("the effect and the sample size marked unconfirmed: no rule used the figures"),
    ),
    Example("all checked", claim(line(result=effect("RR", "0.60"))), passes()),
)
