"""Two sources that are linked to the claim seem to be one work.

## Why it matters

The same paper under two keys looks like two papers that agree. Databases hold many works twice,
once from each place they were taken from, with spellings that differ.

## What to do

See with `evidence sources` whether both are the same work. If they are, merge them and keep one
line; if not, record that they are distinct, and correct the DOI or PMID that they share.
"""

from itertools import combinations
from typing import Final

from evidence.dossier import Dossier, Source
from evidence.journals import comparable
from evidence.limits import Limits
from evidence.rules.bearing import evidence
from evidence.rules.examples import claim, line, source
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.words import brief, listed
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "Rathbone 2015, Better duplicate detection for systematic reviewers, Syst Rev 4:6"


def check(dossier: Dossier, _limits: Limits) -> Answer:
    """Compare each two of the sources that are more than candidates."""
    sources = {line.source.key: line.source for line in evidence(dossier)}
    if len(sources) < 2:  # noqa: PLR2004 - fewer make no pair
        return not_applicable()
    pairs = [(one, other, _alike(one, other)) for one, other in combinations(sources.values(), 2)]
    if told := [
        f"{brief(one.key)} and {brief(other.key)} have the same {alike}" for one, other, alike in pairs if alike
    ]:
        return fails(listed(told))
    if unknown := [f"{brief(one.key)} and {brief(other.key)}" for one, other, alike in pairs if alike is None]:
        return inconclusive(f"neither an identifier nor title, year and author to compare: {listed(unknown)}")
    return passes()


def _alike(one: Source, other: Source) -> str | None:
    """Name what makes two sources one work; empty where they are two, none where the record cannot tell."""
    if one.doi and other.doi:
        return "DOI" if one.doi.casefold() == other.doi.casefold() else ""
    if one.pmid and other.pmid:
        return "PMID" if one.pmid == other.pmid else ""
    pairs = ((_title(one), _title(other)), (one.year, other.year), (_first(one), _first(other)))
    if any(of_one and of_other and of_one != of_other for of_one, of_other in pairs):
        return ""
    return "title, year and first author" if all(of_one and of_other for of_one, of_other in pairs) else None


def _title(work: Source) -> str:
    return comparable(work.title or "")


def _first(work: Source) -> str:
    return comparable(work.authors[0]) if work.authors else ""


_TITLE: Final = "Zinc for the common cold"


EXAMPLES: Final = (
    Example(
        "one DOI",
        claim(line(source("a", doi="10.1000/zinc.1")), line(source("b", doi="10.1000/ZINC.1"))),
        fails("a and b have the same DOI"),
    ),
    Example(
        "one PMID",
        claim(line(source("a", doi="10.1000/zinc.1", pmid="15496046")), line(source("b", pmid="15496046"))),
        fails("a and b have the same PMID"),
    ),
    Example(
        "one title, year and first author",
        claim(
            line(source("a", title=_TITLE, year=2004, author="Hulisz")),
            line(source("b", title="Zinc for the Common Cold.", year=2004, author="Hulisz")),
        ),
        fails("a and b have the same title, year and first author"),
    ),
    Example(
        "one title, and DOIs that differ",
        claim(
            line(source("a", title=_TITLE, year=2004, author="Hulisz", doi="10.1000/zinc.1")),
            line(source("b", title=_TITLE, year=2004, author="Hulisz", doi="10.1000/zinc.2")),
        ),
        passes(),
    ),
    Example(
        "two PMIDs",
        claim(line(source("a", title=_TITLE, pmid="15496046")), line(source("b", title=_TITLE, pmid="8678384"))),
        passes(),
    ),
    Example(
        "one title, other authors",
        claim(
            line(source("a", title=_TITLE, year=2004, author="Hulisz")),
            line(source("b", title=_TITLE, year=2004, author="Mossad")),
        ),
        passes(),
    ),
    Example(
        "no author recorded",
        claim(line(source("a", title=_TITLE, year=2004)), line(source("b", title=_TITLE, year=2004))),
        inconclusive("neither an identifier nor title, year and author to compare: a and b"),
    ),
    Example(
        "no author recorded, and years that differ",
        claim(line(source("a", title=_TITLE, year=2004)), line(source("b", title=_TITLE, year=2003))),
        passes(),
    ),
    Example("one source twice", claim(line("a"), line("a")), not_applicable()),
    Example(
        "a candidate",
        claim(line(source("a", pmid="15496046")), line(source("b", pmid="15496046"), role="candidate")),
        not_applicable(),
    ),
)
