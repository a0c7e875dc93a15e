"""Rows as they should be against rows as they are: the least change that makes them equal."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.orm import Session

from evidence.model import Base, Provenance
from evidence.model.keys import new_id

_AT_ONCE: Final = 500

Identity = tuple[Any, ...]
Alike = Mapping[str, Callable[[str], str]]
"""What makes texts of a column comparable that are the same in other writing, by column."""
_AS_WRITTEN: Final[Alike] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A row as it should be, without its id."""

    values: dict[str, Any]
    line: int
    """Where the file says so."""


@dataclass(kw_only=True, slots=True)
class Settlement:
    """One run's changes: written as it goes, its deletions last, since others may still point there."""

    session: Session
    file: str
    sha256: str
    run: int
    at: dt.datetime
    added: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    _doomed: list[tuple[Table, list[int]]] = field(default_factory=list)
    _traces: list[dict[str, Any]] = field(default_factory=list)

    def settle(
        self,
        model: type[Base],
        *,
        identity: tuple[str, ...],
        within: tuple[str, Collection[int]],
        wanted: Sequence[Wanted],
        kept: frozenset[str] = frozenset(),
        alike: Alike = _AS_WRITTEN,
    ) -> dict[Identity, int]:
        """Make the rows of a table within a scope equal to those wanted, and give the id of each.

        ``identity`` names the columns by which a row is known again; ``within`` a column and the ids
        that bound the scope: rows there that nobody wants are removed at the end. ``kept`` are columns
        that stay as they were first written. ``alike`` says of which columns of the identity the
        writing does not matter.
        """
        table = _table(model)
        present = {_mark(row, identity, alike): row for row in self._present(table, within)}
        ids: dict[Identity, int] = {}
        fresh: list[dict[str, Any]] = []
        for row in wanted:
            mark = _mark(row.values, identity, alike)
            before = present.pop(mark, None)
            if before is None:
                ids[mark] = new_id()
                fresh.append({"id": ids[mark], **row.values})
                self._trace(table, ids[mark], row.line)
                continue
            ids[mark] = before["id"]
            other = {name: value for name, value in row.values.items() if name not in kept and before[name] != value}
            if other:
                self.session.execute(update(table).where(table.c.id == ids[mark]).values(other))
                self.changed[table.name] += 1
                self._trace(table, ids[mark], row.line)
        if fresh:
            self.session.execute(insert(table), fresh)
            self.added[table.name] += len(fresh)
        if present:
            self._doomed.append((table, [row["id"] for row in present.values()]))
        return ids

    def finish(self) -> None:
        """Remove what is no longer wanted, children first, and write where each changed row came from."""
        for table, ids in reversed(self._doomed):
            for some in _portions(ids):
                self.session.execute(delete(table).where(table.c.id.in_(some)))
            self.removed[table.name] += len(ids)
        if self._traces:
            self.session.execute(insert(_table(Provenance)), self._traces)

    def _present(self, table: Table, within: tuple[str, Collection[int]]) -> list[dict[str, Any]]:
        column, ids = within
        return [
            dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
            for some in _portions(sorted(ids))
            for row in self.session.execute(select(table).where(table.c[column].in_(some)))
        ]

    def _trace(self, table: Table, row: int, line: int) -> None:
        self._traces.append(
            {
                "id": new_id(),
                "entity": table.name,
                "entity_id": row,
                "file": self.file,
                "line": line,
                "sha256": self.sha256,
                "run": self.run,
                "at": self.at,
            }
        )


def _mark(values: Mapping[str, Any], identity: tuple[str, ...], alike: Alike) -> Identity:
    return tuple(alike[name](values[name]) if name in alike else values[name] for name in identity)


def _table(model: type[Base]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 - every mapped class here has a table of its own
    return table


def _portions(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE)]
