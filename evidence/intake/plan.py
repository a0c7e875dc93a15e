"""Entries against what the database knows: new, changed, same, rejected; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from evidence.bibtex.entries import Entry, Library, Problem

KIND: Final = "entry type"
"""How a change of the entry's type is named among changes of fields."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What the database holds of a source: the entry's type, and its fields in order."""

    kind: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A field that is not as it was; none where it was or is absent."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """An entry whose source is known otherwise, with all that differs."""

    entry: Entry
    changes: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What an import will do."""

    new: tuple[Entry, ...]
    changed: tuple[Changed, ...]
    same: tuple[Entry, ...]
    """Entries that the database or the library itself holds already."""
    problems: tuple[Problem, ...]

    @property
    def rejected(self) -> tuple[Problem, ...]:
        """Give the problems that keep an entry out."""
        return tuple(problem for problem in self.problems if problem.rejected)

    @property
    def counts(self) -> dict[str, int]:
        """Count the entries read, which are new, changed, same and rejected together."""
        parts = {
            "new": len(self.new),
            "changed": len(self.changed),
            "same": len(self.same),
            "rejected": len(self.rejected),
        }
        return {"read": sum(parts.values()), **parts}


def plan(library: Library, known: Mapping[str, Known]) -> Plan:
    """Compare each entry with the source of its key; layout, order and the case of field names make no difference."""
    new: list[Entry] = []
    changed: list[Changed] = []
    same: list[Entry] = []
    for entry in library.entries:
        before = known.get(entry.key)
        if before is None:
            new.append(entry)
        elif changes := _changes(before, entry):
            changed.append(Changed(entry=entry, changes=changes))
        else:
            same.append(entry)
    return Plan(new=tuple(new), changed=tuple(changed), same=(*same, *library.repeats), problems=library.problems)


def _changes(before: Known, entry: Entry) -> tuple[Change, ...]:
    changes = []
    if before.kind != entry.kind:
        changes.append(Change(field=KIND, before=before.kind, after=entry.kind))
    was = {name.lower(): value for name, value in before.fields}
    now = {name.lower(): (name, value) for name, value in entry.fields}
    for lower, (name, value) in now.items():
        old = was.get(lower)
        if old is None or old.split() != value.split():
            changes.append(Change(field=name, before=old, after=value))
    changes.extend(
        Change(field=name, before=value, after=None) for name, value in before.fields if name.lower() not in now
    )
    return tuple(changes)
