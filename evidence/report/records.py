"""Whole records of a key: the source, the study and the claims that bear it, each with where it came from."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from evidence.claimsfile.dump import whole_claims, whole_studies
from evidence.errors import UsageError
from evidence.model import Base, Claim, Provenance, Source, Study


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """One record whole."""

    kind: str
    """``source``, ``study`` or ``claim``."""
    key: str
    origin: str | None
    """The file and line that its newest state came from."""
    values: dict[str, Any]


def records(session: Session, key: str) -> list[Record]:
    """Give every record of a key, or raise ``UsageError`` where there is none."""
    found = [
        *(_record(session, Source, key, _source(source)) for source in _sources(session, key)),
        *(_record(session, Study, key, study) for study in whole_studies(session, key)),
        *(_record(session, Claim, key, claim) for claim in whole_claims(session, key)),
    ]
    if not found:
        raise UsageError(f"no source, study or claim has the key {key!r}")
    return found


def _sources(session: Session, key: str) -> list[Source]:
    query = (
        select(Source)
        .where(Source.key == key)
        .options(joinedload(Source.journal), selectinload(Source.authors), selectinload(Source.fields))
    )
    return list(session.scalars(query))


def _source(source: Source) -> dict[str, Any]:
    values = {
        "key": source.key,
        "type": source.kind,
        "title": source.title,
        "journal": source.journal.title if source.journal else None,
        "year": source.year,
        "authors": [
            author.literal
            or ", ".join(
                part
                for part in (
                    " ".join(name for name in (author.prefix, author.family) if name),
                    author.suffix,
                    author.given,
                )
                if part
            )
            for author in source.authors
        ],
        "more_authors": source.more_authors or None,
        "doi": source.doi,
        "pmid": source.pmid,
        "integrity": str(source.integrity),
        "integrity_date": source.integrity_date.isoformat() if source.integrity_date else None,
        "integrity_notice": source.integrity_notice,
        "unconfirmed": source.unconfirmed,
        "fields": {field.name: field.value for field in source.fields},
        "raw": source.raw,
    }
    return {name: value for name, value in values.items() if value not in (None, [], {})}


def _record(session: Session, model: type[Base], key: str, values: dict[str, Any]) -> Record:
    kind = model.__tablename__
    row = select(model.__table__.c.id).where(model.__table__.c.key == key).scalar_subquery()
    newest = (
        select(Provenance.file, Provenance.line)
        .where(Provenance.entity == kind, Provenance.entity_id.in_(row))
        .order_by(Provenance.id.desc())
        .limit(1)
    )
    origin = session.execute(newest).first()
    return Record(kind=kind, key=key, origin=f"{origin.file}:{origin.line}" if origin else None, values=values)
