"""The numbers of the record held against the forms in which they were printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sqlalchemy import Connection, text

from evidence.figures import Figure, FigureError
from evidence.text import shortened

_CHUNK: Final = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Numbers:
    """The columns of a table that hold numbers, each with the column of its printed form."""

    table: str
    place: str
    """Names a row, in SQL."""
    rows: str
    """The table, and what is joined to it to name a row."""
    columns: dict[str, str]


def _beside(*numbers: str) -> dict[str, str]:
    return {number: f"{number}_printed" for number in numbers}


NUMBERS: Final = (
    Numbers(
        table="quoted_figure",
        place="'claim ' || claim.key || ', quote ' || (quoted_figure.position + 1)",
        rows="quoted_figure JOIN claim ON claim.id = quoted_figure.claim_id",
        columns={"value": "printed"},
    ),
    Numbers(
        table="sample",
        place="'sample ' || study.key || '/' || sample.key",
        rows="sample JOIN study ON study.id = sample.study_id",
        columns=_beside("share_female"),
    ),
    Numbers(
        table="effect",
        place="'effect ' || study.key || '/' || effect.key",
        rows="effect JOIN study ON study.id = effect.study_id",
        columns=_beside("estimate", "ci_low", "ci_high", "ci_level", "p", "statistic", "df", "df2"),
    ),
    Numbers(
        table="effect_arm",
        place="'effect ' || study.key || '/' || effect.key || ', arm ' || effect_arm.name",
        rows="effect_arm JOIN effect ON effect.id = effect_arm.effect_id JOIN study ON study.id = effect.study_id",
        columns=_beside("n", "events", "percent", "mean", "sd"),
    ),
)


def mismatches(connection: Connection) -> Iterator[tuple[str, str]]:
    """Give the place and the fault of each number that its printed form does not read as."""
    for numbers in NUMBERS:
        for column, printed in numbers.columns.items():
            query = text(
                f"SELECT {numbers.place}, {numbers.table}.{column}, {numbers.table}.{printed} "  # noqa: S608 - our own words
                f"FROM {numbers.rows} WHERE {numbers.table}.{column} IS NOT NULL"
            ).execution_options(yield_per=_CHUNK)
            for place, value, said in connection.execute(query):
                if not _reads_as(said, value):
                    kept, seen = shortened(str(value), width=64), shortened(str(said), width=64)
                    yield place, f"{column} is kept as {kept} and was printed as {seen}"


def _reads_as(printed: str, value: Decimal | str) -> bool:
    """Tell whether a printed form reads as a number, which SQLite hands over as text."""
    try:
        return Figure.parse(printed).value == Decimal(value)
    except (FigureError, ArithmeticError):
        return False
