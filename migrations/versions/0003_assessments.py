"""How persons rated the steps to certainty.

Why: the record could compute what bears on certainty and had no place for what a person makes of it. A rating stands
with its reason, its name and its date, one for each step of GRADE and each outcome of a claim.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def vocabulary(name: str, *values: str) -> sa.Enum:
    """Give a text column that takes these values only, by a constraint of that name."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


STEPS = (
    "start", "risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias", "large-effect",
    "dose-response", "opposing-confounding",
)  # fmt: skip
RATINGS = (
    "high", "low", "not-serious", "serious", "very-serious", "extremely-serious", "undetected", "strongly-suspected",
    "absent", "present", "large", "very-large",
)  # fmt: skip


def upgrade() -> None:
    """Go from 0002 to 0003."""
    op.create_table(
        "assessment",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("step", vocabulary("step", *STEPS), nullable=False),
        sa.Column("rating", vocabulary("rating", *RATINGS), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("assessed_by", sa.Text(), nullable=False),
        sa.Column("assessed_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "step = 'start' AND rating IN ('high', 'low')"
            " OR step = 'risk-of-bias' AND rating IN ('not-serious', 'serious', 'very-serious', 'extremely-serious')"
            " OR step = 'inconsistency' AND rating IN ('not-serious', 'serious', 'very-serious')"
            " OR step = 'indirectness' AND rating IN ('not-serious', 'serious', 'very-serious')"
            " OR step = 'imprecision' AND rating IN ('not-serious', 'serious', 'very-serious', 'extremely-serious')"
            " OR step = 'publication-bias' AND rating IN ('undetected', 'strongly-suspected')"
            " OR step = 'large-effect' AND rating IN ('absent', 'large', 'very-large')"
            " OR step = 'dose-response' AND rating IN ('absent', 'present')"
            " OR step = 'opposing-confounding' AND rating IN ('absent', 'present')",
            name=op.f("ck_assessment_step_takes_rating"),
        ),
        sa.CheckConstraint("length(trim(outcome)) > 0", name=op.f("ck_assessment_outcome")),
        sa.CheckConstraint("length(trim(reason)) > 0", name=op.f("ck_assessment_reason")),
        sa.CheckConstraint("length(trim(assessed_by)) > 0", name=op.f("ck_assessment_assessed_by")),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_assessment_claim_id_claim"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment")),
        sa.UniqueConstraint("claim_id", "outcome", "step", name=op.f("uq_assessment_claim_id_outcome_step")),
    )


def downgrade() -> None:
    """Go back: what persons assessed has no place in 0002; dump it to a claims file first."""
    op.drop_table("assessment")
