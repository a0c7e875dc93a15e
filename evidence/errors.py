"""What stops a command: each kind says in one line what to do, and bears the exit code."""

from typing import ClassVar


class EvidenceError(Exception):
    """A failure that the user can mend; its message is one line for them to read."""

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, *, details: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.details = details
        """One line for each place that is at fault, where there are several."""


class UsageError(EvidenceError):
    """What was asked for does not exist or makes no sense."""

    exit_code: ClassVar[int] = 2


class FileError(EvidenceError):
    """A file that cannot be read, written or understood."""


class DatabaseError(EvidenceError):
    """A database that cannot be used as it is."""


class SchemaError(DatabaseError):
    """A database of an older or newer schema than this program's."""
