"""The record: documents and claims, sources and journals, studies with samples and effects, and what links them.

Why one revision: this is the first schema that anyone was given, so there is nothing older to carry over.
Keys are 64-bit numbers that the program makes; on SQLite they must be called INTEGER to be the row number.
Exact decimals are NUMERIC, and text on SQLite, which has no decimal. A SQLite file is marked as ours in its
header, so that the program can tell it from another program's.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
EXACT = sa.Numeric().with_variant(sa.Text(), "sqlite")
MARK = 0x45564944
TABLES = (
    "evidence_link", "effect_arm", "sample_overlap", "effect", "waiver", "study_report", "study_inclusion",
    "source_field", "source_author", "sample", "quoted_figure", "study", "source", "journal_name", "claim",
    "provenance", "journal", "document",
)  # fmt: skip
"""Those that refer to others first."""


def vocabulary(name: str, words: str) -> sa.Enum:
    """Give a text column that takes these words only, by a constraint of that name."""
    return sa.Enum(*words.split(), name=name, native_enum=False, create_constraint=True, length=32)


def reference(table: str, column: str, to: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    """Let a column of a table name a row of another."""
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}_{to}"), ondelete=ondelete)


def mark(number: int) -> None:
    """Write whose file this is into the header of a SQLite database."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {number}")


def upgrade() -> None:
    """Make every table."""
    mark(MARK)
    op.create_table(
        "document",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("address", sa.Text()),
        sa.Column("sha256", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("key", name=op.f("uq_document_key")),
    )
    op.create_table(
        "journal",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("issn", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
        sa.UniqueConstraint("issn", name=op.f("uq_journal_issn")),
    )
    op.create_table(
        "provenance",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("entity_id", KEY, nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer()),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provenance")),
    )
    op.create_index(op.f("ix_provenance_entity_entity_id"), "provenance", ["entity", "entity_id"])
    op.create_table(
        "claim",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("document_id", KEY, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("paragraph", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            vocabulary(
                "claimkind", "benefit harm mechanism prevalence prognosis comparison practice history uncertainty"
            ),
            nullable=False,
        ),
        sa.Column("wording", vocabulary("wording", "plain hedged absolute"), nullable=False),
        sa.Column("section", sa.Text()),
        sa.Column("sentence_sha256", sa.Text()),
        sa.Column("anchor_exact", sa.Text()),
        sa.Column("anchor_prefix", sa.Text()),
        sa.Column("anchor_suffix", sa.Text()),
        sa.Column("population", sa.Text()),
        sa.Column("species", sa.Text()),
        sa.Column("intervention", sa.Text()),
        sa.Column("comparator", sa.Text()),
        sa.Column("outcome", sa.Text()),
        sa.Column("named_source", sa.Text()),
        sa.Column("named_journal", sa.Text()),
        sa.Column("named_year", sa.Integer()),
        sa.Column("named_author", sa.Text()),
        sa.Column("note", sa.Text()),
        sa.CheckConstraint("length(statement) > 0", name=op.f("ck_claim_statement")),
        sa.CheckConstraint("paragraph >= 1 AND sentence >= 1", name=op.f("ck_claim_place")),
        reference("claim", "document_id", "document", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint("document_id", "key", name=op.f("uq_claim_document_id_key")),
    )
    op.create_table(
        "journal_name",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("journal_id", KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("comparable", sa.Text(), nullable=False),
        reference("journal_name", "journal_id", "journal", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_name")),
        sa.UniqueConstraint("comparable", name=op.f("uq_journal_name_comparable")),
    )
    op.create_index(op.f("ix_journal_name_journal_id"), "journal_name", ["journal_id"])
    op.create_table(
        "source",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("raw_sha256", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("year", sa.Integer()),
        sa.Column("journal_id", KEY),
        sa.Column("more_authors", sa.Boolean(), nullable=False),
        sa.Column("doi", sa.Text()),
        sa.Column("pmid", sa.Text()),
        sa.Column("unconfirmed", sa.Text()),
        sa.Column("integrity", vocabulary("integrity", "none corrected concern retracted"), nullable=False),
        sa.Column("integrity_date", sa.Date()),
        sa.Column("integrity_notice", sa.Text()),
        reference("source", "journal_id", "journal"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("key", name=op.f("uq_source_key")),
    )
    op.create_index(op.f("ix_source_doi"), "source", ["doi"])
    op.create_index(op.f("ix_source_journal_id"), "source", ["journal_id"])
    op.create_index(op.f("ix_source_pmid"), "source", ["pmid"])
    op.create_table(
        "study",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column(
            "design",
            vocabulary(
                "design",
                "systematic-review meta-analysis ipd-meta-analysis randomized randomized-crossover non-randomized "
                "single-arm cohort case-control cross-sectional case-series case-report animal in-vitro guideline "
                "narrative-review label opinion",
            ),
            nullable=False,
        ),
        sa.Column("blinding", vocabulary("blinding", "open-label single-blind double-blind triple-blind")),
        sa.Column("registration", sa.Text()),
        sa.Column("document_id", KEY),
        sa.Column("note", sa.Text()),
        reference("study", "document_id", "document", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study")),
        sa.UniqueConstraint("key", name=op.f("uq_study_key")),
    )
    op.create_index(op.f("ix_study_document_id"), "study", ["document_id"])
    op.create_table(
        "quoted_figure",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("printed", sa.Text(), nullable=False),
        sa.Column("value", EXACT, nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        reference("quoted_figure", "claim_id", "claim", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quoted_figure")),
        sa.UniqueConstraint("claim_id", "position", name=op.f("uq_quoted_figure_claim_id_position")),
    )
    op.create_table(
        "sample",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("study_id", KEY, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("population", sa.Text(), nullable=False),
        sa.Column("status", vocabulary("figurestatus", "checked unconfirmed"), nullable=False),
        sa.Column("unit", vocabulary("sampleunit", "participants animals studies territories"), nullable=False),
        sa.Column("enrolled", sa.Integer()),
        sa.Column("analysed", sa.Integer()),
        sa.Column("species", sa.Text()),
        sa.Column("country", sa.Text()),
        sa.Column("age", sa.Text()),
        sa.Column("share_female", EXACT),
        sa.Column("share_female_printed", sa.Text()),
        sa.Column("read_at", sa.JSON(none_as_null=True)),
        sa.Column("note", sa.Text()),
        sa.CheckConstraint(
            "(share_female IS NULL) = (share_female_printed IS NULL)", name=op.f("ck_sample_share_female_printed")
        ),
        sa.CheckConstraint("enrolled >= 0 AND analysed >= 0", name=op.f("ck_sample_size")),
        reference("sample", "study_id", "study", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sample")),
        sa.UniqueConstraint("study_id", "key", name=op.f("uq_sample_study_id_key")),
    )
    op.create_table(
        "source_author",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("source_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("family", sa.Text()),
        sa.Column("given", sa.Text()),
        sa.Column("prefix", sa.Text()),
        sa.Column("suffix", sa.Text()),
        sa.Column("literal", sa.Text()),
        reference("source_author", "source_id", "source", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_author")),
        sa.UniqueConstraint("source_id", "position", name=op.f("uq_source_author_source_id_position")),
    )
    op.create_table(
        "source_field",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("source_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        reference("source_field", "source_id", "source", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_field")),
        sa.UniqueConstraint("source_id", "position", name=op.f("uq_source_field_source_id_position")),
    )
    op.create_table(
        "study_inclusion",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("study_id", KEY, nullable=False),
        sa.Column("review_id", KEY, nullable=False),
        sa.CheckConstraint("study_id <> review_id", name=op.f("ck_study_inclusion_not_in_itself")),
        reference("study_inclusion", "review_id", "study", ondelete="CASCADE"),
        reference("study_inclusion", "study_id", "study", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study_inclusion")),
        sa.UniqueConstraint("study_id", "review_id", name=op.f("uq_study_inclusion_study_id_review_id")),
    )
    op.create_index(op.f("ix_study_inclusion_review_id"), "study_inclusion", ["review_id"])
    op.create_table(
        "study_report",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("study_id", KEY, nullable=False),
        sa.Column("source_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        reference("study_report", "source_id", "source"),
        reference("study_report", "study_id", "study", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study_report")),
        sa.UniqueConstraint("study_id", "source_id", name=op.f("uq_study_report_study_id_source_id")),
    )
    op.create_index(op.f("ix_study_report_source_id"), "study_report", ["source_id"])
    op.create_table(
        "waiver",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("waived_by", sa.Text(), nullable=False),
        sa.Column("until", sa.Date()),
        sa.CheckConstraint("length(trim(reason)) > 0", name=op.f("ck_waiver_reason")),
        sa.CheckConstraint("length(trim(waived_by)) > 0", name=op.f("ck_waiver_waived_by")),
        reference("waiver", "claim_id", "claim", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiver")),
        sa.UniqueConstraint("claim_id", "rule", name=op.f("uq_waiver_claim_id_rule")),
    )
    op.create_table(
        "effect",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("study_id", KEY, nullable=False),
        sa.Column("source_id", KEY, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("status", vocabulary("figurestatus", "checked unconfirmed"), nullable=False),
        sa.Column("sample_id", KEY),
        sa.Column("timepoint", sa.Text()),
        sa.Column("intervention", sa.Text()),
        sa.Column("comparator", sa.Text()),
        sa.Column("measure", vocabulary("measure", "RR OR RD HR IRR MD SMD ROM PR MN MC SMCC COR")),
        sa.Column("estimate", EXACT),
        sa.Column("estimate_printed", sa.Text()),
        sa.Column("ci_low", EXACT),
        sa.Column("ci_low_printed", sa.Text()),
        sa.Column("ci_high", EXACT),
        sa.Column("ci_high_printed", sa.Text()),
        sa.Column("ci_level", EXACT),
        sa.Column("ci_level_printed", sa.Text()),
        sa.Column("p", EXACT),
        sa.Column("p_printed", sa.Text()),
        sa.Column("good", vocabulary("gooddirection", "higher lower")),
        sa.Column("finding", sa.Text()),
        sa.Column("locator", sa.Text()),
        sa.Column("read_at", sa.JSON(none_as_null=True)),
        sa.Column("note", sa.Text()),
        sa.CheckConstraint("(ci_high IS NULL) = (ci_high_printed IS NULL)", name=op.f("ck_effect_ci_high_printed")),
        sa.CheckConstraint("(ci_level IS NULL) = (ci_level_printed IS NULL)", name=op.f("ck_effect_ci_level_printed")),
        sa.CheckConstraint("(ci_low IS NULL) = (ci_high IS NULL)", name=op.f("ck_effect_interval")),
        sa.CheckConstraint("(ci_low IS NULL) = (ci_low_printed IS NULL)", name=op.f("ck_effect_ci_low_printed")),
        sa.CheckConstraint("(estimate IS NULL) = (estimate_printed IS NULL)", name=op.f("ck_effect_estimate_printed")),
        sa.CheckConstraint("(p IS NULL) = (p_printed IS NULL)", name=op.f("ck_effect_p_printed")),
        sa.CheckConstraint(
            "measure IS NOT NULL OR (estimate IS NULL AND ci_low IS NULL)", name=op.f("ck_effect_measured")
        ),
        reference("effect", "sample_id", "sample"),
        reference("effect", "source_id", "source"),
        reference("effect", "study_id", "study", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effect")),
        sa.UniqueConstraint("study_id", "key", name=op.f("uq_effect_study_id_key")),
    )
    op.create_index(op.f("ix_effect_sample_id"), "effect", ["sample_id"])
    op.create_index(op.f("ix_effect_source_id"), "effect", ["source_id"])
    op.create_table(
        "sample_overlap",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("sample_id", KEY, nullable=False),
        sa.Column("other_id", KEY, nullable=False),
        sa.Column("kind", vocabulary("overlap", "same contains overlaps"), nullable=False),
        sa.CheckConstraint("sample_id <> other_id", name=op.f("ck_sample_overlap_not_with_itself")),
        reference("sample_overlap", "other_id", "sample", ondelete="CASCADE"),
        reference("sample_overlap", "sample_id", "sample", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sample_overlap")),
        sa.UniqueConstraint("sample_id", "other_id", name=op.f("uq_sample_overlap_sample_id_other_id")),
    )
    op.create_index(op.f("ix_sample_overlap_other_id"), "sample_overlap", ["other_id"])
    op.create_table(
        "effect_arm",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("effect_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("n", EXACT),
        sa.Column("n_printed", sa.Text()),
        sa.Column("events", EXACT),
        sa.Column("events_printed", sa.Text()),
        sa.Column("percent", EXACT),
        sa.Column("percent_printed", sa.Text()),
        sa.Column("mean", EXACT),
        sa.Column("mean_printed", sa.Text()),
        sa.Column("sd", EXACT),
        sa.Column("sd_printed", sa.Text()),
        sa.CheckConstraint("(events IS NULL) = (events_printed IS NULL)", name=op.f("ck_effect_arm_events_printed")),
        sa.CheckConstraint("(mean IS NULL) = (mean_printed IS NULL)", name=op.f("ck_effect_arm_mean_printed")),
        sa.CheckConstraint("(n IS NULL) = (n_printed IS NULL)", name=op.f("ck_effect_arm_n_printed")),
        sa.CheckConstraint("(percent IS NULL) = (percent_printed IS NULL)", name=op.f("ck_effect_arm_percent_printed")),
        sa.CheckConstraint("(sd IS NULL) = (sd_printed IS NULL)", name=op.f("ck_effect_arm_sd_printed")),
        reference("effect_arm", "effect_id", "effect", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_effect_arm")),
        sa.UniqueConstraint("effect_id", "position", name=op.f("uq_effect_arm_effect_id_position")),
    )
    op.create_table(
        "evidence_link",
        sa.Column("id", KEY, autoincrement=False, nullable=False),
        sa.Column("claim_id", KEY, nullable=False),
        sa.Column("source_id", KEY, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", vocabulary("role", "primary synthesis background candidate"), nullable=False),
        sa.Column("study_id", KEY),
        sa.Column("effect_id", KEY),
        sa.Column("direction", vocabulary("direction", "supports disputes neutral")),
        sa.Column("population_directness", vocabulary("population_directness", "direct indirect")),
        sa.Column("intervention_directness", vocabulary("intervention_directness", "direct indirect")),
        sa.Column("comparator_directness", vocabulary("comparator_directness", "direct indirect")),
        sa.Column("outcome_directness", vocabulary("outcome_directness", "direct indirect")),
        sa.Column("quote", sa.Text()),
        sa.Column("locator", sa.Text()),
        sa.Column("note", sa.Text()),
        sa.Column("judged_by", sa.Text()),
        sa.Column("judged_on", sa.Date()),
        sa.CheckConstraint(
            "direction IS NULL OR (judged_by IS NOT NULL AND length(trim(judged_by)) > 0 AND judged_on IS NOT NULL)",
            name=op.f("ck_evidence_link_judged"),
        ),
        sa.CheckConstraint("effect_id IS NULL OR study_id IS NOT NULL", name=op.f("ck_evidence_link_effect_of_study")),
        reference("evidence_link", "claim_id", "claim", ondelete="CASCADE"),
        reference("evidence_link", "effect_id", "effect"),
        reference("evidence_link", "source_id", "source"),
        reference("evidence_link", "study_id", "study"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_link")),
        sa.UniqueConstraint("claim_id", "key", name=op.f("uq_evidence_link_claim_id_key")),
    )
    op.create_index(op.f("ix_evidence_link_effect_id"), "evidence_link", ["effect_id"])
    op.create_index(op.f("ix_evidence_link_source_id"), "evidence_link", ["source_id"])
    op.create_index(op.f("ix_evidence_link_study_id"), "evidence_link", ["study_id"])


def downgrade() -> None:
    """Drop every table."""
    mark(0)
    for table in TABLES:
        op.drop_table(table)
