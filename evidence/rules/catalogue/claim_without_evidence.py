"""Nothing that is linked to the claim carries it.

## Why it matters

A sentence without evidence is an opinion, however often it is repeated. In an analysis of one
belief in 242 papers and their 675 citations, Greenberg found claims that had become facts by
citation alone. A candidate, which only might be the work a text means, carries nothing until
somebody has said that it is the one.

## What to do

Link a source that bears on the claim and judge it, or take the claim back.
"""

from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.rules.bearing import evidence
from evidence.rules.examples import claim, line
from evidence.rules.kit import Answer, Example, Scope, fails, passes
from evidence.rules.words import several
from evidence.vocab import Severity

SEVERITY: Final = Severity.BARS
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "Greenberg 2009, How citation distortions create unfounded authority, BMJ 339:b2680"


def check(dossier: Dossier, _limits: Limits) -> Answer:
    """Ask for one line that is more than a candidate."""
    if evidence(dossier):
        return passes()
    if not dossier.lines:
        return fails("no source is linked to the claim")
    return fails(f"{several(len(dossier.lines), 'line')} linked, none of which carries the claim: candidates or barred")


EXAMPLES: Final = (
    Example("no line at all", claim(), fails("no source is linked to the claim")),
    Example(
        "candidates only",
        claim(line(role="candidate"), line("mossad1996zinc", role="candidate")),
        fails("2 lines linked, none of which carries the claim: candidates or barred"),
    ),
    Example("one line of evidence", claim(line()), passes()),
)
