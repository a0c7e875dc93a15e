"""Whole records of a key: the source, the study and the claims that bear it, each with where it came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence.claimsfile.dump import whole_claims, whole_studies
from evidence.errors import UsageError
from evidence.model import Base, Claim, Document, Provenance, Study
from evidence.report.source_record import source_origin, source_values, sources


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """One record whole."""

    kind: str
    """``source``, ``study`` or ``claim``."""
    key: str
    origin: dict[str, Any] | None
    """The file and line that its newest state came from, the file's SHA-256 and the moment."""
    values: dict[str, Any]


def records(session: Session, key: str) -> list[Record]:
    """Give every record of a key, or raise ``UsageError`` where there is none."""
    found = [
        *(
            Record(kind="source", key=key, origin=source_origin(session, source), values=source_values(session, source))
            for source in sources(session, key)
        ),
        *(
            _record(session, Study, number, study)
            for number, study in zip(_studies(session, key), whole_studies(session, key), strict=True)
        ),
        *(
            _record(session, Claim, number, {"document": document, **claim})
            for (number, document), claim in zip(_claims(session, key), whole_claims(session, key), strict=True)
        ),
    ]
    if not found:
        raise UsageError(f"no source, study or claim has the key {key!r}")
    return found


def _studies(session: Session, key: str) -> Sequence[int]:
    return session.scalars(select(Study.id).where(Study.key == key)).all()


def _claims(session: Session, key: str) -> list[tuple[int, str]]:
    """Give the claims of a key in the order in which they are given whole, each with its document."""
    query = (
        select(Claim.id, Document.key)
        .join(Document, Claim.document_id == Document.id)
        .where(Claim.key == key)
        .order_by(Claim.document_id)
    )
    return [(number, document) for number, document in session.execute(query)]


def _record(session: Session, model: type[Base], number: int, values: dict[str, Any]) -> Record:
    kind = model.__tablename__
    newest = (
        select(Provenance)
        .where(Provenance.entity == kind, Provenance.entity_id == number)
        .order_by(Provenance.id.desc())
        .limit(1)
    )
    origin = session.scalar(newest)
    return Record(kind=kind, key=values["key"], origin=_origin(origin) if origin else None, values=values)


def _origin(origin: Provenance) -> dict[str, Any]:
    return {
        "file": origin.file,
        "line": origin.line,
        "sha256": origin.sha256,
        "at": origin.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
