"""The text of a query → its tree; what cannot be read is told with the character at which it stands."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Final, NoReturn

from luqum import tree as lucene
from luqum.exceptions import ParseError
from luqum.parser import lexer, parser

from evidence.errors import UsageError
from evidence.search.tree import And, Anything, Between, Field, Kind, Not, Or, Query, Term, Text, Whole
from evidence.search.words import words
from evidence.text import shortened

_NOT_UNDERSTOOD: Final = "this is not understood; put it in quotes if it is text"
_LONGEST: Final = 10_000
_DEEPEST: Final = 50
_MINUS: Final = "\N{MINUS SIGN}"
_MEANT: Final = re.compile(
    r'("(?:\\.|[^"\\])*")|((?:[:<>=\[{]|\bTO\s)\s*)-(?=[\d.])|(?<=:)(AND|OR|NOT)(?![^\s)])',
)
"""A minus before a number, which the grammar takes for "not", and a measure that it takes for "or".

What stands in quotes is passed over.
"""
_JOINS: Final = re.compile(r"(?:AND|OR|NOT)\b")
_PLACE: Final = re.compile(r"position (\d+)")
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)


def parse(text: str, fields: Mapping[str, Field]) -> Query:
    """Read a query in the syntax of Lucene; raises ``UsageError`` that points at what cannot be read.

    Words that stand side by side are all asked for. ``2015..2020`` is a range too.
    """
    if len(text) > _LONGEST:
        raise UsageError(f"a query of more than {_LONGEST:,} characters; ask for less at a time")
    if not text.strip():
        raise UsageError("the query is empty; name a word or a field, as outcome:remission")
    shown = _MEANT.sub(lambda found: found[1] or (found[3].lower() if found[3] else f"{found[2]}{_MINUS}"), text)
    try:
        read = parser.parse(shown, lexer=lexer.clone())
    except ParseError as error:
        found = _PLACE.search(str(error))
        raise _fault(text, int(found[1]) if found else len(text), _reason(text, found)) from None
    except (ArithmeticError, ValueError):
        raise _fault(text, max(text.find("^"), text.find("~"), 0), _NOT_UNDERSTOOD) from None
    return _Reader(text, fields).query(read, depth=0)


def _reason(text: str, found: re.Match[str] | None) -> str:
    if found is None:
        return "the query ends here, where something has to follow or a parenthesis to close"
    here = text[int(found[1]) :]
    if here.startswith('"'):
        return "this quotation mark is not closed"
    joins = _JOINS.match(here)
    hint = f'; put it in quotes if it is a word, as measure:"{joins[0]}"' if joins else ""
    return f"{shortened(here.split()[0] if here.split() else here, width=20)!r} cannot stand here{hint}"


def _fault(text: str, place: int, reason: str) -> UsageError:
    around = text[max(0, place - 30) : place + 30]
    return UsageError(f"query, character {place + 1} ({shortened(around, width=60)!r}): {reason}")


def _either_way(node: lucene.UnknownOperation) -> lucene.Item | None:
    """Give an OR among words that stand side by side, which binds tighter than a reader would think."""
    return next((child for child in node.children if isinstance(child, lucene.OrOperation)), None)


class _Reader:
    """One query while it is read."""

    def __init__(self, text: str, fields: Mapping[str, Field]) -> None:
        self._text = text
        self._fields = fields
        self._bare = tuple(field for field in fields.values() if field.is_asked_bare)

    def query(self, node: lucene.Item, *, depth: int, field: Field | None = None) -> Query:
        """Give the tree below a node, under a field where one was named."""
        if depth > _DEEPEST:
            self._refuse(node, f"more than {_DEEPEST} parentheses within each other")
        match node:
            case lucene.SearchField():
                if field is not None:
                    self._refuse(node, "a field within a field; put what has a colon in quotes")
                return self.query(node.expr, depth=depth + 1, field=self._field(node))
            case lucene.Group() | lucene.FieldGroup() | lucene.Plus():
                return self.query(node.children[0], depth=depth + 1, field=field)
            case lucene.OrOperation():
                return Or(self._parts(node.children, depth, field))
            case lucene.UnknownOperation() if (mixed := _either_way(node)) is not None:
                self._refuse(mixed, "write AND, or parentheses: OR and words side by side do not mix")
            case lucene.BaseOperation():
                return And(self._parts(node.children, depth, field))
            case lucene.Not() | lucene.Prohibit():
                return Not(self.query(node.children[0], depth=depth + 1, field=field))
        return self._term(node, field)

    def _parts(self, nodes: Sequence[lucene.Item], depth: int, field: Field | None) -> tuple[Query, ...]:
        return tuple(self.query(node, depth=depth + 1, field=field) for node in nodes)

    def _field(self, node: lucene.SearchField) -> Field:
        if node.name.startswith("!"):
            self._refuse(node, "write NOT, not !")
        found = self._fields.get(node.name.casefold())
        if found is None:
            near = get_close_matches(node.name.casefold(), self._fields, n=1)
            hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(self._fields)}"
            self._refuse(node, f"no field {shortened(node.name, width=40)!r}; {hint}")
        return found

    def _term(self, node: lucene.Item, field: Field | None) -> Term:
        if field is not None and field.kind is Kind.NUMBER:
            return Term((field,), self._in_order(self._numbers(node), node))
        if not isinstance(node, lucene.Word | lucene.Phrase):
            self._refuse(node, self._unknown(node, field))
        text = node.value[1:-1] if isinstance(node, lucene.Phrase) else node.value
        if isinstance(node, lucene.Word):
            if text == "*" and field is not None:
                return Term((field,), Anything())
            if text in {"&&", "||"} or text.startswith("!") or "?" in text or "*" in text[:-1]:
                self._refuse(node, "write AND, OR and NOT, and * at the end of a word only")
        is_begun = isinstance(node, lucene.Word) and text.endswith("*")
        plain = _ESCAPED.sub(r"\1", text.removesuffix("*") if is_begun else text).replace(_MINUS, "-")
        if field is None or field.kind is Kind.WORDS:
            found = words(plain)
            if not found:
                self._refuse(node, "no letter or digit to look for")
            return Term(self._bare if field is None else (field,), Text(found, is_begun=is_begun))
        if is_begun:
            self._refuse(node, f"{field.name} is asked as a whole, without *")
        if field.kind is Kind.ONE_OF and plain.casefold() not in map(str.casefold, field.vocabulary):
            near = get_close_matches(plain.casefold(), field.vocabulary, n=1)
            hint = f"did you mean {near[0]}?" if near else f"it is one of: {', '.join(field.vocabulary)}"
            self._refuse(node, f"{field.name} is never {shortened(plain, width=40)!r}; {hint}")
        return Term((field,), Whole(plain.casefold()))

    def _unknown(self, node: lucene.Item, field: Field | None) -> str:
        if isinstance(node, lucene.From | lucene.To | lucene.Range):
            return f"{field.name} holds no numbers" if field else "a range needs its field, as year:2015..2020"
        return _NOT_UNDERSTOOD

    def _numbers(self, node: lucene.Item) -> Between | Anything:
        match node:
            case lucene.From():
                return Between(self._number(node.a, node), None, with_low=node.include)
            case lucene.To():
                return Between(None, self._number(node.a, node), with_high=node.include)
            case lucene.Range():
                low, high = (self._end(end, node) for end in (node.low, node.high))
                return Between(low, high, with_low=node.include_low, with_high=node.include_high)
            case lucene.Word(value="*"):
                return Anything()
            case lucene.Word(value=str(text)) if ".." in text:
                begin, _, end = text.partition("..")
                return Between(self._read(begin, node) if begin else None, self._read(end, node) if end else None)
        exact = self._number(node, node)
        return Between(exact, exact)

    def _in_order(self, asked: Between | Anything, node: lucene.Item) -> Between | Anything:
        ends = (asked.low, asked.high) if isinstance(asked, Between) else (None, None)
        if ends[0] is not None and ends[1] is not None and ends[0] > ends[1]:
            self._refuse(node, "this range runs backwards")
        return asked

    def _end(self, node: lucene.Item, within: lucene.Item) -> Decimal | None:
        """Give an end of a range, none for a star."""
        return None if isinstance(node, lucene.Word) and node.value == "*" else self._number(node, within)

    def _number(self, node: Any, within: lucene.Item) -> Decimal:  # noqa: ANN401 - a node of luqum's
        if not isinstance(node, lucene.Word | lucene.Phrase):
            self._refuse(within, "a number is expected here")
        return self._read(node.value.strip('"'), within)

    def _read(self, text: str, node: lucene.Item) -> Decimal:
        number = text.replace(_MINUS, "-")
        try:
            value = Decimal(number.removesuffix("%"))
            if number.endswith("%"):
                value /= 100
        except ArithmeticError:
            value = Decimal("NaN")
        if not value.is_finite():
            self._refuse(node, f"{shortened(text, width=40)!r} is no number")
        return value

    def _refuse(self, node: lucene.Item, reason: str) -> NoReturn:
        raise _fault(self._text, node.pos or 0, reason)
