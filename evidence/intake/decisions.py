"""What was decided of pairs of sources, and which source stands for each group that is one work."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from sqlalchemy import bindparam, delete, or_, select, update
from sqlalchemy.orm import Session

from evidence.db.rows import insert_rows
from evidence.intake.batches import batches, table_of
from evidence.model import Source, SourceDecision
from evidence.model.keys import new_ids
from evidence.text import storable
from evidence.vocab import Sameness

_AT_ONCE: Final = 500


class Decision(NamedTuple):
    """What was decided of two sources, the older first."""

    one: int
    other: int
    verdict: Sameness
    reason: str
    person: str | None = None


def decided(session: Session, pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Sameness]:
    """Give what was decided of each of these pairs, if anything was."""
    wanted = set(pairs)
    found: dict[tuple[int, int], Sameness] = {}
    for batch in batches({one for one, _ in wanted}, size=_AT_ONCE):
        query = select(SourceDecision.one_id, SourceDecision.other_id, SourceDecision.verdict)
        for one, other, verdict in session.execute(query.where(SourceDecision.one_id.in_(batch))):
            if (one, other) in wanted:
                found[one, other] = verdict
    return found


def record(session: Session, decisions: Sequence[Decision], *, run: int, at: dt.datetime) -> None:
    """Write decisions on pairs of which nothing is decided yet."""
    columns = ("id", "one_id", "other_id", "verdict", "reason", "person", "run", "at")
    rows = [
        (number, each.one, each.other, each.verdict, storable(each.reason), each.person, run, at)
        for number, each in zip(new_ids(len(decisions)), decisions, strict=True)
    ]
    insert_rows(session, table_of(SourceDecision), columns, rows)


def forget(session: Session, one: int, other: int) -> None:
    """Take away what was decided of a pair."""
    session.execute(delete(SourceDecision).where(SourceDecision.one_id == one, SourceDecision.other_id == other))


def standing(session: Session, ids: Collection[int]) -> dict[int, int]:
    """Give for each source the one that stands for it: itself, where it is the same as no other."""
    found: dict[int, int] = {}
    for batch in batches(ids, size=_AT_ONCE):
        for number, same in session.execute(select(Source.id, Source.same_as_id).where(Source.id.in_(batch))):
            found[number] = number if same is None else same
    return found


def members(session: Session, roots: Collection[int]) -> dict[int, list[int]]:
    """Give, for sources that stand for themselves or more, all that they stand for, themselves first."""
    found = {root: [root] for root in roots}
    for batch in batches(roots, size=_AT_ONCE):
        same_as = table_of(Source).c.same_as_id
        for root, number in session.execute(select(same_as, Source.id).where(same_as.in_(batch)).order_by(Source.id)):
            found[root].append(number)
    return found


def regroup(session: Session, ids: Collection[int]) -> None:
    """Make the oldest source stand for each group that decisions join, of the groups to which these sources belong."""
    groups = _joined(session, ids)
    stands = {number: min(group) for group in groups for number in group}
    now = standing(session, stands)
    rows = [
        {"of": number, "to": None if number == root else root} for number, root in stands.items() if now[number] != root
    ]
    table = table_of(Source)
    for batch in batches(rows, size=_AT_ONCE):
        session.connection().execute(
            update(table).where(table.c.id == bindparam("of")).values(same_as_id=bindparam("to")), batch
        )


def _joined(session: Session, ids: Collection[int]) -> list[set[int]]:
    """Give the groups that decisions make of these sources and all that decisions join to them."""
    neighbours: dict[int, set[int]] = defaultdict(set)
    asked: set[int] = set()
    ahead = set(ids)
    while ahead:
        for batch in batches(ahead, size=_AT_ONCE):
            query = select(SourceDecision.one_id, SourceDecision.other_id).where(
                SourceDecision.verdict == Sameness.SAME,
                or_(SourceDecision.one_id.in_(batch), SourceDecision.other_id.in_(batch)),
            )
            for one, other in session.execute(query):
                neighbours[one].add(other)
                neighbours[other].add(one)
        asked |= ahead
        ahead = neighbours.keys() - asked
    return _components(asked, neighbours)


def _components(ids: Collection[int], neighbours: dict[int, set[int]]) -> list[set[int]]:
    groups = []
    left = set(ids)
    while left:
        group: set[int] = set()
        ahead = {left.pop()}
        while ahead:
            group |= ahead
            ahead = {each for number in ahead for each in neighbours.get(number, ())} - group
        left -= group
        groups.append(group)
    return groups
