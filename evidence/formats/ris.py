"""RIS read into entries: each record cut out of the text by itself, so that a broken one costs no other."""

import re
from collections.abc import Iterator
from typing import Final, TextIO, cast

from rispy import TAG_KEY_MAPPING, TYPE_OF_REFERENCE_MAPPING, RisParser  # type: ignore[import-untyped]

from evidence.bibtex.entries import Entry, Problem, Rest
from evidence.formats.items import Item, Items
from evidence.formats.kinds import OF_RIS
from evidence.formats.ris_fields import drafted
from evidence.formats.tagged import Between, Grammar, Record, records
from evidence.formats.tags import Tags

_MORE_TAGS: Final = (
    *("AV", "BT", "CP", "CT", "ED", "H1", "H2", "J1", "JP", "KP", "L3", "L5", "PM", "PP", "RD", "U1", "U2", "U3", "U4"),
    *("U5", "ID"),
)
_KNOWN: Final = "|".join(sorted({*TAG_KEY_MAPPING, *_MORE_TAGS} - {"UK"}))


RIS: Final = Grammar(
    tag=re.compile(
        rf"[ \t\ufeff]{{0,8}}(?:(?=[A-Z][A-Z0-9]  -)|(?=(?:{_KNOWN})(?: ?|\t| {{3,6}})-(?:\s|\Z))"
        rf"|(?=(?:{_KNOWN.lower()}) {{1,2}}-(?:\s|\Z)))([A-Za-z][A-Za-z0-9])[ \t]{{0,6}}-"
    ),
    start="TY",
    end="ER",
)
"""Known tags are taken in small letters, and with too few or too many blanks, as well."""


def read_ris(text: str, *, name: str) -> Iterator[Entry | Problem | Rest]:
    """Give the entries, problems and rest of a text in RIS."""
    items = Items(file=name, whole=True)
    for record in records(text, RIS):
        if isinstance(record, Between):
            yield from record.problems(name)
            yield items.rest(record.text)
        else:
            yield from record.before.problems(name)
            yield from items.taken(_item(record))


def _item(record: Record) -> Item:
    tags = Tags(_read_by_rispy(record))
    type_ = tags.first("TY").upper()
    own_key = tags.first("ID")
    draft, kind = drafted(tags, kind=OF_RIS.get(type_, "misc"))
    remarks = []
    if record.lines[0].tag != "TY":
        remarks.append("the record does not begin with its type (TY)")
    elif not type_:
        remarks.append("the record does not say of what type it is")
    if not record.closed:
        remarks.append("the record has no end (ER); it may be cut off")
    return Item(
        kind=kind,
        draft=draft,
        raw=record.raw,
        line=record.line,
        before=record.before.text,
        own_key=own_key,
        subtype="" if type_ == "GEN" else TYPE_OF_REFERENCE_MAPPING.get(type_, type_),
        remarks=tuple(remarks),
    )


def _read_by_rispy(record: Record) -> Iterator[tuple[str, str]]:
    """Give tag and value; rispy is told to keep every one, since left to itself it drops repeated tags."""
    tags = {line.tag for line in record.lines}
    parser = RisParser(
        mapping={tag: tag for tag in (*tags, "TY", "ER")}, list_tags=list(tags - {"TY"}), delimiter_tags_mapping={}
    )
    lines = [f"{line.tag}  - {line.text}" for line in record.lines]
    if record.lines[0].tag != "TY":
        lines.insert(0, "TY  - ")
    for tag, values in parser.parse_lines(cast("TextIO", iter([*lines, "ER  - "])))[0].items():
        for value in values if isinstance(values, list) else [values]:
            yield tag, value
