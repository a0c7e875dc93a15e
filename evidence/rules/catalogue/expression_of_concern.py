"""A line leans on a source under an expression of concern.

## Why it matters

Editors express concern when there are grounds to doubt a publication and no conclusion has been
reached. Until one is, its findings may not stand.

## What to do

Read the notice. Link evidence that does not depend on this source, and look again when the matter
has been settled.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.examples import claim, dated, line, source
from evidence.rules.kit import Answer, Example, Scope, fails, passes
from evidence.rules.words import notice_of
from evidence.vocab import Integrity, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "COPE Council 2019, Retraction guidelines, doi:10.24318/cope.2019.1.4"


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Ask what became of the source."""
    if line.source.integrity is Integrity.CONCERN:
        return fails(f"stands under an expression of concern{notice_of(line.source, date='since')}")
    return passes()


EXAMPLES: Final = (
    Example(
        "under an expression of concern",
        claim(line(dated(source(integrity="concern"), "2021-03-01"))),
        fails("stands under an expression of concern since 2021-03-01"),
    ),
    Example("corrected", claim(line(source(integrity="corrected"))), passes()),
    Example("retracted, which another rule tells", claim(line(source(integrity="retracted"))), passes()),
    Example("as published", claim(line()), passes()),
)
