"""Columns of our own kinds: keys, exact decimals, moments in UTC, and what an entry holds many of."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import BigInteger, DateTime, Dialect, Integer, Numeric, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from evidence.bibtex.name_parts import Person

Key: Final = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits everywhere; SQLite makes a key its row number only when it is called INTEGER."""


class ExactDecimal(TypeDecorator[Decimal]):
    """A number with all its digits: NUMERIC on PostgreSQL, text on SQLite, which has no decimal."""

    impl = Numeric
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column by database."""
        return dialect.type_descriptor(Text() if dialect.name == "sqlite" else Numeric())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:  # noqa: ANN401 - two kinds of column
        """Write the digits as they are; what is no number of any size is refused."""
        if value is None:
            return None
        if not value.is_finite():
            raise ValueError(f"{value} is no figure")
        return format(value, "f") if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:  # noqa: ANN401, ARG002 - as above
        """Read the digits as they were."""
        return None if value is None else Decimal(value)


class Moment(TypeDecorator[dt.datetime]):
    """A moment in UTC; SQLite, which knows no time zone, keeps it without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Refuse a moment without a time zone, and write it in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        moment = value.astimezone(dt.UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Give it back in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


Pairs = tuple[tuple[str, str], ...]

_COMMA: Final = '","'
_BETWEEN: Final = '"],["'
_write: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def pairs_text(pairs: Pairs) -> str:
    """Give pairs as the text that the database keeps: a JSON list of lists.

    Where no value holds a quotation mark or a rare sign they are put together as they are, in a third of the time.
    """
    text = f'[["{_BETWEEN.join(map(_COMMA.join, pairs))}"]]'
    if text.count('"') == 4 * len(pairs):
        if "\\" in text:
            text = text.replace("\\", r"\\")
        if "\n" in text:
            text = text.replace("\n", r"\n")
        if text.isprintable():
            return text
    return _write(pairs)


def pairs_of(text: str) -> Pairs:
    """Give the pairs that such a text holds."""
    return tuple((name, value) for name, value in json.loads(text))


class NamedValues(TypeDecorator[Pairs]):
    """Names and values in order, kept as one text: a row for each would be most of a large library's import."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Pairs | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - as called
        """Write them as JSON."""
        return None if value is None else pairs_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Pairs | None:  # noqa: ARG002 - as called
        """Read them as they were."""
        return None if value is None else pairs_of(value)


Persons = tuple[Person, ...]


def persons_text(persons: Persons) -> str:
    """Give persons as the text that the database keeps: a JSON list of lists of their parts, the last ones left out."""
    return _write([person[: _told(person)] for person in persons])


def _told(person: Person) -> int:
    """Count the parts of a person up to the last that is told; family and given name are nearly always all."""
    if person.literal is not None:
        return 5
    if person.suffix is not None:
        return 4
    return 2 if person.prefix is None else 3


def persons_of(text: str) -> Persons:
    """Give the persons that such a text holds."""
    return tuple(Person(*parts) for parts in json.loads(text))


class NamedPersons(TypeDecorator[Persons]):
    """Persons in order, kept as one text, as fields are."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Persons | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - as called
        """Write them as JSON."""
        return None if value is None else persons_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Persons | None:  # noqa: ARG002 - as called
        """Read them as they were."""
        return None if value is None else persons_of(value)
