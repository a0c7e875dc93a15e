"""The rows of a document → its claims file, such that loading it changes nothing."""

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from evidence.claimsfile.values import (
    Item,
    assessment_items,
    claim_item,
    document_item,
    source_item,
    study_item,
    waiver_item,
    without_gaps,
)
from evidence.errors import UsageError
from evidence.model import (
    Claim,
    Document,
    Effect,
    EvidenceLink,
    Sample,
    SampleOverlap,
    Source,
    Study,
    StudyInclusion,
    StudyReport,
)
from evidence.vocab import Integrity

_AT_ONCE: Final = 500


def dump(session: Session, document: str | None = None) -> Item:
    """Give a document's claims file as plain values in the order of the schema.

    Without a key the database must hold just one document; raises ``UsageError`` naming the keys else.
    The sources are those of which something became after they were published; the studies those that the
    document's file recorded, those its claims lean on, and those that
    these refer to.
    """
    record = _document(session, document)
    claims = session.scalars(_claims(record)).all()
    studies = _studies(session, record, claims)
    whole: Item = without_gaps(
        {
            "document": document_item(record),
            "sources": [source_item(source) for source in _spoken_of(session, claims, studies)],
            "studies": [study_item(study) for study in studies],
            "claims": [claim_item(claim) for claim in claims],
            "waivers": [waiver_item(claim, waiver) for claim in claims for waiver in claim.waivers],
            "assessments": [item for claim in claims for item in assessment_items(claim)],
        }
    )
    return whole


def _spoken_of(session: Session, claims: Iterable[Claim], studies: Iterable[Study]) -> Sequence[Source]:
    """Give the sources of a file of which something became after they were published."""
    ids = {link.source_id for claim in claims for link in claim.links}
    ids |= {report.source_id for study in studies for report in study.reports}
    query = select(Source).where(Source.integrity != Integrity.NONE).order_by(Source.key)
    return [source for source in session.scalars(query) if source.id in ids]


def whole_studies(session: Session, key: str) -> list[Item]:
    """Give the study of a key as a claims file has it; none where there is none."""
    ids = session.scalars(select(Study.id).where(Study.key == key)).all()
    return [without_gaps(study_item(study)) for study in session.scalars(_whole_studies(ids))] if ids else []


def whole_claims(session: Session, key: str) -> list[Item]:
    """Give the claims of a key, one a document, as a claims file has them."""
    query = _with_all(select(Claim).where(Claim.key == key).order_by(Claim.document_id))
    return [without_gaps(claim_item(claim)) for claim in session.scalars(query)]


def _document(session: Session, key: str | None) -> Document:
    documents = session.scalars(select(Document).order_by(Document.key)).all()
    chosen = [document for document in documents if key in (None, document.key)]
    if len(chosen) == 1:
        return chosen[0]
    if not documents:
        raise UsageError("the database holds no document yet; load one: evidence load FILE.yaml")
    there = ", ".join(document.key for document in documents)
    asked = "say which document" if key is None else f"no document {key!r}"
    raise UsageError(f"{asked}; the database holds: {there}")


def _claims(document: Document) -> Select[Claim]:
    return _with_all(select(Claim).where(Claim.document_id == document.id).order_by(Claim.position, Claim.id))


def _with_all(claims: Select[Claim]) -> Select[Claim]:
    return claims.options(
        selectinload(Claim.quoted_figures),
        selectinload(Claim.waivers),
        selectinload(Claim.assessments),
        selectinload(Claim.links).options(
            joinedload(EvidenceLink.source), joinedload(EvidenceLink.study), joinedload(EvidenceLink.effect)
        ),
    )


def _studies(session: Session, document: Document, claims: Iterable[Claim]) -> list[Study]:
    wanted = {link.study_id for claim in claims for link in claim.links if link.study_id is not None}
    wanted |= set(session.scalars(select(Study.id).where(Study.document_id == document.id)))
    found: dict[int, Study] = {}
    while missing := sorted(wanted - found.keys())[:_AT_ONCE]:
        for study in session.scalars(_whole_studies(missing)):
            found[study.id] = study
            wanted |= {inclusion.review_id for inclusion in study.inclusions}
            wanted |= {overlap.other.study_id for sample in study.samples for overlap in sample.overlaps}
    return sorted(found.values(), key=lambda study: study.key)


def _whole_studies(ids: Sequence[int]) -> Select[Study]:
    return (
        select(Study)
        .where(Study.id.in_(ids))
        .options(
            selectinload(Study.reports).joinedload(StudyReport.source),
            selectinload(Study.inclusions).joinedload(StudyInclusion.review),
            selectinload(Study.samples)
            .selectinload(Sample.overlaps)
            .joinedload(SampleOverlap.other)
            .joinedload(Sample.study),
            selectinload(Study.effects).options(
                selectinload(Effect.arms), joinedload(Effect.sample), joinedload(Effect.source)
            ),
        )
    )
