"""PubMed's nbib (MEDLINE's tagged format) read into entries."""

import re
from collections.abc import Iterator
from typing import Final

from evidence.bibtex.entries import Entry, Problem, Rest
from evidence.formats.dates import dated
from evidence.formats.draft import Draft
from evidence.formats.items import Item, Items
from evidence.formats.numbers import put_serial_numbers
from evidence.formats.people import body, inverted, joined, with_suffix_last
from evidence.formats.tagged import Between, Grammar, Record, records
from evidence.formats.tags import Tags

_DOI: Final = re.compile(r"^(10\.\S{1,300}) \[doi\]$")
_PII: Final = re.compile(r"^(\S{1,300}) \[pii\]$")
_SIMPLE: Final = (
    ("pmid", "PMID"),
    ("pmcid", "PMC"),
    ("volume", "VI"),
    ("number", "IP"),
    ("pages", "PG"),
    ("abstract", "AB"),
    ("language", "LA"),
    ("publisher", "PB"),
    ("edition", "EN"),
    ("series", "CTI"),
)


NBIB: Final = Grammar(
    tag=re.compile(r"\ufeff?([A-Z][A-Z0-9]{1,3}) {0,3}-(?:[ \t]|(?=[\r\n])|\Z)"), start="PMID", end=None
)


def read_nbib(text: str, *, name: str) -> Iterator[Entry | Problem | Rest]:
    """Give the entries, problems and rest of a text in PubMed's tagged format."""
    items = Items(file=name, whole=True)
    for record in records(text, NBIB):
        if isinstance(record, Between):
            yield from record.problems(name)
            yield items.rest(record.text)
            continue
        yield from record.before.problems(name)
        draft, kind = _drafted(record)
        numbered = record.lines[0].tag == "PMID"
        remarks = () if numbered else ("the record does not begin with its number (PMID)",)
        yield from items.taken(Item(kind, draft, record.raw, record.line, before=record.before.text, remarks=remarks))


def _drafted(record: Record) -> tuple[Draft, str]:
    draft = Draft()
    tags = Tags((line.tag, _unfolded(line.text)) for line in record.lines)
    _people(record, tags, draft)
    title = tags.first("TI")
    kind = _kind(tags, has_title=bool(title))
    book = tags.first("BTI").removesuffix(".")
    draft.put("title", (title or book).removesuffix("."))
    if kind == "article":
        draft.put("journal", tags.first("JT") or tags.peek("TA"))
        draft.put("shortjournal", tags.first("TA"))
    elif title:
        draft.put("booktitle", book)
    draft.put_all(dated(tags.first("DP")))
    for field, tag in _SIMPLE:
        draft.put(field, tags.first(tag))
    draft.put("doi", tags.matching("LID", _DOI) or tags.matching("AID", _DOI))
    tags.drop("AID", f"{draft.get('doi')} [doi]")
    draft.put("pii", tags.matching("LID", _PII) or tags.matching("AID", _PII))
    tags.drop("AID", f"{draft.get('pii')} [pii]")
    put_serial_numbers(draft, tags.all("IS", "ISBN"))
    draft.put("keywords", ", ".join(word.lstrip("*") for word in tags.all("OT")))
    draft.put("address", tags.first("PL"))
    for tag, text in tags.left():
        draft.keep(tag, text)
    return draft, kind


def _kind(tags: Tags, *, has_title: bool) -> str:
    if tags.peek("BTI"):
        return "incollection" if has_title else "book"
    return "article"


def _people(record: Record, tags: Tags, draft: Draft) -> None:
    """Put authors and bodies in the order in which they stand; short names only where there are no full ones."""
    told = {line.tag for line in record.lines}
    for field, full, short, bodies in (("author", "FAU", "AU", "CN"), ("editor", "FED", "ED", "")):
        wanted = full if full in told else short
        names = [
            body(line.text) if line.tag == bodies else _person(line.text)
            for line in record.lines
            if line.tag in {wanted, bodies}
        ]
        draft.put_tex(field, joined(names))
        tags.all(full, short, bodies)


def _person(name: str) -> str:
    family, comma, given = name.partition(",")
    return with_suffix_last(family, given.strip()) if comma else inverted(name)


def _unfolded(text: str) -> str:
    return " ".join(text.split())
