"""What the cells of a list of retractions say: numbers, DOIs, dates and reasons."""

import datetime as dt
import re
from functools import lru_cache
from typing import Final

from evidence.bibtex.identifiers import identifiers
from evidence.text import storable
from evidence.vocab import Notice

_LONGEST: Final = 1_000
"""Characters of a cell that are looked at."""
_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_NUMBER: Final = re.compile(r"(?i)(?:pmid\W{0,3})?0*([1-9]\d{0,11})(?:\.0*)?")
_NEXT_DOI: Final = re.compile(r"(?i)[;,|\s]+(?=https?:|doi\b|10\.\d{4})")
_NEXT_NUMBER: Final = re.compile(r"[;,|/\s]+")
_AMERICAN: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\s.*)?")
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[\sT].*)?")
_NATURES: Final = {
    "retraction": Notice.RETRACTION,
    "expression of concern": Notice.CONCERN,
    "correction": Notice.CORRECTION,
    "reinstatement": Notice.REINSTATEMENT,
}


def number_in(cell: str) -> str | None:
    """Give the number in a cell, as ``12,345,678`` or ``12345678.0`` as well; none for nought and all else."""
    bare = cell.strip()
    if _GROUPED.fullmatch(bare) is not None:
        bare = bare.replace(",", "")
    match = _NUMBER.fullmatch(bare)
    return None if match is None else match[1]


def numbers_in(cell: str) -> tuple[str, ...]:
    """Give every number in a cell; commas between groups of three digits part no numbers."""
    if cell in {"0", ""}:
        return ()
    if (one := number_in(cell)) is not None:
        return (one,)
    return tuple(dict.fromkeys(filter(None, map(number_in, _NEXT_NUMBER.split(cell[:_LONGEST])))))


def dois_in(cell: str) -> tuple[str, ...]:
    """Give every DOI in a cell, in small letters and without an address; none for ``unavailable``."""
    if "10." not in cell:
        return ()
    parts = _NEXT_DOI.split(cell[:_LONGEST])
    found = (identifiers({"doi": part}).doi for part in parts)
    return tuple(dict.fromkeys(storable(doi) for doi in found if doi is not None))


@lru_cache(maxsize=20_000)
def date_in(cell: str) -> dt.date | None:
    """Give the day in a cell, ``11/3/2025 0:00`` (the month first) or ``2025-11-03``; none for all else."""
    bare = cell[:_LONGEST].strip()
    if (match := _AMERICAN.fullmatch(bare)) is not None:
        month, day, year = match.groups()
    elif (match := _ISO.fullmatch(bare)) is not None:
        year, month, day = match.groups()
    else:
        return None
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def nature_in(cell: str) -> Notice | None:
    """Give what a notice does to a work; none where the list says it in words that we do not know."""
    return _NATURES.get(" ".join(cell[:_LONGEST].lower().split()))


def notice_in(*, doi: str, pmid: str) -> str | None:
    """Give how a notice can be found: its DOI, or else its PubMed number, or an address that stands for the DOI."""
    if found := dois_in(doi):
        return found[0]
    if (number := number_in(pmid)) is not None:
        return f"PMID {number}"
    bare = doi[:_LONGEST].strip()
    return storable(bare) if bare.lower().startswith(("http://", "https://")) else None


def reasons_in(cell: str) -> str | None:
    """Give the reasons, ``; `` between them, without the plus sign that older lists set before each."""
    reasons = (storable(part.strip().removeprefix("+").strip()) for part in cell[: 10 * _LONGEST].split(";"))
    return "; ".join(filter(None, reasons)) or None
