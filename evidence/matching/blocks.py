"""By what entries of one work are found among many: numbers made of a few of their words and figures."""

from typing import Final, NamedTuple
from zlib import crc32

from evidence.bibtex.work import Work
from evidence.matching.kinds import is_book_like
from evidence.matching.people import first_family
from evidence.matching.titles import LONGEST_TITLE, SMALL_WORDS, main_part, undecorated
from evidence.matching.words import spelt_alike, words

_HEAD: Final = 48
"""Letters of a title's beginning; so many, since many titles begin alike."""
_TAIL: Final = 24
"""Letters of its end, to which the first author's initial is added for the same reason."""
_AT_END: Final = 40
"""Letters of which those are left when words are spelt alike."""
_SHORTEST: Final = 10
"""Letters of a title; a shorter one leads to nothing."""
_SHORTEST_ELSEWHERE: Final = 4
"""Of a title in a script whose letters tell more."""


class MatchKeys(NamedTuple):
    """Numbers from 0 to 2**63 - 1, the same on every machine; none where the entry tells too little for one."""

    identifier: int | None
    """Of arXiv's number, or else the PMCID, or else a book's ISBN; a DOI and a PMID need no number."""
    title_head: int | None
    """Of the title's first letters, small words left out."""
    title_tail: int | None
    """Of the last letters before the subtitle, and the first author's initial."""
    pages: int | None
    """Of first page, volume and the first author's initial."""
    author: int | None
    """Of the first author, the year and the longest word of the title."""


def match_keys(work: Work, kind: str) -> MatchKeys:
    """Give the numbers by which other entries of a work are found.

    Two entries are worth comparing if they share the DOI, the PMID, or one of these numbers in the same place. The
    caller looks each up by an index, and passes over a number that more than 40 entries share: it is that of
    editorials, or of titles that all begin alike, and tells nothing of any two of them.
    """
    title, longest, head, tail = work.title, "", "", ""
    if title:
        head, tail, longest = _ends(title)
    family = first_family(work.authors)
    pages = author = None
    if work.first_page and work.volume:
        pages = _number(f"{work.first_page.lower()}/{work.volume.lower()}/{family[:1]}")
    if family and longest and work.year:
        author = _number(f"{family}/{work.year}/{longest}")
    return MatchKeys(
        _identifier(work, kind),
        _number(head) if head else None,
        _number(f"{tail}/{family[:1]}") if tail else None,
        pages,
        author,
    )


def blocks(work: Work, kind: str) -> tuple[int, ...]:
    """Give all by which entries of a work are found as one set of numbers, DOI and PMID among them.

    For whoever keeps entries in memory; what ``match_keys`` says of numbers that too many share holds here too.
    """
    identifiers = [_number(f"{work.doi}/doi")] if work.doi else []
    if work.pmid:
        identifiers.append(_number(f"{work.pmid}/pmid"))
    keys = match_keys(work, kind)
    tagged = (None if key is None else key ^ place for place, key in enumerate(keys))
    return (*identifiers, *(key for key in tagged if key is not None))


def _ends(title: str) -> tuple[str, str, str]:
    """Give the head of a title, and of what stands before its subtitle the tail and the longest word."""
    text = undecorated(title[:LONGEST_TITLE])
    main = main_part(text)
    start = [word for word in words(text if main is None else main) if word not in SMALL_WORDS]
    head = tail = "".join(start)
    if main is not None:
        rest = [word for word in words(text[len(main) :]) if word not in SMALL_WORDS]
        head += "".join(rest)
        if len(tail) < _SHORTEST:
            tail, start = head, start + rest
    if len(head) < (_SHORTEST if head.isascii() else _SHORTEST_ELSEWHERE):
        return "", "", spelt_alike(head or "".join(words(text)))
    spelt = spelt_alike(f"{head[:_AT_END]} {tail[-_AT_END:]} {max(start, key=len)}").split()
    return spelt[0][:_HEAD], spelt[1][-_TAIL:], spelt[2]


def _identifier(work: Work, kind: str) -> int | None:
    if work.arxiv:
        return _number(work.arxiv)
    if work.pmcid:
        return _number(work.pmcid)
    if work.isbn and is_book_like(kind):
        return _number(work.isbn[0])
    return None


def _number(text: str) -> int:
    """Give 63 bits of two sums; whoever makes two texts share them gains no more than a comparison."""
    data = text.encode() if text.isascii() else text.encode("utf-8", "replace")
    return crc32(data) << 31 ^ crc32(data[::-1])
