"""What an entry tells of a published work: title, journal, year, authors, identifiers."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from evidence.bibtex.dates import published
from evidence.bibtex.identifiers import arxiv_in, identifiers
from evidence.bibtex.journal_names import journal_names
from evidence.bibtex.latex import plain
from evidence.bibtex.names import NO_AUTHORS, Authors, authors
from evidence.bibtex.pages import article_number, issue_of, pages_of, volume_of
from evidence.bibtex.standard_numbers import isbns_of, issns_of

_ISSN: Final = ("issn", "eissn", "e-issn", "pissn", "p-issn", "issn-l", "issnl")
_ISBN: Final = ("isbn", "isbn13", "isbn-13", "isbn10", "isbn-10", "eisbn", "e-isbn")
_ARTICLE_NUMBER: Final = (
    *("eid", "article-number", "article_number", "articleno", "articlenumber", "art_number", "elocation-id"),
)
_BESIDES_ISSN: Final = frozenset((*_ISSN, *_ISBN)) - {"issn"}
_CUT: Final = 500
"""Characters of a short field that are looked at."""


class Work(NamedTuple):
    """A published work in plain Unicode, its parts in the form in which two can be compared; what is not told is none.

    A tuple, since a large library makes a hundred thousand of them.
    """

    title: str | None = None
    journal: str | None = None
    """The name of the journal as the entry spells it."""
    abbreviation: str | None = None
    """A second, shorter name of that journal, if the entry gives one."""
    issn: tuple[str, ...] = ()
    """As ``1234-567X``."""
    year: int | None = None
    month: int | None = None
    """From 1 to 12."""
    authors: Authors = NO_AUTHORS
    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    """Or the article's number, where it has no pages."""
    last_page: str | None = None
    """Written out: 128 where the entry says 123-8."""
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    """As ``PMC1234567``."""
    arxiv: str | None = None
    """Without its version, as ``2101.00001`` or ``hep-th/9901001``."""
    isbn: tuple[str, ...] = ()
    """Of thirteen digits."""
    unconfirmed: str | None = None
    """The names of its bibliographic fields that were not read in a published copy."""


def work_of(fields: Mapping[str, str]) -> tuple[Work, tuple[str, ...]]:
    """Give the work that fields tell of, their names in small letters, and what is doubtful in them."""
    get = fields.get
    title = plain(get("title", ""))
    if subtitle := get("subtitle"):
        title = _joined(title, plain(subtitle))
    doubts = [] if title else ["no title"]
    named = journal_names(fields)
    if named.doubt is not None:
        doubts.append(named.doubt)
    when = published(fields)
    if when.doubt is not None:
        doubts.append(when.doubt)
    known = identifiers(fields)
    if known.doi is None and (given := get("doi")) and given.strip():
        doubts.append(f"no DOI in {given[:80]!r}")
    by = authors(get("author", ""))
    if by.doubts:
        doubts.extend(by.doubts)
    volume, issue = _volume_and_issue(fields)
    first_page, last_page = _pages(fields)
    issn, isbn = _standard_numbers(fields, doubts)
    unconfirmed = get("unconfirmed")
    work = Work(
        title or None,
        named.journal,
        named.abbreviation,
        issn,
        when.year,
        when.month,
        by,
        volume,
        issue,
        first_page,
        last_page,
        known.doi,
        known.pmid,
        known.pmcid,
        known.arxiv or named.arxiv or _arxiv(fields, volume=volume, issue=issue),
        isbn,
        " ".join(unconfirmed.split()) or None if unconfirmed else None,
    )
    return work, tuple(doubts)


def _joined(title: str, subtitle: str) -> str:
    """Give title and subtitle as one, as most databases print them."""
    if not (title and subtitle):
        return title or subtitle
    return f"{title} {subtitle}" if title[-1] in ".:?!" else f"{title}: {subtitle}"


def _volume_and_issue(fields: Mapping[str, str]) -> tuple[str | None, str | None]:
    volume = issue = None
    if given := fields.get("volume"):
        volume, issue = volume_of(given[:_CUT])
    if given := fields.get("number") or fields.get("issue"):
        issue = issue_of(given[:_CUT])
    return volume, issue


def _pages(fields: Mapping[str, str]) -> tuple[str | None, str | None]:
    if given := fields.get("pages"):
        found = pages_of(given[:_CUT])
        if found[0] is not None:
            return found
    for name in _ARTICLE_NUMBER:
        if (given := fields.get(name)) and (number := article_number(given[:_CUT])) is not None:
            return number, None
    return None, None


def _standard_numbers(fields: Mapping[str, str], doubts: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if _BESIDES_ISSN.isdisjoint(fields):
        found = [issns_of(given[:_CUT])] if (given := fields.get("issn")) else []
    else:
        found = [issns_of(given[:_CUT]) for name in _ISSN if (given := fields.get(name))]
        found += [isbns_of(given[:_CUT]) for name in _ISBN if (given := fields.get(name))]
    if not found:
        return (), ()
    if len(found) == 1 and not found[0].doubts:
        return found[0].issn, found[0].isbn
    doubts.extend(dict.fromkeys(doubt for numbers in found for doubt in numbers.doubts))
    issn = dict.fromkeys(number for numbers in found for number in numbers.issn)
    isbn = dict.fromkeys(number for numbers in found for number in numbers.isbn)
    return tuple(issn), tuple(isbn)


def _arxiv(fields: Mapping[str, str], *, volume: str | None, issue: str | None) -> str | None:
    """Look where Zotero and DBLP have arXiv's number: ``number={arXiv:1706.03762}``, ``volume={abs/1706.03762}``."""
    if volume is not None and volume.startswith("abs/"):
        return arxiv_in(f"arXiv:{volume[4:]}")
    if issue is None and (number := fields.get("number")):
        return arxiv_in(number)
    return None
