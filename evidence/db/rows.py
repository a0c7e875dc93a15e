"""Many rows written at once, straight through the driver: a large import is mostly this."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Table
from sqlalchemy.orm import Session

Row = tuple[Any, ...]


def insert_rows(
    session: Session, table: Table, columns: Sequence[str], rows: Sequence[Row], *, plain: bool = False
) -> None:
    """Insert rows, each a tuple of the values of ``columns`` in their order; the other columns are null.

    Whatever was added to the session as an object is written first, so that rows may refer to it. ``plain`` says that
    all values are texts, whole numbers and truth values, as both databases take them; else each column makes them so.
    """
    if not rows:
        return
    session.flush()
    connection = session.connection()
    statement, processors = _prepared(connection.dialect, table, tuple(columns))
    if processors and not plain:
        rows = [_processed(row, processors) for row in rows]
    connection.exec_driver_sql(statement, list(rows))


_Processors = tuple[Callable[[Any], Any] | None, ...]


@lru_cache(maxsize=64)
def _prepared(dialect: Dialect, table: Table, columns: tuple[str, ...]) -> tuple[str, _Processors]:
    """Give the statement, and what makes each value one of the driver's; none at all where every value is."""
    quote = dialect.identifier_preparer.quote
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    names = ", ".join(map(quote, columns))
    statement = f"INSERT INTO {quote(table.name)} ({names}) VALUES ({', '.join(mark for _ in columns)})"  # noqa: S608 - names of our own
    processors = tuple(table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in columns)
    return statement, processors if any(processors) else ()


def _processed(row: Row, processors: _Processors) -> Row:
    return tuple(value if process is None else process(value) for value, process in zip(row, processors, strict=True))
