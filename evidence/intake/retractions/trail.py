"""The audit trail of a list: each change of a value, with the row of the list that it came from."""

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from evidence.intake.batches import batches
from evidence.model import Change
from evidence.model.keys import new_id

_NONE_LEFT: Final = "no notice is about this work any longer"
_BY_LIST: Final = re.compile(rf", record \d+$|^{_NONE_LEFT}$")
"""How the origin of a change ends that a list made."""
_AT_ONCE: Final = 500

Values = dict[str, str | None]
"""Texts by column."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Trail:
    """The changes of one run, to be written at its end."""

    file: str
    run: int
    at: dt.datetime
    changes: list[dict[str, Any]] = field(default_factory=list)

    @property
    def stamp(self) -> dict[str, Any]:
        """Give what marks a row as written by this run."""
        return {"run": self.run, "at": self.at}

    def note(
        self, entity: str, row: int, name: str, before: object, after: object, *, line: int | None, record: str | None
    ) -> None:
        """Note that a value changed by a record, which stands in that line if the list holds it.

        Without a record it changed because there is no notice about the work any longer.
        """
        place = self.file if line is None else f"{self.file}:{line}"
        self.changes.append(
            {
                "id": new_id(),
                "entity": entity,
                "entity_id": row,
                "field": name,
                "before": text(before),
                "after": text(after),
                "origin": f"{place}, record {record}" if record else _NONE_LEFT,
                **self.stamp,
            }
        )

    def write(self, session: Session) -> None:
        """Write the changes."""
        for batch in batches(self.changes, size=_AT_ONCE):
            session.execute(insert(Change), batch)


class _Changed(NamedTuple):
    field: str
    before: str | None
    after: str | None


def text(value: object) -> str | None:
    """Give a value as the trail keeps it."""
    return None if value is None else str(value)


def changed_by_lists(session: Session) -> set[int]:
    """Give the sources of which a list changed what became of them."""
    query = select(Change.entity_id).where(
        Change.entity == "source", Change.field.startswith("integrity"), Change.origin.contains(", record ")
    )
    return set(session.scalars(query))


def by_hand(session: Session, current: dict[int, Values]) -> dict[int, Values]:
    """Give what sources held before any list changed them, or what a person wrote over what a list had.

    ``current`` gives, by source and column, what stands there now.
    """
    runs: dict[int, dict[int, list[_Changed]]] = {source: {} for source in current}
    for batch in batches(current, size=_AT_ONCE):
        query = (
            select(Change.entity_id, Change.run, Change.origin, Change.field, Change.before, Change.after)
            .where(Change.entity == "source", Change.entity_id.in_(batch))
            .order_by(Change.id)
        )
        for source, run, origin, name, before, after in session.execute(query):
            if _BY_LIST.search(origin) is not None:
                runs[source].setdefault(run, []).append(_Changed(name, before, after))
    return {source: _undone(values, list(runs[source].values())) for source, values in current.items()}


def _undone(values: Values, runs: list[list[_Changed]]) -> Values:
    """Undo the runs of lists, the last first, as far back as each left what stands there."""
    for run in reversed(runs):
        if any(values[change.field] != change.after for change in run):
            break
        values = values | {change.field: change.before for change in run}
    return values
