"""Files of lines that begin with a tag, cut into records: those of RIS and of PubMed's nbib."""

import io
import re
from collections.abc import Iterator
from typing import NamedTuple


class Line(NamedTuple):
    """A tag and the text behind it, that of the lines that continue it included."""

    tag: str
    text: str


class Record(NamedTuple):
    """One record, and where it stands."""

    lines: tuple[Line, ...]
    raw: str
    line: int
    before: str
    """The text since the end of the record before."""
    closed: bool
    """Whether it ends as the format wants it."""


class Grammar(NamedTuple):
    """How the records of a format are told apart."""

    tag: re.Pattern[str]
    """Matches the beginning of a line, with its tag as first group."""
    start: str
    """The tag that begins a record."""
    end: str | None
    """The tag that ends one; none if an empty line does so."""


def records(text: str, grammar: Grammar) -> Iterator[Record | str]:
    """Give each record of a text, and at last the text behind them all.

    A record also ends where the next begins, and one that lacks its first tag begins with any other.
    """
    cutter = _Cutter(grammar)
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        yield from cutter.line(line, number)
    if cutter.inside:
        yield cutter.record(closed=grammar.end is None)
    yield "".join(cutter.before)


class _Cutter:
    """The record that is being read, and the text before it."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self.before: list[str] = []
        self._raw: list[str] = []
        self._found: list[tuple[str, list[str]]] = []
        self._began = 1

    @property
    def inside(self) -> bool:
        return bool(self._found)

    def line(self, line: str, number: int) -> Iterator[Record]:
        """Take in a line; gives the record that it ends, if any."""
        start, end = self._grammar.start, self._grammar.end
        match = self._grammar.tag.match(line)
        tag = match[1].upper() if match else ""
        if self.inside and (tag == start or (end is None and not line.strip())):
            yield self.record(closed=end is None)
        if match is None or (tag == end and not self.inside):
            self._continued(line)
            return
        if not self.inside:
            self._began = number
        self._raw.append(line)
        if tag == end:
            yield self.record(closed=True)
        else:
            self._found.append((tag, [line[match.end() :].strip()]))

    def _continued(self, line: str) -> None:
        if self.inside:
            self._raw.append(line)
            self._found[-1][1].append(line.strip())
        else:
            self.before.append(line)

    def record(self, *, closed: bool) -> Record:
        """Give the record that was read so far; blanks at its end belong to what comes after it."""
        text = "".join(self._raw)
        raw = text.rstrip()
        lines = tuple(Line(tag, "\n".join(parts)) for tag, parts in self._found)
        made = Record(lines=lines, raw=raw, line=self._began, before="".join(self.before), closed=closed)
        self.before, self._raw, self._found = [text[len(raw) :]], [], []
        return made
