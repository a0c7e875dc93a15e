"""DOI, PMID and year of an entry in the form in which two of them can be compared."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote

from evidence.text import storable

_DOI: Final = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,4}/\S{1,300}")
_RESOLVED: Final = re.compile(r"(?i)(?:doi\.org/|\bdoi:?\s{0,3})(10\.\d{4,9}(?:\.\d{1,9}){0,4}(?:/|%2F)\S{1,300})")
_ESCAPED: Final = re.compile(r"\{?\\([_&%#$])\}?|\{\}")
_CLOSING: Final = {")": "(", "]": "[", "}": "{", ">": "<"}
_PMID: Final = re.compile(r"(?i)\s*(?:pmid:?\s*)?0*([1-9]\d{0,8})\s*\.?\s*")
_PMID_ELSEWHERE: Final = re.compile(
    r"(?i)(?:\bpmid:?\s{0,3}|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)([1-9]\d{0,8})\b"
)
_SORTING: Final = re.compile(r"\\[A-Za-z]*(?:[Nn]oop|[Ss]ort)[A-Za-z]*\s*\{[^{}]{0,99}\}")
_YEAR: Final = re.compile(r"(?<![\d.])[1-9]\d{3}(?!\d|\.\d)")
_LONGEST: Final = 2_000
"""Characters of a field that are looked at; identifiers stand near the front."""


def doi(fields: Mapping[str, str]) -> str | None:
    """Give the DOI of an entry in small letters, from its doi field, or a resolver's address or a note.

    The names of the fields are in small letters. A resolver's address, ``doi:`` and TeX's backslashes are taken off.
    """
    own = _without_tex(fields.get("doi", ""))
    match = _RESOLVED.search(own)
    if match is not None:
        return _comparable(match[1], encoded="doi.org/" in own.lower())
    if (bare := _DOI.search(own)) is not None:
        return _comparable(bare.group(), encoded=False)
    for name in ("url", "note"):
        text = _without_tex(fields.get(name, ""))
        if (match := _RESOLVED.search(text)) is not None:
            return _comparable(match[1], encoded=match.group().lower().startswith("doi.org/"))
    return None


def _without_tex(value: str) -> str:
    return _ESCAPED.sub(lambda match: match[1] or "", value[:_LONGEST])


def _comparable(found: str, *, encoded: bool) -> str:
    if encoded:
        found = storable(unquote(re.split(r"[?#]", found, maxsplit=1)[0]))
    while found[-1] in ".,;:'\"" or (
        found[-1] in _CLOSING and found.count(found[-1]) > found.count(_CLOSING[found[-1]])
    ):
        found = found[:-1]
    return found.lower()


def pmid(fields: Mapping[str, str]) -> str | None:
    """Give the PubMed number of an entry, from a field of its own, an eprint, an address or a note."""
    own = [fields.get("pmid", ""), fields.get("pubmed", ""), fields.get("pubmedid", "")]
    if fields.get("eprinttype", fields.get("archiveprefix", "")).strip().lower() == "pubmed":
        own.append(fields.get("eprint", ""))
    for value in own:
        if (match := _PMID.fullmatch(value[:_LONGEST])) is not None:
            return match[1]
    for name in ("url", "note"):
        if (match := _PMID_ELSEWHERE.search(fields.get(name, "")[:_LONGEST])) is not None:
            return match[1]
    return None


def year(fields: Mapping[str, str]) -> int | None:
    """Give the first year of four digits in the year field, or else in the date."""
    for name in ("year", "date"):
        match = _YEAR.search(_SORTING.sub("", fields.get(name, "")[:_LONGEST]))
        if match is not None:
            return int(match.group())
    return None
