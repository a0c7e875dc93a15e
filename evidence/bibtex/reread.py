"""An entry that the splitter gave up on, read again by BibTeX's own rules.

A backslash hides nothing here, braces count inside quotation marks, a key may hold ``=`` or ``"``,
commas may be too many or missing, and a line between fields may be a comment that begins with ``%``.
"""

import re
from typing import Final, NamedTuple

from evidence.bibtex.expression import Piece, Unclosed, parsed

_CLOSING: Final = {"{": "}", "(": ")"}
_NO_KEY: Final = re.compile(r"\s*+(?=[^\W\d][\w-]*+\s*+=\s*+[{\"])")
_STRICT_KEY: Final = re.compile(r"\s*+([^\s,{}]*+)\s*+,")
_SPACED_KEY: Final = re.compile(r"\s*+([^,{}=\"\n]*+),")
_KEY_WITHOUT_COMMA: Final = re.compile(r"\s*+([^\s,{}=\"]++)\s++(?=[^\W\d][\w-]*+\s*+=)")
_BETWEEN: Final = re.compile(r"(?:[\s,]++|%[^\n]*+)*+")
_FIELD: Final = re.compile(r"([^\s=,{}()\"#%]++(?:[ \t]++[^\s=,{}()\"#%]++){0,5}+)\s*+=")
SWALLOWED: Final = re.compile(r",\s*+([^\W\d][\w-]{1,30})\s*+=\s*+[\w{\"]")
"""A field within the value of another."""


class Reread(NamedTuple):
    """What the second reading found."""

    key: str
    fields: tuple[tuple[str, tuple[Piece, ...]], ...]
    end: int
    remarks: tuple[tuple[int, str], ...]
    """What was amended, and at which place of the text."""
    closed: bool = True
    """Whether the entry has its closing brace."""


class Damage(NamedTuple):
    """Why an entry cannot be read, and at which place of the text."""

    place: int
    reason: str


def reread(text: str, start: int, *, limit: int) -> Reread | Damage:
    """Read the entry whose ``@`` stands at a place; it ends before the limit, where the next entry begins."""
    opening = start
    while text[opening] not in _CLOSING:
        opening += 1
    closing = _CLOSING[text[opening]]
    remarks: list[tuple[int, str]] = []
    key, place = _key(text, opening + 1, limit, remarks)
    if key is None:
        return Damage(place=start, reason="no comma after the citation key")
    fields: list[tuple[str, tuple[Piece, ...]]] = []
    last = place
    while True:
        comma = text.find(",", last, (place := _after(_BETWEEN, text, place, limit))) >= 0
        if text.startswith(closing, place) and place < limit:
            return Reread(key=key, fields=tuple(fields), end=place + 1, remarks=tuple(remarks))
        if place >= limit:
            return _unfinished(text, limit, key=key, fields=fields, remarks=remarks)
        name = _FIELD.match(text, place, limit)
        if name is None:
            return Damage(
                place=place, reason=f"expected a field and “=”, found {text[place : min(place + 20, limit)]!r}"
            )
        if fields and not comma:
            remarks.append((place, f"a comma is missing before the field {name[1][:40]}"))
        value = parsed(text, name.end(), limit=limit, escapes=False)
        if isinstance(value, Unclosed):
            return _unclosed(text, value.place, limit, field=name[1])
        fields.append((name[1], value.pieces))
        last = place = value.end


def _after(pattern: re.Pattern[str], text: str, place: int, limit: int) -> int:
    match = pattern.match(text, place, limit)
    return match.end() if match else place


def _key(text: str, place: int, limit: int, remarks: list[tuple[int, str]]) -> tuple[str | None, int]:
    if (match := _NO_KEY.match(text, place, limit)) is not None:
        return "", match.end()
    if (match := _KEY_WITHOUT_COMMA.match(text, place, limit)) is not None:
        remarks.append((match.end(1), "a comma is missing after the citation key"))
        return match[1], match.end()
    match = _STRICT_KEY.match(text, place, limit) or _SPACED_KEY.match(text, place, limit)
    return (None, place) if match is None else (match[1].strip(), match.end())


def _unclosed(text: str, place: int, limit: int, *, field: str) -> Damage:
    sign = "brace" if text[place] == "{" else "quotation mark"
    cut = "; the file ends inside it, so it may have been cut off" if limit == len(text) else ""
    return Damage(place=place, reason=f"the {sign} that opens the field {field[:40]} is never closed{cut}")


def _unfinished(
    text: str,
    limit: int,
    *,
    key: str,
    fields: list[tuple[str, tuple[Piece, ...]]],
    remarks: list[tuple[int, str]],
) -> Reread | Damage:
    """Take an entry that lacks its last brace only, if no field has swallowed others and the file goes on."""
    if limit == len(text):
        return Damage(
            place=limit, reason="the file ends before the closing brace of this entry, so it may have been cut off"
        )
    if not fields:
        return Damage(place=limit, reason="the entry has no field and no closing brace")
    for name, pieces in fields:
        swallowed = next((found for piece in pieces if (found := SWALLOWED.search(piece.text))), None)
        if swallowed is not None:
            reason = f"the field {name[:40]} is closed too late: it takes in the field {swallowed[1]}"
            return Damage(place=limit, reason=reason)
    remarks.append((limit, "the closing brace of the entry is missing"))
    return Reread(key=key, fields=tuple(fields), end=limit, remarks=tuple(remarks), closed=False)
