"""A .bib file read: entries and problems, each with its line; no database."""

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from bibtexparser.model import Entry as ParsedEntry
from bibtexparser.model import ExplicitComment, ImplicitComment, ParsingFailedBlock, String

from evidence.bibtex import decode
from evidence.bibtex.blocks import Placed, blocks
from evidence.bibtex.collect import Collector
from evidence.bibtex.entries import Grade, Library
from evidence.bibtex.expression import Expression, Piece, parsed
from evidence.bibtex.fields import Field, separated
from evidence.bibtex.foreign import looks_like
from evidence.bibtex.reread import Reread, reread
from evidence.bibtex.strings import Refused, Strings
from evidence.bibtex.tidy import kind_at, tidied
from evidence.errors import FileError
from evidence.text import visible

_DEFINITION: Final = re.compile(r"(?i)@string[ \t]*+[{(]\s*+([^\s={}(),\"]++)\s*+=")
_HIDDEN_ENTRY: Final = re.compile(r"@[ \t]*+\w++\s*+[{(]")
_LOST_ENTRY: Final = re.compile(r"(?m)^[ \t]*+@[ \t]*+\w")
_LEFT_OVER: Final = re.compile(r"[,}]|[^\W\d][\w-]*+\s*+=\s*+[{\"]")
_WITHOUT_KEY: Final = re.compile(r"@[ \t]*+\w*+[ \t]*+[{(]\s*+([^\s,={}\"]{1,200}+)\s*+,")


def read_files(paths: Iterable[Path]) -> Library:
    """Read .bib files in order; an ``@string`` of one holds in those after it, as for BibTeX.

    FileError, in one line: a file that cannot be read, or is not BibTeX at all.
    """
    collector = Collector()
    strings = Strings()
    for path in paths:
        data = decode.contents(path)
        text, assumptions = decode.text_of(data)
        name = os.fspath(path)
        if (foreign := looks_like(data, text)) is not None:
            raise FileError(f"{visible(name)}: this is not BibTeX: {foreign}")
        collector.begin(file=name, sha256=hashlib.sha256(data).hexdigest())
        for assumption in assumptions:
            grade = Grade.WARNING if assumption.lossy else Grade.NOTE
            collector.say(assumption.text, line=assumption.line, grade=grade)
        _Reading(text, collector, strings).run()
    return collector.library()


class _Reading:
    """One text being read from top to bottom."""

    def __init__(self, text: str, collector: Collector, strings: Strings) -> None:
        self._given = text
        self._text = tidied(text)
        self._collector = collector
        self._strings = strings
        self._done = 0
        """Where an entry ends that was read a second time."""
        self._damaged = 0
        """Where a damaged entry ends at the latest."""
        self._last: tuple[str, int] | None = None
        """The key and end of the entry just read."""

    def run(self) -> None:
        before = self._collector.found
        self._strings.announce(self._definitions())
        for placed in blocks(self._text):
            if placed.start >= self._done:
                self._block(placed)
        if self._collector.found == before:
            self._collector.say("there is no entry in this file", line=1, grade=Grade.NOTE)

    def _definitions(self) -> dict[str, tuple[Piece, ...]]:
        """Give the first definition of each ``@string`` name, each looked for no further than the next begins."""
        found: dict[str, tuple[Piece, ...]] = {}
        matches = list(_DEFINITION.finditer(self._text))
        limits = [match.start() for match in matches[1:]]
        for match, limit in zip(matches, [*limits, len(self._text)], strict=False):
            value = parsed(self._text, match.end(), limit=limit, escapes=True)
            if isinstance(value, Expression):
                found.setdefault(match[1].lower(), value.pieces)
        return found

    def _block(self, placed: Placed) -> None:
        block = placed.block
        if isinstance(block, ParsingFailedBlock) and block.ignore_error_block is not None:
            block = block.ignore_error_block  # a repeated key or field, which is looked at here
        if isinstance(block, ParsingFailedBlock):
            self._failed(placed)
        elif isinstance(block, ParsedEntry):
            self._entry(placed, block)
        elif isinstance(block, String):
            self._string(placed, block.key, block.value)
        elif isinstance(block, ExplicitComment):
            if hidden := len(_HIDDEN_ENTRY.findall(block.comment)):
                self._say(f"entries inside @comment are not read: {hidden}", placed.start, placed, grade=Grade.NOTE)
        elif isinstance(block, ImplicitComment) and placed.start >= self._damaged:
            self._prose(placed, block.comment)

    def _say(
        self, reason: str, place: int, placed: Placed, *, grade: Grade = Grade.WARNING, key: str | None = None
    ) -> None:
        self._collector.say(reason, line=self._line(place, placed), grade=grade, key=key)

    def _line(self, place: int, placed: Placed) -> int:
        return placed.line + self._text.count("\n", placed.start, place)

    def _string(self, placed: Placed, name: str, value: str) -> None:
        expression = parsed(value, escapes=True)
        if not isinstance(expression, Expression) or expression.end < len(value):
            self._say(f"the @string {name[:40]} cannot be read", placed.start, placed)
            return
        again = self._strings.defines(name)
        found = self._strings.define(name, expression.pieces)
        if isinstance(found, Refused):
            self._say(f"the @string {name[:40]} is refused: {found.reason}", placed.start, placed)
            return
        if again:
            self._say(
                f"the @string {name[:40]} is defined again; from here on it is {found.text[:40]!r}",
                placed.start,
                placed,
            )
        for unknown in found.unknown:
            self._say(f"the @string {unknown[:40]} is not defined; its name stands for it", placed.start, placed)

    def _entry(self, placed: Placed, block: ParsedEntry) -> None:
        kind = kind_at(self._given, placed.start)
        if not kind or (placed.start < self._damaged and not block.fields):
            return  # an at sign in prose, or in the text of a damaged entry
        fields, remarks = separated((field.key, field.value) for field in block.fields)
        key = self._take(placed, kind=kind, key=block.key, fields=fields, end=placed.end)
        for remark in remarks:
            found = max(self._text.find(remark.near, placed.start, placed.end), placed.start)
            self._say(remark.text, found, placed, key=key)

    def _failed(self, placed: Placed) -> None:
        kind = kind_at(self._given, placed.start)
        if placed.start < self._damaged or not kind or kind.startswith(("comment", "preamble")):
            return
        if kind == "string":
            self._say("an @string cannot be read: its braces or quotation marks do not match", placed.start, placed)
            return
        read = reread(self._text, placed.start, limit=placed.limit)
        if isinstance(read, Reread):
            self._done = read.end
            fields: list[Field] = list(read.fields)
            key = self._take(placed, kind=kind, key=read.key, fields=fields, end=read.end)
            for place, remark in read.remarks:
                self._say(remark, min(place, placed.limit - 1), placed, key=key)
            return
        self._damaged = placed.limit
        named = _WITHOUT_KEY.match(self._text, placed.start, placed.limit)
        place = placed.start if read.place >= placed.limit else read.place
        self._collector.reject(
            read.reason,
            line=self._line(place, placed),
            key=named[1] if named else None,
            raw=self._given[placed.start : placed.limit].rstrip(),
        )

    def _take(self, placed: Placed, *, kind: str, key: str, fields: list[Field], end: int) -> str:
        raw = self._given[placed.start : end].rstrip()
        key = self._collector.take(kind=kind, key=key, fields=fields, raw=raw, line=placed.line, strings=self._strings)
        before = self._text[max(placed.start - 80, 0) : placed.start]
        line_start = before.rstrip("% \t")
        if line_start[-1:] in {"", "\n"} and "%" in before[len(line_start) :]:
            note = "the entry stands in a line that begins with %; BibTeX reads it all the same"
            self._say(note, placed.start, placed, grade=Grade.NOTE, key=key)
        self._last = (key, end)
        return key

    def _prose(self, placed: Placed, comment: str) -> None:
        if (lost := _LOST_ENTRY.search(comment)) is not None:
            self._say("this may be an entry, but it has not the form of one", placed.start + lost.end() - 1, placed)
        elif self._last is not None and _LEFT_OVER.match(comment):
            key, end = self._last
            if not self._text[end : placed.start].strip():
                reason = "the text after this entry is left out; its braces may close too early"
                self._say(reason, placed.start, placed, key=key)
