"""Nobody has judged which way a line bears on its claim.

## Why it matters

A link says that a source was cited, not that it bears the sentence out. A quarter of the
quotations in medical papers were found to be wrong (25.4 %, 95 % CI 19.5 to 32.4), so a line
counts for nothing, neither for the claim nor against it, until a person has read and judged it.

## What to do

Read the source, and record whether it supports or disputes the claim or is neutral.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.examples import claim, line
from evidence.rules.kit import Answer, Example, Scope, fails, not_applicable, passes
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = "Jergas and Baethge 2015, Quotation accuracy in medical journal articles, PeerJ 3:e1364"


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Ask for a direction."""
    if line.direction is None:
        return fails("nobody has judged whether it supports or disputes the claim, so it counts for nothing yet")
    return passes()


EXAMPLES: Final = (
    Example(
        "no direction recorded",
        claim(line(direction=None)),
        fails("nobody has judged whether it supports or disputes the claim, so it counts for nothing yet"),
    ),
    Example("judged to support", claim(line()), passes()),
    Example("judged to be neutral", claim(line(direction="neutral")), passes()),
    Example("a candidate is not asked", claim(line(direction=None, role="candidate")), not_applicable()),
)
