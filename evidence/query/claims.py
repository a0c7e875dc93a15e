"""Which claims are asked for: built here, run elsewhere."""

from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from evidence.model import Claim, Document


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimFilter:
    """What a claim must be to be asked for; nothing set asks for all."""

    document: str | None = None
    """The key of its document."""
    key: str | None = None


def claims(wanted: ClaimFilter = ClaimFilter()) -> Select[Claim]:
    """Give the SELECT of the claims asked for, in the order of their documents' files."""
    query = select(Claim).join(Document, Claim.document_id == Document.id)
    if wanted.document is not None:
        query = query.where(Document.key == wanted.document)
    if wanted.key is not None:
        query = query.where(Claim.key == wanted.key)
    return query.order_by(Document.key, Claim.position, Claim.id)


def count(session: Session) -> int:
    """Count the claims of the database."""
    return session.scalar(select(func.count()).select_from(Claim)) or 0
