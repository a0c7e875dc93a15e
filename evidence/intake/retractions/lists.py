"""Which list of retractions the sources of the record were last held against, as the audit trail tells.

What a list says of works that no source tells of is not kept, so a source that comes later has not been looked for.
"""

import datetime as dt
from typing import Final, NamedTuple

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from evidence.model import Change
from evidence.model.keys import new_id

_ENTITY: Final = "retraction_list"
"""In the trail, for there is no table of lists."""


class Last(NamedTuple):
    """The list that was taken in last."""

    file: str
    sha256: str


def last(session: Session) -> Last | None:
    """Give the list that was taken in last, whether or not it named a source."""
    query = select(Change.origin, Change.after).where(Change.entity == _ENTITY).order_by(Change.id.desc()).limit(1)
    row = session.execute(query).first()
    return None if row is None else Last(row.origin, row.after or "")


def note(session: Session, taken: Last, *, run: int, at: dt.datetime) -> None:
    """Note that a list was taken in, unless it is the last one again."""
    before = last(session)
    if before is not None and before.sha256 == taken.sha256:
        return
    change = {
        "id": new_id(),
        "entity": _ENTITY,
        "entity_id": 0,
        "field": "sha256",
        "before": None if before is None else before.sha256,
        "after": taken.sha256,
        "origin": taken.file,
        "run": run,
        "at": at,
    }
    session.execute(insert(Change), change)
