"""The tags of RIS made fields of BibTeX, as EndNote, Zotero, Mendeley, Scopus, Embase and PubMed use them."""

import re
from typing import Final

from evidence.formats.dates import completed, dated
from evidence.formats.draft import Draft
from evidence.formats.kinds import field_of_container, is_of_a_master
from evidence.formats.numbers import put_serial_numbers
from evidence.formats.people import inverted, joined
from evidence.formats.tags import Tags

_DOI: Final = re.compile(r"(?i)^\s*(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/\S{1,300})\s*$")
_PMCID: Final = re.compile(r"(?i)^\s*(?:pmcid:?\s*)?(PMC\d{1,9})\s*$")
_PMID: Final = re.compile(r"(?i)^\s*(?:pmid:?\s*)?(\d{4,9})(?:\s*\[pmid\])?\s*$")
_MARKED_PMID: Final = re.compile(r"(?i)^\s*(?:pmid:?\s*(\d{4,9})|(\d{4,9})\s*\[pmid\])\s*$")
_PUBMED: Final = re.compile(r"(?i)\b(?:pubmed|medline|nlm)\b")
_LETTER: Final = re.compile(r"[^\W\d_]")
_SIMPLE: Final = (
    ("volume", ("VL",)),
    ("doi", ("DO",)),
    ("publisher", ("PB",)),
    ("address", ("CY", "PP")),
    ("edition", ("ET",)),
    ("language", ("LA",)),
    ("shorttitle", ("ST",)),
)
_SEPARATORS: Final = {"N1": "\n"}


def drafted(tags: Tags, *, kind: str) -> tuple[Draft, str]:
    """Give the fields that the tags of a record tell, and the entry type in the light of them."""
    draft = Draft()
    draft.put_tex("author", joined([inverted(name) for name in tags.all("AU", "A1")]))
    editors = tags.all("ED") + (
        tags.all("A2") if kind in {"incollection", "inproceedings", "book", "proceedings"} else []
    )
    draft.put_tex("editor", joined([inverted(name) for name in editors]))
    title = tags.first("TI", "T1", *(("BT",) if kind == "book" else ()), *(("CT",) if kind != "inproceedings" else ()))
    draft.put("title", title)
    for tag in ("TI", "T1", "ST"):
        tags.drop(tag, title)
    _container(tags, draft, kind)
    _date(tags, draft)
    if kind == "phdthesis" and is_of_a_master(tags.peek("M3") or tags.peek("U1")):
        kind = "mastersthesis"
    _numbers(tags, draft, kind)
    seen = tags.first("Y2")
    draft.put("urldate", dict(dated(seen)).get("date", seen))
    for name, sources in _SIMPLE:
        draft.put(name, tags.first(*sources))
    draft.put("abstract", tags.first("AB", "N2"))
    tags.drop("N2", draft.get("abstract"))
    draft.put("keywords", ", ".join(" ".join(word.split()) for word in tags.all("KW")))
    draft.put("url", tags.first("UR"))
    draft.put("note", "\n".join(tags.all("N1")))
    for tag, text in tags.left(_SEPARATORS):
        draft.keep(tag, text)
    return draft, kind


def _container(tags: Tags, draft: Draft, kind: str) -> None:
    """Find the full and the short title among the five tags in which exporters write either."""
    if kind == "article":
        full = tags.first("JF", "T2", "JO", "JA", "J2", "J1", "BT")
    else:
        full = tags.first("T2", "BT", "JF", "JO", "C3" if kind == "inproceedings" else "BT")
    draft.put(field_of_container(kind) or "T2", full)
    for tag in ("JF", "T2", "JO", "JA", "J2", "J1", "BT"):
        tags.drop(tag, full)
    short = tags.first("J2", "JA", "J1", "JO")
    draft.put("shortjournal", short)
    for tag in ("J2", "JA", "J1", "JO"):
        tags.drop(tag, short)
    draft.put("series", tags.first("T3"))


def _date(tags: Tags, draft: Draft) -> None:
    """Take the year from PY or Y1, or from DA, which may know the day as well."""
    for tag in ("PY", "Y1", "DA"):
        text = tags.peek(tag)
        fields = completed(text, year=draft.get("year"))
        draft.put_all(fields)
        if fields and not ("/" in text and _LETTER.search(text)):
            tags.first(tag)  # or a season stands behind the numbers


def _numbers(tags: Tags, draft: Draft, kind: str) -> None:
    first, last = tags.first("SP"), tags.first("EP")
    draft.put("pages", f"{first}--{last}" if first and last and "-" not in first else first or last)
    if kind == "article":
        draft.put("number", tags.first("IS", "CP"))
        draft.put("pages", tags.first("C7"))
    else:
        draft.put("number", tags.first("IS", "M1"))
    put_serial_numbers(draft, tags.all("SN"))
    draft.put("doi", tags.matching("M3", _DOI) or tags.matching("N1", _DOI) or tags.matching("L3", _DOI))
    draft.put("pmcid", tags.matching("C2", _PMCID) or tags.matching("U2", _PMCID) or tags.matching("AN", _PMCID))
    draft.put("pmid", tags.matching("PM", _PMID))
    for tag in ("AN", "C5", "U1", "U2"):
        sure = tag == "AN" and _PUBMED.search(f"{tags.peek('DB')} {tags.peek('DP')}") is not None
        draft.put("pmid", tags.matching(tag, _PMID if sure else _MARKED_PMID))
