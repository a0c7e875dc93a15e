"""The right side of ``name = value``: braces, quotes, numbers and names, joined by ``#``."""

import re
from typing import Final, NamedTuple

_BLANK: Final = re.compile(r"\s*+")
_JOIN: Final = re.compile(r"\s*+#\s*+")
_BARE: Final = re.compile(r"[^\s\"#%(),={}]++")
_BRACES: Final = re.compile(r"[{}]")
_BRACES_UNESCAPED: Final = re.compile(r"(?<!\\)[{}]")
_QUOTED: Final = re.compile(r"[{}\"]")
_QUOTED_UNESCAPED: Final = re.compile(r"(?<!\\)[{}\"]")
_TEXT: Final = r"[^{}]*+(?:(?<=\\)[{}][^{}]*+)*+"
_IN_BRACES: Final = re.compile(rf"\{{{_TEXT}(?:\{{{_TEXT}(?:\{{{_TEXT}\}}{_TEXT})*+\}}{_TEXT})*+\}}")
"""A whole value, braces within braces within braces; a backslash hides the brace after it."""
_NAME: Final = re.compile(r"[^\W\d][^\s\"#%'(),={}]*+")


class Piece(NamedTuple):
    """A part of an expression: text, or the name of an ``@string`` to be looked up."""

    text: str
    named: bool = False


class Expression(NamedTuple):
    """The pieces of a value, and where it ends."""

    pieces: tuple[Piece, ...]
    end: int


class Unclosed(NamedTuple):
    """The place of a brace or quotation mark that is never closed."""

    place: int


def simple(value: str) -> str | None:
    """Give the text of a value that is one pair of braces or quotation marks, or a number; none where it may not be."""
    opening = value[:1]
    if opening == "{":
        if value.find("}") == len(value) - 1 or _IN_BRACES.fullmatch(value) is not None:
            return value[1:-1]
    elif opening == '"':
        if value.find('"', 1) == len(value) - 1 > 0 and "{" not in value and "}" not in value:
            return value[1:-1]
    elif value.isdecimal():
        return value
    return None


def parsed(text: str, place: int = 0, *, limit: int | None = None, escapes: bool) -> Expression | Unclosed:
    """Read the value that begins at a place; no pieces where there is none.

    ``escapes``: a backslash hides the brace or quotation mark after it, as for bibtexparser;
    else it does not, as for BibTeX itself.
    """
    limit = len(text) if limit is None else limit
    pieces: list[Piece] = []
    place = _skipped(text, place, limit)
    while True:
        read = _piece(text, place, limit, escapes=escapes)
        if isinstance(read, Unclosed):
            return read
        if read is None:
            break
        piece, place = read
        pieces.append(piece)
        join = _JOIN.match(text, place, limit)
        if join is None:
            break
        place = join.end()
    return Expression(pieces=tuple(pieces), end=_skipped(text, place, limit))


def _skipped(text: str, place: int, limit: int) -> int:
    match = _BLANK.match(text, place, limit)
    return match.end() if match else place


def _piece(text: str, place: int, limit: int, *, escapes: bool) -> tuple[Piece, int] | Unclosed | None:
    opening = text[place : min(place + 1, limit)]
    if opening == "{":
        end = _closing_brace(_BRACES_UNESCAPED if escapes else _BRACES, text, place + 1, limit)
    elif opening == '"':
        end = _closing_quote(_QUOTED_UNESCAPED if escapes else _QUOTED, text, place + 1, limit)
    else:
        bare = _BARE.match(text, place, limit)
        if bare is None:
            return None
        return Piece(text=bare.group(), named=_NAME.fullmatch(bare.group()) is not None), bare.end()
    return Unclosed(place=place) if end is None else (Piece(text=text[place + 1 : end]), end + 1)


def _closing_brace(pattern: re.Pattern[str], text: str, place: int, limit: int) -> int | None:
    depth = 1
    for mark in pattern.finditer(text, place, limit):
        depth += 1 if mark.group() == "{" else -1
        if depth == 0:
            return mark.start()
    return None


def _closing_quote(pattern: re.Pattern[str], text: str, place: int, limit: int) -> int | None:
    depth = 0
    for mark in pattern.finditer(text, place, limit):
        sign = mark.group()
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif depth == 0:
            return mark.start()
        if depth < 0:
            return None
    return None
