"""The published list of Retraction Watch: its columns, and the notice in each of its rows."""

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TextIO

from evidence.errors import FileError
from evidence.intake.retractions.cells import date_in, dois_in, nature_in, number_in, numbers_in
from evidence.intake.retractions.table import Table, Unread
from evidence.text import shortened, storable, visible
from evidence.vocab import Notice

_USED: Final = (
    "Record ID",
    "RetractionDate",
    "RetractionDOI",
    "RetractionPubMedID",
    "OriginalPaperDOI",
    "OriginalPaperPubMedID",
    "RetractionNature",
    "Reason",
)
_PASSED_OVER: Final = (
    "Title",
    "Subject",
    "Institution",
    "Journal",
    "Publisher",
    "Country",
    "Author",
    "URLS",
    "ArticleType",
    "OriginalPaperDate",
    "Paywalled",
    "Notes",
)
_MOST_NAMED: Final = 1_000
"""Rows that could not be read, or are of a nature not known, or without a date, of which each is told."""
_WIDTH: Final = 60


class Listed(NamedTuple):
    """A notice about a work, as one row of the list tells of it."""

    line: int
    record: str
    """The number of the notice."""
    nature: Notice
    day: str
    """Its date as it stands there."""
    dois: tuple[str, ...]
    """Of the work."""
    pmids: tuple[str, ...]
    notice_doi: str
    """As it stands there, and so the others."""
    notice_pmid: str
    reasons: str


class Remark(NamedTuple):
    """Something about a row that a person should look at."""

    line: int
    record: str
    reason: str


def undated(notice: Listed, *, then: str) -> Remark | None:
    """Say of a notice that its date cannot be read, and what follows from that; none if it can."""
    if date_in(notice.day) is not None:
        return None
    told = f"its date {shortened(storable(notice.day), width=_WIDTH)!r} cannot be read; {then}"
    return Remark(notice.line, notice.record, told)


@dataclass(kw_only=True, slots=True)
class Tally:
    """What was met while a list was read; it grows with every row."""

    rows: int = 0
    blank: int = 0
    unread: list[Unread] = field(default_factory=list)
    """At most a thousand of them."""
    unread_rows: int = 0
    unknown_columns: tuple[str, ...] = ()
    unknown_natures: list[tuple[int, str]] = field(default_factory=list)
    """Line and words, at most a thousand of them."""
    unknown_nature_rows: int = 0
    unread_dates: int = 0
    undated: list[Remark] = field(default_factory=list)
    """Of the rows whose date could not be read those that concern no source, at most a thousand of them."""
    undated_rows: int = 0
    nameless: int = 0
    """Rows that give neither a DOI nor a PubMed number of the work."""
    newest: dt.date | None = None
    """The latest day in the list that is not yet to come."""

    def could_not_read(self, row: Unread) -> None:
        """Note a row that could not be read."""
        self.unread_rows += 1
        if len(self.unread) < _MOST_NAMED:
            self.unread.append(row)

    def does_not_know(self, line: int, nature: str) -> None:
        """Note a row of another nature than the four."""
        self.unknown_nature_rows += 1
        if len(self.unknown_natures) < _MOST_NAMED:
            self.unknown_natures.append((line, shortened(storable(nature), width=_WIDTH)))

    def concerns_no_source(self, notice: Listed) -> None:
        """Note a row that was read and not needed, if its date could not be read."""
        row = undated(notice, then="it concerns no source of the record")
        if row is not None:
            self.undated_rows += 1
            if len(self.undated) < _MOST_NAMED:
                self.undated.append(row)


def begins_list(head: str) -> bool:
    """Tell whether a text begins with the columns of the list."""
    header = Table(io.StringIO(head.lstrip("\ufeff"), newline="")).header
    return not _missing(header)


def read_list(text: TextIO, *, name: str, today: dt.date, tally: Tally) -> Iterator[Listed]:
    """Give each notice of a list that names a work, and count all else.

    Raises ``FileError``, before the first, for a table that lacks one of the columns needed.
    """
    table = Table(text)
    columns = _columns(table.header, name=name)
    tally.unknown_columns = _unknown(table.header)
    places = [columns[_folded(wanted)] for wanted in _USED]
    return _notices(table, places, today=today, tally=tally)


def _notices(table: Table, places: list[int], *, today: dt.date, tally: Tally) -> Iterator[Listed]:
    for row in table.rows(least=max(places) + 1):
        if isinstance(row, Unread):
            tally.rows += 1
            tally.could_not_read(row)
            continue
        line, cells = row
        if not any(cells):
            tally.blank += 1
            continue
        tally.rows += 1
        record, day, notice_doi, notice_pmid, doi, pmid, nature, reasons = [cells[place] for place in places]
        number = number_in(record)
        if number is None:
            told = shortened(storable(record), width=_WIDTH)
            tally.could_not_read(Unread(line, f"a record has a number, this one has {told!r}"))
            continue
        kind = nature_in(nature)
        if kind is None:
            tally.does_not_know(line, nature)
            continue
        date = date_in(day)
        if date is None:
            tally.unread_dates += 1
        elif date <= today and (tally.newest is None or date > tally.newest):
            tally.newest = date
        dois, pmids = dois_in(doi), numbers_in(pmid)
        notice = Listed(line, number, kind, day, dois, pmids, notice_doi, notice_pmid, reasons)
        if not dois and not pmids:
            tally.nameless += 1
            tally.concerns_no_source(notice)
            continue
        yield notice


def _columns(header: list[str], *, name: str) -> dict[str, int]:
    """Give the place of each column that the header names; of two of one name the first."""
    if missing := _missing(header):
        raise FileError(
            f"{visible(name)}: this is not the list of Retraction Watch: it has no column {', '.join(missing)}"
        )
    return {_folded(column): place for place, column in reversed(list(enumerate(header)))}


def _missing(header: list[str]) -> list[str]:
    named = set(map(_folded, header))
    return [wanted for wanted in _USED if _folded(wanted) not in named]


def _unknown(header: list[str]) -> tuple[str, ...]:
    """Give the columns that are none of the list's, and those that stand there twice."""
    known = {_folded(column) for column in (*_USED, *_PASSED_OVER)}
    unknown = []
    for column in header:
        if column.strip() and _folded(column) not in known:
            unknown.append(shortened(storable(column), width=_WIDTH))
        known.discard(_folded(column))
    return tuple(unknown)


def _folded(column: str) -> str:
    return "".join(column.split()).lower()
