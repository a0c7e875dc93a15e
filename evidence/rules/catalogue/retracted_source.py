"""A line leans on a source that has been retracted.

## Why it matters

A retraction tells readers that a publication holds such flawed or unreliable content that its
findings cannot be relied upon. Retracted papers go on being cited as if nothing had happened.

## What to do

Take the line out, and look for evidence that stands without it. Reviews that pooled the retracted
study need another look too. Waive it only where the notice leaves the finding in question
untouched, and say so.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.examples import claim, dated, line, source
from evidence.rules.kit import Answer, Example, Scope, fails, passes
from evidence.rules.words import notice_of
from evidence.vocab import Integrity, Severity

SEVERITY: Final = Severity.BARS
SCOPE: Final = Scope.LINE
SOURCE: Final = "COPE Council 2019, Retraction guidelines, doi:10.24318/cope.2019.1.4"


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Ask what became of the source."""
    if line.source.integrity is Integrity.RETRACTED:
        return fails(f"was retracted{notice_of(line.source)}")
    return passes()


EXAMPLES: Final = (
    Example("retracted", claim(line(source(integrity="retracted"))), fails("was retracted")),
    Example(
        "retracted, with date and notice",
        claim(line(dated(source(integrity="retracted"), "2010-02-06", "the data could not be verified"))),
        fails("was retracted on 2010-02-06 (the data could not be verified)"),
    ),
    Example("under an expression of concern", claim(line(source(integrity="concern"))), passes()),
    Example("corrected", claim(line(source(integrity="corrected"))), passes()),
    Example("as published", claim(line()), passes()),
)
