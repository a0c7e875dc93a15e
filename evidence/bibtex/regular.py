"""Entries in the form that nearly every program writes, read at once; all others are left to the parser.

Half of the time of reading goes into the parser's search for every brace, comma and line end. In an entry that has
nothing odd in it there is one way to read it, which one expression finds; a test holds the two against each other.
"""

import re
from typing import Final, NamedTuple

_PLAIN: Final = r"[^{}\\]*+(?:\\(?![{}])[^{}\\]*+)*+"
"""Text without braces; a backslash may stand before anything but one."""
_UNQUOTED: Final = r"[^\"{}\\]*+(?:\\(?![\"{}])[^\"{}\\]*+)*+"
"""Text without braces and quotation marks."""
_DEEPEST: Final = 3
"""Braces in braces; what is deeper is left to the parser."""


def _nested(plain: str) -> str:
    """Give the expression of a text in which braces may stand, in pairs, between pieces of plain text."""
    inner = plain
    for _ in range(_DEEPEST):
        inner = rf"{plain}(?:\{{{inner}\}}{plain})*+"
    return inner


_HEAD: Final = re.compile(r"[ \t]*+@([A-Za-z]++)\{[ \t]*+([^\s,={}\"#%'()\\~@]++)[ \t]*+,")
_FIELD: Final = re.compile(
    rf"\s*+([A-Za-z][\w+:.-]*+)\s*+=\s*+"
    rf"(?:\{{({_nested(_PLAIN)})\}}|\"({_nested(_UNQUOTED)})\"|(\d++|[A-Za-z][\w:.-]*+))\s*+(,?)"
)
_CLOSING: Final = re.compile(r"\s*+\}")
_BLANK: Final = re.compile(r"\s*+")
_NO_ENTRY: Final = frozenset({"comment", "preamble", "string"})


class Regular(NamedTuple):
    """An entry that can be read in one way only."""

    kind: str
    """In small letters."""
    key: str
    fields: list[tuple[str, str, bool]]
    """Name, value, and whether that is a bare word or number, and not the text in braces or quotation marks."""
    end: int


def regular(text: str, start: int, limit: int) -> Regular | None:
    """Read the entry that begins a line at a place, if it is regular and nothing but blanks follow up to the limit."""
    head = _HEAD.match(text, start, limit)
    if head is None:
        return None
    kind, key = head.groups()
    kind = kind.lower()
    if kind in _NO_ENTRY:
        return None
    fields: list[tuple[str, str, bool]] = []
    place = head.end()
    comma = ","
    while comma and (field := _FIELD.match(text, place, limit)) is not None:
        name, braced, quoted, bare, comma = field.groups()
        if braced is not None:
            fields.append((name, braced, False))
        elif quoted is not None:
            fields.append((name, quoted, False))
        else:
            fields.append((name, bare, True))
        place = field.end()
    closing = _CLOSING.match(text, place, limit)
    if closing is None or not fields:
        return None
    end = closing.end()
    blank = _BLANK.match(text, end, limit)
    return Regular(kind, key, fields, end) if blank is not None and blank.end() == limit else None
