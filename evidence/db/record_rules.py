"""What must hold between rows and no constraint can state, each as one SELECT of the rows that break it."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordRule:
    """A rule between rows."""

    fault: str
    remedy: str
    broken: str
    """Selects, as ``place``, a name for each row that breaks it."""


RULES: Final = (
    RecordRule(
        fault="its sample belongs to another study",
        remedy="name a sample of the effect's own study",
        broken="""
            SELECT 'effect ' || study.key || '/' || effect.key AS place
            FROM effect JOIN study ON study.id = effect.study_id JOIN sample ON sample.id = effect.sample_id
            WHERE sample.study_id <> effect.study_id
        """,
    ),
    RecordRule(
        fault="it was read in a source that does not report its study",
        remedy="add the source to the reports of the study, or correct the source of the effect",
        broken="""
            SELECT 'effect ' || study.key || '/' || effect.key AS place
            FROM effect JOIN study ON study.id = effect.study_id
            LEFT JOIN study_report AS report
                ON report.study_id = effect.study_id AND report.source_id = effect.source_id
            WHERE report.id IS NULL
        """,
    ),
    RecordRule(
        fault="its effect belongs to another study",
        remedy="name an effect of the study that the line names",
        broken="""
            SELECT 'claim ' || claim.key || ', evidence ' || link.key AS place
            FROM evidence_link AS link JOIN claim ON claim.id = link.claim_id
            JOIN effect ON effect.id = link.effect_id
            WHERE effect.study_id <> link.study_id
        """,
    ),
    RecordRule(
        fault="its source does not report its study",
        remedy="add the source to the reports of the study, or correct the line",
        broken="""
            SELECT 'claim ' || claim.key || ', evidence ' || link.key AS place
            FROM evidence_link AS link JOIN claim ON claim.id = link.claim_id
            LEFT JOIN study_report AS report
                ON report.study_id = link.study_id AND report.source_id = link.source_id
            WHERE link.study_id IS NOT NULL AND report.id IS NULL
        """,
    ),
    RecordRule(
        fault="its overlap with another sample is recorded from both sides",
        remedy="keep one of the two",
        broken="""
            SELECT 'sample ' || study.key || '/' || sample.key AS place
            FROM sample_overlap AS one JOIN sample_overlap AS other
                ON other.sample_id = one.other_id AND other.other_id = one.sample_id AND one.id < other.id
            JOIN sample ON sample.id = one.sample_id JOIN study ON study.id = sample.study_id
        """,
    ),
    RecordRule(
        fault="it includes a review that includes it",
        remedy="keep the one inclusion that is true",
        broken="""
            SELECT 'study ' || study.key AS place
            FROM study_inclusion AS one JOIN study_inclusion AS other
                ON other.study_id = one.review_id AND other.review_id = one.study_id AND one.id < other.id
            JOIN study ON study.id = one.review_id
        """,
    ),
)
