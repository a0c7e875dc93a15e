"""Names of the forms that most have, read quickly, just as ``name_parts`` reads them."""

import re
from functools import lru_cache
from typing import Final
from unicodedata import is_normalized

from evidence.bibtex.latex import plain
from evidence.bibtex.name_parts import DEGREE, SUFFIX, Person

_WORD: Final = r"[^\W\d_a-z][\w'’-]*\.?"  # noqa: RUF001 - as papers print it
_FAMILY: Final = r"[^\W\d_a-z](?:[^\W\d_A-Z]|['’][^\W\d_])[\w'’-]*"  # noqa: RUF001 - as above
"""A word that is no initials."""
_SMALL: Final = r"(?:[a-z][\w'’-]* )*"  # noqa: RUF001 - as above
_FAMILIES: Final = rf"{_FAMILY}(?: {_FAMILY})*"
_LAST_FIRST: Final = re.compile(rf"({_SMALL})({_FAMILIES}), ([^\W\d_][\w'’. -]*)")  # noqa: RUF001 - as above
_FIRST_LAST: Final = re.compile(rf"({_WORD}(?: {_WORD})*) ({_SMALL})({_FAMILY})")
_LAST_INITIALS: Final = re.compile(rf"({_SMALL})({_FAMILIES}) ([^\W\d_a-z]{{1,3}})")
_LETTERS: Final = [letter for code in range(0x180) if (letter := chr(code)).isalpha() and is_normalized("NFC", letter)]
_CAPITAL: Final = "".join(letter for letter in _LETTERS if letter.isupper())
_LETTER: Final = "".join(_LETTERS)
_PLAIN_SMALL: Final = "(?!and )[a-z]['a-z-]*+ "
_PLAIN_WORD: Final = rf"[{_CAPITAL}][{_LETTER}'-]*+\.?"
_PLAIN_FAMILY: Final = rf"[{_CAPITAL}](?:(?![{_CAPITAL}])[{_LETTER}]|'[{_LETTER}])[{_LETTER}'-]*+"
_END: Final = r"(?: and |\Z)"
_LISTED: Final = re.compile(
    rf"(?:\A|(?<= and ))((?:{_PLAIN_SMALL})*+)({_PLAIN_FAMILY}(?: {_PLAIN_FAMILY})*+), "
    rf"(?!(?=[BDFMPR])(?i:{DEGREE.pattern}){_END})([{_CAPITAL}](?:[{_LETTER}'.-]| (?!and ))*+){_END}"
)
"""One of several names in a row that are all of the form ``von Last, First``, in the letters of Europe."""
_LISTED_AS_PRINTED: Final = re.compile(
    rf"(?:\A|(?<= and ))({_PLAIN_WORD}(?: {_PLAIN_WORD})*) ((?:{_PLAIN_SMALL})*+)"
    rf"(?![JS]r{_END})({_PLAIN_FAMILY}){_END}"
)
"""One of several that are all of the form ``First von Last``."""
_new: Final = tuple.__new__
_ACCENT: Final = re.compile(r"\{\\[^\s{},]{1,3}(?:\{[^\s{},]{0,3}\})?\}|\\[^\w\s{},\\~](?:\{\\?[A-Za-z]\}|[A-Za-z])")


def usual_list(value: str) -> tuple[Person, ...] | None:
    """Read a field whose names are all of one of the two commonest forms at once; none says nothing of it."""
    if "\\" in value:
        value = _ACCENT.sub(_letter, value)
    if "--" in value or "''" in value or "et al" in value:
        return None
    last_first = "," in value
    found = (_LISTED if last_first else _LISTED_AS_PRINTED).findall(value)
    lower = f" {value.lower()} "
    if lower.count(" and ") != len(found) - 1 or " and and " in lower:
        return None
    if last_first:
        return tuple(
            [_new(Person, (family, given, prefix[:-1] or None, None, None)) for prefix, family, given in found]
        )
    return tuple([_new(Person, (family, given, prefix[:-1] or None, None, None)) for given, prefix, family in found])


def _letter(accent: re.Match[str]) -> str:
    return _plain_letter(accent[0])


@lru_cache(maxsize=1024)
def _plain_letter(accent: str) -> str:
    return plain(accent)


def usual(name: str) -> Person | None:
    """Read ``von Last, First``, ``First von Last`` or ``von Last FM``; none says nothing of a name."""
    if "\\" in name and not any(sign in _ACCENT.sub("", name) for sign in "\\{}~"):
        name = plain(name)
    if "--" in name or "''" in name or "et al" in name:
        return None
    found = _parted(name)
    if found is None or name.isascii():
        return found
    family, given = found.family or "", found.given or ""
    if not (family[:1].isupper() and given[:1].isupper() and is_normalized("NFC", name)):
        return None
    # in another alphabet, capitals may be initials, and what begins with a small letter is a prefix
    doubtful = any(map(str.isupper, family.split(" "))) or (
        "," not in name and any(word[0].islower() for word in given.split(" "))
    )
    return None if doubtful else found


def _parted(name: str) -> Person | None:
    if "," in name:
        match = _LAST_FIRST.fullmatch(name)
        if match is None or DEGREE.fullmatch(match[3]):
            return None
        prefix, family, given = match.groups()
    elif (match := _LAST_INITIALS.fullmatch(name)) and (name.isascii() or match[3].isupper()):
        prefix, family, given = match.groups()
        if SUFFIX.fullmatch(given):
            return None
        given = " ".join(given)
    else:
        match = _FIRST_LAST.fullmatch(name)
        if match is None or SUFFIX.fullmatch(match[3]):
            return None
        given, prefix, family = match.groups()
    return Person(family, given, prefix.rstrip() or None)
