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
_COLUMNS: Final = [
    table_of(Source).c[name]
    for name in (
        "id", "key", "kind", "same_as_id", "title", "year", "authors", "more_authors", "volume", "issue", "first_page",
        "last_page", "doi", "pmid", "pmcid", "arxiv", "isbn",
    )
]  # fmt: skip
"""What is compared of a work."""


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
    query = (
        select(*_COLUMNS, Journal.title).outerjoin(Journal, Journal.id == Source.journal_id).where(Source.id.in_(ids))
    )
    return [
        Held(
            number,
            key,
            kind,
            same_as_id,
            Work(
                title=title,
                journal=journal,
                year=year,
                authors=Authors(persons=authors, more=more),
                volume=volume,
                issue=issue,
                first_page=first_page,
                last_page=last_page,
                doi=doi,
                pmid=pmid,
                pmcid=pmcid,
                arxiv=arxiv,
                isbn=tuple(isbn.split()) if isbn else (),
            ),
        )
        for (
            number, key, kind, same_as_id, title, year, authors, more, volume, issue, first_page, last_page, doi,
            pmid, pmcid, arxiv, isbn, journal,
        ) in session.execute(query)
    ]  # fmt: skip
