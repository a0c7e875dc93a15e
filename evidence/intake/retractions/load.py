"""``import retractions``: a list read, matched and written, in the transaction of the caller."""

import datetime as dt
from collections.abc import Callable
from typing import BinaryIO, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from evidence.intake.retractions import lists, notices, sources
from evidence.intake.retractions.found import find
from evidence.intake.retractions.listed import read_list
from evidence.intake.retractions.opened import Opened
from evidence.intake.retractions.outcome import Concerned, Outcome
from evidence.intake.retractions.trail import Trail
from evidence.intake.retractions.works import unidentified
from evidence.model import Source
from evidence.text import storable

_NO_LIST: Final = "notices of the record"
"""Where a change comes from that was made without a list at hand."""


def load(
    session: Session,
    file: BinaryIO,
    *,
    name: str,
    run: int,
    at: dt.datetime,
    advance: Callable[[int], None] = lambda _: None,
) -> Outcome:
    """Take in the list of Retraction Watch: its notices about sources of the record, and what they come to.

    A row that cannot be read, or that contradicts itself, is told of and not applied. The list is read as a stream;
    what concerns no source is forgotten at once. Loading it again changes nothing. ``name`` is that of the
    file, ``run`` numbers all that one command writes, ``at`` is its moment, with time zone; ``advance`` is told how
    many bytes were read since it was last told. Raises ``FileError`` for what is no such list.
    """
    outcome = Outcome(file=storable(name))
    trail = Trail(file=outcome.file, run=run, at=at)
    before = notices.stored(session)
    today = at.date()
    opened = Opened(file, name=name, advance=advance)
    listed = read_list(opened.text, name=name, today=today, tally=outcome.tally)
    findings = find(session, listed, known_records={record for _, record in before}, outcome=outcome)
    outcome.sha256 = opened.sha256
    reached = outcome.tally.newest
    outcome.days_old = None if reached is None else (today - reached).days
    furthest = max((was.file_date for was in before.values() if was.file_date is not None), default=None)
    if furthest is not None and (reached is None or reached < furthest):
        outcome.outrun_by = furthest
    notices.settle(session, findings, before, trail=trail, outcome=outcome)
    outcome.concerned, written = sources.settle(session, lines=findings.lines, trail=trail)
    outcome.rows_changed += written
    trail.write(session)
    if outcome.outrun_by is None:
        lists.note(session, lists.Last(outcome.file, outcome.sha256), run=run, at=at)
    outcome.sources = session.scalar(select(func.count()).select_from(Source)) or 0
    outcome.unidentified = unidentified(session)
    return outcome


def restate(session: Session, *, run: int, at: dt.datetime) -> list[Concerned]:
    """Bring every source into line with the notices that the record holds; give the works that changed.

    To be called where sources were made one work or parted, and where a person recorded what became of one.
    """
    trail = Trail(file=_NO_LIST, run=run, at=at)
    concerned, _ = sources.settle(session, lines={}, trail=trail)
    trail.write(session)
    return [work for work in concerned if work.changed]
