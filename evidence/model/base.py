"""What every mapped class is: how its constraints are named, its columns typed and its key made."""

import datetime as dt
import enum
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Enum, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from evidence.model.keys import new_id
from evidence.model.types import ExactDecimal, Key, Moment


def vocabulary(members: type[enum.StrEnum], *, name: str | None = None) -> Enum:
    """Give a text column that takes the values of a vocabulary only, by a constraint of its own name.

    The name is wanted where two columns of one table share a vocabulary; else the vocabulary's is taken.
    """
    return Enum(
        members,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda values: [value.value for value in values],
    )


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """What every mapped class is."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        enum.StrEnum: vocabulary(enum.StrEnum),
        str: Text(),
        Decimal: ExactDecimal(),
        dt.datetime: Moment(),
    }

    id: Mapped[int] = mapped_column(
        Key, primary_key=True, autoincrement=False, init=False, insert_default=new_id, sort_order=-1
    )


def printed_beside(*numbers: str) -> tuple[CheckConstraint, ...]:
    """Hold that each number and its printed form are both there or both absent."""
    return tuple(
        CheckConstraint(f"({number} IS NULL) = ({number}_printed IS NULL)", name=f"{number}_printed")
        for number in numbers
    )
