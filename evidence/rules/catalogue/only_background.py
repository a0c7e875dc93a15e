"""A line serves as background only, which carries no claim by itself.

## Why it matters

Background tells what is thought; it shows nothing of its own. Greenberg followed one belief through
242 papers and saw how reviews and introductions passed it on until it stood as fact, with more
authority and no more data.

## What to do

Link the study from which the background has it, or a systematic review. If the source is more
than background for this claim, record its role as primary or synthesis.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.bearing import bears
from evidence.rules.examples import claim, line, without_sample
from evidence.rules.kit import Answer, Example, Scope, fails, not_applicable, passes
from evidence.vocab import Role, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "Greenberg 2009, How citation distortions create unfounded authority, BMJ 339:b2680"


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Ask whether the line is more than background."""
    if not bears(line):
        return not_applicable()
    if line.role is Role.BACKGROUND:
        return fails("serves as background only: it shows nothing of its own for the claim or against it")
    return passes()


EXAMPLES: Final = (
    Example(
        "a narrative review as background",
        claim(without_sample("singh2011review", "narrative-review", role="background")),
        fails("serves as background only: it shows nothing of its own for the claim or against it"),
    ),
    Example("a trial as primary evidence", claim(line()), passes()),
    Example("a meta-analysis as synthesis", claim(line(design="meta-analysis", role="synthesis")), passes()),
    Example("neutral background", claim(line(role="background", direction="neutral")), not_applicable()),
)
