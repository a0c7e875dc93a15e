"""A source whole: what its entry says, in which files, and what became of it."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from evidence.bibtex.name_parts import Person
from evidence.model import Bibliography, Change, IntegrityNotice, Placement, Source
from evidence.report.same_work import same_work

_TABLE: Final = Source.__tablename__


def sources(session: Session, key: str) -> Sequence[Source]:
    """Give the source of a key with all that belongs to it; none or one."""
    members = selectinload(Source.duplicates)
    query = (
        select(Source)
        .where(Source.key == key)
        .options(
            joinedload(Source.journal),
            members,
            joinedload(Source.same_as).options(members),
        )
    )
    return session.scalars(query).all()


def source_origin(session: Session, source: Source) -> dict[str, Any] | None:
    """Give the newest file that says what the source holds, its line there, the file's SHA-256 and when it came in."""
    query = (
        select(Bibliography.name, Placement.line, Bibliography.sha256, Bibliography.at)
        .join(Placement, Placement.bibliography_id == Bibliography.id)
        .where(Placement.source_id == source.id)
        .order_by(Placement.raw.is_not(None), Placement.id.desc())
        .limit(1)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        return None
    name, line, sha256, at = found
    return {"file": name, "line": line, "sha256": sha256, "at": at.strftime("%Y-%m-%dT%H:%M:%SZ")}


def source_values(session: Session, source: Source) -> dict[str, Any]:
    """Give all that is known of a source; what it does not have is not told."""
    values = {
        "key": source.key,
        "type": source.kind,
        "title": source.title,
        "journal": source.journal.title if source.journal else None,
        "year": source.year,
        "month": source.month,
        "volume": source.volume,
        "issue": source.issue,
        "pages": "-".join(page for page in (source.first_page, source.last_page) if page) or None,
        "authors": [_author(author) for author in source.authors],
        "more_authors": source.more_authors or None,
        "doi": source.doi,
        "pmid": source.pmid,
        "pmcid": source.pmcid,
        "arxiv": source.arxiv,
        "isbn": source.isbn,
        "inherited": source.inherited,
        "integrity": str(source.integrity),
        "integrity_date": source.integrity_date.isoformat() if source.integrity_date else None,
        "integrity_notice": source.integrity_notice,
        "notices": _notices(session, source),
        "unconfirmed": source.unconfirmed,
        "elsewhere": _elsewhere(session, source),
        "same_work": same_work(session, source),
        "changes": _changes(session, source),
        "fields": dict(source.fields),
        "raw": source.raw,
    }
    return {name: value for name, value in values.items() if value not in (None, [], {})}


def _author(author: Person) -> str:
    """Give a name as BibTeX does: ``von Last, Jr, First``."""
    last = " ".join(part for part in (author.prefix, author.family) if part)
    return author.literal or ", ".join(part for part in (last, author.suffix, author.given) if part)


def _notices(session: Session, source: Source) -> list[dict[str, Any]]:
    query = (
        select(IntegrityNotice)
        .where(IntegrityNotice.source_id == source.id)
        .order_by(IntegrityNotice.date, IntegrityNotice.id)
    )
    return [
        {
            "nature": str(notice.nature),
            "date": notice.date.isoformat() if notice.date else None,
            "notice": notice.notice,
            "reasons": notice.reasons,
            "record": notice.record,
            "file": notice.file,
        }
        for notice in session.scalars(query)
    ]


def _changes(session: Session, source: Source) -> list[dict[str, Any]]:
    """Give the audit trail, the newest change first."""
    query = select(Change).where(Change.entity == _TABLE, Change.entity_id == source.id).order_by(Change.id.desc())
    return [
        {
            "field": change.field,
            "before": change.before,
            "after": change.after,
            "origin": change.origin,
            "at": change.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        for change in session.scalars(query)
    ]


def _elsewhere(session: Session, source: Source) -> list[dict[str, str]]:
    """Give the entry as it stands in files that say otherwise, but for blanks, than what the source holds."""
    query = (
        select(Bibliography.name, Placement.line, func.coalesce(Placement.raw, ""))
        .join(Placement, Placement.bibliography_id == Bibliography.id)
        .where(Placement.source_id == source.id, Placement.raw.is_not(None))
        .order_by(Placement.id)
    )
    held = source.raw.split()
    return [{"file": f"{name}:{line}", "raw": raw} for name, line, raw in session.execute(query) if raw.split() != held]
