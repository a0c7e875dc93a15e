"""Sources of an older version of the program, which kept less of a work, brought up to what imports write now."""

from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from evidence.bibtex.work import work_of
from evidence.intake.batches import batches
from evidence.intake.source_rows import Reworked, insert_parents, rework
from evidence.model import Bibliography, MatchKeys, Source

_AT_ONCE: Final = 500
_BEFORE: Final = ""
"""The context of a file that was imported before match keys were kept."""
_RENEWED: Final = "renewed"
"""That of one whose sources have them since: it is no context of any reading, so the file is read when it comes."""


def renew(session: Session) -> list[int]:
    """Give sources that have no match keys theirs, so that they are found as duplicates; costs one SELECT if all have.

    Gives those that inherit from others, which is to be worked out.
    """
    old = Bibliography.context == _BEFORE
    if session.scalar(select(Bibliography.id).where(old).limit(1)) is None:
        return []
    lacking = select(Source.id).where(~select(MatchKeys.id).where(MatchKeys.id == Source.id).exists())
    heirs: list[int] = []
    for ids in batches(session.scalars(lacking.order_by(Source.id)).all(), size=_AT_ONCE):
        heirs += _renewed(session, ids)
    session.execute(update(Bibliography).where(old).values(context=_RENEWED))
    return heirs


def _renewed(session: Session, ids: list[int]) -> list[int]:
    query = select(Source.id, Source.kind, Source.journal_id, Source.fields).where(Source.id.in_(ids))
    found = [
        (Reworked(number, kind, work_of({name.lower(): value for name, value in fields})[0], journal), fields)
        for number, kind, journal, fields in session.execute(query)
    ]
    rework(session, [source for source, _ in found])
    return insert_parents(session, [(source.id, fields) for source, fields in found])
