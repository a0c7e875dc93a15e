"""Pages, volume and issue made comparable: where a work stands in what it was published in."""

import re
from functools import lru_cache
from typing import Final

from evidence.bibtex.latex import plain

_RANGE: Final = re.compile(r"([1-9]\d{0,9})(?:-{1,3}|\u2013)([1-9]\d{0,9})")
_DASHES: Final = re.compile(r"\s*[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+\s*")
_LABEL: Final = re.compile(
    r"(?i)(?:(?:pages?|pp?|pgs?|seiten?|art(?:icle|\.)?(?:\s*(?:no\.?|id|number))?|paper|no\.|id)\b[.:\s]*)+(?=[^\s-])"
)
_COUNT: Final = re.compile(r"(?i)(?:[ivxlc]+\s*[,+]\s*)?\[?\d+\]?\s*(?:pp?|pages?|pgs|seiten|s)\b\.?")
_PAGE: Final = re.compile(r"[A-Za-z]{0,8}\.?-?\d[\w.:]{0,40}|[ivxlcdm]{1,12}|[IVXLCDM]{1,12}")
_LIST: Final = re.compile(r"[,;]|\s(?=[A-Za-z(\[])|(?<=\d)(?:\+|ff?\b)")
_TAIL: Final = re.compile(r"(.*?)(\d+)", re.DOTALL)
_VOLUME: Final = re.compile(r"(?i)(?:vol(?:ume)?|bd|band|v)\b[.\s]*(?=\w)")
_WITH_ISSUE: Final = re.compile(r"([^\s()]+)\s*\(([^()]+)\)")
_ISSUE: Final = re.compile(r"(?i)(?:no|nr|num(?:ber)?|issue|iss|n)\b[.\s]*(?=\w)|(?:no|nr)\.\s*|[#№]\s*")
_SUPPLEMENT: Final = re.compile(r"(?i)\bsuppl(?:ement)?(?:[._ ]|-(?=\d))*")
_TEX: Final = frozenset("\\{}$~&")
_LONGEST: Final = 300
"""Characters of a field that are looked at."""
LONGEST_NUMBER: Final = 60
"""Characters that the number of an article, a volume or an issue may have."""

Span = tuple[str | None, str | None]
_NOWHERE: Final[Span] = (None, None)


@lru_cache(maxsize=4096)
def pages_of(value: str) -> Span:
    """Give the first and the last page of the first range; a last page that is cut short is written out.

    A count of pages, as Embase has it, tells no page. Case makes no difference: ``e12``, ``S12``.
    """
    match = _RANGE.fullmatch(value)
    if match is not None:
        first, last = match.groups()
        return first, last if len(last) >= len(first) else _written_out(first, last)
    text = _text(value)
    if _COUNT.fullmatch(text):
        return _NOWHERE
    text = _LIST.split(_without(_LABEL, _DASHES.sub("-", text)).strip(" ()[]"), maxsplit=1)[0]
    first, last = _parted(text)
    last = _without(_LABEL, last)
    if _PAGE.fullmatch(first) is None:
        return _NOWHERE
    first = _cased(first)
    return first, _written_out(first, _cased(last)) if _PAGE.fullmatch(last) else None


def _text(value: str) -> str:
    text = value[:_LONGEST]
    return " ".join(text.split()) if _TEX.isdisjoint(text) else plain(text)


def _without(label: re.Pattern[str], text: str) -> str:
    match = label.match(text)
    return text if match is None else text[match.end() :]


def _parted(text: str) -> tuple[str, str]:
    """Cut at the first hyphen, but ``P-12`` and ``A-1-A-5`` at that which stands between two pages."""
    start = re.match(r"[A-Za-z]+-(?=\d)", text)
    cut = text.find("-", start.end() if start else 0)
    return (text, "") if cut < 0 else (text[:cut], text[cut + 1 :])


def _cased(page: str) -> str:
    """Give one spelling of ``E12`` and ``e12``, ``s12`` and ``S12``, ``0012`` and ``12``."""
    if page.isdecimal():
        return page.lstrip("0") or "0"
    if page[1:].isdecimal():
        return page.lower() if page[0] in "eE" else page.upper()
    return page.lower() if page.isalpha() else page


def _written_out(first: str, last: str) -> str:
    """Give 128 for 123-8, S34 for S12-34, and 12:20 for 12:1-20."""
    start, end = _TAIL.fullmatch(first), _TAIL.fullmatch(last)
    if start is None or end is None:
        return last
    head, number = start.groups()
    if end[1] and not (head != end[1] and head.endswith(end[1])):
        return last
    tail = end[2]
    if len(tail) < len(number) and not end[1]:
        whole = number[: len(number) - len(tail)] + tail
        if int(whole[-18:]) < int(number[-18:]):
            return last
        tail = whole
    return head + tail


@lru_cache(maxsize=4096)
def article_number(value: str) -> str | None:
    """Give the number of an article that has no pages, without a label such as ``Article ID``."""
    text = _without(_LABEL, _text(value))
    if len(text) > LONGEST_NUMBER or not any(map(str.isdigit, text)) or "arxiv" in text.lower():
        return None
    return _cased(text)


@lru_cache(maxsize=4096)
def volume_of(value: str) -> Span:
    """Give the volume, and the issue where the field holds both, as ``12(3)``."""
    text = value if value.isdecimal() else _without(_VOLUME, _text(value))
    both = _WITH_ISSUE.fullmatch(text)
    return (_number(text), None) if both is None else (_number(both[1]), issue_of(both[2]))


@lru_cache(maxsize=4096)
def issue_of(value: str) -> str | None:
    """Give the issue: ``3`` for ``No. 03``, ``S1`` for ``Suppl. 1``, ``3-4`` for any dash; arXiv's number is none."""
    text = _text(value)
    if "arxiv" in text.lower():
        return None
    return _number(_SUPPLEMENT.sub("S", _without(_ISSUE, text)))


def _number(text: str) -> str | None:
    if text.isdecimal():
        text = text.lstrip("0") or "0"
    return _DASHES.sub("-", text)[:LONGEST_NUMBER].strip() or None
