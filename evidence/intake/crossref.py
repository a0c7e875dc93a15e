"""What entries inherit from those that they name by crossref or xdata, worked out when all are there."""

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from evidence.bibtex.entries import Problem
from evidence.bibtex.inherit import LONGEST_CHAIN, Inherited, Relative, by_key, folded_key, inherited, parent_keys
from evidence.bibtex.work import work_of
from evidence.db.ascii_lower import ascii_lower
from evidence.intake.batches import batches
from evidence.intake.journal_notes import Place, note
from evidence.intake.journal_rows import Journals
from evidence.intake.source_rows import Reworked, rework
from evidence.intake.trail import Run
from evidence.model import Bibliography, Placement, Source, SourceParent
from evidence.model.types import Pairs

_AT_ONCE: Final = 200


def inherit(session: Session, journals: Journals, run: Run, *, touched: Collection[int]) -> list[Problem]:
    """Complete the works of sources made in a run, or touched, and of those that inherit from them.

    The fields of a source stay as they came; only what is made of them for comparison is completed. Gives what
    could not be found, and what is doubtful in journals met so, with their places.
    """
    problems: list[Problem] = []
    for batch in batches(_heirs(session, since=run.number, touched=frozenset(touched)), size=_AT_ONCE):
        found = _completed(session, batch)
        problems += _write(session, journals, found, run)
    return problems


def _heirs(session: Session, *, since: int, touched: frozenset[int]) -> list[int]:
    """Give the sources that inherit from others, if they or any that they inherit from is new or changed."""
    if session.scalar(select(SourceParent.id).limit(1)) is None:
        return []
    own = [SourceParent.source_id >= since, *(SourceParent.source_id.in_(some) for some in _parts(touched))]
    found = {number: None for moved in own for number in session.scalars(select(SourceParent.source_id).where(moved))}
    parents: list[ColumnElement[bool]] = [Source.id >= since, *(Source.id.in_(some) for some in _parts(touched))]
    for _ in range(LONGEST_CHAIN):
        query = (
            select(SourceParent.source_id)
            .join(Source, ascii_lower(Source.key) == SourceParent.key)
            .order_by(SourceParent.source_id)
        )
        children = {number: None for some in parents for number in session.scalars(query.where(some))}
        more = children.keys() - found.keys()
        if not more:
            break
        found.update(dict.fromkeys(sorted(more)))
        parents = [Source.id.in_(some) for some in _parts(more)]
    return list(found)


def _parts(ids: Collection[int]) -> Iterator[list[int]]:
    """Give ids in parts, each few enough for one statement."""
    return batches(ids, size=_AT_ONCE)


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
        for batch in batches(sorted({folded_key(key) for key in wanted - family.keys()}), size=_AT_ONCE):
            for _, key, kind, fields in session.execute(_relatives(ascii_lower(Source.key).in_(batch))):
                family.setdefault(key, _relative(key, kind, fields))
    parents = by_key(family.values())
    return {number: _Heir(child.kind, inherited(child, parents=parents)) for number, child in children.items()}


def _relatives(condition: ColumnElement[bool]) -> Select[int, str, str, Pairs]:
    return select(Source.id, Source.key, Source.kind, Source.fields).where(condition).order_by(Source.id)


def _relative(key: str, kind: str, fields: Pairs) -> Relative:
    return Relative(key=key, kind=kind, fields={name.lower(): value for name, value in fields})


def _write(session: Session, journals: Journals, heirs: dict[int, _Heir], run: Run) -> list[Problem]:
    works = [work_of(heir.inherited.fields)[0] for heir in heirs.values()]
    sources = [
        Reworked(number, heir.kind, work, journal, " ".join(heir.inherited.origins) or None)
        for (number, heir), work, journal in zip(heirs.items(), works, journals.of(works), strict=True)
    ]
    rework(session, sources)
    of = {id(source.work): source.id for source in sources}
    named = {of[id(work)] for work in (*(work for _, work in journals.made), *(work for work, _ in journals.doubts))}
    faulty = [number for number, heir in heirs.items() if heir.inherited.problems]
    places = _places(session, named.union(faulty))
    problems = [
        Problem(file=place.file, line=place.line, reason=reason, key=place.key)
        for number in faulty
        for place in [places[number]]
        for reason in heirs[number].inherited.problems
    ]
    return problems + note(session, journals, lambda work: places[of[id(work)]], run)


def _places(session: Session, ids: Collection[int]) -> dict[int, Place]:
    """Give the place where the entry of each source was last read."""
    if not ids:
        return {}
    query = (
        select(Placement.source_id, Bibliography.name, Bibliography.sha256, Placement.line, Placement.key)
        .join(Bibliography, Bibliography.id == Placement.bibliography_id)
        .where(Placement.source_id.in_(ids))
        .order_by(Placement.id)
    )
    return {source: Place(name, sha256, line, key) for source, name, sha256, line, key in session.execute(query)}
