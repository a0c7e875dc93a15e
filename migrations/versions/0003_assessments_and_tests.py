"""How persons rated the steps to certainty; the test statistic and the scale of an effect.

Why: the record could compute what bears on certainty and had no place for what a person makes of it. A rating stands
with its reason, its name and its date, one for each step of GRADE and each outcome of a claim. And whether a p follows
from its test, or a mean and an SD can be at all, could be asked of figures typed in, but of none in the record: that
held neither the statistic with its degrees of freedom nor between which whole numbers an outcome lies.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
EXACT = sa.Numeric().with_variant(sa.Text(), "sqlite")


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
OF_EFFECT: dict[str, sa.types.TypeEngine[Any]] = {
    "test": sa.String(length=32),
    "statistic": EXACT,
    "statistic_printed": sa.Text(),
    "df": EXACT,
    "df_printed": sa.Text(),
    "df2": EXACT,
    "df2_printed": sa.Text(),
    "scale_low": sa.Integer(),
    "scale_high": sa.Integer(),
    "scale_items": sa.Integer(),
}
CHECKS_OF_EFFECT = {
    "statistic": "test IN ('t', 'F', 'chi2', 'r', 'z', 'Q')",
    "tested": "(test IS NULL) = (statistic IS NULL)",
    "df": "(df IS NOT NULL) = (test IS NOT NULL AND test <> 'z')",
    "df2": "(df2 IS NOT NULL) = (test IS NOT NULL AND test = 'F')",
    "scale": (
        "(scale_low IS NULL) = (scale_high IS NULL) AND (scale_low IS NULL) = (scale_items IS NULL)"
        " AND scale_low < scale_high AND scale_items >= 1"
    ),
    "statistic_printed": "(statistic IS NULL) = (statistic_printed IS NULL)",
    "df_printed": "(df IS NULL) = (df_printed IS NULL)",
    "df2_printed": "(df2 IS NULL) = (df2_printed IS NULL)",
}


def upgrade() -> None:
    """Go from 0002 to 0003."""
    _make_assessments()
    with op.batch_alter_table("effect") as batch:
        for name, kind in OF_EFFECT.items():
            batch.add_column(sa.Column(name, kind))
        for name, rule in CHECKS_OF_EFFECT.items():
            batch.create_check_constraint(op.f(f"ck_effect_{name}"), rule)


def _make_assessments() -> None:
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
    """Go back: assessments, tests and scales have no place in 0002; dump them to a claims file first."""
    with op.batch_alter_table("effect") as batch:
        for name in CHECKS_OF_EFFECT:
            batch.drop_constraint(op.f(f"ck_effect_{name}"), type_="check")
        for name in OF_EFFECT:
            batch.drop_column(name)
    op.drop_table("assessment")
