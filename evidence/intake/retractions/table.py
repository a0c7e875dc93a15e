"""A CSV file as rows of cells, read in one stream: a row that is broken takes no other with it."""

import csv
import re
from collections import deque
from collections.abc import Iterator
from typing import Final, NamedTuple, TextIO

_LONGEST_LINE: Final = 1 << 20
_LONGEST_ROW: Final = 1 << 20
_MOST_LINES: Final = 500
"""Of one row; a quote that is never closed would else take the rest of the file for one cell."""
_MOST_REREAD: Final = 1_000
"""Broken rows whose lines are looked through for the next row; a file of nothing else would take for ever."""
_START: Final = re.compile(r'\s*"?\d[\d,.]*"?\s*[,;\t]')
"""How a row begins: with its number."""
_DELIMITERS: Final = ",;\t"


class Unread(NamedTuple):
    """A row that could not be read."""

    line: int
    """Where it begins, from 1."""
    reason: str


class Row(NamedTuple):
    """The cells of a row."""

    line: int
    """Where it begins, from 1."""
    cells: list[str]


class _EndlessError(Exception):
    pass


class Table:
    """A table whose first row names the columns, parted by commas, semicolons or tabs."""

    def __init__(self, text: TextIO) -> None:
        first = text.readline(_LONGEST_LINE)
        self._lines = _Lines(text, first)
        delimiter = max(_DELIMITERS, key=first.count)
        self._parser = csv.reader(self._lines, delimiter=delimiter, strict=True)
        self._to_reread = _MOST_REREAD
        header = next((row for row in self._read() if isinstance(row, Unread) or any(row.cells)), None)
        self.header: list[str] = header.cells if isinstance(header, Row) else []
        """The names of the columns; none where there is no first row that can be read."""

    def rows(self, *, least: int) -> Iterator[Row | Unread]:
        """Give every row after the first that has ``least`` cells, and no more filled ones than there are columns."""
        most = len(self.header)
        for row in self._read():
            if isinstance(row, Unread):
                yield row
            elif len(row.cells) < least and any(row.cells):
                yield self._unread(row.line, f"{len(row.cells)} cells, where {most} columns are named")
            elif any(row.cells[most:]):
                yield self._unread(row.line, f"{len(row.cells)} cells, where only {most} columns are named")
            else:
                yield row

    def _read(self) -> Iterator[Row | Unread]:
        lines = self._lines
        while True:
            line = lines.begin()
            try:
                cells = next(self._parser)
            except StopIteration:
                return
            except (csv.Error, _EndlessError) as error:
                yield self._unread(line, str(error))
            else:
                yield Row(line, cells)

    def _unread(self, line: int, reason: str) -> Unread:
        if self._to_reread > 0:
            self._to_reread -= 1
            self._lines.give_back()
        return Unread(line, reason)


class _Lines:
    """Lines on their way to the parser, held until their row is whole, and given back where it is broken."""

    def __init__(self, text: TextIO, first: str) -> None:
        self._text = text
        self._returned = deque([first] if first else [])
        self._number = 1
        self._length = 0
        self.taken: list[str] = []
        """Those of the row that is being read."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        taken = self.taken
        if len(taken) == _MOST_LINES or self._length > _LONGEST_ROW:
            raise _EndlessError(f"a quote is not closed within {len(taken)} lines")
        line = self._returned.popleft() if self._returned else self._next()
        if not line:
            raise StopIteration
        taken.append(line)
        self._length += len(line)
        return line

    def begin(self) -> int:
        """Begin a row and give the number of its line."""
        self._number += len(self.taken)
        self.taken.clear()
        self._length = 0
        return self._number

    def give_back(self) -> None:
        """Let the row end before the next line that looks like the beginning of one."""
        for number, line in enumerate(self.taken[1:], start=1):
            if _START.match(line) is not None:
                self._returned.extendleft(reversed(self.taken[number:]))
                del self.taken[number:]
                return

    def _next(self) -> str:
        line = self._text.readline(_LONGEST_LINE)
        if len(line) == _LONGEST_LINE and not line.endswith(("\n", "\r")):
            while (rest := self._text.readline(_LONGEST_LINE)) and not rest.endswith(("\n", "\r")):
                pass
        return line
