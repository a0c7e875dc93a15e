"""Mapped rows as the values of a claims file, in the order of its schema."""

from itertools import groupby
from operator import attrgetter
from typing import Any

from evidence.model import Assessment, Claim, Document, Effect, EffectArm, EvidenceLink, Sample, Source, Study, Waiver
from evidence.model.assessment import in_order

Item = dict[str, Any]


def document_item(document: Document) -> Item:
    """Give a document as its file has it."""
    return {
        "key": document.key,
        "title": document.title,
        "address": document.address,
        "sha256": document.sha256,
    }


def source_item(source: Source) -> Item:
    """Give what became of a source."""
    return {
        "key": source.key,
        "integrity": source.integrity,
        "date": source.integrity_date and source.integrity_date.isoformat(),
        "notice": source.integrity_notice,
    }


def study_item(study: Study) -> Item:
    """Give a study with its samples and effects; what is first where nothing is said goes unsaid."""
    reports = [report.source.key for report in study.reports]
    return {
        "key": study.key,
        "reports": reports,
        "design": study.design,
        "blinding": study.blinding,
        "registration": study.registration,
        "included_in": sorted(inclusion.review.key for inclusion in study.inclusions),
        "note": study.note,
        "samples": [_sample(sample) for sample in study.samples],
        "effects": [_effect(effect, samples=study.samples, reports=reports) for effect in study.effects],
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


def _effect(effect: Effect, *, samples: list[Sample], reports: list[str]) -> Item:
    return {
        "key": effect.key,
        "sample": effect.sample.key if effect.sample and effect.sample not in samples[:1] else None,
        "source": effect.source.key if effect.source.key not in reports[:1] else None,
        "outcome": effect.outcome,
        "timepoint": effect.timepoint,
        "intervention": effect.intervention,
        "comparator": effect.comparator,
        "measure": effect.measure,
        "estimate": effect.estimate_printed,
        "ci": [effect.ci_low_printed, effect.ci_high_printed] if effect.ci_low_printed else None,
        "ci_level": effect.ci_level_printed,
        "p": effect.p_printed,
        "test": {
            "statistic": effect.test,
            "value": effect.statistic_printed,
            "df": effect.df_printed,
            "df2": effect.df2_printed,
        },
        "scale": {
            "min": effect.scale_low,
            "max": effect.scale_high,
            "items": None if effect.scale_items == 1 else effect.scale_items,
        },
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


def claim_item(claim: Claim) -> Item:
    """Give a claim with its figures and lines of evidence."""
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


def waiver_item(claim: Claim, waiver: Waiver) -> Item:
    """Give a waiver, which names its claim."""
    return {
        "claim": claim.key,
        "rule": waiver.rule,
        "reason": waiver.reason,
        "by": waiver.waived_by,
        "until": waiver.until and waiver.until.isoformat(),
    }


def assessment_items(claim: Claim) -> list[Item]:
    """Give the assessments of a claim, an item for each outcome with its steps in order."""
    return [
        {"claim": claim.key, "outcome": outcome, **{each.step.value: _rated(each) for each in steps}}
        for outcome, steps in groupby(sorted(claim.assessments, key=in_order), key=attrgetter("outcome"))
    ]


def _rated(assessment: Assessment) -> Item:
    return {
        "rating": assessment.rating,
        "reason": assessment.reason,
        "by": assessment.assessed_by,
        "on": assessment.assessed_on.isoformat(),
    }


def without_gaps(value: Any) -> Any:  # noqa: ANN401 - any part of a file
    """Leave out what holds nothing, so that absence is written in one way only."""
    if isinstance(value, dict):
        kept = {name: without_gaps(part) for name, part in value.items()}
        return {name: part for name, part in kept.items() if part not in (None, {}, [])}
    if isinstance(value, list):
        return [without_gaps(part) for part in value]
    return value
