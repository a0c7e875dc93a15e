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
_DAYS: Final = 2
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
_A_DOSE: Final = (
    r"(?:(?:a|an|each|it|one|single|the|their|first|last) )*"
    r"(?:administration|dos(?:e|es|ing)|infusions?|injections?|lozenges?|pills?|tablets?|taking)\b"
)
_OF_SOMETHING_ELSE: Final = re.compile(rf"\s(?:of|after|from|before|following|prior to|since|upon)\s(?!{_A_DOSE})")
_OF_THE_TREATMENT: Final = re.compile(
    r"\b(?:administered|applied|begun|given|initiated|started|taken|treated|used"
    r"|(?:starting|taking)\s(?!effect|relief)\w+)(?:\s(?:early|even|only|orally))?,?\s$"
)
_LOOKED_BACK: Final = 60
_WORD: Final = re.compile(r"\b(?!(?:and|each|first|for|intravenous|last|oral|single|the|with)\b)[^\W\d_]{3,}")


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


def onset_in(text: str | None, *, given: str | None = None) -> Onset | None:
    """Give how soon a text says that something begins, the soonest of several; none where it says nothing.

    A number of hours, or of a day at most, is one of an onset; a longer one is when something was counted. None is
    that from another event than a dose or what was given, as "within 24 hours of the first symptoms", nor that in
    which something was taken.
    """
    told = (text or "")[: 4 * _LONGEST].casefold()
    found = [
        Onset(match.group(), minutes)
        for pattern, minutes in _ROUGH
        for match in re.finditer(pattern, told)
        if _is_of_an_onset(told, match.start(), match.end(), given=given)
    ]
    for start in _WITHIN.finditer(told):
        match = _COUNTED.match(told, start.end())
        if match is None or not _is_of_an_onset(told, start.start(), match.end(), given=given):
            continue
        if (counted := _all(match)) and (_is_in_hours(match) or max(counted) <= _DAY):
            found.append(Onset(f"{start.group()}{match.group()}", max(counted)))
    return min(found, key=lambda onset: onset.minutes or Decimal(0), default=None)


def _is_of_an_onset(told: str, start: int, end: int, *, given: str | None) -> bool:
    if _OF_THE_TREATMENT.search(told[max(0, start - _LOOKED_BACK) : start]) is not None:
        return False
    event = _OF_SOMETHING_ELSE.match(told, end)
    if event is None:
        return True
    named = _WORD.search(told, event.end())
    return named is not None and named.group() in _WORD.findall((given or "")[:_LONGEST].casefold())


def _is_in_hours(match: re.Match[str]) -> bool:
    return any(match[f"u{place}"] for place in range(_DAYS))


def _all(match: re.Match[str]) -> list[Decimal]:
    place = next(place for place in range(len(_UNITS)) if match[f"u{place}"])
    numbers = [_WORDS.get(number) or Decimal(number) for number in _EACH.findall(match["numbers"])]
    return [number * _UNITS[place][1] for number in numbers if place != _YEARS or number < _CALENDAR]
