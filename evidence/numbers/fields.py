"""A check as a command and a JSON line name it: its figures, and how they are read from what was given."""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass
from enum import Enum
from typing import Any, Final

from evidence.errors import UsageError
from evidence.figures import Figure, FigureError
from evidence.numbers import p_values
from evidence.numbers.finding import Finding
from evidence.text import shortened

_SHOWN: Final = 80


class Kind(Enum):
    """What a field holds."""

    FIGURE = "a number as printed"
    COUNT = "a whole number"
    COUNTS = "whole numbers"
    P = "a p value"
    WORDS = "words"
    CHOICE = "one of a few"
    FLAG = "true or false"


@dataclass(frozen=True, slots=True)
class Field:
    """One figure that a check takes."""

    name: str
    """As its option is called."""
    help: str
    kind: Kind = Kind.FIGURE
    _: KW_ONLY
    required: bool = True
    choices: tuple[str, ...] = ()
    of: str = ""
    """The parameter of the check's function where that is called otherwise."""

    @property
    def key(self) -> str:
        """Give the key of a JSON line."""
        return self.name.replace("-", "_")

    @property
    def parameter(self) -> str:
        """Give the parameter of the check's function."""
        return self.of or self.key


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """One check as a command and as JSON lines name it."""

    name: str
    title: str
    example: str
    """The options of one call; a test runs it."""
    fields: tuple[Field, ...]
    run: Callable[..., Finding]


def answer(check: Check, given: Mapping[str, object]) -> Finding:
    """Run a check on figures as printed, by the keys of a JSON line.

    Raises ``UsageError`` for a key that the check does not take or that it lacks, and for what is no such figure.
    """
    keys = {each.key for each in check.fields}
    for key in given:
        if key not in keys:
            known = ", ".join(each.key for each in check.fields)
            raise UsageError(f"{_quoted(key)} is no figure of {check.name}, which takes {known}")
    values: dict[str, Any] = {}
    for each in check.fields:
        if each.key in given:
            values[each.parameter] = _read(each, given[each.key])
        elif each.required:
            raise UsageError(f"{check.name} needs {each.key}")
    return check.run(**values)


def _read(field: Field, value: object) -> object:
    if field.kind is Kind.FLAG:
        if not isinstance(value, bool):
            raise UsageError(f"{field.key} is true or false")
        return value
    if field.kind is Kind.COUNTS:
        if not isinstance(value, (list, tuple)) or not value:
            raise UsageError(f"{field.key} is a list of whole numbers")
        return tuple(_figure(field, part) for part in value)
    if field.kind in {Kind.WORDS, Kind.CHOICE}:
        if not isinstance(value, str) or (field.choices and value not in field.choices):
            raise UsageError(f"{field.key} is {' or '.join(field.choices) or 'a text'}")
        return value
    return _figure(field, value)


def _figure(field: Field, value: object) -> Figure:
    if isinstance(value, int) and not isinstance(value, bool) and field.kind in {Kind.COUNT, Kind.COUNTS}:
        value = str(value)
    if not isinstance(value, str):
        raise UsageError(f"{field.key} is a figure between quotes, so that each digit printed is kept")
    try:
        return p_values.read(value) if field.kind is Kind.P else Figure.parse(value)
    except FigureError as error:
        raise UsageError(f"{field.key}: {error}") from None


def _quoted(text: str) -> str:
    return repr(shortened(text, width=_SHOWN))
