"""Entries taken in one by one: values resolved, keys made unique, every doubt noted."""

import hashlib
from collections.abc import Sequence
from typing import Final

from evidence.bibtex.entries import Entry, Grade, Library, Problem
from evidence.bibtex.fields import Field, united
from evidence.bibtex.strings import Refused, Strings
from evidence.bibtex.work import work_of

LONGEST_VALUE: Final = 10_000_000
"""Characters that the value of a field may have."""
LONGEST_KEY: Final = 200
"""Characters that a citation key may have."""


class Collector:
    """The library as it grows."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._repeats: list[Entry] = []
        self._problems: list[Problem] = []
        self._spelt: dict[str, str] = {}
        self._file = ""
        self._sha256 = ""
        self.found = 0
        """How many entries were met, whatever became of them."""

    def begin(self, *, file: str, sha256: str) -> None:
        """Say which file comes next."""
        self._file, self._sha256 = file, sha256

    def library(self) -> Library:
        """Give all that was taken in."""
        return Library(
            entries=tuple(self._entries.values()), repeats=tuple(self._repeats), problems=tuple(self._problems)
        )

    def say(
        self, reason: str, *, line: int, grade: Grade = Grade.WARNING, key: str | None = None, raw: str | None = None
    ) -> None:
        """Note a problem in the file at hand."""
        self._problems.append(Problem(file=self._file, line=line, reason=reason, grade=grade, key=key, raw=raw))

    def reject(self, reason: str, *, line: int, key: str | None, raw: str) -> None:
        """Note an entry that is not taken in."""
        self.found += 1
        self.say(reason, line=line, grade=Grade.REJECTED, key=key, raw=raw)

    def take(self, *, kind: str, key: str, fields: Sequence[Field], raw: str, line: int, strings: Strings) -> str:
        """Take an entry in, or note why not; gives the key that it has from now on."""
        key = " ".join(key.split()) or self._made_up(raw, line)
        values = self._resolved(key, fields, line, strings)
        if isinstance(values, Refused):
            self.reject(values.reason, line=line, key=key[:LONGEST_KEY], raw=raw)
            return key[:LONGEST_KEY]
        given, again = united(values)
        for name in again:
            self.say(f"the field {name} comes again; the first value stands, or all are joined", line=line, key=key)
        work, doubts = work_of({name.lower(): value for name, value in given})
        entry = Entry(
            key=key,
            kind=kind,
            fields=given,
            raw=raw,
            file=self._file,
            file_sha256=self._sha256,
            line=line,
            work=work,
        )
        if self._is_new(entry):
            for doubt in doubts:
                self.say(doubt, line=line, key=key)
        return key

    def _made_up(self, raw: str, line: int) -> str:
        key = f"unnamed-{hashlib.sha256(raw.encode(errors='replace')).hexdigest()[:10]}"
        self.say("the entry has no citation key; one was made from its text", line=line, key=key)
        return key

    def _resolved(
        self, key: str, fields: Sequence[Field], line: int, strings: Strings
    ) -> list[tuple[str, str]] | Refused:
        if len(key) > LONGEST_KEY:
            return Refused(reason=f"the citation key is longer than {LONGEST_KEY} characters")
        values = []
        for name, pieces in fields:
            value = strings.value(pieces)
            if isinstance(value, Refused):
                return Refused(reason=f"the field {name[:40]}: {value.reason}")
            if len(value.text) > LONGEST_VALUE:
                return Refused(reason=f"the field {name[:40]} is longer than {LONGEST_VALUE:,} characters")
            for unknown in value.unknown:
                self.say(f"the @string {unknown[:40]} is not defined; its name stands for it", line=line, key=key)
            for early in value.early:
                said = f"the @string {early[:40]} is defined only further down"
                self.say(said, line=line, grade=Grade.NOTE, key=key)
            values.append((name, value.text))
        return values

    def _is_new(self, entry: Entry) -> bool:
        first = self._entries.get(entry.key)
        if first is None:
            self.found += 1
            self._entries[entry.key] = entry
            spelt = self._spelt.setdefault(entry.key.lower(), entry.key)
            if spelt != entry.key:
                said = f"the citation key differs from {spelt[:40]} in its capitals only; BibTeX takes them for one"
                self.say(said, line=entry.line, key=entry.key)
            return True
        where = f"{first.file}:{first.line}" if first.file != entry.file else f"line {first.line}"
        if first.raw == entry.raw:
            self.found += 1
            self._repeats.append(entry)
            self.say(f"the same entry as in {where}", line=entry.line, grade=Grade.NOTE, key=entry.key)
            return False
        said = f"the citation key is that of another entry, in {where}"
        self.reject(said, line=entry.line, key=entry.key, raw=entry.raw)
        return False
