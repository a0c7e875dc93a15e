"""The mapped classes; importing them all here makes the metadata whole."""

from evidence.model.base import Base
from evidence.model.claim import Claim, QuotedFigure
from evidence.model.document import Document
from evidence.model.effect import Effect, EffectArm
from evidence.model.evidence_link import EvidenceLink
from evidence.model.journal import Journal, JournalName
from evidence.model.provenance import Provenance
from evidence.model.sample import Sample, SampleOverlap
from evidence.model.source import Source, SourceAuthor, SourceField
from evidence.model.study import Study, StudyInclusion, StudyReport
from evidence.model.waiver import Waiver

__all__ = [
    "Base",
    "Claim",
    "Document",
    "Effect",
    "EffectArm",
    "EvidenceLink",
    "Journal",
    "JournalName",
    "Provenance",
    "QuotedFigure",
    "Sample",
    "SampleOverlap",
    "Source",
    "SourceAuthor",
    "SourceField",
    "Study",
    "StudyInclusion",
    "StudyReport",
    "Waiver",
]
