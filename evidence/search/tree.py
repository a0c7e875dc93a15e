"""A query as a tree: what is asked of a record, and how it is joined."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from evidence.figures import Figure

Held: TypeAlias = str | Figure | Decimal
"""What a record holds in a field."""


class Kind(StrEnum):
    """What a field holds, and so how it is asked."""

    WORDS = "words"
    """Words in any place, without case and accents."""
    KEY = "key"
    """The whole text, without case."""
    ONE_OF = "one of"
    """A word of a closed vocabulary."""
    NUMBER = "number"


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """What may be asked of a record under a name."""

    name: str
    kind: Kind
    meaning: str
    example: str
    get: Callable[..., tuple[Held, ...]]
    """What a record holds there; empty where it holds nothing."""
    vocabulary: tuple[str, ...] = ()
    is_asked_bare: bool = False
    """Whether words without a field are looked for here."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words that follow each other."""

    words: tuple[str, ...]
    """Without case and accents."""
    is_begun: bool = False
    """Whether the last word may go on."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole text, without case."""

    text: str


@dataclass(frozen=True, slots=True)
class Between:
    """A number from one to another; none where there is no end."""

    low: Decimal | None
    high: Decimal | None
    with_low: bool = True
    with_high: bool = True


@dataclass(frozen=True, slots=True)
class Anything:
    """Whatever there is."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is asked of some fields, any of which may hold it."""

    fields: tuple[Field, ...]
    value: Text | Whole | Between | Anything


@dataclass(frozen=True, slots=True)
class And:
    """All of several."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of several."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What something is not."""

    part: "Query"


Query: TypeAlias = "Term | And | Or | Not"
