"""Files of lines that begin with a tag, cut into records: those of RIS and of PubMed's nbib."""

import io
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from evidence.bibtex.entries import Problem

_BIBTEX: Final = re.compile(r"(?i)[ \t\ufeff]*@[ \t]*(?!(?:comment|preamble|string)\b)\w[\w.:+/-]{0,60}[ \t]{0,9}[{(]")


class Line(NamedTuple):
    """A tag and the text behind it, that of the lines that continue it included."""

    tag: str
    text: str


class Between(NamedTuple):
    """The text since the end of the record before, and what in it nobody reads."""

    text: str
    where: str
    untagged: tuple[int, ...]
    """The lines without a tag that are not blank."""
    bibtex: tuple[int, ...]
    """The lines that begin what looks like a BibTeX entry."""

    def problems(self, file: str) -> Iterator[Problem]:
        """Say what of a file is left out here."""
        count = len(self.untagged)
        if count:
            one, more = "1 line {} is left out; it has no tag", f"{count} lines {{}} are left out; they have no tag"
            yield Problem(file=file, line=self.untagged[0], reason=(one if count == 1 else more).format(self.where))
        count = len(self.bibtex)
        if count:
            one = "what looks like a BibTeX entry is left out; import it from a file of its own"
            more = f"what looks like {count} BibTeX entries is left out; import them from a file of their own"
            yield Problem(file=file, line=self.bibtex[0], reason=one if count == 1 else more)


class Record(NamedTuple):
    """One record, and where it stands."""

    lines: tuple[Line, ...]
    raw: str
    line: int
    before: Between
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


def records(text: str, grammar: Grammar) -> Iterator[Record | Between]:
    """Give each record of a text, and at last what stands behind them all.

    A record also ends where the next begins, and one that lacks its first tag begins with any other.
    """
    cutter = _Cutter(grammar)
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        yield from cutter.line(line, number)
    if cutter.inside:
        yield cutter.record(closed=grammar.end is None)
    yield cutter.between(where="after the last record" if cutter.count else "of this file")


class _Cutter:
    """The record that is being read, and the text before it."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self.count = 0
        """How many records were given."""
        self._before: list[str] = []
        self._untagged: list[int] = []
        self._bibtex: list[int] = []
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
            self._continued(line, number, tagged=match is not None)
            return
        if not self.inside:
            self._began = number
        self._raw.append(line)
        if tag == end:
            yield self.record(closed=True)
            self._note_bibtex(line[match.end() :], number)  # the file before may end without a line feed
        else:
            self._found.append((tag, [line[match.end() :].strip()]))

    def _continued(self, line: str, number: int, *, tagged: bool) -> None:
        if self.inside:
            self._raw.append(line)
            self._found[-1][1].append(line.strip())
            return
        self._before.append(line)
        if not tagged and line.strip():
            self._untagged.append(number)
            self._note_bibtex(line, number)

    def _note_bibtex(self, line: str, number: int) -> None:
        if _BIBTEX.match(line):
            self._bibtex.append(number)

    def between(self, *, where: str) -> Between:
        """Give what stands after the record before."""
        return Between("".join(self._before), where, tuple(self._untagged), tuple(self._bibtex))

    def record(self, *, closed: bool) -> Record:
        """Give the record that was read so far; blanks at its end belong to what comes after it."""
        text = "".join(self._raw)
        raw = text.rstrip()
        lines = tuple(Line(tag, "\n".join(parts)) for tag, parts in self._found)
        if not self.count:
            self._untagged = []  # many programs write a head
        before = self.between(where="between records")
        self.count += 1
        self._before, self._untagged, self._bibtex, self._raw, self._found = [text[len(raw) :]], [], [], [], []
        return Record(lines=lines, raw=raw, line=self._began, before=before, closed=closed)
