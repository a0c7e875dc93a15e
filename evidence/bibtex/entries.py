"""What reading a .bib file gives: entries as they came, and problems with their place."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from evidence.bibtex.work import Work
from evidence.text import visible


class Grade(StrEnum):
    """How much a problem matters."""

    NOTE = "note"
    """Nothing is lost; the reader says how it took a doubtful place."""
    WARNING = "warning"
    """Something may be lost or wrong; a person should look."""
    REJECTED = "rejected"
    """The entry is not taken in; its text stands in the problem."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Something in a file that is not as it should be, and where."""

    file: str
    line: int
    """From 1."""
    reason: str
    grade: Grade = Grade.WARNING
    key: str | None = None
    raw: str | None = None
    """The text of what is rejected."""

    @property
    def rejected(self) -> bool:
        """Tell whether an entry was not taken in."""
        return self.grade is Grade.REJECTED

    def __str__(self) -> str:
        """Give one line, safe for a terminal: file, line, grade, reason and key."""
        where = f"{self.file}:{self.line}: {self.grade}: {self.reason}"
        return visible(where if self.key is None else f"{where} ({self.key})")


class Entry(NamedTuple):
    """An entry of a file: its fields as they came, and the work it tells of.

    A tuple, since a large library makes a hundred thousand of them.
    """

    key: str
    kind: str
    """The entry's type in small letters, as ``article``."""
    fields: tuple[tuple[str, str], ...]
    """Name as given and value in TeX, without the outer braces or quotes; no name twice."""
    raw: str
    """The entry just as it stands in the file, line ends and all."""
    line: int
    """From 1."""
    work: Work
    before: str = ""
    """The text between the end of the entry before and this one, just as it stands in the file."""


class Rest(NamedTuple):
    """The text of a file after its last entry, just as it stands there."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Library:
    """All that was read of some files; every entry is in ``entries`` or among the rejected problems."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the citation key of each entry."""
        return tuple(entry.key for entry in self.entries)

    @property
    def read(self) -> int:
        """Count the entries found, rejected ones among them."""
        return len(self.entries) + sum(problem.rejected for problem in self.problems)
