"""An entry in one of whose values the text of other entries stands, as ``abstract={... @book{k, title={Z}} ...}``."""

import re
from collections.abc import Iterator
from typing import Final

from evidence.bibtex.expression import Expression, parsed
from evidence.bibtex.reread import SWALLOWED, Reread, reread

_MOST: Final = 3
"""Blocks that a value may hold; one that holds more is rather a value that nothing closes."""
_START: Final = re.compile(r"(?m)^[ \t]*+@\w*+[ \t]*+(?=[{(])")
_GOES_WRONG: Final = re.compile(r"\s*+[,{}]|[ \t]*+[^\s@%]")


def enclosing(text: str, start: int, *, limit: int) -> Reread | None:
    """Read the entry whose ``@`` stands at a place and that ends before the limit, with other blocks in its values.

    None: nothing closes the entry, and so it takes its neighbours in. That is told by the fields that stand in its
    value besides blocks, by how many these are, and by what comes after it.
    """
    read = reread(text, start, limit=limit)
    if not isinstance(read, Reread) or not read.closed or _GOES_WRONG.match(text, read.end, limit):
        return None
    held = [piece.text for _, pieces in read.fields for piece in pieces if _START.search(piece.text)]
    outside = ["".join(_besides(value)) for value in held]
    count = sum(len(_START.findall(value)) for value in held)
    if not 0 < count <= _MOST or any(SWALLOWED.search(value) for value in outside):
        return None
    return read


def closed_comment(text: str, start: int, *, limit: int) -> int | None:
    """Give where the ``@comment`` of a place ends, if nothing but whole blocks and blanks stand in its braces."""
    opening = text.find("{", start, limit)
    found = None if opening < 0 else parsed(text, opening, limit=limit, escapes=False)
    if not isinstance(found, Expression) or not found.pieces:
        return None
    *between, last = _besides(found.pieces[0].text)
    if any(map(str.strip, (*between, last))) or not last.startswith("\n"):
        return None
    return opening + len(found.pieces[0].text) + 2


def _besides(value: str) -> Iterator[str]:
    """Give what stands in a value before, between and after its blocks."""
    place = 0
    while (block := _START.search(value, place)) is not None:
        yield value[place : block.start()]
        place = _end(value, block)
    yield value[place:]


def _end(value: str, block: re.Match[str]) -> int:
    """Give where a block within a value ends, or where its bracket opens if nothing closes it."""
    if value.startswith("{", block.end()):
        inner = parsed(value, block.end(), escapes=False)
        held = inner.pieces[0].text if isinstance(inner, Expression) else ""
        return block.end() + len(held) + 2
    entry = reread(value, block.start(), limit=len(value))
    return entry.end if isinstance(entry, Reread) else block.end() + 1
