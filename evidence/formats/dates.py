"""Dates as databases write them, made the fields that BibTeX has for them."""

import re
from typing import Final

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_NUMERIC: Final = re.compile(r"(\d{4})(?:([-/])(\d{0,2})(?:\2(\d{0,2})(?:[/T].{0,200})?)?)?")
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_MONTH: Final = re.compile(rf"(?i)\b({'|'.join(MONTHS)})[a-z]{{0,7}}\b\.?")
_SEASON: Final = re.compile(r"(?i)\b(?:spring|summer|autumn|fall|winter|quarter|trimester)\b")
_DAY: Final = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_LONGEST: Final = 300
_LAST_MONTH: Final = 12
_LAST_DAY: Final = 31


def dated(text: str) -> list[tuple[str, str]]:
    """Give year, month and date from ``2003/05/02``, ``2003-05``, ``2003 May 2``, ``May 2003``; other text is the year.

    A season or two months stay words: ``2003 Nov-Dec`` is the month ``Nov-Dec`` of 2003.
    """
    text = " ".join(text[:_LONGEST].split())
    if not text:
        return []
    if (numeric := _NUMERIC.fullmatch(text)) is not None:
        return from_parts(numeric[1], numeric[3] or "", numeric[4] or "")
    year = _YEAR.search(text)
    if year is None:
        return [("year", text)]
    rest = " ".join(f"{text[: year.start()]} {text[year.end() :]}".split()).strip(" ,;/-")
    months, days = _MONTH.findall(rest), _DAY.findall(rest)
    if len(months) == 1 and len(days) <= 1:
        return from_parts(year.group(), str(MONTHS.index(months[0].lower()) + 1), "".join(days))
    if months or _SEASON.search(rest):
        return [("year", year.group()), ("month", rest)]
    return [("year", text if rest else year.group())]


def completed(text: str, *, year: str) -> list[tuple[str, str]]:
    """Give the parts of a date that may leave out the year, which is known; nothing if it is of another year."""
    found = dated(text if not year or _YEAR.search(text) else f"{year} {text}") if text else []
    return found if not year or ("year", year) in found else []


def from_parts(year: str, month: str = "", day: str = "") -> list[tuple[str, str]]:
    """Give year, month and, if the day is known, the date; a month may be a number or a name."""
    found = [("year", year)]
    number = _number(month)
    if number is None:
        return [*found, ("month", month)] if month.strip("0 ") else found
    found.append(("month", str(number)))
    if day.isascii() and day.isdigit() and 1 <= int(day[:3]) <= _LAST_DAY:
        found.append(("date", f"{year}-{number:02}-{int(day[:3]):02}"))
    return found


def _number(month: str) -> int | None:
    """Give the number of a month from 1 to 12, or that of its English name."""
    if month.isascii() and month.isdigit():
        value = int(month[:3])
        return value if 1 <= value <= _LAST_MONTH else None
    name = month[:3].lower()
    return MONTHS.index(name) + 1 if name in MONTHS and month.strip(".").isalpha() else None
