"""ISSNs and ISBNs, told from misprints by their check digits."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")
_ISSN: Final = re.compile(r"(?<![\dXx-])(\d{4})[- ]?(\d{3}[\dXx])(?![\dXx-])")
_ISBN: Final = re.compile(r"(?<![\dXx])(97[89][- ]?)?(\d(?:[- ]?\d){8}[- ]?[\dXx])(?![\dXx])")
_PLAIN_ISSN: Final = re.compile(r"\d{4}-\d{3}[\dX]")
LONGEST: Final = 500
"""Characters of a field that are looked at."""


class Numbers(NamedTuple):
    """What a field holds."""

    issn: tuple[str, ...] = ()
    """As ``1234-567X``."""
    isbn: tuple[str, ...] = ()
    """Of thirteen digits."""
    doubts: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def issns_of(value: str) -> Numbers:
    """Give each ISSN of a field, with its hyphen; one whose check digit is wrong is a doubt."""
    if _PLAIN_ISSN.fullmatch(value) and _is_issn(value[:4] + value[5:]):
        return Numbers((value,))
    text = _DASHES.sub("-", value[:LONGEST])
    found: dict[str, None] = {}
    doubts: dict[str, None] = {}
    for match in _ISSN.finditer(text):
        digits = (match[1] + match[2]).upper()
        if _is_issn(digits):
            found[f"{digits[:4]}-{digits[4:]}"] = None
        else:
            doubts[_wrong("ISSN", match)] = None
    if not found and not doubts and value.strip():
        doubts[f"no ISSN in {value[:40]!r}"] = None
    return Numbers(tuple(found), (), tuple(doubts))


def _is_issn(digits: str) -> bool:
    """Apply ISO 3297: weights 8 to 2, modulo 11."""
    return _modulo_11(digits, 8)


def _modulo_11(digits: str, weight: int) -> bool:
    total = sum(int(digit) * (weight - place) for place, digit in enumerate(digits[:-1]))
    return (total + (10 if digits[-1] == "X" else int(digits[-1]))) % 11 == 0


def _wrong(name: str, match: re.Match[str]) -> str:
    return f"the check digit of the {name} {match.group()} is wrong"


@lru_cache(maxsize=1024)
def isbns_of(value: str) -> Numbers:
    """Give each ISBN of a field with thirteen digits; also ISSNs, which Mendeley writes into the same field."""
    text = _DASHES.sub("-", value[:LONGEST])
    found: dict[str, None] = {}
    doubts: dict[str, None] = {}
    for match in _ISBN.finditer(text):
        whole = _thirteen(match[1] or "", match[2])
        if whole is None:
            doubts[_wrong("ISBN", match)] = None
        else:
            found[whole] = None
    if found or doubts or not value.strip():
        return Numbers((), tuple(found), tuple(doubts))
    issn = issns_of(value).issn
    return Numbers(issn, (), () if issn else (f"no ISBN in {value[:40]!r}",))


def _thirteen(prefix: str, rest: str) -> str | None:
    """Give an ISBN of ten or thirteen digits in the longer form, none if its check digit is wrong (ISO 2108)."""
    digits = rest.replace("-", "").replace(" ", "").upper()
    if prefix:
        whole = prefix[:3] + digits
        return whole if whole[-1] == _check_digit(whole[:12]) else None
    if not _modulo_11(digits, 10):
        return None
    return f"978{digits[:9]}{_check_digit('978' + digits[:9])}"


def _check_digit(digits: str) -> str:
    """Give the thirteenth digit: weights 1 and 3 in turn, modulo 10."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return str(-total % 10)
