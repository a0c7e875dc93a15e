"""Sources written as rows, with their match keys and the entries they inherit from."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import bindparam, delete, update
from sqlalchemy.orm import Session

from evidence.bibtex.entries import Entry
from evidence.bibtex.inherit import folded_key, parent_keys
from evidence.bibtex.work import Work
from evidence.db.rows import Row, insert_rows
from evidence.intake.batches import table_of
from evidence.matching.blocks import match_keys
from evidence.model import MatchKeys, Source, SourceParent
from evidence.model.keys import new_ids
from evidence.model.types import Pairs, persons_text
from evidence.text import storable
from evidence.vocab import Integrity

OF_WORK: Final = (
    "authors", "title", "year", "month", "journal_id", "more_authors", "volume", "issue", "first_page", "last_page",
    "doi", "pmid", "pmcid", "arxiv", "isbn", "unconfirmed",
)  # fmt: skip
"""The columns that a work decides."""
_COLUMNS: Final = ("id", "key", "kind", "raw", "fields", *OF_WORK, "integrity")
_MATCH_COLUMNS: Final = ("id", "identifier", "title_head", "title_tail", "pages", "author")
_SOUND: Final = Integrity.NONE.value
_PARENTS: Final = frozenset({"crossref", "xdata"})


class Written(NamedTuple):
    """An entry that is to be a source: under which id and key, and in which journal."""

    id: int
    key: str
    entry: Entry
    fields: str
    """As the database keeps them."""
    journal_id: int | None


def insert(session: Session, sources: Sequence[Written]) -> None:
    """Write new sources with all that belongs to them."""
    rows = [
        (
            source.id,
            source.key,
            source.entry.kind,
            storable(source.entry.raw),
            source.fields,
            persons_text(source.entry.work.authors.persons),
            *_but_authors(source.entry.work, source.journal_id),
            _SOUND,
        )
        for source in sources
    ]
    insert_rows(session, table_of(Source), _COLUMNS, rows, plain=True)
    insert_parts(session, [(source.id, source.entry) for source in sources])


def change(session: Session, sources: Sequence[Written]) -> None:
    """Write known sources as their entries now tell of them; what others recorded about them stays."""
    table = table_of(Source)
    names = ("kind", "raw", "fields", *OF_WORK)
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
    session.connection().execute(
        update(table).where(table.c.id == bindparam("of")).values({**values, "inherited": None}),
        [
            {"of": source.id} | {f"new_{name}": value for name, value in zip(names, _told(source), strict=True)}
            for source in sources
        ],
    )
    delete_parts(session, [source.id for source in sources])
    insert_parts(session, [(source.id, source.entry) for source in sources])


class Reworked(NamedTuple):
    """A source whose work is told anew, while its entry stays as it came."""

    id: int
    kind: str
    work: Work
    journal_id: int | None
    inherited: str | None = None
    """The names of fields that another entry gives."""


def rework(session: Session, sources: Sequence[Reworked]) -> None:
    """Write what is made of entries for comparison, a few hundred at most."""
    table = table_of(Source)
    values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in (*OF_WORK, "inherited")}
    rows = [
        {"of": source.id, "new_inherited": source.inherited}
        | {f"new_{name}": value for name, value in zip(OF_WORK, of_work(source.work, source.journal_id), strict=True)}
        for source in sources
    ]
    session.connection().execute(update(table).where(table.c.id == bindparam("of")).values(values), rows)
    session.execute(delete(MatchKeys).where(MatchKeys.id.in_([source.id for source in sources])))
    insert_match_keys(session, [(source.id, source.work, source.kind) for source in sources])


def _told(source: Written) -> Row:
    entry = source.entry
    return (entry.kind, storable(entry.raw), entry.fields, *of_work(entry.work, source.journal_id))


def of_work(work: Work, journal_id: int | None) -> Row:
    """Give the values of the columns that a work decides."""
    return (work.authors.persons, *_but_authors(work, journal_id))


def _but_authors(work: Work, journal_id: int | None) -> Row:
    return (
        work.title,
        work.year,
        work.month,
        journal_id,
        work.authors.more,
        work.volume,
        work.issue,
        work.first_page,
        work.last_page,
        work.doi,
        work.pmid,
        work.pmcid,
        work.arxiv,
        " ".join(work.isbn) or None,
        work.unconfirmed,
    )


def delete_parts(session: Session, ids: Sequence[int]) -> None:
    """Take away the match keys and parents of sources, a few hundred at most."""
    for part, column in (
        (SourceParent, SourceParent.source_id),
        (MatchKeys, MatchKeys.id),
    ):
        session.execute(delete(table_of(part)).where(column.in_(ids)))


def insert_parts(session: Session, sources: Sequence[tuple[int, Entry]]) -> None:
    """Write the match keys and parents of sources that stand already."""
    insert_match_keys(session, [(number, entry.work, entry.kind) for number, entry in sources])
    insert_parents(session, [(number, entry.fields) for number, entry in sources])


def insert_parents(session: Session, sources: Sequence[tuple[int, Pairs]]) -> list[int]:
    """Write from which entries sources of these fields inherit, and give the sources that do."""
    named = [(number, key) for number, fields in sources for key in _parents(fields)]
    ids = new_ids(len(named)) if named else ()
    insert_rows(
        session,
        table_of(SourceParent),
        ("id", "source_id", "key"),
        [(row, *pair) for row, pair in zip(ids, named, strict=True)],
    )
    return list(dict.fromkeys(number for number, _ in named))


def _parents(fields: Pairs) -> tuple[str, ...]:
    """Give the keys that an entry inherits from in small letters."""
    if _PARENTS.isdisjoint([name.lower() for name, _ in fields]):
        return ()
    keys = parent_keys({name.lower(): value for name, value in fields})
    return tuple(dict.fromkeys(storable(folded_key(key)) for key in keys))


def insert_match_keys(session: Session, works: Sequence[tuple[int, Work, str]]) -> None:
    """Write by what other entries of these works may be found."""
    rows = [(number, *match_keys(work, kind)) for number, work, kind in works]
    insert_rows(session, table_of(MatchKeys), _MATCH_COLUMNS, rows)
