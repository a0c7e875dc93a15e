"""What an entry tells of a work, in the form in which two of them are compared."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from evidence.bibtex.work import Work
from evidence.journals import comparable
from evidence.matching.kinds import Form, form_of
from evidence.matching.people import Name, names_of
from evidence.matching.titles import Title, title_of

_SUPPLEMENT_ISSUE: Final = re.compile(r"(?i)s(?:\d|$)|.*\bs(?:pt)?\d|.*suppl")
_SUPPLEMENT_PAGE: Final = re.compile(r"(?i)(?:supp?l?|s|a|p|op|po|abs)-?\d")


class Traits(NamedTuple):
    """What can be compared of a work; what is not told is none, or empty."""

    title: Title
    names: tuple[Name, ...]
    year: int | None
    volume: str | None
    issue: str | None
    first_page: str | None
    last_page: str | None
    journals: tuple[str, ...]
    """The comparable names of its journal: the one given, and its abbreviation."""
    form: Form
    supplement: bool
    """Whether its issue or its page is one of a supplement, where abstracts of conferences stand."""
    doi: str | None
    pmid: str | None
    pmcid: str | None
    arxiv: str | None
    isbn: tuple[str, ...]


def traits(work: Work, kind: str) -> Traits:
    """Give what can be compared of a work; ``kind`` is the entry's type in small letters."""
    journals = () if work.journal is None else (_journal(work.journal),)
    if work.abbreviation is not None:
        journals = (*journals, _journal(work.abbreviation))
    return Traits(
        title=title_of(work.title),
        names=names_of(work.authors),
        year=work.year,
        volume=work.volume and work.volume.lower(),
        issue=work.issue and work.issue.lower(),
        first_page=work.first_page and work.first_page.lower(),
        last_page=work.last_page and work.last_page.lower(),
        journals=journals,
        form=form_of(work, kind),
        supplement=_in_supplement(work),
        doi=work.doi,
        pmid=work.pmid,
        pmcid=work.pmcid,
        arxiv=work.arxiv,
        isbn=work.isbn,
    )


@lru_cache(maxsize=4096)
def _journal(name: str) -> str:
    """Give the comparable name without a place, as in ``Lancet (London, England)``."""
    start = name.find(" (")
    return comparable(name if start <= 0 else name[:start])


def _in_supplement(work: Work) -> bool:
    if work.issue is not None and _SUPPLEMENT_ISSUE.match(work.issue) is not None:
        return True
    return work.first_page is not None and _SUPPLEMENT_PAGE.match(work.first_page) is not None
