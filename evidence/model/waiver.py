"""A finding that a person has answered."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from evidence.model.base import Base


class Waiver(Base):
    """A finding that a person has answered, always with the reason."""

    __tablename__ = "waiver"
    __table_args__ = (
        UniqueConstraint("claim_id", "rule"),
        CheckConstraint("length(trim(reason)) > 0", name="reason"),
        CheckConstraint("length(trim(waived_by)) > 0", name="waived_by"),
    )

    claim_id: Mapped[int] = mapped_column(ForeignKey("claim.id", ondelete="CASCADE"))
    rule: Mapped[str]
    reason: Mapped[str]
    waived_by: Mapped[str]
    until: Mapped[dt.date | None] = mapped_column(default=None)
    """The last day on which it holds."""
