"""The records of an XML file cut out of its text as it comes, each parsed alone, so that a broken one costs no other.

No document type is ever read with a record, so no entity can be declared: neither a bomb of entities nor a file from
elsewhere can come in.
"""

import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring

from evidence.errors import FileError
from evidence.text import visible

LONGEST_RECORD: Final = 16_000_000
"""Characters that one record may have."""

_ENTITY: Final = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    "|&#(?:[xX]0{0,9}(?:[0-8bcefBCEF]|1[0-9a-fA-F])|0{0,9}(?:[0-8]|1[1245-9]|2\\d|3[01]));"
)
"""Characters that XML may not hold, and references to them; EndNote writes some."""
_REPLACED: Final = "the record holds characters that XML forbids; each is replaced by U+FFFD"
_OF_XML: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})


class Slice(NamedTuple):
    """A record: its element, or none if it cannot be parsed; then ``reason`` says why."""

    element: Element | None
    raw: str
    line: int
    reason: str
    remarks: tuple[str, ...] = ()
    """What was put right in it."""


class Names:
    """The elements that hold a record."""

    def __init__(self, *names: str) -> None:
        either = "|".join(names)
        self.start: Final = re.compile(rf"<(?:{either})(?=[\s>])")
        self.edge: Final = re.compile(rf"</(?:{either})\s*>|<(?:{either})(?=[\s>])")
        self.longest: Final = max(map(len, names)) + 9
        """Characters that a mark may have, blanks in it included."""


def slices(pieces: Iterable[str], names: Names, *, file: str) -> Iterator[Slice]:
    """Give each record; one that begins where another has not ended cuts that one off.

    FileError: a record is longer than a real one could be.
    """
    text = ""
    line = 1
    began = searched = 0
    inside = False
    for piece in pieces:
        text = text[began:] + piece
        searched, began = searched - began, 0
        while (match := (names.edge if inside else names.start).search(text, searched)) is not None:
            ends = inside and match.group().startswith("</")
            end = match.end() if ends else match.start()
            if inside:
                yield _parsed(text[began:end], line)
            line += text.count("\n", began, end)
            began, inside = end, not ends
            searched = match.end()
        searched = max(len(text) - names.longest, searched)
        if not inside:
            line += text.count("\n", began, searched)
            began = searched
        elif len(text) - began > LONGEST_RECORD:
            raise FileError(f"{visible(file)}: a record is longer than {LONGEST_RECORD:,} characters, from line {line}")
    if inside:
        yield _parsed(text[began:], line)


def _parsed(raw: str, line: int) -> Slice:
    raw = raw.rstrip()
    try:
        allowed, forbidden = _FORBIDDEN.subn("\N{REPLACEMENT CHARACTER}", raw)
        element = fromstring(_ENTITY.sub(_character, allowed))  # noqa: S314 - it holds no document type, so no entities
    except ParseError as error:
        row, column = error.position
        reason = f"{str(error).rpartition(': line')[0]} in line {line + row - 1}, column {column + 1}"
        return Slice(None, raw, line, reason)
    return Slice(element, raw, line, "", (_REPLACED,) if forbidden else ())


def _character(match: re.Match[str]) -> str:
    """Give what a name of HTML stands for; one that neither XML nor HTML knows stays, and is an error."""
    if match[1] in _OF_XML:
        return match.group()
    return html5.get(f"{match[1]};", match.group())
