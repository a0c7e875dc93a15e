"""A plan carried out: rows written in batches, in the caller's transaction."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from evidence.intake.batches import batches, table_of, write
from evidence.bibtex.entries import Entry
from evidence.intake.journal_rows import Journals, journals
from evidence.intake.plan import Plan
from evidence.model import Base, Journal, Provenance, Source, SourceAuthor, SourceField
from evidence.model.keys import new_id
from evidence.text import storable
from evidence.vocab import Integrity

_ENTRIES_A_BATCH: Final = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class _Origin:
    """Which run writes, and when."""

    run: int
    at: dt.datetime

    def row(self, entity: type[Base], entity_id: int, entry: Entry) -> dict[str, Any]:
        return {
            "id": new_id(),
            "entity": entity.__tablename__,
            "entity_id": entity_id,
            "file": storable(entry.file),
            "line": entry.line,
            "sha256": entry.file_sha256,
            "run": self.run,
            "at": self.at,
        }


def apply(session: Session, plan: Plan, *, run: int, at: dt.datetime) -> None:
    """Write what is new and what changed, and nothing for what is the same; never commits.

    A changed entry changes the fields, authors and raw text of its own source; what others recorded
    about that source, as a retraction, stays. ``run`` numbers all that one command writes, ``at`` is
    its moment, with time zone.
    """
    origin = _Origin(run=run, at=at)
    changed = [change.entry for change in plan.changed]
    found = journals(session, (*plan.new, *changed))
    write(session, Provenance, (origin.row(Journal, journal, entry) for journal, entry in found.made))
    for batch in batches(plan.new, size=_ENTRIES_A_BATCH):
        ids = {entry.key: new_id() for entry in batch}
        rows = ({"id": ids[entry.key], "integrity": Integrity.NONE, **_columns(entry, found)} for entry in batch)
        write(session, Source, rows)
        _write_parts(session, batch, ids, origin)
    for batch in batches(changed, size=_ENTRIES_A_BATCH):
        keys = [entry.key for entry in batch]
        query = select(Source.key, Source.id).where(Source.key.in_(keys))
        ids = dict(session.execute(query).all())
        table = table_of(Source)
        session.execute(
            update(table).where(table.c.id == bindparam("of")),
            [{"of": ids[entry.key], **_columns(entry, found)} for entry in batch],
        )
        for part in (SourceAuthor, SourceField):
            session.execute(delete(table_of(part)).where(part.source_id.in_(ids.values())))
        _write_parts(session, batch, ids, origin)


def _columns(entry: Entry, found: Journals) -> dict[str, Any]:
    """Give the columns of a source that its entry decides."""
    work = entry.work
    return {
        "key": entry.key,
        "kind": entry.kind,
        "raw": entry.raw,
        "raw_sha256": hashlib.sha256(entry.raw.encode()).hexdigest(),
        "title": work.title,
        "year": work.year,
        "journal_id": found.of(entry),
        "more_authors": work.authors.more,
        "doi": work.doi,
        "pmid": work.pmid,
        "unconfirmed": work.unconfirmed,
    }


def _write_parts(session: Session, entries: Sequence[Entry], ids: dict[str, int], origin: _Origin) -> None:
    """Write the authors, fields and provenance of sources that stand already."""
    write(session, SourceAuthor, (row for entry in entries for row in _authors(entry, ids[entry.key])))
    write(session, SourceField, (row for entry in entries for row in _fields(entry, ids[entry.key])))
    write(session, Provenance, (origin.row(Source, ids[entry.key], entry) for entry in entries))


def _authors(entry: Entry, source_id: int) -> Iterator[dict[str, Any]]:
    for position, person in enumerate(entry.work.authors.persons):
        yield {
            "id": new_id(),
            "source_id": source_id,
            "position": position,
            "family": person.family,
            "given": person.given,
            "prefix": person.prefix,
            "suffix": person.suffix,
            "literal": person.literal,
        }


def _fields(entry: Entry, source_id: int) -> Iterator[dict[str, Any]]:
    for position, (name, value) in enumerate(entry.fields):
        yield {"id": new_id(), "source_id": source_id, "position": position, "name": name, "value": value}
