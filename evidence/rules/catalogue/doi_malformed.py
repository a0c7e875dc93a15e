"""What is recorded as the DOI of a source does not look like one.

## Why it matters

A DOI is how a reader, and a list of retractions, finds exactly this work. One with a letter too
many or an address inside leads nowhere, and a retraction of the work goes unseen.

## What to do

Look the work up at doi.org or on the publisher's page, and correct the entry. A DOI begins with
10, a full stop, four to nine digits and a slash; after the slash there are no blanks, and hyphens are
plain ones. A resolver's address, a label and a sign that closes a sentence are taken off before, so
they are no fault; what is cut off at a blank is one. A short DOI, as 10/abc, leads to the work too, but
no list of retractions has it: put the whole one in its place. A field without a digit holds none.
"""

import re
from dataclasses import replace
from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.examples import claim, line, source
from evidence.rules.kit import Answer, Example, Scope, fails, not_applicable, passes
from evidence.rules.words import brief
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = "Gilmartin 2015, DOIs and matching regular expressions, Crossref blog"

_FORM: Final = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_NOT_OF_IT: Final = re.compile(r"https?:|doi\.org|[\u2010-\u2015\u2212]", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d", re.ASCII)
_CUT_OFF: Final = re.compile(r" (?!arxiv|pmc|pmid)(?=\S*\d)[^\s:()\[\]]+[ .,;]*")
"""One word behind the DOI that has a digit, and is no other number of the work and no remark."""


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Compare the DOI with the form that all have, and with the field that it was read from."""
    doi, entered = line.source.doi, " ".join((line.source.doi_entered or "").split())
    if doi is None:
        return fails(f"not in the form of a DOI: {brief(entered)}") if _DIGIT.search(entered) else not_applicable()
    if not _FORM.fullmatch(doi) or _NOT_OF_IT.search(doi):
        return fails(f"not in the form of a DOI: {brief(doi)}")
    _, read, behind = entered.casefold().partition(doi.casefold())
    if read and _CUT_OFF.fullmatch(behind):
        return fails(f"a blank inside: {brief(entered)}, of which {brief(doi)} was read")
    return passes()


def _entered(field: str, doi: str | None = None) -> Dossier:
    return claim(line(replace(source(doi=doi), doi_entered=field)))


EXAMPLES: Final = (
    Example("no prefix", _entered("bmj.2004.15"), fails("not in the form of a DOI: bmj.2004.15")),
    Example("another prefix", _entered("11.1136/bmj.15"), fails("not in the form of a DOI: 11.1136/bmj.15")),
    Example("nothing behind the slash", _entered("10.1136/"), fails("not in the form of a DOI: 10.1136/")),
    Example("a number of another kind", _entered("PMC123456"), fails("not in the form of a DOI: PMC123456")),
    Example(
        "a blank inside",
        _entered("10.1136/bmj 15", "10.1136/bmj"),
        fails("a blank inside: 10.1136/bmj 15, of which 10.1136/bmj was read"),
    ),
    Example(
        "an address inside",
        _entered("https://doi.org/10.1136/https://doi.org/10.1136/bmj.15", "10.1136/https://doi.org/10.1136/bmj.15"),
        fails("not in the form of a DOI: 10.1136/https://doi.org/10.1136/bmj.15"),
    ),
    Example(
        "a hyphen from a printed page",
        _entered("10.1136/bmj\u201015", "10.1136/bmj\u201015"),
        fails("not in the form of a DOI: 10.1136/bmj\u201015"),
    ),
    Example("brackets that belong to it", claim(line(source(doi="10.1016/s0140-6736(04)15496-1"))), passes()),
    Example("a prefix of two parts", claim(line(source(doi="10.1000.10/123"))), passes()),
    Example(
        "an address and a sign at its end", _entered("https://doi.org/10.1136/BMJ.15.", "10.1136/bmj.15"), passes()
    ),
    Example("a remark behind it", _entered("10.1136/bmj.15 [doi]", "10.1136/bmj.15"), passes()),
    Example("another number behind it", _entered("10.1136/bmj.15 PMID:15194600", "10.1136/bmj.15"), passes()),
    Example("a field that says that there is none", _entered("n/a"), not_applicable()),
    Example("none recorded", claim(line()), not_applicable()),
)
