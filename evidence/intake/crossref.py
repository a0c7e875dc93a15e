"""What entries inherit from those that they name by crossref or xdata, worked out when all are there."""

from collections.abc import Collection, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, or_, select, update
from sqlalchemy.orm import Session

from evidence.bibtex.entries import Problem
from evidence.bibtex.inherit import LONGEST_CHAIN, Inherited, Relative, by_key, inherited, parent_keys
from evidence.bibtex.work import work_of
from evidence.intake.batches import batches, table_of
from evidence.intake.journal_rows import Journals
from evidence.intake.source_rows import OF_WORK, insert_match_keys, of_work
from evidence.model import Bibliography, MatchKeys, Placement, Source, SourceParent
from evidence.model.types import Pairs

_AT_ONCE: Final = 200


def inherit(session: Session, journals: Journals, *, since: int, touched: Collection[int]) -> list[Problem]:
    """Complete the works of sources made since, or touched, and of those that inherit from them.

    The fields of a source stay as they came; only what is made of them for comparison is completed. Gives what
    could not be found, with its place.
    """
    problems: list[Problem] = []
    for batch in batches(_heirs(session, since=since, touched=frozenset(touched)), size=_AT_ONCE):
        found = _completed(session, batch)
        _write(session, journals, list(found.items()))
        problems += _problems(session, found)
    return problems


def _heirs(session: Session, *, since: int, touched: frozenset[int]) -> list[int]:
    """Give the sources that inherit from others, if they or any that they inherit from is new or changed."""
    if session.scalar(select(SourceParent.id).limit(1)) is None:
        return []
    moved = [SourceParent.source_id >= since, SourceParent.source_id.in_(touched)]
    found = dict.fromkeys(session.scalars(select(SourceParent.source_id).where(or_(*moved))))
    parents: ColumnElement[bool] = or_(Source.id >= since, Source.id.in_(touched))
    for _ in range(LONGEST_CHAIN):
        query = (
            select(SourceParent.source_id)
            .join(Source, func.lower(Source.key) == SourceParent.key)
            .where(parents)
            .order_by(SourceParent.source_id)
        )
        more = [number for number in session.scalars(query) if number not in found]
        if not more:
            break
        found.update(dict.fromkeys(more))
        parents = Source.id.in_(more)
    return list(found)


class _Heir(NamedTuple):
    kind: str
    inherited: Inherited


def _completed(session: Session, ids: Collection[int]) -> dict[int, _Heir]:
    children = {
        number: _relative(key, kind, fields)
        for number, key, kind, fields in session.execute(_relatives(Source.id.in_(ids)))
    }
    family: dict[str, Relative] = {child.key: child for child in children.values()}
    asked: set[str] = set()
    for _ in range(LONGEST_CHAIN):
        wanted = {key for each in family.values() for key in parent_keys(each.fields)} - asked - family.keys()
        if not wanted:
            break
        asked |= wanted
        for batch in batches(sorted(wanted), size=_AT_ONCE):
            for _, key, kind, fields in session.execute(_relatives(Source.key.in_(batch))):
                family.setdefault(key, _relative(key, kind, fields))
        for batch in batches(sorted({key.lower() for key in wanted - family.keys()}), size=_AT_ONCE):
            for _, key, kind, fields in session.execute(_relatives(func.lower(Source.key).in_(batch))):
                family.setdefault(key, _relative(key, kind, fields))
    parents = by_key(family.values())
    return {number: _Heir(child.kind, inherited(child, parents=parents)) for number, child in children.items()}


def _relatives(condition: ColumnElement[bool]) -> Select[int, str, str, Pairs]:
    return select(Source.id, Source.key, Source.kind, Source.fields).where(condition).order_by(Source.id)


def _relative(key: str, kind: str, fields: Pairs) -> Relative:
    return Relative(key=key, kind=kind, fields={name.lower(): value for name, value in fields})


def _write(session: Session, journals: Journals, heirs: Sequence[tuple[int, _Heir]]) -> None:
    works = [work_of(heir.inherited.fields)[0] for _, heir in heirs]
    table = table_of(Source)
    rows = [
        {"of": number, "new_inherited": " ".join(heir.inherited.origins) or None}
        | {f"new_{name}": value for name, value in zip(OF_WORK, of_work(work, journal), strict=True)}
        for (number, heir), work, journal in zip(heirs, works, journals.of(works), strict=True)
    ]
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in (*OF_WORK, "inherited")}
    session.connection().execute(update(table).where(table.c.id == bindparam("of")).values(values), rows)
    ids = [number for number, _ in heirs]
    session.execute(delete(MatchKeys).where(MatchKeys.id.in_(ids)))
    insert_match_keys(session, [(number, work, heir.kind) for (number, heir), work in zip(heirs, works, strict=True)])


def _problems(session: Session, heirs: dict[int, _Heir]) -> list[Problem]:
    """Say what could not be inherited, at the place where the entry was last read."""
    faulty = [number for number, heir in heirs.items() if heir.inherited.problems]
    if not faulty:
        return []
    query = (
        select(Placement.source_id, Bibliography.name, Placement.line, Placement.key)
        .join(Bibliography, Bibliography.id == Placement.bibliography_id)
        .where(Placement.source_id.in_(faulty))
        .order_by(Placement.id)
    )
    places = {source: (name, line, key) for source, name, line, key in session.execute(query)}
    return [
        Problem(file=name, line=line, reason=reason, key=key)
        for number in faulty
        for name, line, key in [places[number]]
        for reason in heirs[number].inherited.problems
    ]
