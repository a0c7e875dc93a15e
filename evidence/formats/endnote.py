"""EndNote's XML read into entries, record by record as the text comes."""

from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree.ElementTree import Element

from evidence.bibtex.entries import Entry, Problem, Rest
from evidence.formats.dates import completed, dated
from evidence.formats.draft import Draft
from evidence.formats.items import Item, Items
from evidence.formats.kinds import OF_ENDNOTE, field_of_container, is_of_a_master
from evidence.formats.numbers import put_serial_numbers
from evidence.formats.people import inverted, joined
from evidence.formats.xml_items import Names, slices
from evidence.formats.xml_text import leaves, text_at, text_of, texts_at

_RECORDS: Final = Names("record")
_SIMPLE: Final = (
    ("title", "titles/title"),
    ("shorttitle", "titles/short-title"),
    ("series", "titles/tertiary-title"),
    ("volume", "volume"),
    ("number", "number"),
    ("pages", "pages"),
    ("doi", "electronic-resource-num"),
    ("file", "urls/pdf-urls/url"),
    ("publisher", "publisher"),
    ("address", "pub-location"),
    ("edition", "edition"),
    ("language", "language"),
    ("type", "work-type"),
    ("urldate", "access-date"),
)
_TITLES: Final = frozenset({"title", "short-title", "tertiary-title"})
_OF_LINES: Final = (("abstract", "abstract"), ("note", "notes"))
_HOUSEKEEPING: Final = frozenset(
    {"source-app", "ref-type", "contributors", "titles", "periodical", "dates", "urls", "keywords"}
)


def read_endnote(pieces: Iterable[str], *, name: str) -> Iterator[Entry | Problem | Rest]:
    """Give the entries, problems and an empty rest of EndNote's XML; the text between records is not kept."""
    items = Items(file=name, whole=False)
    for found in slices(pieces, _RECORDS, file=name):
        record = found.element
        if record is None:
            yield items.rejected(f"the record cannot be read: {found.reason}", line=found.line, raw=found.raw)
            continue
        type_ = record.find("ref-type")
        named = type_.get("name", "") if type_ is not None else ""
        draft, kind = _drafted(record, OF_ENDNOTE.get(named.lower(), "misc"))
        subtype = "" if named == "Generic" else named
        own_key = text_at(record, "label")
        yield from items.taken(
            Item(kind, draft, found.raw, found.line, own_key=own_key, subtype=subtype, remarks=found.remarks)
        )
    yield items.rest()


def _drafted(record: Element, kind: str) -> tuple[Draft, str]:
    draft = Draft()
    if kind == "phdthesis" and is_of_a_master(text_at(record, "work-type")):
        kind = "mastersthesis"
    _people(record, draft, kind)
    used = {"label", "isbn"}
    for field, path in _SIMPLE:
        draft.put(field, text_at(record, path))
        used.add(path)
    for field, path in _OF_LINES:
        draft.put(field, "".join(text for found in record.findall(path) for text in found.itertext()))
        used.add(path)
    urls = texts_at(record, "urls/related-urls/url", "urls/web-urls/url")
    draft.put("url", "".join(urls[:1]))
    draft.keep("urls", " ".join([*urls[1:], *texts_at(record, "urls/text-urls/url", "urls/image-urls/url")]))
    _container(record, draft, kind)
    _dates(record, draft)
    draft.put("keywords", ", ".join(texts_at(record, "keywords/keyword")))
    put_serial_numbers(draft, texts_at(record, "isbn"))
    used.update(_of_pubmed(record, draft))
    for child in record:
        if child.tag not in used and child.tag not in _HOUSEKEEPING:
            draft.keep(child.tag, leaves(child))
    return draft, kind


def _dates(record: Element, draft: Draft) -> None:
    """Put the year, and month and day if the date gives them; it often leaves out the year."""
    draft.put_all(dated(text_at(record, "dates/year")))
    text = text_at(record, "dates/pub-dates/date")
    draft.put_all(completed(text, year=draft.get("year")))
    if "month" not in draft:
        draft.keep("pub-dates", text)


def _of_pubmed(record: Element, draft: Draft) -> Iterator[str]:
    """Put PMID and PMCID, which EndNote has no place for, and give the elements that they were in."""
    number = text_at(record, "accession-num")
    if "pubmed" in text_at(record, "remote-database-name").lower() and number.isdigit() and draft.put("pmid", number):
        yield "accession-num"
    for path in ("custom2", "custom1"):
        if text_at(record, path).upper().startswith("PMC") and draft.put("pmcid", text_at(record, path)):
            yield path


def _people(record: Element, draft: Draft, kind: str) -> None:
    """Put authors and editors; other roles keep the name that EndNote has for them."""
    edited = kind in {"incollection", "inproceedings", "book"}
    for role in record.findall("contributors/*"):
        names = joined([inverted(text_of(name)) for name in role.iter() if name.tag == "author"])
        name = {"authors": "author", "secondary-authors": "editor" if edited else "secondary-authors"}.get(
            role.tag, role.tag
        )
        draft.put_tex(name, names)


def _container(record: Element, draft: Draft, kind: str) -> None:
    full = text_at(record, "periodical/full-title")
    second = text_at(record, "titles/secondary-title")
    short = text_at(record, "periodical/abbr-1") or text_at(record, "titles/alt-title")
    draft.put(field_of_container(kind) or ("secondary-title" if second else "full-title"), second or full)
    if short != (second or full):
        draft.put("shortjournal", short)
    seen = {"", second or full, short}
    for child in (*record.findall("titles/*"), *record.findall("periodical/*")):
        if child.tag not in _TITLES and (text := text_of(child)) not in seen:
            draft.keep(child.tag, text)
