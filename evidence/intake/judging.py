"""What a person decides of two sources: that they are one work, or that they are not."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence.errors import UsageError
from evidence.intake.decisions import Decision, decided, forget, record, regroup, standing
from evidence.intake.retractions.load import restate
from evidence.intake.trail import Run, Step, leave
from evidence.model import Source, SourceDecision
from evidence.vocab import Sameness


@dataclass(frozen=True, kw_only=True, slots=True)
class Judge:
    """Who decides, why, and when."""

    person: str
    reason: str
    run: int
    at: dt.datetime


def merge(session: Session, one: str, other: str, judge: Judge) -> str:
    """Take two sources for one work, and give the key of the one that stands for both: the older.

    Nothing of either is lost. Raises ``UsageError`` for an unknown key, and where it is so already.
    """
    ids = _pair(session, one, other)
    roots = standing(session, ids)
    if roots[ids[0]] == roots[ids[1]]:
        raise UsageError(f"{one} and {other} are taken for one work already")
    _decide(session, ids, Sameness.SAME, judge)
    restate(session, run=judge.run, at=judge.at)
    return _key(session, standing(session, ids)[ids[0]])


def distinct(session: Session, one: str, other: str, judge: Judge) -> None:
    """Take two sources for two works, whatever a later import finds.

    Raises ``UsageError`` for an unknown key, and where that is decided already or they are one by way of a third.
    """
    ids = _pair(session, one, other)
    if decided(session, [ids]).get(ids) is Sameness.DISTINCT:
        raise UsageError(f"{one} and {other} are taken for two works already")
    _decide(session, ids, Sameness.DISTINCT, judge)
    roots = standing(session, ids)
    if roots[ids[0]] == roots[ids[1]]:
        others = ", ".join(sorted(_joined_with(session, ids[0]) - {one, other}))
        raise UsageError(f"{one} and {other} are one work by way of another: part that first, of {others}")
    restate(session, run=judge.run, at=judge.at)


def undo(session: Session, one: str, other: str, judge: Judge) -> Sameness:
    """Forget what was decided of two sources, by a person or by the rules, and give what that was.

    Raises ``UsageError`` where nothing was decided of just these two.
    """
    ids = _pair(session, one, other)
    verdict = decided(session, [ids]).get(ids)
    if verdict is None:
        raise UsageError(f"nothing was decided of {one} and {other}")
    forget(session, *ids)
    regroup(session, ids)
    _trace(session, ids, before=str(verdict), after=None, judge=judge)
    restate(session, run=judge.run, at=judge.at)
    return verdict


def latest(session: Session) -> tuple[str, str]:
    """Give the keys of the pair of which a person decided last, or raise ``UsageError``."""
    query = (
        select(SourceDecision.one_id, SourceDecision.other_id)
        .where(SourceDecision.person.is_not(None))
        .order_by(SourceDecision.id.desc())
        .limit(1)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        raise UsageError("nobody has decided anything of two sources")
    return _key(session, found[0]), _key(session, found[1])


def _decide(session: Session, ids: tuple[int, int], verdict: Sameness, judge: Judge) -> None:
    before = decided(session, [ids]).get(ids)
    if before is not None:
        forget(session, *ids)
    record(session, [Decision(*ids, verdict, judge.reason, judge.person)], run=judge.run, at=judge.at)
    regroup(session, ids)
    _trace(session, ids, before=None if before is None else str(before), after=str(verdict), judge=judge)


def _trace(session: Session, ids: tuple[int, int], *, before: str | None, after: str | None, judge: Judge) -> None:
    """Leave the decision in the audit trail of the younger source, which names the older."""
    older, younger = ids
    field = f"same work as {_key(session, older)}"
    step = Step(younger, field, before, after, f"decided by {judge.person}")
    leave(session, [step], Run(judge.run, judge.at))


def _pair(session: Session, one: str, other: str) -> tuple[int, int]:
    ids = [_id(session, key) for key in (one, other)]
    if ids[0] == ids[1]:
        raise UsageError("name two sources")
    return min(ids), max(ids)


def _id(session: Session, key: str) -> int:
    found = session.scalar(select(Source.id).where(Source.key == key))
    if found is None:
        raise UsageError(f"no source has the key {key!r}")
    return found


def _key(session: Session, number: int) -> str:
    return session.execute(select(Source.key).where(Source.id == number)).scalar_one()


def _joined_with(session: Session, number: int) -> set[str]:
    root = standing(session, [number])[number]
    query = select(Source.key).where((Source.same_as_id == root) | (Source.id == root))
    return set(session.scalars(query))
