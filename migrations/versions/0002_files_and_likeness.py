"""Files as they came, works that are the same, and what became of them.

Why: an import could not be written out again as it came in, two entries of one work could not be told to be one,
and an entry that was not taken in was forgotten. Entries and their places now have rows of their own, which are the
provenance of sources; their fields are one text and their authors another, since a row
for each made up most of an import.
"""

import hashlib
import json
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
AT_ONCE = 1000
LEAST = 2
"""Parts that a field has, and that are kept of a name though it lack them."""
PARTS = {"source_field": ("name", "value"), "source_author": ("family", "given", "prefix", "suffix", "literal")}
COMPACT: dict[str, Any] = {"ensure_ascii": False, "separators": (",", ":")}


def vocabulary(name: str, *values: str) -> sa.Enum:
    """Give a text column that takes these values only, by a constraint of that name."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def key_column() -> sa.Column[int]:
    """Give the key that a table has."""
    return sa.Column("id", KEY, autoincrement=False, nullable=False)


def upgrade() -> None:
    """Go from 0001 to 0002."""
    _make_tables()
    _unite_parts()
    _widen_sources()
    op.drop_table("source_field")
    op.drop_table("source_author")
    _place_sources()
    op.execute(
        "INSERT INTO journal_issn (id, journal_id, issn) SELECT id, id, issn FROM journal WHERE issn IS NOT NULL"
    )
    with op.batch_alter_table("journal") as batch:
        batch.drop_constraint(op.f("uq_journal_issn"), type_="unique")
        batch.drop_column("issn")


def _make_tables() -> None:
    op.create_table(
        "bibliography",
        key_column(),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("context", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("exact", sa.Boolean(), nullable=False),
        sa.Column("rest", sa.Text(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bibliography")),
        sa.UniqueConstraint("name", name=op.f("uq_bibliography_name")),
    )
    op.create_table(
        "placement",
        key_column(),
        sa.Column("bibliography_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source_id", KEY, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text()),
        sa.Column("kind", sa.Text()),
        sa.Column("fields", sa.Text()),
        sa.ForeignKeyConstraint(
            ["bibliography_id"],
            ["bibliography.id"],
            name=op.f("fk_placement_bibliography_id_bibliography"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_placement_source_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement")),
        sa.UniqueConstraint("bibliography_id", "position", name=op.f("uq_placement_bibliography_id_position")),
    )
    op.create_index(op.f("ix_placement_source_id"), "placement", ["source_id"])
    op.create_table(
        "rejected_entry",
        key_column(),
        sa.Column("bibliography_id", KEY, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text()),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["bibliography_id"],
            ["bibliography.id"],
            name=op.f("fk_rejected_entry_bibliography_id_bibliography"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rejected_entry")),
    )
    op.create_index(op.f("ix_rejected_entry_bibliography_id"), "rejected_entry", ["bibliography_id"])
    op.create_table(
        "change",
        key_column(),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("entity_id", KEY, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("run", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    op.create_index(op.f("ix_change_entity_entity_id"), "change", ["entity", "entity_id"])
    op.create_table(
        "journal_issn",
        key_column(),
        sa.Column("journal_id", KEY, nullable=False),
        sa.Column("issn", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["journal_id"], ["journal.id"], name=op.f("fk_journal_issn_journal_id_journal"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_issn")),
        sa.UniqueConstraint("issn", name=op.f("uq_journal_issn_issn")),
    )
    op.create_index(op.f("ix_journal_issn_journal_id"), "journal_issn", ["journal_id"])
    op.create_table(
        "match_keys",
        key_column(),
        sa.Column("identifier", KEY),
        sa.Column("title_head", KEY),
        sa.Column("title_tail", KEY),
        sa.Column("pages", KEY),
        sa.Column("author", KEY),
        sa.ForeignKeyConstraint(["id"], ["source.id"], name=op.f("fk_match_keys_id_source"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match_keys")),
    )
    for name in ("identifier", "title_head", "title_tail", "pages", "author"):
        op.create_index(op.f(f"ix_match_keys_{name}"), "match_keys", [name])
    op.create_table(
        "source_decision",
        key_column(),
        sa.Column("one_id", KEY, nullable=False),
        sa.Column("other_id", KEY, nullable=False),
        sa.Column("verdict", vocabulary("sameness", "same", "distinct"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("person", sa.Text()),
        sa.Column("run", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("one_id < other_id", name=op.f("ck_source_decision_in_order")),
        sa.ForeignKeyConstraint(
            ["one_id"], ["source.id"], name=op.f("fk_source_decision_one_id_source"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["source.id"], name=op.f("fk_source_decision_other_id_source"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_decision")),
        sa.UniqueConstraint("one_id", "other_id", name=op.f("uq_source_decision_one_id_other_id")),
    )
    op.create_index(op.f("ix_source_decision_other_id"), "source_decision", ["other_id"])
    op.create_table(
        "source_parent",
        key_column(),
        sa.Column("source_id", KEY, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_source_parent_source_id_source"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_parent")),
        sa.UniqueConstraint("source_id", "key", name=op.f("uq_source_parent_source_id_key")),
    )
    op.create_index(op.f("ix_source_parent_key"), "source_parent", ["key"])
    op.create_table(
        "integrity_notice",
        key_column(),
        sa.Column("source_id", KEY, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column(
            "nature", vocabulary("notice", "retraction", "concern", "correction", "reinstatement"), nullable=False
        ),
        sa.Column("date", sa.Date()),
        sa.Column("notice", sa.Text()),
        sa.Column("reasons", sa.Text()),
        sa.Column("matched_by", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file_date", sa.Date()),
        sa.Column("run", KEY, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_integrity_notice_source_id_source"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_integrity_notice")),
        sa.UniqueConstraint("source_id", "record", name=op.f("uq_integrity_notice_source_id_record")),
    )


def _unite_parts() -> None:
    """Make one text of all fields of a source, and one of its authors, their last parts left out where they lack."""
    _unite("fields", "SELECT source_id, name, value FROM source_field ORDER BY source_id, position")
    _unite(
        "authors",
        "SELECT source_id, family, given, prefix, suffix, literal FROM source_author ORDER BY source_id, position",
    )


def _unite(column: str, parts: str) -> None:
    op.add_column("source", sa.Column(column, sa.Text()))
    op.execute(f"UPDATE source SET {column} = '[]'")  # noqa: S608 - one of two names
    connection = op.get_bind()
    united = [
        {"source": source, "text": json.dumps([_told(row[1:]) for row in map(tuple, rows)], **COMPACT)}
        for source, rows in groupby(connection.execute(sa.text(parts)), key=itemgetter(0))
    ]
    update = sa.text(f"UPDATE source SET {column} = :text WHERE id = :source")  # noqa: S608 - as above
    for start in range(0, len(united), AT_ONCE):
        connection.execute(update, united[start : start + AT_ONCE])


def _told(row: tuple[str | None, ...]) -> tuple[str | None, ...]:
    while len(row) > LEAST and row[-1] is None:
        row = row[:-1]
    return row


def _widen_sources() -> None:
    with op.batch_alter_table("source") as batch:
        batch.alter_column("fields", existing_type=sa.Text(), nullable=False)
        batch.alter_column("authors", existing_type=sa.Text(), nullable=False)
        batch.drop_column("raw_sha256")
        batch.add_column(sa.Column("month", sa.Integer()))
        for name in ("volume", "issue", "first_page", "last_page", "pmcid", "arxiv", "isbn", "inherited"):
            batch.add_column(sa.Column(name, sa.Text()))
        batch.add_column(sa.Column("same_as_id", KEY))
        batch.create_foreign_key(op.f("fk_source_same_as_id_source"), "source", ["same_as_id"], ["id"])
        batch.create_check_constraint(op.f("ck_source_same_as_another"), "same_as_id <> id")
    op.create_index(op.f("ix_source_same_as_id"), "source", ["same_as_id"])


def _place_sources() -> None:
    """Make of each source's newest provenance its place in a file, in the order of the lines."""
    newest = """
        SELECT provenance.* FROM provenance JOIN source ON source.id = provenance.entity_id
        WHERE provenance.entity = 'source' AND NOT EXISTS (
            SELECT 1 FROM provenance AS later WHERE later.entity = 'source'
            AND later.entity_id = provenance.entity_id AND later.id > provenance.id)
    """
    op.execute(
        f"""
        INSERT INTO bibliography (id, name, format, sha256, context, encoding, exact, rest, run, at)
        SELECT placed.id, placed.file, 'bibtex', placed.sha256, '', 'utf-8', {_false()}, '', placed.run, placed.at
        FROM ({newest}) AS placed
        WHERE placed.id IN (SELECT max(id) FROM ({newest}) AS each_file GROUP BY file)
        """  # noqa: S608 - made of constants
    )
    op.execute(
        f"""
        INSERT INTO placement (id, bibliography_id, position, source_id, key, line, before)
        SELECT placed.id, bibliography.id,
            row_number() OVER (PARTITION BY placed.file ORDER BY placed.line, placed.id) - 1,
            placed.entity_id, source.key, coalesce(placed.line, 1), ''
        FROM ({newest}) AS placed JOIN bibliography ON bibliography.name = placed.file
        JOIN source ON source.id = placed.entity_id
        """  # noqa: S608 - made of constants
    )


def _false() -> str:
    return "0" if op.get_bind().dialect.name == "sqlite" else "false"


def downgrade() -> None:
    """Go back: the newest place of each source is its provenance again, and each field a row."""
    op.add_column("journal", sa.Column("issn", sa.Text()))
    op.execute(
        "UPDATE journal SET issn = (SELECT min(issn) FROM journal_issn WHERE journal_issn.journal_id = journal.id)"
    )
    with op.batch_alter_table("journal") as batch:
        batch.create_unique_constraint(op.f("uq_journal_issn"), ["issn"])
    op.execute(
        """
        INSERT INTO provenance (id, entity, entity_id, file, line, sha256, run, at)
        SELECT placement.id, 'source', placement.source_id, bibliography.name, placement.line, bibliography.sha256,
            bibliography.run, bibliography.at
        FROM placement JOIN bibliography ON bibliography.id = placement.bibliography_id
        WHERE placement.id NOT IN (SELECT id FROM provenance)
        """
    )
    _part()
    op.drop_index(op.f("ix_source_same_as_id"), "source")
    with op.batch_alter_table("source") as batch:
        batch.drop_constraint(op.f("fk_source_same_as_id_source"), type_="foreignkey")
        batch.drop_constraint(op.f("ck_source_same_as_another"), type_="check")
        for name in ("month", "volume", "issue", "first_page", "last_page", "pmcid", "arxiv", "isbn", "inherited"):
            batch.drop_column(name)
        batch.drop_column("same_as_id")
        batch.drop_column("fields")
        batch.drop_column("authors")
        batch.alter_column("raw_sha256", existing_type=sa.Text(), nullable=False)
    for table in (
        "integrity_notice",
        "source_parent",
        "source_decision",
        "match_keys",
        "journal_issn",
        "change",
        "rejected_entry",
        "placement",
        "bibliography",
    ):
        op.drop_table(table)


def _part() -> None:
    """Give each field and author a row, whose key follows on the greatest that any source has; each entry its hash."""
    for table, columns in PARTS.items():
        op.create_table(
            table,
            key_column(),
            sa.Column("source_id", KEY, nullable=False),
            sa.Column("position", sa.Integer(), nullable=False),
            *(sa.Column(name, sa.Text(), nullable=table == "source_author") for name in columns),
            sa.ForeignKeyConstraint(
                ["source_id"], ["source.id"], name=op.f(f"fk_{table}_source_id_source"), ondelete="CASCADE"
            ),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
            sa.UniqueConstraint("source_id", "position", name=op.f(f"uq_{table}_source_id_position")),
        )
    op.add_column("source", sa.Column("raw_sha256", sa.Text()))
    connection = op.get_bind()
    number = connection.scalar(sa.text("SELECT max(id) FROM source")) or 0
    found = connection.execute(sa.text("SELECT id, raw, fields, authors FROM source ORDER BY id")).all()
    for source, raw, *texts in found:
        for text, (table, columns) in zip(texts, PARTS.items(), strict=True):
            rows = []
            for position, parts in enumerate(json.loads(text)):
                number += 1
                values = dict.fromkeys(columns) | dict(zip(columns, parts, strict=False))
                rows.append({"id": number, "source_id": source, "position": position, **values})
            if rows:
                names = ", ".join(rows[0])
                marks = ", ".join(f":{name}" for name in rows[0])
                connection.execute(sa.text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), rows)  # noqa: S608 - names of our own
        connection.execute(
            sa.text("UPDATE source SET raw_sha256 = :hash WHERE id = :id"),
            {"hash": hashlib.sha256(raw.encode()).hexdigest(), "id": source},
        )
