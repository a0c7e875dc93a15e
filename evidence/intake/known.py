"""What the database holds of the sources that a file may tell of."""

from collections.abc import Collection, Iterator
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Select, Text, select, type_coerce
from sqlalchemy.orm import Session

from evidence.intake.batches import batches, table_of
from evidence.model import Source

_AT_ONCE: Final = 500


class Known(NamedTuple):
    """A source as its entry last told of it."""

    id: int
    key: str
    kind: str
    fields: str
    """As the database keeps them: pairs as JSON."""
    raw: str


def by_key(session: Session, keys: Collection[str]) -> dict[str, Known]:
    """Give each source that has one of the keys, by key: a query for every 500."""
    return {source.key: source for source in _found(session, Source.key, keys)}


def by_id(session: Session, ids: Collection[int]) -> dict[int, Known]:
    """Give each source that has one of the ids, by id: a query for every 500."""
    return {source.id: source for source in _found(session, Source.id, ids)}


def selected(condition: ColumnElement[bool]) -> Select[Any, Any, Any, Any, Any]:
    """Build the SELECT of what is known of some sources; the fields stay the text that they are kept as."""
    columns = table_of(Source).c
    return select(columns.id, columns.key, columns.kind, type_coerce(columns.fields, Text), columns.raw).where(
        condition
    )


def _found(session: Session, column: Any, values: Collection[Any]) -> Iterator[Known]:  # noqa: ANN401 - one of two columns
    for batch in batches(values, size=_AT_ONCE):
        yield from (Known(*row) for row in session.execute(selected(column.in_(batch))))
