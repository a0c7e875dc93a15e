"""How persons rated the steps to certainty for the outcomes of a claim."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from evidence import grade
from evidence.model import Assessment, Claim, Document
from evidence.model.assessment import in_order


def assessments(session: Session, *, document: str, claim: str) -> tuple[grade.Assessment, ...]:
    """Give the assessments of a claim by outcome, those of one in the order of its steps; none where there are none."""
    found = sorted(session.scalars(assessments_of(document=document, claim=claim)), key=in_order)
    return tuple(each.told for each in found)


def assessments_of(*, document: str, claim: str) -> Select[Assessment]:
    """Give the SELECT of a claim's assessments; their order is made after it, for databases sort words each its way."""
    return (
        select(Assessment)
        .join(Claim, Assessment.claim_id == Claim.id)
        .join(Document, Claim.document_id == Document.id)
        .where(Document.key == document, Claim.key == claim)
    )
