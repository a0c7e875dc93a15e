"""DOIs as they stand in fields, addresses and notes, brought into one form."""

import html
import re
from typing import Final
from urllib.parse import unquote

from evidence.text import storable

_PLAIN: Final = re.compile(r"10\.\d{4,9}/[A-Za-z0-9.()_:+-]{0,200}[A-Za-z0-9]")
_PREFIX: Final = r"10\.\d{4,9}(?:\.\d{1,9}){0,4}"
_BARE: Final = re.compile(_PREFIX + r"/\S{1,300}")
_LABELLED: Final = re.compile(
    r"(?i)(\bdoi[.-][\w.-]{2,60}/|\bdoi[:/]?\s{0,3})(" + _PREFIX + r"(?:/|%2F)\S{1,300})",
)
_IN_ADDRESS: Final = re.compile(
    r"(?i)(?:/doi/(?:[a-z]{2,10}/){0,2}|/(?:articles?|chapter|book|content|content/pdf)/|[?&](?:id|doi)=)"
    "(" + _PREFIX + r"(?:/|%2F)[^\s&]{1,300})"
)
"""A publisher's own address of a work, as ``https://www.pnas.org/doi/full/10.1073/pnas.1``."""
_AFTER: Final = re.compile(
    r"(?i)(?:/(?:abstract|e?pdf|pdfdirect|full|fulltext|full/html|full/pdf|meta|summary|references|-/.*)"
    r"|(?:\.full|\.abstract|\.long|\.short)?(?:\.pdf)?)$"
)
"""What publishers add to a DOI in an address for one view of the work."""
_VIEWS: Final = ("/abstract", "/full", "/pdf", "/epdf")
_VERSION: Final = re.compile(r"(10\.1101/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})v\d+.*")
"""Of a preprint of bioRxiv or medRxiv, whose DOI has none."""
_NEXT: Final = re.compile(r"(?i)[,;]\s*(?:https?://|doi\b|10\.\d{4})")
_TEX: Final = re.compile(r"\\([_&%#$])|\\text(less|greater|underscore)\b\s*|\$([<>])\$|(\}\{)|[{}\\]")
_SIGNS: Final = {"less": "<", "greater": ">", "underscore": "_", "}{": " "}
_UNSEEN: Final = re.compile("[\xad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_CLOSING: Final = {")": "(", "]": "[", ">": "<"}
_LOOSE: Final = ".,;:'\"/*`\u2019\u201d\u2026"
"""Signs with which no DOI ends."""
LONGEST: Final = 2_000
"""Characters of a field that are looked at; identifiers stand near the front."""


def doi_of(value: str) -> str | None:
    """Give the DOI in a field that is meant for one, in small letters; none for a short DOI, as ``10/abc``."""
    if _PLAIN.fullmatch(value) is not None:
        return value.lower() if not value.startswith("10.1101/") else _VERSION.sub(r"\1", value.lower())
    text = without_tex(value)
    if (match := _LABELLED.search(text)) is not None:
        return _comparable(match[2], address=match[1].endswith("/"))
    if (match := _IN_ADDRESS.search(text)) is not None:
        return _comparable(match[1], address=True)
    if "%2" in text:
        text = unquote(text)
    match = _BARE.search(text)
    return None if match is None else _comparable(match.group(), address=False)


def doi_in(text: str) -> str | None:
    """Give the DOI in an address or a note, without its TeX: one that is labelled, resolved, or stands alone."""
    if (match := _LABELLED.search(text)) is not None:
        return _comparable(match[2], address=match[1].endswith("/"))
    if (match := _IN_ADDRESS.search(text)) is not None:
        return _comparable(match[1], address=True)
    match = _BARE.fullmatch(text.strip())
    return None if match is None else _comparable(match.group(), address=False)


def without_tex(value: str) -> str:
    """Give the beginning of an address or identifier without braces, backslashes, entities and unseen characters."""
    text = value[:LONGEST]
    if "\\" in text or "{" in text or "$" in text or "}" in text:
        text = _TEX.sub(_untexed, text)
    if "&" in text:
        text = html.unescape(text)
    return text if text.isascii() else _UNSEEN.sub("", text)


def _untexed(match: re.Match[str]) -> str:
    found = match[1] or match[2] or match[3] or match[4] or ""
    return _SIGNS.get(found, found)


def _comparable(found: str, *, address: bool) -> str | None:
    if address:
        found = re.split(r"[?#]", found, maxsplit=1)[0]
    if "%" in found:
        found = storable(unquote(found))
    found = _NEXT.split(found, maxsplit=1)[0].split()[0]
    while found[-1] in _LOOSE or (found[-1] in _CLOSING and found.count(found[-1]) > found.count(_CLOSING[found[-1]])):
        found = found[:-1]
    if address or found.endswith(_VIEWS):
        found = _AFTER.sub("", found, count=1)
    found = _VERSION.sub(r"\1", found.lower())
    return found if "/" in found else None
