"""The journal of an entry by its full name and its abbreviation, whichever fields exporters put them in."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from evidence.bibtex.identifiers import arxiv_in
from evidence.bibtex.latex import plain
from evidence.journals import comparable

LONGEST_JOURNAL: Final = 400
"""Characters, and a quarter of what a database can index."""
_FULL: Final = ("fjournal", "journal", "journaltitle", "journal-title", "fulljournal")
"""MathSciNet has the full name in ``fjournal`` and the abbreviation in ``journal``, so the former comes first."""
_SHORT: Final = (
    *("shortjournal", "journal-iso", "journal_iso", "journalabbrev", "journal-abbrev", "journal_abbrev"),
    *(
        "journalabbreviation",
        "journal-abbreviation",
        "journal_abbreviation",
        "abbrev_source_title",
        "shortjournaltitle",
    ),
    *("abbrjournal", "abbr_journal", "isojournal", "iso-source-abbreviation", "medline-ta", "jabbrv", "journal-short"),
)
_BESIDES: Final = frozenset((*_FULL, *_SHORT)) - {"journal"}
_CUT: Final = 4 * LONGEST_JOURNAL


class JournalNames(NamedTuple):
    """What an entry tells of its journal."""

    journal: str | None = None
    abbreviation: str | None = None
    arxiv: str | None = None
    """The number that stands in ``arXiv preprint arXiv:1706.03762``, which is no journal's name."""
    doubt: str | None = None


_UNNAMED: Final = JournalNames()


def journal_names(fields: Mapping[str, str]) -> JournalNames:
    """Give the journal that the fields name, their names in small letters.

    A chapter's ``booktitle`` is no journal. Where only an abbreviation is given, it is the journal's name.
    """
    if _BESIDES.isdisjoint(fields):
        journal = fields.get("journal")
        return _named(journal[:_CUT]) if journal else _UNNAMED
    return _united(tuple(value[:_CUT] for name in (*_FULL, *_SHORT) if (value := fields.get(name))))


@lru_cache(maxsize=4096)
def _united(values: tuple[str, ...]) -> JournalNames:
    """Take the first name for the journal's, and the next that differs from it for its abbreviation."""
    found = [_named(value) for value in values]
    names: dict[str, str] = {}
    for one in found:
        if one.journal is not None:
            names.setdefault(comparable(one.journal), one.journal)
    told: list[str | None] = [*names.values(), None, None]
    journal, abbreviation = told[:2]
    arxiv = next((one.arxiv for one in found if one.arxiv), None)
    doubt = next((one.doubt for one in found if one.doubt), None) if journal is None else None
    return JournalNames(journal, abbreviation, arxiv, doubt)


@lru_cache(maxsize=4096)
def _named(value: str) -> JournalNames:
    name = plain(value)
    if not name:
        return _UNNAMED
    if "rxiv" in name.lower() and (number := arxiv_in(name)) is not None:
        return JournalNames("arXiv", arxiv=number)
    if not _is_name(name):
        return JournalNames(doubt="the journal's name has no letter, or is too long for one; kept as a field only")
    return JournalNames(name)


def _is_name(journal: str) -> bool:
    if len(journal) > LONGEST_JOURNAL or not any(letter.isalnum() for letter in journal):
        return False
    return 0 < len(comparable(journal).encode(errors="replace")) <= 4 * LONGEST_JOURNAL
