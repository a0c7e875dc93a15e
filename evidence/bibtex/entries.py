"""What reading a .bib file gives: entries as they came, and problems with their place."""

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An entry of a .bib file: its fields as they came, and the work it tells of."""

    key: str
    kind: str
    """The entry's type in small letters, as ``article``."""
    fields: tuple[tuple[str, str], ...]
    """Name as given and value in TeX, without the outer braces or quotes; no name twice."""
    raw: str
    file: str
    file_sha256: str
    line: int
    """From 1."""
    work: Work


@dataclass(frozen=True, kw_only=True, slots=True)
class Library:
    """All that was read: every entry found is in just one of entries, repeats and rejected problems."""

    entries: tuple[Entry, ...]
    repeats: tuple[Entry, ...]
    """Entries that stand word for word among ``entries``."""
    problems: tuple[Problem, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the citation key of each entry."""
        return tuple(entry.key for entry in self.entries)

    @property
    def read(self) -> int:
        """Count the entries found, rejected ones among them."""
        return len(self.entries) + len(self.repeats) + sum(problem.rejected for problem in self.problems)
