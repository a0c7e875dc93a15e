"""Long runs of things in pieces of bounded size."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from evidence.model import Base

_ROWS_A_STATEMENT: Final = 1_000

T = TypeVar("T")


def batches(things: Iterable[T], *, size: int) -> Iterator[list[T]]:
    """Give the things in order, in lists of at most ``size``."""
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch


def table_of(entity: type[Base]) -> Table:
    """Give the table of a mapped class, for statements that make no objects."""
    return Base.metadata.tables[entity.__tablename__]


def write(session: Session, entity: type[Base], rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows, each with every column that has no null."""
    for batch in batches(rows, size=_ROWS_A_STATEMENT):
        session.execute(insert(table_of(entity)), batch)
