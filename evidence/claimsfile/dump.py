"""The rows of a document → its claims file, such that loading it changes nothing."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload, selectinload

from evidence.errors import UsageError
from evidence.model import (
    Claim,
    Document,
    Effect,
    EffectArm,
    EvidenceLink,
    Sample,
    SampleOverlap,
    Study,
    StudyInclusion,
    StudyReport,
)

Item = dict[str, Any]


def dump(session: Session, document: str | None = None) -> Item:
    """Give a document's claims file as plain values in the order of the schema.

    Without a key the database must hold just one document; raises ``UsageError`` naming the keys else.
    The studies are those that the document's file recorded, those its claims lean on, and those that
    these refer to.
    """
    record = _document(session, document)
    claims = session.scalars(_claims(record)).all()
    studies = _studies(session, record, claims)
    waivers = [(claim, waiver) for claim in claims for waiver in claim.waivers]
    whole: Item = _without_gaps(
        {
            "document": {
                "key": record.key,
                "title": record.title,
                "address": record.address,
                "sha256": record.sha256,
            },
            "studies": [_study(study) for study in studies],
            "claims": [_claim(claim) for claim in claims],
            "waivers": [
                {
                    "claim": claim.key,
                    "rule": waiver.rule,
                    "reason": waiver.reason,
                    "by": waiver.waived_by,
                    "until": waiver.until and waiver.until.isoformat(),
                }
                for claim, waiver in waivers
            ],
        }
    )
    return whole


def _document(session: Session, key: str | None) -> Document:
    documents = session.scalars(select(Document).order_by(Document.key)).all()
    chosen = [document for document in documents if key in (None, document.key)]
    if len(chosen) == 1:
        return chosen[0]
    there = ", ".join(document.key for document in documents) or "none"
    asked = "say which document" if key is None else f"no document {key!r}"
    raise UsageError(f"{asked}; the database holds: {there}")


def _claims(document: Document) -> Select[Claim]:
    return (
        select(Claim)
        .where(Claim.document_id == document.id)
        .order_by(Claim.position, Claim.id)
        .options(
            selectinload(Claim.quoted_figures),
            selectinload(Claim.waivers),
            selectinload(Claim.links).options(
                joinedload(EvidenceLink.source), joinedload(EvidenceLink.study), joinedload(EvidenceLink.effect)
            ),
        )
    )


def _studies(session: Session, document: Document, claims: Iterable[Claim]) -> list[Study]:
    wanted = {link.study_id for claim in claims for link in claim.links if link.study_id is not None}
    wanted |= set(session.scalars(select(Study.id).where(Study.document_id == document.id)))
    found: dict[int, Study] = {}
    while missing := sorted(wanted - found.keys()):
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


def _study(study: Study) -> Item:
    first = study.samples[0] if study.samples else None
    return {
        "key": study.key,
        "reports": [report.source.key for report in study.reports],
        "design": study.design,
        "blinding": study.blinding,
        "registration": study.registration,
        "included_in": sorted(inclusion.review.key for inclusion in study.inclusions),
        "note": study.note,
        "samples": [_sample(sample) for sample in study.samples],
        "effects": [_effect(effect, first=first, main=study.reports[0].source.key) for effect in study.effects],
    }


def _sample(sample: Sample) -> Item:
    return {
        "key": sample.key,
        "enrolled": sample.enrolled,
        "analysed": sample.analysed,
        "unit": None if sample.unit == "participants" else sample.unit,
        "population": sample.population,
        "species": sample.species,
        "country": sample.country,
        "age": sample.age,
        "share_female": sample.share_female_printed,
        "status": sample.status,
        "where": sample.read_at,
        "note": sample.note,
        "overlaps": [
            {"sample": f"{overlap.other.study.key}/{overlap.other.key}", "kind": overlap.kind}
            for overlap in sorted(sample.overlaps, key=lambda one: (one.other.study.key, one.other.key))
        ],
    }


def _effect(effect: Effect, *, first: Sample | None, main: str) -> Item:
    return {
        "key": effect.key,
        "sample": effect.sample.key if effect.sample and effect.sample is not first else None,
        "source": effect.source.key if effect.source.key != main else None,
        "outcome": effect.outcome,
        "timepoint": effect.timepoint,
        "intervention": effect.intervention,
        "comparator": effect.comparator,
        "measure": effect.measure,
        "estimate": effect.estimate_printed,
        "ci": [effect.ci_low_printed, effect.ci_high_printed] if effect.ci_low_printed else None,
        "ci_level": effect.ci_level_printed,
        "p": effect.p_printed,
        "good": effect.good,
        "arms": [_arm(arm) for arm in effect.arms],
        "finding": effect.finding,
        "locator": effect.locator,
        "status": effect.status,
        "where": effect.read_at,
        "note": effect.note,
    }


def _arm(arm: EffectArm) -> Item:
    return {
        "arm": arm.name,
        "n": arm.n_printed,
        "events": arm.events_printed,
        "percent": arm.percent_printed,
        "mean": arm.mean_printed,
        "sd": arm.sd_printed,
    }


def _claim(claim: Claim) -> Item:
    return {
        "key": claim.key,
        "at": {
            "section": claim.section,
            "paragraph": claim.paragraph,
            "sentence": claim.sentence,
            "sha256": claim.sentence_sha256,
            "exact": claim.anchor_exact,
            "prefix": claim.anchor_prefix,
            "suffix": claim.anchor_suffix,
        },
        "statement": claim.statement,
        "kind": claim.kind,
        "wording": claim.wording,
        "population": claim.population,
        "species": claim.species,
        "intervention": claim.intervention,
        "comparator": claim.comparator,
        "outcome": claim.outcome,
        "quotes": [{"printed": figure.printed, "of": figure.of} for figure in claim.quoted_figures],
        "named_source": {
            "text": claim.named_source,
            "journal": claim.named_journal,
            "year": claim.named_year,
            "author": claim.named_author,
        },
        "note": claim.note,
        "evidence": [_line(link) for link in claim.links],
    }


def _line(link: EvidenceLink) -> Item:
    return {
        "source": link.source.key,
        "study": link.study.key if link.study else None,
        "effect": link.effect.key if link.effect else None,
        "direction": link.direction,
        "role": link.role,
        "directness": {
            "population": link.population_directness,
            "intervention": link.intervention_directness,
            "comparator": link.comparator_directness,
            "outcome": link.outcome_directness,
        },
        "quote": link.quote,
        "locator": link.locator,
        "note": link.note,
        "judged": {"by": link.judged_by, "on": link.judged_on and link.judged_on.isoformat()},
    }


def _without_gaps(value: Any) -> Any:  # noqa: ANN401 - any part of a file
    """Leave out what holds nothing, so that absence is written in one way only."""
    if isinstance(value, dict):
        kept = {name: _without_gaps(part) for name, part in value.items()}
        return {name: part for name, part in kept.items() if part not in (None, {}, [])}
    if isinstance(value, list):
        return [_without_gaps(part) for part in value]
    return value
