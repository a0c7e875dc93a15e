"""What is recorded as the DOI of a source does not look like one.

## Why it matters

A DOI is how a reader, and a list of retractions, finds exactly this work. One with a letter too
many or an address inside leads nowhere, and a retraction of the work goes unseen.

## What to do

Look the work up at doi.org or on the publisher's page, and correct the entry. A DOI begins with
10, a full stop, four to nine digits and a slash; after the slash there are no blanks, and no sign
that only closes a sentence or a bracket.
"""

import re
from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.examples import claim, line, source
from evidence.rules.kit import Answer, Example, Scope, fails, not_applicable, passes
from evidence.rules.words import brief
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = "ISO 26324:2022, Information and documentation: Digital object identifier system"

_FORM: Final = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_NOT_OF_IT: Final = re.compile(r"https?:|doi\.org|&(?:lt|gt|amp|#)|%2f|\\|[{}]", re.IGNORECASE)
_LOOSE: Final = (".", ",", ";", ":", '"', "'")
_BRACKETS: Final = (("(", ")"), ("[", "]"))


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Compare the DOI with the form that all have."""
    doi = line.source.doi
    if doi is None:
        return not_applicable()
    if not _FORM.fullmatch(doi) or _NOT_OF_IT.search(doi) or doi.endswith(_LOOSE):
        return fails(f"not in the form of a DOI: {brief(doi)}")
    if any(doi.count(opening) < doi.count(closing) for opening, closing in _BRACKETS):
        return fails(f"not in the form of a DOI, a bracket too many: {brief(doi)}")
    return passes()


EXAMPLES: Final = (
    Example("no prefix", claim(line(source(doi="bmj.2004.15"))), fails("not in the form of a DOI: bmj.2004.15")),
    Example(
        "an address inside",
        claim(line(source(doi="10.1136/https://doi.org/10.1136/bmj.15"))),
        fails("not in the form of a DOI: 10.1136/https://doi.org/10.1136/bmj.15"),
    ),
    Example(
        "a full stop at its end",
        claim(line(source(doi="10.1136/bmj.15."))),
        fails("not in the form of a DOI: 10.1136/bmj.15."),
    ),
    Example(
        "a bracket too many",
        claim(line(source(doi="10.1016/s0140-6736(04)15496)"))),
        fails("not in the form of a DOI, a bracket too many: 10.1016/s0140-6736(04)15496)"),
    ),
    Example("brackets that belong to it", claim(line(source(doi="10.1016/s0140-6736(04)15496-1"))), passes()),
    Example("a prefix of two parts", claim(line(source(doi="10.1000.10/123"))), passes()),
    Example("none recorded", claim(line()), not_applicable()),
)
