"""What is wrong at a place in a claims file."""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence.errors import FileError
from evidence.text import visible


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One fault with its place."""

    file: str
    line: int
    """From 1."""
    key: str
    """The keys and indexes that lead there, as ``claims/3/kind``."""
    message: str
    """What was expected."""

    def __str__(self) -> str:
        """Give the fault in one line, as compilers do."""
        return f"{visible(self.file)}:{self.line}: {visible(self.key)}: {visible(self.message)}"


def refused(problems: Sequence[Problem]) -> FileError:
    """Give the error that refuses a file for its problems, in the order of their lines."""
    ordered = sorted(problems, key=lambda problem: (problem.file, problem.line))
    count = f"{len(ordered)} problem{'s' if len(ordered) > 1 else ''}"
    return FileError(f"{visible(ordered[0].file)}: {count}, nothing was written", details=tuple(map(str, ordered)))
