"""A line of evidence: where a claim leans on a source."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from evidence.model.base import Base, vocabulary
from evidence.model.claim import Claim
from evidence.model.effect import Effect
from evidence.model.source import Source
from evidence.model.study import Study
from evidence.vocab import Direction, Directness, Role


class EvidenceLink(Base):
    """Where a claim leans on a source; what was not judged is null."""

    __tablename__ = "evidence_link"
    __table_args__ = (
        UniqueConstraint("claim_id", "key"),
        CheckConstraint(
            "direction IS NULL OR (judged_by IS NOT NULL AND length(trim(judged_by)) > 0 AND judged_on IS NOT NULL)",
            name="judged",
        ),
        CheckConstraint("effect_id IS NULL OR study_id IS NOT NULL", name="effect_of_study"),
    )

    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id", ondelete="CASCADE"))
    source_id: Mapped[int] = mapped_column(ForeignKey("source.id"), index=True)
    key: Mapped[str]
    """Source, study and effect in one, so that no line is recorded twice."""
    position: Mapped[int]
    role: Mapped[Role]
    study_id: Mapped[int | None] = mapped_column(ForeignKey("study.id"), default=None, index=True)
    effect_id: Mapped[int | None] = mapped_column(ForeignKey("effect.id"), default=None, index=True)
    direction: Mapped[Direction | None] = mapped_column(default=None)
    population_directness: Mapped[Directness | None] = mapped_column(
        vocabulary(Directness, name="population_directness"), default=None
    )
    intervention_directness: Mapped[Directness | None] = mapped_column(
        vocabulary(Directness, name="intervention_directness"), default=None
    )
    comparator_directness: Mapped[Directness | None] = mapped_column(
        vocabulary(Directness, name="comparator_directness"), default=None
    )
    outcome_directness: Mapped[Directness | None] = mapped_column(
        vocabulary(Directness, name="outcome_directness"), default=None
    )
    quote: Mapped[str | None] = mapped_column(default=None)
    locator: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    judged_by: Mapped[str | None] = mapped_column(default=None)
    judged_on: Mapped[dt.date | None] = mapped_column(default=None)

    claim: Mapped[Claim] = relationship(lazy="raise", viewonly=True, init=False)
    source: Mapped[Source] = relationship(lazy="raise", viewonly=True, init=False)
    study: Mapped[Study | None] = relationship(lazy="raise", viewonly=True, init=False)
    effect: Mapped[Effect | None] = relationship(lazy="raise", viewonly=True, init=False)
