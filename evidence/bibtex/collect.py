"""Entries taken in one by one: values resolved, every doubt noted."""

import hashlib
from collections.abc import Sequence
from typing import Final

from evidence.bibtex.entries import Entry, Grade, Problem
from evidence.bibtex.expression import Piece
from evidence.bibtex.fields import Separated, united
from evidence.bibtex.strings import Refused, Strings
from evidence.bibtex.work import work_of

LONGEST_VALUE: Final = 10_000_000
"""Characters that the value of a field may have."""
LONGEST_KEY: Final = 200
"""Characters that a citation key may have."""


class Collector:
    """What was read of a file and is not given out yet."""

    def __init__(self, file: str, strings: Strings) -> None:
        self._file = file
        self._strings = strings
        self._found: list[Entry | Problem] = []
        self.count = 0
        """How many entries were met, whatever became of them."""

    def given_out(self) -> list[Entry | Problem]:
        """Give what was read since the last time, in order."""
        found, self._found = self._found, []
        return found

    def say(
        self, reason: str, *, line: int, grade: Grade = Grade.WARNING, key: str | None = None, raw: str | None = None
    ) -> None:
        """Note a problem."""
        self._found.append(Problem(file=self._file, line=line, reason=reason, grade=grade, key=key, raw=raw))

    def reject(self, reason: str, *, line: int, key: str | None, raw: str) -> None:
        """Note an entry that is not taken in."""
        self.count += 1
        self.say(reason, line=line, grade=Grade.REJECTED, key=key, raw=raw)

    def take(self, kind: str, key: str, fields: Separated, raw: str, line: int, before: str) -> tuple[str, bool]:
        """Take an entry in, or note why it is rejected; give its key, and whether it was taken."""
        key = " ".join(key.split()) or self._made_up(raw, line)
        if len(key) > LONGEST_KEY:
            said = f"the citation key is longer than {LONGEST_KEY} characters"
            self.reject(said, line=line, key=key[:LONGEST_KEY], raw=raw)
            return key[:LONGEST_KEY], False
        if (fields.pending or len(raw) > LONGEST_VALUE) and (refused := self._resolve(fields, key, line)) is not None:
            self.reject(refused, line=line, key=key, raw=raw)
            return key, False
        given, by_name, again = united(fields.texts)
        work, doubts = work_of(by_name)
        self.count += 1
        self._found.append(Entry(key, kind, given, raw, line, work, before))
        for name in again:
            self.say(f"the field {name} comes again; the first value stands, or all are joined", line=line, key=key)
        for doubt in doubts:
            self.say(doubt, line=line, key=key)
        return key, True

    def _made_up(self, raw: str, line: int) -> str:
        key = f"unnamed-{hashlib.sha256(raw.encode(errors='replace')).hexdigest()[:10]}"
        self.say("the entry has no citation key; one was made from its text", line=line, key=key)
        return key

    def _resolve(self, fields: Separated, key: str, line: int) -> str | None:
        """Put the texts together that are pending; give why the entry is refused, if it is."""
        texts = fields.texts
        for number, pieces in fields.pending.items():
            name = texts[number][0]
            text = self._text(pieces, key, line)
            if isinstance(text, Refused):
                return f"the field {name[:40]}: {text.reason}"
            texts[number] = (name, text)
        too_long = next((name for name, text in texts if len(text) > LONGEST_VALUE), None)
        return None if too_long is None else f"the field {too_long[:40]} is longer than {LONGEST_VALUE:,} characters"

    def _text(self, pieces: Sequence[Piece], key: str, line: int) -> str | Refused:
        value = self._strings.value(pieces)
        if isinstance(value, Refused):
            return value
        for unknown in value.unknown:
            self.say(f"the @string {unknown[:40]} is not defined; its name stands for it", line=line, key=key)
        for early in value.early:
            said = f"the @string {early[:40]} is defined only further down"
            self.say(said, line=line, grade=Grade.NOTE, key=key)
        return value.text
