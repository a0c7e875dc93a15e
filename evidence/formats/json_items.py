"""The items of a JSON list found one by one, each with its text and place, so that a broken one costs no other."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from evidence.errors import FileError
from evidence.text import visible

_SIGN: Final = re.compile(r"[^\s,\[\]}]")
"""Of an item; damage may have left some brackets too many between two."""
_SIGN_IF_WRAPPED: Final = re.compile(r"[^\s,]")
_WRAPPED: Final = re.compile(r'\s*\{[^\[{}\]]{0,9999}"items"\s*:\s*\[')
_LIST: Final = re.compile(r"\s*\[")
_NEXT: Final = re.compile(r"(?m)^[ \t]*+(?=\{)|[,}\]\"\w]\s*+(?=\{)")
_SIGNS: Final = frozenset({"type", "title", "issued", "author", "container-title", "DOI"})
_DEEPEST: Final = 50
"""Values in each other; an item has about four."""
_PART: Final = 65_536
_TRIES: Final = 10_000_000
"""Characters that are read in vain, at the most, in looking for the next sound item behind broken ones."""

_DECODER: Final = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)


class Item(NamedTuple):
    """An item as it was read, or none if it cannot be read; then ``reason`` says why."""

    value: dict[str, Any] | None
    raw: str
    place: int
    reason: str


def json_items(text: str, *, name: str) -> Iterator[Item]:
    """Give each item of a list, of ``{"items": [...]}``, or of objects one after another.

    An item that ends too early is given as broken, and one of an empty text says that the list itself is not closed.
    FileError: it is nested so deeply that no item could be real.
    """
    try:
        yield from _Reading(text).items()
    except RecursionError:
        raise FileError(f"{visible(name)}: the JSON in this file is nested too deeply to be a bibliography") from None


class _Reading:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tries = _TRIES

    def items(self) -> Iterator[Item]:
        text = self._text
        wrapped = _WRAPPED.match(text)
        sign = _SIGN_IF_WRAPPED if wrapped else _SIGN
        is_list = wrapped or _LIST.match(text)
        place = _found(sign, text, wrapped.end() if wrapped else 0)
        while place < len(text) and not (wrapped and text[place] == "]"):
            try:
                value, end = _DECODER.raw_decode(text, place)
            except json.JSONDecodeError as error:
                end = self._next(place)
                yield Item(None, text[place:end].rstrip(" \t\r\n,"), place, _reason(error))
            else:
                reason = _fault(value)
                yield Item(None if reason else value, text[place:end], place, reason)
            place = _found(sign, text, end)
        if is_list and place == len(text) and not text.rstrip().endswith("]"):
            yield Item(None, "", place, "the file ends before its list does; it may be cut off")

    def _next(self, place: int) -> int:
        """Give where the next sound item begins behind a broken one, or where the text ends."""
        for match in _NEXT.finditer(self._text, place + 1):
            value, read = self._tried(match.end())
            if value is not None and not _SIGNS.isdisjoint(value):
                return match.end()
            self._tries -= read + 1
            if self._tries < 0:
                break
        return len(self._text)

    def _tried(self, place: int) -> tuple[dict[str, Any] | None, int]:
        """Give the object at a place, if it is one, and how much was read to know.

        A part of the text is tried first, since the decoder counts the lines up to a fault from where its text begins.
        """
        part = self._text[place : place + _PART]
        try:
            return _DECODER.raw_decode(part)
        except json.JSONDecodeError as error:
            cut = error.msg.startswith("Unterminated") or error.pos > _PART // 2
            if len(part) < _PART or not cut:
                return None, error.pos
        try:
            value, end = _DECODER.raw_decode(self._text, place)
        except json.JSONDecodeError as error:
            return None, error.pos - place
        return value, end - place


def _found(sign: re.Pattern[str], text: str, place: int) -> int:
    match = sign.search(text, place)
    return match.start() if match else len(text)


def _fault(value: object) -> str:
    """Say why a value cannot be an item; an empty text if it can."""
    if not isinstance(value, dict):
        return "it is no object"
    level: list[Any] = [value]
    for _ in range(_DEEPEST):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return ""
    return f"its values stand in each other more than {_DEEPEST} deep"


def _reason(error: json.JSONDecodeError) -> str:
    message = error.msg.removesuffix(" at")
    return f"{message[:1].lower()}{message[1:]} in line {error.lineno}, column {error.colno}"
