"""Alembic's way in, for the installed package and for a developer's `alembic` alike."""

import os
from typing import Any, Literal

from alembic import context

from evidence.db.engine import make_engine, orphans
from evidence.db.schema import revision
from evidence.errors import DatabaseError
from evidence.model import Base
from evidence.model.types import ExactDecimal, Moment

SPELT = {ExactDecimal: 'sa.Numeric().with_variant(sa.Text(), "sqlite")', Moment: "sa.DateTime(timezone=True)"}


def spell(kind: str, item: Any, _context: Any) -> str | Literal[False]:  # noqa: ANN401 - as Alembic hands them
    """Write a column's type in SQLAlchemy's terms, since a revision imports nothing from the program."""
    return SPELT.get(type(item), False) if kind == "type" else False


if context.is_offline_mode():
    raise SystemExit("these migrations read the database: run them without --sql")

url = context.config.attributes.get("url") or os.environ.get("EVIDENCE_DB", "evidence.db")
engine = make_engine(url, foreign_keys=False)

with engine.begin() as connection:
    revision(connection, lock=True)  # one migrates at a time, on a server too
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        render_item=spell,
        compare_server_default=True,
        autogenerate_plugins=["alembic.autogenerate.*", "alembic.ext.checkconstraint_byname"],
    )
    with context.begin_transaction():
        context.run_migrations()
    if broken := orphans(connection):
        raise DatabaseError(f"the database holds broken references, so nothing was changed: {', '.join(broken)}")
