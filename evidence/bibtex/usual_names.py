"""Names of the forms that most have, read quickly, just as ``name_parts`` reads them."""

import re
import unicodedata
from typing import Final

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
_ACCENT: Final = re.compile(r"\{\\[^\s{},]{1,3}(?:\{[^\s{},]{0,3}\})?\}|\\[^\w\s{},\\~](?:\{\\?[A-Za-z]\}|[A-Za-z])")


def usual(name: str) -> Person | None:
    """Read ``von Last, First``, ``First von Last`` or ``von Last FM``; none says nothing of a name."""
    if "\\" in name and not any(sign in _ACCENT.sub("", name) for sign in "\\{}~"):
        name = plain(name)
    if "--" in name or "''" in name or "et al" in name:
        return None
    found = _parted(name)
    if found is None or name.isascii():
        return found
    parts = (found.family or "", found.given or "")
    # what begins with a small letter of another alphabet is a prefix
    return found if unicodedata.is_normalized("NFC", name) and all(part[:1].isupper() for part in parts) else None


def _parted(name: str) -> Person | None:
    if "," in name:
        match = _LAST_FIRST.fullmatch(name)
        if match is None or DEGREE.fullmatch(match[3]):
            return None
        prefix, family, given = match.groups()
    elif match := _LAST_INITIALS.fullmatch(name):
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
