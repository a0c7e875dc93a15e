"""Entries taken in one by one: values resolved, every doubt noted."""

import hashlib
from collections.abc import Sequence
from typing import Final

from evidence.bibtex.entries import Entry, Grade, Problem
from evidence.bibtex.expression import Piece
from evidence.bibtex.fields import Field, united
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

    def take(self, kind: str, key: str, fields: Sequence[Field], raw: str, line: int, before: str) -> tuple[str, bool]:
        """Take an entry in, or note why it is rejected; give its key, and whether it was taken."""
        key = " ".join(key.split()) or self._made_up(raw, line)
        if len(key) > LONGEST_KEY:
            said = f"the citation key is longer than {LONGEST_KEY} characters"
            self.reject(said, line=line, key=key[:LONGEST_KEY], raw=raw)
            return key[:LONGEST_KEY], False
        values = self._resolved(key, fields, line)
        if isinstance(values, Refused):
            self.reject(values.reason, line=line, key=key, raw=raw)
            return key, False
        given, by_name, again = united(values)
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

    def _resolved(self, key: str, fields: Sequence[Field], line: int) -> list[tuple[str, str]] | Refused:
        values = []
        for name, value in fields:
            text = value if type(value) is str else self._text(value, key, line)
            if isinstance(text, Refused):
                return Refused(reason=f"the field {name[:40]}: {text.reason}")
            if len(text) > LONGEST_VALUE:
                return Refused(reason=f"the field {name[:40]} is longer than {LONGEST_VALUE:,} characters")
            values.append((name, text))
        return values

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
