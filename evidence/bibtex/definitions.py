"""What a whole file defines by ``@string``, for entries that use a name before its definition."""

import re
from collections.abc import Iterable
from typing import Final

from evidence.bibtex.cleaned import cleaned
from evidence.bibtex.expression import Expression, Piece, parsed

_DEFINITION: Final = re.compile(r"@[Ss][Tt][Rr][Ii][Nn][Gg][ \t]*+[{(]\s*+([^\s={}(),\"]++)\s*+=")
_LONGEST: Final = 10_000
"""Characters in which a definition must end; a longer one holds from where it stands only."""
_MOST_OF_ALL: Final = 16_000_000
"""Characters of all definitions that are looked up ahead."""


def definitions(pieces: Iterable[str]) -> dict[str, tuple[Piece, ...]]:
    """Give the first definition of each name, in small letters; each ends before the next begins."""
    found: dict[str, tuple[Piece, ...]] = {}
    room = _MOST_OF_ALL
    text = ""
    for piece in pieces:
        text = cleaned(text + piece).text
        end = max(len(text) - _LONGEST, 0)
        room -= _look(text, found, end=end, room=room)
        text = text[end:]
    _look(text, found, end=len(text), room=room)
    return found


def _look(text: str, found: dict[str, tuple[Piece, ...]], *, end: int, room: int) -> int:
    """Note the definitions that begin before a place, as many as there is room for; give how much they took."""
    taken = 0
    matches = _DEFINITION.finditer(text)
    match = next(matches, None)
    while match is not None and match.start() < end and taken < room:
        following = next(matches, None)
        limit = min(following.start() if following else len(text), match.end() + _LONGEST)
        value = parsed(text, match.end(), limit=limit, escapes=True)
        if isinstance(value, Expression) and value.pieces:
            found.setdefault(match[1].lower(), value.pieces)
            taken += value.end - match.start()
        match = following
    return taken
