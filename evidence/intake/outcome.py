"""What an import did, or would do."""

from dataclasses import dataclass, field

from evidence.bibtex.entries import Problem

KIND = "entry type"
"""How a change of the entry's type is named among changes of fields."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldChange:
    """A field that is not as it was; none where it was or is absent."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """A source whose entry says otherwise than before."""

    key: str
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """Two sources that are one work, or may be."""

    key: str
    other: str
    """The one that was there first."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Unlisted:
    """New sources that the list of retractions, taken in before them, was not searched for."""

    file: str
    """Of the list."""
    sources: int


@dataclass(kw_only=True, slots=True)
class Outcome:
    """The counts of an import and all that a person should know of it; it grows while files are read."""

    new: int = 0
    same: int = 0
    """Entries that were known just so, or stand twice in one file."""
    changed: list[Changed] = field(default_factory=list)
    rejected: int = 0
    merged: list[Pair] = field(default_factory=list)
    """New entries that are surely the same work as another."""
    duplicates: int = 0
    """How many of the new entries are the same work as another source."""
    likely: list[Pair] = field(default_factory=list)
    """Sources that may be the same work; a person decides."""
    gone: list[tuple[str, str]] = field(default_factory=list)
    """File and key of each entry that its file no longer holds."""
    unchanged: list[str] = field(default_factory=list)
    """Files that are just as they were when they were last imported."""
    unlisted: Unlisted | None = None
    """None if nothing is new, or if there never was such a list."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """Count the entries read, which are new, changed, same, duplicate and rejected together."""
        parts = {
            "new": self.new - self.duplicates,
            "changed": len(self.changed),
            "same": self.same,
            "duplicate": self.duplicates,
            "rejected": self.rejected,
        }
        return {"read": sum(parts.values()), **parts}
