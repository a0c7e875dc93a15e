"""Pairs of sources that share something by which two entries of one work are found."""

from collections.abc import Collection, Iterator
from itertools import combinations, groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from sqlalchemy import Column, ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from evidence.intake.batches import batches, table_of
from evidence.model import MatchKeys, Source

LARGEST_GROUP: Final = 40
"""Sources that share one thing; what more of them share tells nothing of any two."""

_AT_ONCE: Final = 500
_KEYS: Final = table_of(MatchKeys).c
_IDENTIFIERS: Final = (table_of(Source).c.doi, table_of(Source).c.pmid, _KEYS.identifier)
_LIKENESSES: Final = (_KEYS.title_head, _KEYS.title_tail, _KEYS.pages, _KEYS.author)


class Candidates(NamedTuple):
    """Two sources that share something, the older first."""

    one: int
    other: int
    named: bool
    """Whether it is an identifier."""


def candidates(session: Session, *, since: int, touched: Collection[int] = ()) -> Iterator[Candidates]:
    """Give pairs of which one is a source made since, or touched; some come twice, first those that share identifiers.

    The cost grows with what is new and not with what is known: each shared thing is looked up by its index.
    """
    wanted = frozenset(touched)
    for column in (*_IDENTIFIERS, *_LIKENESSES):
        named = column in _IDENTIFIERS
        number = column.table.c.id
        for fresh in (number >= since, *(number.in_(some) for some in batches(wanted, size=_AT_ONCE))):
            for _, rows in groupby(session.execute(_groups(column, fresh)), key=itemgetter(0)):
                for one, other in combinations([row[1] for row in rows], 2):
                    if other >= since or other in wanted or one in wanted:
                        yield Candidates(one, other, named)


def _groups(column: Column[Any], fresh: ColumnElement[bool]) -> Select[Any, Any]:
    """Give the sources that share something with those that are fresh."""
    number = column.table.c.id
    shared = (
        select(column)
        .where(column.in_(select(column).where(fresh, column.is_not(None))))
        .group_by(column)
        .having(func.count().between(2, LARGEST_GROUP))
    )
    return select(column, number).where(column.in_(shared)).order_by(column, number)
