"""A checkable statement of a document, with the figures it quotes."""

from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from evidence.model.base import Base
from evidence.model.document import Document
from evidence.vocab import ClaimKind, Wording

if TYPE_CHECKING:
    from evidence.model.assessment import Assessment
    from evidence.model.evidence_link import EvidenceLink
    from evidence.model.waiver import Waiver


class Claim(Base):
    """One checkable statement of a document, atomic: one subject, one relation."""

    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint("document_id", "key"),
        CheckConstraint("paragraph >= 1 AND sentence >= 1", name="place"),
        CheckConstraint("length(statement) > 0", name="statement"),
    )

    document_id: Mapped[int] = mapped_column(ForeignKey("document.id", ondelete="CASCADE"))
    key: Mapped[str]
    position: Mapped[int]
    """Its place among the claims of the document's file, from 0."""
    paragraph: Mapped[int]
    sentence: Mapped[int]
    statement: Mapped[str]
    """In the words of whoever records it."""
    kind: Mapped[ClaimKind]
    wording: Mapped[Wording]
    section: Mapped[str | None] = mapped_column(default=None)
    sentence_sha256: Mapped[str | None] = mapped_column(default=None)
    anchor_exact: Mapped[str | None] = mapped_column(default=None)
    anchor_prefix: Mapped[str | None] = mapped_column(default=None)
    anchor_suffix: Mapped[str | None] = mapped_column(default=None)
    population: Mapped[str | None] = mapped_column(default=None)
    species: Mapped[str | None] = mapped_column(default=None)
    intervention: Mapped[str | None] = mapped_column(default=None)
    comparator: Mapped[str | None] = mapped_column(default=None)
    outcome: Mapped[str | None] = mapped_column(default=None)
    named_source: Mapped[str | None] = mapped_column(default=None)
    """The source as the text names it."""
    named_journal: Mapped[str | None] = mapped_column(default=None)
    named_year: Mapped[int | None] = mapped_column(default=None)
    named_author: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)

    document: Mapped[Document] = relationship(lazy="raise", viewonly=True, init=False)
    quoted_figures: Mapped[list["QuotedFigure"]] = relationship(
        lazy="raise", viewonly=True, init=False, order_by="QuotedFigure.position"
    )
    links: Mapped[list["EvidenceLink"]] = relationship(
        lazy="raise", viewonly=True, init=False, order_by="EvidenceLink.position"
    )
    waivers: Mapped[list["Waiver"]] = relationship(lazy="raise", viewonly=True, init=False, order_by="Waiver.rule")
    assessments: Mapped[list["Assessment"]] = relationship(
        lazy="raise", viewonly=True, init=False, order_by="Assessment.id"
    )


class QuotedFigure(Base):
    """A figure that a claim states."""

    __tablename__ = "quoted_figure"
    __table_args__ = (UniqueConstraint("claim_id", "position"),)

    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id", ondelete="CASCADE"))
    position: Mapped[int]
    printed: Mapped[str]
    value: Mapped[Decimal]
    of: Mapped[str]
    """What it counts or measures."""
