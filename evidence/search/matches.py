"""Whether a record is what a query asks for: the plain meaning of a query, without a database."""

from decimal import Decimal
from typing import Any

from evidence.figures import Figure
from evidence.search.tree import And, Anything, Between, Held, Not, Or, Query, Text, Whole
from evidence.search.words import words


def matches(query: Query, record: Any) -> bool:  # noqa: ANN401 - whatever the fields of the query can look at
    """Tell whether a record is what a query asks for."""
    if isinstance(query, And):
        return all(matches(part, record) for part in query.parts)
    if isinstance(query, Or):
        return any(matches(part, record) for part in query.parts)
    if isinstance(query, Not):
        return not matches(query.part, record)
    return any(_holds(held, query.value) for field in query.fields for held in field.get(record))


def _holds(held: Held, value: Text | Whole | Between | Anything) -> bool:
    if isinstance(value, Between):
        return not isinstance(held, str) and _lies(held, value)
    if isinstance(value, Text):
        return _follow(words(str(held)), value.words, is_begun=value.is_begun)
    return isinstance(value, Anything) or str(held).casefold() == value.text


def _follow(text: tuple[str, ...], sought: tuple[str, ...], *, is_begun: bool) -> bool:
    """Tell whether words follow each other in a text, the last of them perhaps only begun."""
    first, last = sought[:-1], sought[-1]
    for start in range(len(text) - len(sought) + 1):
        end = text[start + len(first)]
        if text[start : start + len(first)] == first and (end.startswith(last) if is_begun else end == last):
            return True
    return False


def _lies(held: Figure | Decimal, value: Between) -> bool:
    """Tell whether a number lies in a range; of a bound, as p < .001, whether all that it may be does."""
    number, relation = (held.value, held.relation) if isinstance(held, Figure) else (held, "=")
    if relation == "=":
        return _is_above(number, value) and _is_below(number, value)
    if relation.startswith("<"):
        return value.low is None and (_is_below(number, value) or (relation == "<" and number == value.high))
    return value.high is None and (_is_above(number, value) or (relation == ">" and number == value.low))


def _is_above(number: Decimal, value: Between) -> bool:
    return value.low is None or (number >= value.low if value.with_low else number > value.low)


def _is_below(number: Decimal, value: Between) -> bool:
    return value.high is None or (number <= value.high if value.with_high else number < value.high)
