"""What is wrong at a place in a claims file."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from evidence.errors import FileError
from evidence.text import shortened, visible

_WIDEST_KEY: Final = 200
_WIDEST_MESSAGE: Final = 600


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One fault with its place."""

    file: str
    line: int
    """From 1."""
    key: str
    """The keys and indexes that lead there, as ``claims/3/kind``; empty for the file as a whole."""
    message: str
    """What was expected."""

    def __str__(self) -> str:
        """Give the fault in one line, as compilers do."""
        key = f"{shortened(self.key, width=_WIDEST_KEY)}: " if self.key else ""
        return f"{visible(self.file)}:{self.line}: {key}{shortened(self.message, width=_WIDEST_MESSAGE)}"


def refused(problems: Iterable[Problem]) -> FileError:
    """Give the error that refuses a file for its problems, each once, in the order of their lines."""
    ordered = sorted(dict.fromkeys(problems), key=lambda problem: (problem.file, problem.line))
    count = f"{len(ordered)} problem{'s' if len(ordered) > 1 else ''}"
    return FileError(f"{visible(ordered[0].file)}: {count}, nothing was written", details=tuple(map(str, ordered)))
