"""Names of the forms that most have, read quickly, just as ``name_parts`` reads them."""

import re
from functools import lru_cache
from typing import Final
from unicodedata import is_normalized

from evidence.bibtex.latex import plain
from evidence.bibtex.name_parts import DEGREE, SUFFIX, Person

_LETTERS: Final = [
    letter
    for code in (*range(0x180), *range(0x370, 0x460))
    if ((letter := chr(code)).isupper() or letter.islower()) and is_normalized("NFC", letter)
]
"""Those of Europe, in its Latin, Greek and Cyrillic."""
_CAPITAL: Final = "".join(letter for letter in _LETTERS if letter.isupper())
_LETTER: Final = "".join(_LETTERS)
_PREFIX: Final = "((?:(?!and )[a-z]['a-z-]++ )*+)"
_WORD: Final = rf"[{_CAPITAL}][{_LETTER}'’-]*+\.?"  # noqa: RUF001 - as papers print it
_FAMILY: Final = rf"[{_CAPITAL}](?:(?![{_CAPITAL}])|['’])[{_LETTER}][{_LETTER}'’-]*+"  # noqa: RUF001 - as above
"""A word that is no initials."""
_FAMILIES: Final = rf"({_FAMILY}(?: {_FAMILY})*+)"
_BEGIN: Final = r"(?:\A|(?<= and ))"
_END: Final = r"(?: and |\Z)"
_NO_DEGREE: Final = rf"(?!(?=[BDFMPR])(?i:{DEGREE.pattern}){_END})"
_NO_SUFFIX: Final = rf"(?!(?=[IJSV])(?i:{SUFFIX.pattern}){_END})"
_LAST_FIRST: Final = re.compile(
    rf"{_BEGIN}{_PREFIX}{_FAMILIES}, "
    rf"{_NO_DEGREE}([{_CAPITAL}](?:[{_LETTER}'’.-]| (?!and ))*+){_END}"  # noqa: RUF001 - as above
)
_FIRST_LAST: Final = re.compile(rf"{_BEGIN}({_WORD}(?: {_WORD})*) {_PREFIX}{_NO_SUFFIX}({_FAMILY}){_END}")
_LAST_INITIALS: Final = re.compile(rf"{_BEGIN}{_PREFIX}{_FAMILIES} {_NO_SUFFIX}([{_CAPITAL}]{{1,3}}){_END}")
_ACCENT: Final = re.compile(r"\{\\[^\s{},]{1,3}(?:\{[^\s{},]{0,3}\})?\}|\\[^\w\s{},\\~](?:\{\\?[A-Za-z]\}|[A-Za-z])")
_new: Final = tuple.__new__


def usual(value: str) -> tuple[Person, ...] | None:
    """Read names that are all ``von Last, First``, ``First von Last`` or ``von Last FM``; none says nothing of them."""
    if "\\" in value:
        value = _ACCENT.sub(_letter, value)
    if "--" in value or "''" in value or "et al" in value:
        return None
    lower = f" {value.lower()} "
    if " and and " in lower:
        return None
    if "," in value:
        persons = [
            _new(Person, (family, given, prefix[:-1] or None, None, None))
            for prefix, family, given in _LAST_FIRST.findall(value)
        ]
    else:
        persons = [
            _new(Person, (family, given, prefix[:-1] or None, None, None))
            for given, prefix, family in _FIRST_LAST.findall(value)
        ] or [
            _new(Person, (family, " ".join(initials), prefix[:-1] or None, None, None))
            for prefix, family, initials in _LAST_INITIALS.findall(value)
        ]
    return tuple(persons) if len(persons) == lower.count(" and ") + 1 else None


def _letter(accent: re.Match[str]) -> str:
    return _plain_letter(accent[0])


@lru_cache(maxsize=1024)
def _plain_letter(accent: str) -> str:
    return plain(accent)
