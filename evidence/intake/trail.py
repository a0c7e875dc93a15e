"""The audit trail of sources and claims: what was changed in them, by what, and when."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy.orm import Session

from evidence.db.rows import insert_rows
from evidence.intake.batches import table_of
from evidence.model import Base, Change, Source
from evidence.model.keys import new_ids
from evidence.text import storable


class Run(NamedTuple):
    """One command that writes: its number and its moment, with time zone."""

    number: int
    at: dt.datetime


class Step(NamedTuple):
    """One value of a row that changed; none where it was or is absent."""

    row_id: int
    field: str
    before: str | None
    after: str | None
    origin: str
    """The file with the line, or who decided."""


def leave(session: Session, steps: Sequence[Step], run: Run, *, table: type[Base] = Source) -> None:
    """Write steps of the audit trail, of rows of one table."""
    columns = ("id", "entity", "entity_id", "field", "before", "after", "origin", "run", "at")
    rows = [
        (number, table.__tablename__, *step[:-1], storable(step.origin), *run)
        for number, step in zip(new_ids(len(steps)), steps, strict=True)
    ]
    insert_rows(session, table_of(Change), columns, rows)
