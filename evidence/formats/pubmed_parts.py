"""Names, dates, pages, identifiers and notices in PubMed's XML."""

from collections.abc import Iterable
from typing import Final
from xml.etree.ElementTree import Element

from evidence.formats.dates import dated, from_parts
from evidence.formats.draft import Draft
from evidence.formats.people import body, joined, person
from evidence.formats.xml_text import text_at, text_of

_FIELD_OF: Final = {"doi": "doi", "pmc": "pmcid", "pubmed": "pmid", "pii": "pii"}


def names_of(lists: Iterable[Element]) -> str:
    """Give the persons and bodies of lists of authors as the value of an author field."""
    names: list[str] = []
    more = False
    for one in lists:
        more = more or one.get("CompleteYN") == "N"
        names.extend(_name(author) for author in one.findall("Author") if author.get("ValidYN") != "N")
    return joined(names, more=more)


def _name(author: Element) -> str:
    family = text_at(author, "LastName")
    if not family:
        return body(text_at(author, "CollectiveName"))
    given = text_at(author, "ForeName") or " ".join(text_at(author, "Initials"))
    return person(family, given=given, suffix=text_at(author, "Suffix"))


def date_of(date: Element | None) -> list[tuple[str, str]]:
    """Give year, month and date of a date of publication, or what can be read of one in free words."""
    if date is None:
        return []
    year = text_at(date, "Year")
    if not year:
        return dated(text_at(date, "MedlineDate"))
    return from_parts(year, text_at(date, "Month") or text_at(date, "Season"), text_at(date, "Day"))


def pages_of(pages: Element | None) -> str:
    """Give the pages as they are printed, or from their first and last."""
    if pages is None:
        return ""
    first, last = text_at(pages, "StartPage"), text_at(pages, "EndPage")
    return text_at(pages, "MedlinePgn") or (f"{first}--{last}" if first and last else first)


def identifiers_of(record: Element, draft: Draft, *paths: str) -> None:
    """Put the identifiers of the work itself, none of those of its references; what is marked invalid is left out."""
    for path in paths:
        for one in record.findall(path):
            kind = one.get("IdType") or one.get("EIdType") or "id"
            if one.get("ValidYN") != "N":
                field, value = _FIELD_OF.get(kind), text_of(one)
                if field is None:
                    draft.keep(f"{kind}-id", value)
                else:
                    draft.put(field, value)


def notices_of(record: Element, draft: Draft) -> None:
    """Keep each comment, correction and retraction under its kind, as ``RetractionIn``."""
    notices: dict[str, list[str]] = {}
    for one in record.findall("MedlineCitation/CommentsCorrectionsList/CommentsCorrections"):
        number = text_at(one, "PMID")
        where = text_at(one, "RefSource") + (f" (PMID {number})" if number else "")
        notices.setdefault(one.get("RefType", "CommentsCorrections"), []).append(where.strip())
    for kind, places in notices.items():
        draft.keep(kind, "; ".join(places))
