"""Long runs of things in pieces of bounded size, and tables for statements on many rows."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from sqlalchemy import Table

from evidence.model import Base

T = TypeVar("T")


def batches(things: Iterable[T], *, size: int) -> Iterator[list[T]]:
    """Give the things in order, in lists of at most ``size``."""
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch


def table_of(entity: type[Base]) -> Table:
    """Give the table of a mapped class, for statements that make no objects."""
    return Base.metadata.tables[entity.__tablename__]
