"""What became of each work by its notices, written to every source that tells of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from evidence.intake.batches import batches
from evidence.intake.retractions.outcome import Concerned, Leaning
from evidence.intake.retractions.standing import ByList, Standing, Told, by_list, with_hand
from evidence.intake.retractions.trail import Trail, by_hand, changed_by_lists, text
from evidence.model import Claim, Document, EvidenceLink, IntegrityNotice, Source
from evidence.vocab import Integrity

_AT_ONCE: Final = 500
_COLUMNS: Final = ("integrity", "integrity_date", "integrity_notice")


class _Source(NamedTuple):
    id: int
    key: str
    work: int
    standing: Standing


def settle(session: Session, *, lines: Mapping[str, int], trail: Trail) -> tuple[list[Concerned], int]:
    """Write to the sources of every work what became of it by its notices; give the works, by key, and rows written.

    What a person recorded stays where it is graver than what the list says, or as grave. A source that was parted
    from the work whose notices reached it goes back to what a person recorded. ``lines`` tells where records stand.
    """
    notices = _notices(session)
    concerned: list[Concerned] = []
    written = 0
    for works in batches(sorted(notices), size=_AT_ONCE):
        members = _members(session, works)
        sources = [source for work in works for source in members[work]]
        claims = _claims(session, [source.id for source in sources])
        hands = _by_hand(session, sources)
        updates: list[dict[str, Any]] = []
        for work in works:
            listed = by_list(notices[work])
            changed = [
                _change(source, with_hand(listed.standing, by_hand=hands[source.id]), listed, lines, trail)
                for source in members[work]
            ]
            updates.extend(change for change in changed if change)
            if notices[work] or any(changed):
                concerned.append(
                    _concerned(work, members[work], notices[work], listed, hands, claims, changed=any(changed))
                )
        if updates:
            session.execute(update(Source), updates)
        written += len(updates)
    return sorted(concerned, key=lambda work: work.key), written


def _notices(session: Session) -> dict[int, list[Told]]:
    """Give the notices about each work; one about several of its sources counts once.

    A work to which notices came once, and of which there are none, is among them.
    """
    found: dict[int, dict[str, Told]] = defaultdict(dict)
    query = (
        select(
            Source.id,
            Source.same_as_id,
            IntegrityNotice.record,
            IntegrityNotice.nature,
            IntegrityNotice.date,
            IntegrityNotice.notice,
            IntegrityNotice.reasons,
        )
        .join(IntegrityNotice, IntegrityNotice.source_id == Source.id)
        .order_by(IntegrityNotice.id)
    )
    for own, other, record, nature, day, notice, reasons in session.execute(query):
        found[other or own].setdefault(record, Told(record, nature, day, notice, reasons))
    for batch in batches(changed_by_lists(session), size=_AT_ONCE):
        for own, other in session.execute(select(Source.id, Source.same_as_id).where(Source.id.in_(batch))):
            found[other or own] |= {}
    return {work: list(records.values()) for work, records in found.items()}


def _members(session: Session, works: Collection[int]) -> dict[int, list[_Source]]:
    found: dict[int, list[_Source]] = defaultdict(list)
    query = (
        select(
            Source.id,
            Source.key,
            Source.same_as_id,
            Source.integrity,
            Source.integrity_date,
            Source.integrity_notice,
        )
        .where(or_(Source.id.in_(works), Source.same_as_id.in_(works)))
        .order_by(Source.key)
    )
    for own, key, other, integrity, day, notice in session.execute(query):
        found[other or own].append(_Source(own, key, other or own, Standing(integrity, day, notice)))
    return found


def _by_hand(session: Session, sources: Iterable[_Source]) -> dict[int, Standing]:
    current = {
        source.id: {name: text(value) for name, value in zip(_COLUMNS, source.standing, strict=True)}
        for source in sources
    }
    return {
        source: Standing(
            Integrity(columns["integrity"] or Integrity.NONE),
            None if (day := columns["integrity_date"]) is None else dt.date.fromisoformat(day),
            columns["integrity_notice"],
        )
        for source, columns in by_hand(session, current).items()
    }


def _change(source: _Source, after: Standing, listed: ByList, lines: Mapping[str, int], trail: Trail) -> dict[str, Any]:
    """Give the row of a source as it should be, where it is not; and note each difference."""
    if after == source.standing:
        return {}
    line = lines.get(listed.record or "")
    for name, old, new in zip(_COLUMNS, source.standing, after, strict=True):
        if old != new:
            trail.note("source", source.id, name, old, new, line=line, record=listed.record)
    return {"id": source.id, **dict(zip(_COLUMNS, after, strict=True))}


def _claims(session: Session, sources: Collection[int]) -> dict[int, set[Leaning]]:
    found: dict[int, set[Leaning]] = defaultdict(set)
    for batch in batches(sources, size=_AT_ONCE):
        query = (
            select(EvidenceLink.source_id, Document.key, Claim.key)
            .join(Claim, Claim.id == EvidenceLink.claim_id)
            .join(Document, Document.id == Claim.document_id)
            .where(EvidenceLink.source_id.in_(batch))
        )
        for source, document, claim in session.execute(query):
            found[source].add(Leaning(document, claim))
    return found


def _concerned(
    work: int,
    members: list[_Source],
    notices: list[Told],
    listed: ByList,
    hands: Mapping[int, Standing],
    claims: Mapping[int, set[Leaning]],
    *,
    changed: bool,
) -> Concerned:
    (first,) = [source for source in members if source.id == work]
    return Concerned(
        key=first.key,
        sources=tuple(source.key for source in members),
        before=first.standing,
        after=with_hand(listed.standing, by_hand=hands[work]),
        listed=listed.standing,
        by_hand=hands[work],
        reinstated=listed.reinstated,
        changed=changed,
        notices=tuple(notices),
        claims=tuple(sorted(set().union(*(claims.get(source.id, ()) for source in members)))),
    )
