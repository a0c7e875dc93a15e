"""The places of a text: its paragraphs, its sentences, and the mark by which a sentence is known again."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_SENTENCE_END = re.compile(r"(?<![.!?…])([.!?…]++[\"'\u201d\u2019)\]]*+)\s++(?=[\"'\u201c\u2018(\[]*+([^\W_]))")
"""Possessive, and only from the first mark of several: a text is walked once, however hostile."""
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[])(?:e\.g|i\.e|cf|vs|v|al|approx|ca|no|nos|fig|figs|dr|prof|mr|mrs|ms|st|jr|sr|[A-Z])\.$",
    re.IGNORECASE,
)

_LONGEST_ABBREVIATION = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """One sentence and its place."""

    paragraph: int
    """The block of the text between blank lines, headings counted, from 1."""
    sentence: int
    """The sentence within its paragraph, from 1."""
    text: str

    @property
    def sha256(self) -> str:
        """The mark by which the sentence is known again, whatever its line breaks."""
        return fingerprint(self.text)


def fingerprint(sentence: str) -> str:
    """Give the SHA-256 (64 hex digits) of a sentence in NFC with its blanks folded."""
    return hashlib.sha256(folded(sentence).encode("utf-8", "surrogatepass")).hexdigest()


def folded(text: str) -> str:
    """Give a text in NFC with its blanks folded: two prints of one sentence are then equal."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def paragraphs(text: str) -> list[str]:
    """Give the blocks of a text between blank lines, headings counted."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\N{BYTE ORDER MARK}")
    return [block for block in (part.strip() for part in _BLANK_LINES.split(unified)) if block]


def sentences(text: str) -> list[Sentence]:
    """Give every sentence of a text with its place.

    A sentence ends at ``.``, ``!``, ``?`` or ``…`` before a blank and a character that is no
    small letter, but not after a common abbreviation or a single initial.
    """
    return [
        Sentence(paragraph=number, sentence=place, text=sentence)
        for number, block in enumerate(paragraphs(text), start=1)
        for place, sentence in enumerate(_split(block), start=1)
    ]


def _split(block: str) -> list[str]:
    found: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(block):
        stop = end.end(1)
        tail = block[max(start, stop - _LONGEST_ABBREVIATION) : stop]
        if end[2].islower() or _ABBREVIATION.search(tail):
            continue
        found.append(block[start:stop])
        start = end.end()
    return [*found, block[start:]]
