"""The fields that the splitter found, taken apart and put right: names cleaned, values parsed, repeats joined."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from bibtexparser.model import Field as ParsedField

from evidence.bibtex.expression import Expression, Piece, parsed, simple
from evidence.bibtex.regular import Regular
from evidence.bibtex.strings import Strings

_COMMENT: Final = re.compile(r"%[^\n]*+\n")
_WORD: Final = re.compile(r"[^\W\d][\w-]*+")
_NEXT_FIELD: Final = re.compile(r"([^\W\d][\w-]*+)\s*+=")
_LOST: Final = re.compile(r"@[ \t]*+\w++\s*+[{(]")
_JOINED: Final = {"author": " and ", "editor": " and ", "file": ";", "keywords": ", "}
"""Fields that some exporters write once for each value, and what stands between values."""


class Remark(NamedTuple):
    """Something amended or doubtful in a field, and the text by which its place is found."""

    text: str
    near: str


class Separated(NamedTuple):
    """The fields of an entry: names with texts, and pieces where a text is still to be put together."""

    texts: list[tuple[str, str]]
    pending: dict[int, tuple[Piece, ...]]
    """By the number of the field, whose text is empty so long."""
    remarks: list[Remark]

    def add(self, name: str, pieces: tuple[Piece, ...]) -> None:
        """Add a field whose text is still to be put together."""
        self.pending[len(self.texts)] = pieces
        self.texts.append((name, ""))


def separated(given: Iterable[ParsedField], strings: Strings, *, line_end: str) -> Separated:
    """Parse the values as the splitter cut them; a missing comma between two fields is put in.

    ``line_end`` stands for a line end in them.
    """
    found = Separated([], {}, [])
    texts = found.texts
    for field in given:
        name, value = _clean_name(field.key, line_end), field.value
        if line_end in value:
            value = value.replace(line_end, "\n")
        text = simple(value)
        if text is None and _WORD.fullmatch(value):
            text = strings.known(value)
        if text is not None and name:
            texts.append((name, text))
        elif name:
            _separate(name, value, found)
        else:
            found.remarks.append(Remark("a value without a field name is left out", value))
    return found


def regular_fields(entry: Regular, strings: Strings) -> Separated:
    """Give the fields of an entry that is regular, the names among their values looked up."""
    found = Separated([], {}, [])
    texts = found.texts
    for name, value, is_bare in entry.fields:
        if is_bare and not value.isdecimal():
            if (text := strings.known(value)) is None:
                found.add(name, (Piece(value, named=True),))
            else:
                texts.append((name, text))
        else:
            texts.append((name, value))
    return found


@lru_cache(maxsize=1000)
def _clean_name(given: str, line_end: str) -> str:
    return " ".join(_COMMENT.sub(" ", given.replace(line_end, "\n")).lstrip("% \n\t").split())


def _separate(name: str, value: str, into: Separated) -> None:
    place = 0
    while True:
        found = parsed(value, place, escapes=True)
        if not isinstance(found, Expression):
            into.add(name, (_as_it_stands(value[place:]),))
            into.remarks.append(Remark(f"braces or quotation marks do not match in the field {name}", value))
            return
        if found.end == len(value):
            into.add(name, found.pieces)
            return
        following = _NEXT_FIELD.match(value, found.end) if found.pieces else None
        if following is None:
            text = f"the value of the field {name} is not as BibTeX wants it; kept as it stands"
            if _LOST.search(value, found.end):
                text += ", and it may hold a lost entry"
            into.add(name, (_as_it_stands(value[place:]),))
            into.remarks.append(Remark(text, value[found.end :]))
            return
        into.add(name, found.pieces)
        name, place = following[1], following.end()
        into.remarks.append(Remark(f"a comma is missing before the field {name}", value[following.start() :]))


def _as_it_stands(value: str) -> Piece:
    if value.startswith('"') and value.endswith('"') and len(value) > 1:
        value = value[1:-1]
    return Piece(text=value)


def united(fields: Sequence[tuple[str, str]]) -> tuple[tuple[tuple[str, str], ...], dict[str, str], tuple[str, ...]]:
    """Give each field once, their values by their names in small letters, and the names of those that came again.

    The first value stands, as for BibTeX; authors, editors, files and keywords are joined.
    """
    by_name = {name.lower(): value for name, value in fields}
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
