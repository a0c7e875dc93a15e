"""What stands between entries, and what a person is told of it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from evidence.bibtex.expression import Expression, parsed
from evidence.bibtex.strings import Refused, Strings

_OPENING: Final = re.compile(r"@\w++\s*+(?:(\{)|(\()(?:\s*+[^\s={}(),\"]++\s*+=)?+)")
"""In round brackets, with the name that is defined."""
_HIDDEN_ENTRY: Final = re.compile(r"@[ \t]*+\w++\s*+[{(]")
_FIELD: Final = re.compile(r"(?<![\w-])[^\W\d][\w-]*+\s*+=\s*+[{\"]")
_BEGINS: Final = r"\s*+[^\s,={}()\"@]++[ \t]*+,\s*+[^\W\d][\w-]*+\s*+=\s*+[{\"\w]"
"""A citation key, and the first field behind it."""
_LOST_ENTRY: Final = re.compile(
    rf"""(?mix) ^[ \t]*+ (?P<at>@) [ \t]*+ (?!(?:comment|preamble|string)\b) \w
    | ^[ \t]*+ (?P<bare>(?!(?:comment|preamble|string)\b) (?:\w*+|@) [ \t]*+ [{{(] {_BEGINS})
    | (?P<within>@\w++ [ \t]++ {_BEGINS})"""
)
"""With an @ that begins a line; without one, but with a key and a field; within a line, with these as well."""
_LEFT_OVER: Final = re.compile(rf"[,}}]|{_FIELD.pattern}")


def hidden_entries(comment: str) -> int:
    """Count the entries inside an ``@comment``, which are not read."""
    return len(_HIDDEN_ENTRY.findall(comment))


def lost_entries(prose: str) -> Iterator[tuple[int, int, bool]]:
    """Give the beginning and end of each thing that may be an entry without its form, and whether it has fields."""
    found = [(match.start(match.lastgroup or 0), match.lastgroup) for match in _LOST_ENTRY.finditer(prose)]
    for (start, form), (end, _) in pairwise((*found, (len(prose), None))):
        yield start, end, form != "at" or _FIELD.search(prose, start, end) is not None


def is_left_over(prose: str) -> bool:
    """Tell whether text right after an entry may be the end of it, as where its braces close too early."""
    return _LEFT_OVER.match(prose) is not None


def inner(text: str, start: int, *, limit: int) -> tuple[int, str] | None:
    """Give where the block ends that begins at a place, and what its brackets hold; none where no block ends."""
    opening = _OPENING.match(text, start, limit)
    if opening is None:
        return None
    if opening[1] is not None:
        held = parsed(text, opening.end() - 1, limit=limit, escapes=True)
        if not isinstance(held, Expression):
            return None
        content = held.pieces[0].text
        return opening.end() + len(content) + 1, content
    value = parsed(text, opening.end(), limit=limit, escapes=True)
    if not isinstance(value, Expression) or not text.startswith(")", value.end, limit):
        return None
    return value.end + 1, text[opening.end(2) : value.end]


def defined(name: str, value: str, strings: Strings) -> Iterator[str]:
    """Define an ``@string`` from here on, and give what is doubtful in it."""
    expression = parsed(value, escapes=True)
    if not isinstance(expression, Expression) or value[expression.end :].strip(", \n"):
        yield f"the @string {name[:40]} cannot be read"
        return
    again = strings.defines(name)
    found = strings.define(name, expression.pieces)
    if isinstance(found, Refused):
        yield f"the @string {name[:40]} is refused: {found.reason}"
        return
    if again:
        yield f"the @string {name[:40]} is defined again; from here on it is {found.text[:40]!r}"
    for unknown in found.unknown:
        yield f"the @string {unknown[:40]} is not defined; its name stands for it"
