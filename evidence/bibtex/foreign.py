"""What a file that is not BibTeX looks like."""

import re
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
    (re.compile(r"FN (?:Clarivate|Thomson|ISI)|PT [JBCSP]\n"), "a Web of Science export"),
    (re.compile(r"%0 \w"), "an EndNote export"),
    (re.compile(r"[\[{]\s*(?:[\[{\]}\"]|$)"), "JSON"),
)
_SURE_ENTRY: Final = re.compile(
    r"@[ \t]*\w[\w.:+/-]*\s{0,9}[{(]\s{0,99}[^\s,={}\"#%();:]*\s{0,99},\s{0,99}[\w-]+\s{0,99}="
)
_ANY_BLOCK: Final = re.compile(r"@[ \t]*\w[\w.:+/-]*+\s{0,9}[{(]")


def looks_like(data: bytes, text: str) -> str | None:
    """Say what a file is if it is not BibTeX; none if it may be.

    ``text`` is what ``data`` was read as. Prose around entries is no fault, and an entry inside a web page counts.
    """
    for start, name in _BINARY:
        if data.startswith(start):
            return f"it looks like {name}"
    body = text.lstrip("\ufeff \t\n")
    if not body:
        return "it is empty"
    for pattern, name in _TEXT:
        if pattern.match(body):
            return None if _SURE_ENTRY.search(body) else f"it looks like {name}"
    return None if _ANY_BLOCK.search(body) else "it holds no entry such as @article{key, title = {...}}"
