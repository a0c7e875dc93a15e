"""A text cut into BibTeX blocks by bibtexparser, each with its place."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bibtexparser.model import Block
from bibtexparser.splitter import Splitter

_BLOCK_START: Final = re.compile(r"(?m)^[ \t]*+@\w*+[ \t]*+[{(]")
"""Where the splitter starts afresh whatever came before."""
_FOLLOWING: Final = re.compile(r"@\w*+[ \t]*+\Z")
"""The start of the next block, with which the text of a failed one may end."""
_CHUNK: Final = 500
"""Block starts in a chunk: a small library is quick to grow and cheap for the garbage collector."""

logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL)  # each failure is reported as a problem


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A block and where it stands in the text."""

    block: Block
    start: int
    end: int
    line: int
    """From 1."""
    limit: int
    """Where the next block that begins a line starts, or the text ends: a damaged block reaches no further."""


def blocks(text: str) -> Iterator[Placed]:
    """Give the blocks of a text in order, duplicates and failures among them; every line number is true.

    The splitter is fed in chunks, so that memory stays flat. Its own line numbers drift after a backslash
    at a line's end, so lines are counted here.
    """
    starts = [match.start() for match in _BLOCK_START.finditer(text)]
    cuts = [0, *starts[_CHUNK::_CHUNK], len(text)]
    starts.append(len(text))
    upcoming = 0
    line, counted = 1, 0
    for begin, stop in pairwise(cuts):
        place = begin
        for block in Splitter(text[begin:stop]).split().blocks:
            raw = block.raw or ""
            start = text.find(raw, place, stop)
            place = start + len(raw)
            if (following := _FOLLOWING.search(raw, max(raw.rfind("@"), 1))) is not None:
                place = start + following.start()
            line += text.count("\n", counted, start)
            counted = start
            while starts[upcoming] <= start and upcoming < len(starts) - 1:
                upcoming += 1
            yield Placed(block=block, start=start, end=place, line=line, limit=starts[upcoming])
