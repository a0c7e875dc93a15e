"""The mapped classes; importing them all here makes the metadata whole."""

from evidence.model.assessment import Assessment
from evidence.model.base import Base
from evidence.model.bibliography import Bibliography, Placement, RejectedEntry
from evidence.model.change import Change
from evidence.model.claim import Claim, QuotedFigure
from evidence.model.document import Document
from evidence.model.effect import Effect, EffectArm
from evidence.model.evidence_link import EvidenceLink
from evidence.model.integrity_notice import IntegrityNotice
from evidence.model.journal import Journal, JournalIssn, JournalName
from evidence.model.likeness import MatchKeys, SourceDecision, SourceParent
from evidence.model.provenance import Provenance
from evidence.model.sample import Sample, SampleOverlap
from evidence.model.source import Source
from evidence.model.study import Study, StudyInclusion, StudyReport
from evidence.model.waiver import Waiver

__all__ = [
    "Assessment",
    "Base",
    "Bibliography",
    "Change",
    "Claim",
    "Document",
    "Effect",
    "EffectArm",
    "EvidenceLink",
    "IntegrityNotice",
    "Journal",
    "JournalIssn",
    "JournalName",
    "MatchKeys",
    "Placement",
    "Provenance",
    "QuotedFigure",
    "RejectedEntry",
    "Sample",
    "SampleOverlap",
    "Source",
    "SourceDecision",
    "SourceParent",
    "Study",
    "StudyInclusion",
    "StudyReport",
    "Waiver",
]
