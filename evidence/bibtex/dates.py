"""Year and month of publication from the fields of BibTeX and biblatex, however they are written."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

_SORTING: Final = re.compile(r"\\[A-Za-z]*(?:[Nn]oop|[Ss]ort)[A-Za-z]*\s*\{[^{}]{0,99}\}")
_YEAR: Final = re.compile(r"(?<![\d.])(?:1\d{3}|20\d{2})(?!\d|\.\d)")
_ISO: Final = re.compile(r"([-+]?\d{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:[T ]\d\d:?\d\d.{0,30})?")
_UNSURE: Final = str.maketrans("", "", "~?%{}[] ")
"""Marks of a date that is about right or uncertain, and brackets for one that is inferred."""
_MONTH_FIRST: Final = re.compile(r"\s*(0?[1-9]|1[0-2])(?!\w|\.\d)")
_MONTH_IN_DATE: Final = re.compile(r"\s*\d{4}[-/](0[1-9]|1[0-2])(?!\d)")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_BCE: Final = re.compile(r"\s*-\s*(\d{1,4})\s*")
_LONGEST: Final = 200
"""Characters of a field that are looked at."""
_SHORTEST_NAME: Final = 3
_SEASONS: Final = range(21, 42)
"""What stands in a month's place for a season, a quarter or another part of the year."""
_NAMES: Final = """
january february march april may june july august september october november december
januar februar marz april mai juni juli august september oktober november dezember
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
januari februari maart april mei juni juli augustus september oktober november december
"""
"""English, German, French, Spanish, Italian, Portuguese and Dutch, without accents."""


class Published(NamedTuple):
    """When a work was published, as far as it is told."""

    year: int | None = None
    month: int | None = None
    doubt: str | None = None


_UNTOLD: Final = Published()


def _months() -> dict[str, int]:
    """Give each beginning of a month's name that belongs to one month only."""
    found: dict[str, set[int]] = {}
    for line in _NAMES.strip().splitlines():
        for number, name in enumerate(line.split(), 1):
            for end in range(_SHORTEST_NAME, len(name) + 1):
                found.setdefault(name[:end], set()).add(number)
    return {start: numbers.pop() for start, numbers in found.items() if len(numbers) == 1}


_MONTHS: Final = _months() | {"mrz": 3, "sept": 9}


def published(fields: Mapping[str, str]) -> Published:
    """Give the year and month that the fields tell, their names in small letters.

    ``year`` goes before ``date`` and ``issued``, ``month`` before what a date tells of it.
    Of a range the beginning counts; seasons are no months; years before Christ are negative, as in ISO 8601.
    """
    given = fields.get("year")
    found = _from_year(given) if given else _UNTOLD
    name = fields.get("month")
    month = month_of(name) if name else None
    if found.year is None or month is None:
        dated = fields.get("date") or fields.get("issued")
        if dated:
            found = _completed(found, from_date(dated))
    return found if month is None else Published(found.year, month, found.doubt)


def _completed(found: Published, dated: Published) -> Published:
    """Fill what the year's field leaves open from the date; its month counts only in the same year."""
    if found.year is None:
        return dated if dated.year is not None or found.doubt is None else found
    return Published(found.year, dated.month if dated.year == found.year else None, found.doubt)


@lru_cache(maxsize=4096)
def _from_year(value: str) -> Published:
    text = value[:_LONGEST]
    if "\\" in text:
        text = _SORTING.sub("", text)
    match = _YEAR.search(text)
    if match is not None:
        return Published(int(match.group()))
    if (before := _BCE.fullmatch(text)) is not None:
        return Published(-int(before[1]))
    return Published(doubt=_no_year(value)) if value.strip() else _UNTOLD


def _no_year(value: str) -> str:
    return f"no year in {value[:40]!r}"


@lru_cache(maxsize=4096)
def month_of(value: str) -> int | None:
    """Give the first month in a month field, from 1 to 12, as in ``Jan.``, ``01``, ``10~jan``, ``may/jun``, ``3-4``."""
    text = value[:_LONGEST]
    number = _MONTH_FIRST.match(text) or _MONTH_IN_DATE.match(text)
    spelt = unicodedata.normalize("NFKD", text.replace("\\", "").replace('"', "")).casefold()
    bare = "".join(letter for letter in spelt if not unicodedata.combining(letter) and letter not in "{}'`^")
    for word in _WORD.findall(bare):
        if word in _MONTHS:
            return _MONTHS[word]
    return int(number[1]) if number is not None else None


@lru_cache(maxsize=8192)
def from_date(value: str) -> Published:
    """Give the year and month of a date as biblatex writes it: ISO 8601 with ranges, ``~``, ``?`` and ``XX``."""
    text = value[:_LONGEST].translate(_UNSURE)
    if text.count("/") == 2:  # noqa: PLR2004 - 2001/05/03, which is no range
        text = text.replace("/", "-")
    for part in text.split("/"):
        if part.strip("."):
            match = _ISO.fullmatch(part)
            return _free(value) if match is None else _checked(value, match)
    return Published(doubt=_no_year(value)) if text else _UNTOLD


def _free(value: str) -> Published:
    """Read a date in words, as ``March 5, 2001``."""
    found = _from_year(value)
    return found if found.year is None else Published(found.year, month_of(value))


def _checked(value: str, match: re.Match[str]) -> Published:
    year = int(match[1])
    if year == 0:
        return Published(doubt=_no_year(value))
    month = int(match[2]) if match[2] not in {None, "XX", "00"} else None
    if month is None or month in _SEASONS:
        return Published(year)
    if not 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        return Published(year, doubt=f"no such month: {value[:40]!r}")
    day = int(match[3]) if match[3] not in {None, "XX", "00"} else 1
    if not 1 <= day <= monthrange(abs(year), month)[1]:
        return Published(year, month, f"no such day: {value[:40]!r}")
    return Published(year, month)
