"""How a person rated one step to the certainty of the evidence, for one outcome of a claim."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from evidence import grade
from evidence.model.base import Base
from evidence.vocab import Rating, Step


def _each_step_with_its_ratings() -> str:
    return " OR ".join(f"step = '{step}' AND rating IN ({_listed(ratings)})" for step, ratings in grade.LEVELS.items())


def _listed(ratings: Iterable[Rating]) -> str:
    return ", ".join(f"'{rating}'" for rating in ratings)


class Assessment(Base):
    """How a person rated one step for one outcome of a claim, always with the reason."""

    __tablename__ = "assessment"
    __table_args__ = (
        UniqueConstraint("claim_id", "outcome", "step"),
        CheckConstraint(_each_step_with_its_ratings(), name="step_takes_rating"),
        CheckConstraint("length(trim(outcome)) > 0", name="outcome"),
        CheckConstraint("length(trim(reason)) > 0", name="reason"),
        CheckConstraint("length(trim(assessed_by)) > 0", name="assessed_by"),
    )

    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id", ondelete="CASCADE"))
    outcome: Mapped[str]
    """In one writing for all steps of a claim; those that differ in case and blanks only are one."""
    step: Mapped[Step]
    rating: Mapped[Rating]
    reason: Mapped[str]
    assessed_by: Mapped[str]
    assessed_on: Mapped[dt.date]

    @property
    def told(self) -> grade.Assessment:
        """Give it as plain data."""
        return grade.Assessment(
            outcome=self.outcome,
            step=self.step,
            rating=self.rating,
            reason=self.reason,
            by=self.assessed_by,
            on=self.assessed_on,
        )


_STEPS = tuple(grade.LEVELS)


def in_order(assessment: Assessment) -> tuple[str, int]:
    """Give what puts assessments of a claim in order: by outcome, then by step as GRADE takes them."""
    return grade.comparable_outcome(assessment.outcome), _STEPS.index(assessment.step)
