"""The notices of the record, brought into line with a list; none is ever taken away."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from evidence.intake.batches import batches
from evidence.intake.retractions.cells import date_in, notice_in, reasons_in
from evidence.intake.retractions.found import Findings, Found
from evidence.intake.retractions.listed import Remark
from evidence.intake.retractions.outcome import Gone, Outcome
from evidence.intake.retractions.trail import Trail
from evidence.model import IntegrityNotice, Source
from evidence.model.keys import new_id
from evidence.vocab import Notice

_AT_ONCE: Final = 1_000


class Stored(NamedTuple):
    """A notice as the record holds it."""

    id: int
    source_id: int
    record: str
    nature: Notice
    date: dt.date | None
    notice: str | None
    reasons: str | None
    matched_by: str
    sha256: str
    file_date: dt.date | None


_TOLD: Final = ("nature", "date", "notice", "reasons", "matched_by")
"""What a list tells; the rest says which list."""


def stored(session: Session) -> dict[tuple[int, str], Stored]:
    """Give every notice of the record, by source and number."""
    columns = [getattr(IntegrityNotice, name) for name in Stored._fields]
    query = select(*columns).order_by(IntegrityNotice.id)
    return {(row.source_id, row.record): Stored(*row) for row in session.execute(query)}


def settle(
    session: Session, findings: Findings, before: Mapping[tuple[int, str], Stored], *, trail: Trail, outcome: Outcome
) -> None:
    """Write what is new and what changed, and tell what the list bears out no longer.

    A list that reaches less far than the one a notice was last seen in changes nothing about that notice.
    """
    seen = {"file": outcome.file, "sha256": outcome.sha256, "file_date": outcome.tally.newest}
    fresh, others, refreshed = [], [], []
    for (source, record), found in findings.by_source.items():
        told = _told(found)
        was = before.get((source, record))
        if was is None:
            fresh.append({"id": new_id(), "source_id": source, "record": record, **told, **seen, **trail.stamp})
            continue
        differing = [name for name in _TOLD if getattr(was, name) != told[name]]
        line = found.notice.line
        if differing and _is_outrun(was, outcome.tally.newest):
            reason = f"a list that reaches to {was.file_date} says otherwise of it, which stands"
            outcome.remarks.append(Remark(line, record, reason))
        elif differing:
            others.append({"id": was.id, **told, **seen, **trail.stamp})
            for name in differing:
                trail.note("integrity_notice", was.id, name, getattr(was, name), told[name], line=line, record=record)
        elif was.sha256 != outcome.sha256 and not _is_outrun(was, outcome.tally.newest):
            refreshed.append({"id": was.id, **seen})
    for batch in batches(fresh, size=_AT_ONCE):
        session.execute(insert(IntegrityNotice), batch)
    for batch in batches([*others, *refreshed], size=_AT_ONCE):
        session.execute(update(IntegrityNotice), batch)
    outcome.new, outcome.changed = len(fresh), len(others)
    outcome.same = len(findings.by_source) - len(fresh) - len(others)
    outcome.rows_changed += len(fresh) + len(others)
    if outcome.outrun_by is None:
        outcome.gone = _gone(session, findings, before)


def _is_outrun(was: Stored, reached: dt.date | None) -> bool:
    """Tell whether a notice was seen in a list that reaches further."""
    return was.file_date is not None and (reached is None or reached < was.file_date)


def _told(found: Found) -> dict[str, Any]:
    notice = found.notice
    return {
        "nature": notice.nature,
        "date": date_in(notice.day),
        "notice": notice_in(doi=notice.notice_doi, pmid=notice.notice_pmid),
        "reasons": reasons_in(notice.reasons),
        "matched_by": found.matched_by,
    }


def _gone(session: Session, findings: Findings, before: Mapping[tuple[int, str], Stored]) -> list[Gone]:
    missing = [mark for mark in before if mark not in findings.by_source]
    keys: dict[int, str] = {}
    for batch in batches(sorted({source for source, _ in missing}), size=_AT_ONCE):
        query = select(Source.id, Source.key).where(Source.id.in_(batch))
        keys |= {row.id: row.key for row in session.execute(query)}
    return [Gone(record, keys[source], record in findings.lines) for source, record in missing]
