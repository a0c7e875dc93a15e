"""Spans of time as papers and texts put them in words: "24 h", "week 8", "two to four months", "within hours"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_MINUTE, _HOUR, _DAY = Decimal(1), Decimal(60), Decimal(24 * 60)
MONTH: Final = 30 * _DAY
"""Of 30 days, so that a month and 30 days are alike."""

_UNITS: Final = (
    (r"min(?:ute)?s?", _MINUTE),
    (r"h|hrs?|hours?", _HOUR),
    (r"d|days?", _DAY),
    (r"w|wks?|weeks?", 7 * _DAY),
    (r"mo|mos|mths?|months?", MONTH),
    (r"y|yrs?|years?", 365 * _DAY),
)
_YEARS: Final = len(_UNITS) - 1
_WORDS: Final = {
    word: Decimal(number)
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=1
    )
} | {"a": Decimal(1), "an": Decimal(1)}
_LONGEST: Final = 300
_CALENDAR: Final = Decimal(1000)
"""From here on a number beside "year" is a date."""

_NUMBER: Final = rf"(?:\d{{1,4}}(?:\.\d{{1,3}})?|\b(?:{'|'.join(_WORDS)})\b)"
_NUMBERS: Final = rf"{_NUMBER}(?:\s?(?:-|\u2013|,|/|\bto\b|\band\b|\bor\b)\s?{_NUMBER})*"
_UNIT: Final = "|".join(f"(?P<u{place}>{words})" for place, (words, _) in enumerate(_UNITS))
_COUNTED: Final = re.compile(rf"(?<![\w.])(?P<numbers>{_NUMBERS})[\s-]?(?:{_UNIT})\b")
_NUMBERED: Final = re.compile(rf"\b(?:{_UNIT})\s(?P<numbers>{_NUMBERS})(?!\w)")
_EACH: Final = re.compile(_NUMBER)
_OPEN: Final = re.compile(
    r"^\W*(?:(?:all|any) times?|within|up to|until|to|over|during|throughout|through|by|baseline)\b"
)
_FEW: Final = r"(?:a few |a couple of |several |mere |the first )?"
_AT_ONCE: Final = (
    r"\bimmediate(?:ly)?\b(?![- ]release)|\binstant(?:aneous)?(?:ly)?\b|\bright away\b"
    r"|\b(?:almost|nearly|acts?|begins?|helps?|relieves?|starts?|works?) at once\b"
)
_ROUGH: Final = (
    (_AT_ONCE, None),
    (rf"\b(?:with)?in {_FEW}minutes\b(?!\s?\d)", _HOUR),
    (rf"\b(?:with)?in {_FEW}hours\b(?!\s?\d)", _DAY),
    (r"\bovernight\b", _DAY),
    (rf"\b(?:with)?in {_FEW}days\b(?!\s?\d)", 7 * _DAY),
)
_WITHIN: Final = re.compile(
    r"\b(?:within|in (?:less|under|fewer) than|in under|as soon as)\s(?:about |the first |only )?"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time that a text tells, in minutes from the start."""

    first: Decimal | None
    """The earliest time told; none where only an end is, as in "up to 3 months"."""
    last: Decimal


@dataclass(frozen=True, slots=True)
class Onset:
    """How soon a text says that something begins."""

    words: str
    """As the text has it."""
    minutes: Decimal | None
    """At most; none for "at once", which says no number."""


def span_in(text: str | None) -> Span | None:
    """Give the earliest and the latest time that a text tells; none where it tells none.

    Takes what is written with digits or as a word up to twelve, before its unit or behind it. A
    number from 1000 on beside "year" is a date and no length.
    """
    told = (text or "")[:_LONGEST].casefold()
    found = [
        minutes for pattern in (_COUNTED, _NUMBERED) for match in pattern.finditer(told) for minutes in _all(match)
    ]
    if not found:
        return None
    return Span(None if _OPEN.search(told) else min(found), max(found))


def onset_in(text: str | None) -> Onset | None:
    """Give how soon a text says that something begins, the soonest of several; none where it says nothing."""
    told = (text or "")[: 4 * _LONGEST].casefold()
    found = [Onset(match.group(), minutes) for pattern, minutes in _ROUGH for match in re.finditer(pattern, told)]
    for start in _WITHIN.finditer(told):
        match = _COUNTED.match(told, start.end())
        if match is not None and (counted := _all(match)):
            found.append(Onset(f"{start.group()}{match.group()}", max(counted)))
    return min(found, key=lambda onset: onset.minutes or Decimal(0), default=None)


def _all(match: re.Match[str]) -> list[Decimal]:
    place = next(place for place in range(len(_UNITS)) if match[f"u{place}"])
    numbers = [_WORDS.get(number) or Decimal(number) for number in _EACH.findall(match["numbers"])]
    return [number * _UNITS[place][1] for number in numbers if place != _YEARS or number < _CALENDAR]
