"""What an entry tells of a published work: title, journal, year, authors, identifiers."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from evidence.bibtex import identifiers
from evidence.bibtex.latex import plain
from evidence.bibtex.names import NO_AUTHORS, Authors, authors
from evidence.journals import comparable

LONGEST_JOURNAL: Final = 400
"""Characters, and a quarter of what a database can index."""


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
    doubts: list[str] = []
    title = plain(fields.get("title", "")) or None
    if title is None:
        doubts.append("no title")
    journal = plain(fields.get("journal", "") or fields.get("journaltitle", "")) or None
    if journal is not None and not _is_name(journal):
        doubts.append("the journal's name has no letter, or is too long for one; kept as a field only")
        journal = None
    year = identifiers.year(fields)
    if year is None and (given := fields.get("year") or fields.get("date")):
        doubts.append(f"no year in {given[:40]!r}")
    doi = identifiers.doi(fields)
    if doi is None and fields.get("doi", "").strip():
        doubts.append(f"no DOI in {fields['doi'][:80]!r}")
    by = authors(fields.get("author", ""))
    doubts.extend(by.doubts)
    work = Work(
        title=title,
        journal=journal,
        year=year,
        authors=by,
        doi=doi,
        pmid=identifiers.pmid(fields),
        unconfirmed=" ".join(fields.get("unconfirmed", "").split()) or None,
    )
    return work, tuple(doubts)


def _is_name(journal: str) -> bool:
    if len(journal) > LONGEST_JOURNAL or not any(letter.isalnum() for letter in journal):
        return False
    return 0 < len(comparable(journal).encode(errors="replace")) <= 4 * LONGEST_JOURNAL
