"""The part of a long text that is at hand: read on where more is needed, let go of where all is read."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from evidence.bibtex.blocks import line_end_in
from evidence.bibtex.cleaned import cleaned
from evidence.bibtex.tidy import tidied

LOOKAHEAD: Final = 20
"""Blocks that begin a line, among which the end of an entry is looked for at most."""
FARTHEST: Final = 200_000
"""Characters in which it is looked for at most."""
LARGEST: Final = 16_000_000
"""Characters of a text that begins with a block and in which no other begins a line."""
_TAIL: Final = 1000
"""Characters in which a block may begin."""


class Window:
    """A part of a text; places are those in ``text``, of which each line end is one character."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self.largest = LARGEST
        self._pieces = pieces
        self._begins_a_line = True
        self._line = 1
        self._counted = 0
        self.ended = False
        """Whether the text ends where the window does."""
        self._hold("")

    def _hold(self, given: str) -> None:
        self.clean = cleaned(given)
        self.text, self.starts = tidied(self.clean.text, begins_a_line=self._begins_a_line)
        self.line_end = line_end_in(self.text)
        """What stands for a line end in the values that the splitter gives."""
        self.ready = self._ready()
        """The place up to which blocks may be read: what may belong to them is at hand."""

    def _ready(self) -> int:
        if self.ended:
            return len(self.text)
        last = self.starts[-LOOKAHEAD] if len(self.starts) > LOOKAHEAD else 0
        far = bisect_right(self.starts, len(self.text) - FARTHEST)
        return max(last, self.starts[far - 1] if far else 0)

    def fill(self) -> bool:
        """Read on until blocks are ready, or one is too long to be; tell whether any text is left."""
        while not self.ended and not self.ready and len(self.text) <= self.largest:
            self._read(max(len(self.clean.given), 1))
        return bool(self.clean.given)

    def _read(self, wanted: int) -> None:
        """Read on by so many characters at least; twice as much each time, since all is looked at again."""
        given = [self.clean.given]
        while wanted > 0 and not self.ended:
            piece = next(self._pieces, "")
            given.append(piece)
            wanted -= len(piece)
            self.ended = not piece
        self._hold("".join(given))

    def line(self, place: int) -> int:
        """Give the line of a place; quick where places rise."""
        if place >= self._counted:
            self._line += self.text.count("\n", self._counted, place)
        else:
            self._line -= self.text.count("\n", place, self._counted)
        self._counted = place
        return self._line

    def limits(self, place: int) -> tuple[int, int]:
        """Give where the next block after a place begins a line, and how far the end of an entry may be."""
        following = bisect_right(self.starts, place)
        if following == len(self.starts):
            return len(self.text), len(self.text)
        limit, last = self.starts[following], following + LOOKAHEAD - 1
        far = self.starts[last] if last < len(self.starts) else len(self.text)
        return limit, min(far, limit + FARTHEST)

    def given(self, start: int, end: int) -> str:
        """Give the text between two places as it stands in the file, from the very character of the first."""
        clean = self.clean
        if clean.dropped:
            return clean.given[clean.starting(start) : clean.ending(end)]
        return clean.given[start:end]

    def before(self, start: int, end: int) -> str:
        """Give the text between two places as it stands in the file, with what was left out around it."""
        clean = self.clean
        if clean.dropped:
            return clean.given[clean.ending(start) : clean.starting(end)]
        return clean.given[start:end]

    def let_go(self, place: int, *, since: int = 0) -> str:
        """Drop the text before a place; give what of it comes after another, as it stands in the file."""
        self.line(place)
        self._counted = 0
        self._begins_a_line = self.text[place - 1] == "\n" if place else self._begins_a_line
        clean = self.clean
        end = len(clean.given) if place == len(self.text) else clean.ending(place)
        self._hold(clean.given[end:])
        return clean.given[clean.ending(since) : end]

    def skip(self) -> None:
        """Drop all up to where the next block begins a line."""
        while True:
            self.let_go(max(self.text.rfind("\n") + 1, len(self.text) - _TAIL))
            self._read(1)
            if self.starts or self.ended:
                self.let_go(self.starts[0] if self.starts else len(self.text))
                return
