"""Works as the database holds them, to be compared."""

from collections.abc import Collection
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence.bibtex.names import Authors
from evidence.bibtex.work import Work
from evidence.intake.batches import batches, table_of
from evidence.model import Journal, Source

_AT_ONCE: Final = 500
_COLUMNS: Final = [column for column in table_of(Source).c if column.name not in {"raw", "fields"}]


class Held(NamedTuple):
    """A source, and the work that it tells of."""

    id: int
    key: str
    kind: str
    same_as_id: int | None
    work: Work


def held(session: Session, ids: Collection[int]) -> dict[int, Held]:
    """Give the works of some sources, by id: a query for every 500."""
    return {source.id: source for batch in batches(ids, size=_AT_ONCE) for source in _held(session, batch)}


def _held(session: Session, ids: Collection[int]) -> list[Held]:
    sources = (
        select(*_COLUMNS, Journal.title.label("journal"))
        .outerjoin(Journal, Journal.id == Source.journal_id)
        .where(Source.id.in_(ids))
    )
    return [
        Held(
            row["id"],
            row["key"],
            row["kind"],
            row["same_as_id"],
            Work(
                title=row["title"],
                journal=row["journal"],
                year=row["year"],
                month=row["month"],
                authors=Authors(persons=row["authors"], more=row["more_authors"]),
                volume=row["volume"],
                issue=row["issue"],
                first_page=row["first_page"],
                last_page=row["last_page"],
                doi=row["doi"],
                pmid=row["pmid"],
                pmcid=row["pmcid"],
                arxiv=row["arxiv"],
                isbn=tuple((row["isbn"] or "").split()),
                unconfirmed=row["unconfirmed"],
            ),
        )
        for row in session.execute(sources).mappings()
    ]
