"""What a file that is not BibTeX looks like."""

import re
from collections.abc import Iterable
from typing import Final

_BINARY: Final = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x7fELF", "a program"),
)
_TEXT: Final = (
    (re.compile(r"(?is)<!doctype html|<html\b"), "a web page (HTML), perhaps one that asks to sign in"),
    (re.compile(r"<"), "XML or HTML"),
    (re.compile(r"(?m)TY {1,2}- "), "RIS"),
    (re.compile(r"PMID ?- "), "a PubMed export (nbib)"),
    (re.compile(r"FN (?:Clarivate|Thomson|ISI)|PT [JBCSP][\r\n]"), "a Web of Science export"),
    (re.compile(r"%0 \w"), "an EndNote export"),
    (re.compile(r"[\[{]\s*(?:[\[{\]}\"]|\Z)"), "JSON"),
)
_SURE_ENTRY: Final = re.compile(
    r"@[ \t]*+\w[\w.:+/-]*+\s{0,9}[{(]\s{0,99}+[^\s,={}\"#%();:]*+\s{0,99}+,\s{0,99}+[\w-]++\s{0,99}+="
)
_ANY_BLOCK: Final = re.compile(r"@[ \t]*+\w[\w.:+/-]*+\s{0,9}[{(]")
_BLANK: Final = "\ufeff \t\r\n\0"
_LONGEST_START: Final = 1024
"""Characters that the beginning of an entry may have."""


def looks_like(start: bytes, head: str, pieces: Iterable[str]) -> str | None:
    """Say what a file is if it is not BibTeX; none if it may be.

    ``start`` are its first bytes, ``head`` the first characters of what it was read as, ``pieces`` all of them.
    Prose around entries is no fault, and an entry inside a web page counts.
    """
    for sign, name in _BINARY:
        if start.startswith(sign):
            return f"it looks like {name}"
    body = head.lstrip(_BLANK)
    for pattern, name in _TEXT:
        if pattern.match(body):
            return None if _is_in(pieces, _SURE_ENTRY) else f"it looks like {name}"
    if _is_in(pieces, _ANY_BLOCK):
        return None
    return "it holds no entry such as @article{key, title = {...}}" if body else "it is empty"


def _is_in(pieces: Iterable[str], pattern: re.Pattern[str]) -> bool:
    before = ""
    for piece in pieces:
        text = before + piece
        if pattern.search(text):
            return True
        before = text[-_LONGEST_START:]
    return False
