"""One text being read from top to bottom: its blocks taken, with all that stands between them."""

import re
from typing import Final

from bibtexparser.model import Block, ExplicitComment, ImplicitComment, ParsingFailedBlock, String
from bibtexparser.model import Entry as ParsedEntry

from evidence.bibtex import asides
from evidence.bibtex.collect import Collector
from evidence.bibtex.enclosed import closed_comment, enclosing
from evidence.bibtex.entries import Grade
from evidence.bibtex.fields import Separated, regular_fields, separated
from evidence.bibtex.regular import Regular
from evidence.bibtex.reread import Damage, Reread, reread
from evidence.bibtex.strings import Strings
from evidence.bibtex.tidy import kind_at
from evidence.bibtex.window import Window

_KEY: Final = re.compile(r"[ \t]*+@\w*+[ \t]*+[{(]\s*+([^\s,={}\"]{1,200}+)\s*+,")
_NEXT: Final = re.compile(r"[\s,}]*+(?=@\w++\s*+[{(])")
_WITHIN: Final = re.compile(r"(?<!\\)@(?!(?:comment|preamble|string)\b)\w++\s*+[{(]", re.IGNORECASE)
"""An entry that begins within a line."""
_NO_ENTRY: Final = ("comment", "preamble", "string")
_SHOWN: Final = 1_000_000
"""Characters that are kept of a block that is too long."""


class Reading:
    """Takes what stands in a window; places are those in its text."""

    def __init__(self, file: str, strings: Strings, window: Window) -> None:
        self.collector = Collector(file, strings)
        self.kept = ""
        """Text since the last entry that the window holds no longer."""
        self._window = window
        self._strings = strings
        self._end = 0
        """Where the last entry ends, or the text that is kept."""
        self._done = 0
        """Where an entry ends that was read a second time."""
        self._damaged = 0
        """Where a damaged entry ends at the latest."""
        self._last: tuple[str, int] | None = None
        """The key and end of the entry just read."""

    def let_go(self, place: int) -> None:
        """Drop the text before a place from the window; what no entry took in is kept for the next."""
        text = self._window.let_go(place, since=self._end)
        room = self._window.largest - len(self.kept)
        if len(text) > room > 0:
            said = (
                f"more than {self._window.largest:,} characters between two entries; what follows of them is not kept"
            )
            self.collector.say(said, line=self._window.line(0))
        self.kept += text[: max(room, 0)]
        self._end = 0
        self._done, self._damaged = self._done - place, self._damaged - place
        if self._last is not None:
            key, end = self._last
            self._last = (key, end - place) if end >= place else None

    def block(self, block: Block | Regular, start: int, end: int) -> int | None:
        """Take a block in; gives where to read on, if that is not after this block."""
        if start < self._done:
            return None
        if type(block) is Regular:
            self._take(block.kind, block.key, regular_fields(block, self._strings), start, end)
        elif type(block) is ParsedEntry:
            self._entry(block, start, end)
        elif isinstance(block, ParsingFailedBlock):
            return self._failed(start)
        elif isinstance(block, String):
            self._define(self._plain(block.key), self._plain(block.value), start)
        elif isinstance(block, ExplicitComment):
            self._comment(start, end)
        elif isinstance(block, ImplicitComment) and start >= self._damaged:
            self._prose(start, end)
        return None

    def _plain(self, value: str) -> str:
        return value.replace(self._window.line_end, "\n")

    def _say(self, reason: str, place: int, *, grade: Grade = Grade.WARNING, key: str | None = None) -> None:
        self.collector.say(reason, line=self._window.line(place), grade=grade, key=key)

    def _entry(self, block: ParsedEntry, start: int, end: int) -> None:
        window = self._window
        kind = block.entry_type
        if "_" in kind:
            kind = kind_at(window.clean.text, start)  # as it stood before it was tidied
        if not kind or (start < self._damaged and not block.fields):
            if block.fields and start >= self._damaged:
                self._lost(start, end, has_fields=True)
            return  # an at sign in prose, or in the text of a damaged entry
        fields = separated(block.fields, self._strings, line_end=window.line_end)
        key = self._take(kind, block.key, fields, start, end)
        for remark in fields.remarks:
            self._say(remark.text, max(window.text.find(remark.near, start, end), start), key=key)

    def _failed(self, start: int) -> int | None:
        """Read an entry a second time that the splitter gave up on, and those that follow it in its line."""
        window = self._window
        text = window.text
        kind = kind_at(window.clean.text, start)
        if start < self._damaged or not kind:
            return None
        limit, far = window.limits(start)
        if kind.startswith(_NO_ENTRY):
            return self._failed_aside(kind, start, far)
        found = reread(text, start, limit=limit)
        if not isinstance(found, Reread) and far > limit and (whole := enclosing(text, start, limit=far)):
            self._take_reread(whole, kind, start, far)
            return whole.end
        if isinstance(found, Reread):
            self._take_reread(found, kind, start, limit)
            self._read_on(found.end, limit)
        else:
            self._reject(found, start, limit)
        return None

    def _read_on(self, place: int, limit: int) -> None:
        """Read what stands between a place and where the next block begins a line, entries within lines too."""
        text = self._window.text
        while True:
            following = self._next_entry(place, limit)
            place = max(place, self._done)
            if following is None:
                within = _WITHIN.search(text, place, limit)
                end = limit if within is None else within.start()
                if text[place:end].strip():
                    self._prose(place, end)
                if within is None:
                    break
                following = end, kind_at(self._window.clean.text, end)
            start, kind = following
            found = reread(text, start, limit=limit)
            if not isinstance(found, Reread):
                self._reject(found, start, limit)
                break
            self._take_reread(found, kind, start, limit)
            place = found.end
        self._done = max(self._done, limit)

    def _reject(self, damage: Damage, start: int, limit: int) -> None:
        window = self._window
        self._damaged = limit
        named = _KEY.match(window.text, start, limit)
        self.collector.reject(
            damage.reason,
            line=window.line(start if damage.place >= limit else damage.place),
            key=named[1] if named else None,
            raw=window.given(start, limit).rstrip(),
        )

    def _next_entry(self, place: int, limit: int) -> tuple[int, str] | None:
        """Give the place and kind of the entry that follows with nothing but other blocks before it, which are read."""
        text = self._window.text
        while (following := _NEXT.match(text, place, limit)) is not None:
            start = following.end()
            kind = kind_at(self._window.clean.text, start)
            if not kind.startswith(_NO_ENTRY):
                return start, kind
            inner = asides.inner(text, start, limit=limit)
            if inner is None or inner[0] - start > self._window.largest:
                return None
            place, held = inner
            self._done = place
            if kind == "string":
                name, _, value = held.partition("=")
                self._define(name.strip(), value.strip(), start)
            elif kind == "comment":
                self._comment(start, place)
        return None

    def _define(self, name: str, value: str, start: int) -> None:
        for said in asides.defined(name, value, self._strings):
            self._say(said, start)

    def _failed_aside(self, kind: str, start: int, far: int) -> int | None:
        text = self._window.text
        if kind == "string":
            self._say("an @string cannot be read: its braces or quotation marks do not match", start)
            limit, _ = self._window.limits(start)
            within = _WITHIN.search(text, start, limit)
            if within is not None:
                self._read_on(within.start(), limit)
        elif kind == "comment" and (end := closed_comment(text, start, limit=far)) is not None:
            self._comment(start, end)
            return end
        return None

    def _comment(self, start: int, end: int) -> None:
        if hidden := asides.hidden_entries(self._window.text[start:end]) - 1:
            self._say(f"entries inside @comment are not read: {hidden}", start, grade=Grade.NOTE)

    def _take_reread(self, found: Reread, kind: str, start: int, limit: int) -> None:
        self._done = found.end
        end = start + len(self._window.text[start : found.end].rstrip())
        fields = Separated([], {}, [])
        for name, pieces in found.fields:
            fields.add(name, pieces)
        key = self._take(kind, found.key, fields, start, end)
        for place, remark in found.remarks:
            self._say(remark, min(place, limit - 1), key=key)

    def _take(self, kind: str, key: str, fields: Separated, start: int, end: int) -> str:
        window = self._window
        text = window.text
        before = self.kept + window.before(self._end, start)
        raw = window.given(start, end)
        key, taken = self.collector.take(kind, self._plain(key), fields, raw, window.line(start), before)
        if taken:
            self.kept, self._end = "", end
        if start and text[start - 1] != "\n":
            line = text[max(start - 80, 0) : start]
            line_start = line.rstrip("% \t")
            if line_start[-1:] in {"", "\n"} and "%" in line[len(line_start) :]:
                note = "the entry stands in a line that begins with %; BibTeX reads it all the same"
                self._say(note, start, grade=Grade.NOTE, key=key)
        if not kind.isidentifier():
            self._say(
                f"the type {kind[:40]} is none that BibTeX knows; kept as it stands", start, grade=Grade.NOTE, key=key
            )
        self._last = (key, end)
        return key

    def _prose(self, start: int, end: int) -> None:
        text = self._window.text
        prose = text[start:end]
        if self._last is not None and asides.is_left_over(prose):
            key, last = self._last
            if not text[last:start].strip():
                reason = "the text after this entry is left out; its braces may close too early"
                self._say(reason, start, key=key)
        for begin, until, has_fields in asides.lost_entries(prose):
            self._lost(start + begin, start + until, has_fields=has_fields)

    def _lost(self, start: int, end: int, *, has_fields: bool) -> None:
        window = self._window
        if has_fields:
            said = "it has the fields of an entry, but not its beginning: @, a type and a brace"
            self.collector.reject(said, line=window.line(start), key=None, raw=window.given(start, end).rstrip())
        else:
            self._say("this may be an entry, but it has not the form of one", start)

    def too_long(self, start: int, limit: int) -> int:
        """Take the entries at the beginning of what is too long; gives where to read on.

        If there are none, all is passed over up to the limit; of an entry the beginning is kept.
        """
        window = self._window
        text, place = window.text, start
        while (following := self._next_entry(place, limit)) is not None:
            at, kind = following
            found = reread(text, at, limit=limit)
            if not isinstance(found, Reread) or not found.closed or found.end - at > window.largest:
                break
            self._take_reread(found, kind, at, limit)
            place = found.end
        place = max(place, self._done)
        if place == start:
            self._refuse(start, limit)
            place = limit
        return place

    def _refuse(self, start: int, limit: int) -> None:
        window = self._window
        self.kept += window.before(self._end, start)
        self._end = limit
        following = _NEXT.match(window.text, start, limit)
        at = start if following is None else following.end()
        kind = "" if following is None else kind_at(window.clean.text, at)
        if kind and not kind.startswith(_NO_ENTRY):
            said = f"the entry is longer than {window.largest:,} characters; only the first {_SHOWN:,} are kept"
            named = _KEY.match(window.text, at, limit)
            raw = window.given(at, min(at + _SHOWN, limit))
            self.collector.reject(said, line=window.line(at), key=named[1] if named else None, raw=raw)
        else:
            what = f"an @{kind[:40]}" if kind else "text between entries"
            self._say(f"{what} of more than {window.largest:,} characters is left out", start)

    def skip(self) -> None:
        """Drop all of the text up to where the next block begins a line."""
        self._window.skip()
        self._end = self._done = self._damaged = 0
        self._last = None
