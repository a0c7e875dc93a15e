"""The fields that the splitter found, taken apart and put right: names cleaned, values parsed, repeats joined."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from evidence.bibtex.expression import Expression, Piece, parsed, simple
from evidence.bibtex.strings import Strings

_COMMENT: Final = re.compile(r"%[^\n]*+\n")
_WORD: Final = re.compile(r"[^\W\d][\w-]*+")
_NEXT_FIELD: Final = re.compile(r"([^\W\d][\w-]*+)\s*+=")
_LOST: Final = re.compile(r"@[ \t]*+\w++\s*+[{(]")
_JOINED: Final = {"author": " and ", "editor": " and ", "file": ";", "keywords": ", "}
"""Fields that some exporters write once for each value, and what stands between values."""

Field = tuple[str, str | tuple[Piece, ...]]
"""A name, and the text or the pieces of its value."""


class Remark(NamedTuple):
    """Something amended or doubtful in a field, and the text by which its place is found."""

    text: str
    near: str


def separated(pairs: Iterable[tuple[str, str]], strings: Strings) -> tuple[list[Field], list[Remark]]:
    """Parse the values as the splitter cut them; a missing comma between two fields is put in."""
    fields: list[Field] = []
    remarks: list[Remark] = []
    for given, value in pairs:
        name = _clean_name(given)
        text = simple(value)
        if text is None and _WORD.fullmatch(value):
            text = strings.known(value)
        if not name:
            remarks.append(Remark(text="a value without a field name is left out", near=value))
        elif text is not None:
            fields.append((name, text))
        else:
            _separate(name, value, fields, remarks)
    return fields, remarks


@lru_cache(maxsize=1000)
def _clean_name(given: str) -> str:
    return " ".join(_COMMENT.sub(" ", given).lstrip("% \n\t").split())


def _separate(name: str, value: str, fields: list[Field], remarks: list[Remark]) -> None:
    place = 0
    while True:
        found = parsed(value, place, escapes=True)
        if not isinstance(found, Expression):
            fields.append((name, (_as_it_stands(value[place:]),)))
            remarks.append(Remark(text=f"braces or quotation marks do not match in the field {name}", near=value))
            return
        if found.end == len(value):
            fields.append((name, found.pieces))
            return
        following = _NEXT_FIELD.match(value, found.end) if found.pieces else None
        if following is None:
            text = f"the value of the field {name} is not as BibTeX wants it; kept as it stands"
            if _LOST.search(value, found.end):
                text += ", and it may hold a lost entry"
            fields.append((name, (_as_it_stands(value[place:]),)))
            remarks.append(Remark(text=text, near=value[found.end :]))
            return
        fields.append((name, found.pieces))
        name, place = following[1], following.end()
        remarks.append(Remark(text=f"a comma is missing before the field {name}", near=value[following.start() :]))


def _as_it_stands(value: str) -> Piece:
    if value.startswith('"') and value.endswith('"') and len(value) > 1:
        value = value[1:-1]
    return Piece(text=value)


def united(fields: Sequence[tuple[str, str]]) -> tuple[tuple[tuple[str, str], ...], dict[str, str], tuple[str, ...]]:
    """Give each field once, their values by their names in small letters, and the names of those that came again.

    The first value stands, as for BibTeX; authors, editors, files and keywords are joined.
    """
    by_name = {_lower(name): value for name, value in fields}
    if len(by_name) == len(fields):
        return tuple(fields), by_name, ()
    values: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    again: dict[str, None] = {}
    for name, value in fields:
        lower = name.lower()
        if lower not in names:
            names[lower], values[lower] = name, [value]
            continue
        again[lower] = None
        if lower in _JOINED and value not in values[lower]:
            values[lower].append(value)
    by_name = {lower: _JOINED.get(lower, "").join(several) for lower, several in values.items()}
    return tuple((name, by_name[lower]) for lower, name in names.items()), by_name, tuple(again)


_lower = lru_cache(maxsize=1000)(str.lower)
