"""ISSN and ISBN told apart where a format has one place for both."""

import re
from collections.abc import Iterable
from typing import Final

from evidence.formats.draft import Draft

_ISSN: Final = re.compile(r"(?i)(?<![\dX-])(\d{4})-?(\d{3}[\dX])(?![\dX-])")
_ISBN: Final = re.compile(r"(?i)(?<![\dX-])(?:97[89][- ]?)?(?:\d[- ]?){9}[\dX](?![\dX-])")


def put_serial_numbers(draft: Draft, values: Iterable[str]) -> None:
    """Put each ISSN and ISBN in the field of its own; text in which there is neither stays under ``SN``."""
    issn: dict[str, None] = {}
    isbn: dict[str, None] = {}
    other = []
    for value in values:
        books = _ISBN.findall(value)
        journals = [] if books else [f"{match[1]}-{match[2].upper()}" for match in _ISSN.finditer(value)]
        isbn.update(dict.fromkeys(books))
        issn.update(dict.fromkeys(journals))
        if not (books or journals):
            other.append(value)
    draft.put("issn", ", ".join(issn))
    draft.put("isbn", ", ".join(isbn))
    if other:
        draft.keep("SN", "; ".join(other))
