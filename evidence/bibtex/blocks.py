"""A text cut into BibTeX blocks, each with its place: by bibtexparser, but for entries that are regular."""

import logging
import re
from collections.abc import Iterator, Sequence
from typing import Final

from bibtexparser.model import Block, ParsingFailedBlock
from bibtexparser.splitter import Splitter

from evidence.bibtex.regular import Regular, regular

_LINE_ENDS: Final = "\v\f\x1c\x1d\x1e\x1f\n"
"""What may stand for a line end in the splitter's values; it is a blank like any other there, and cheaper to pass."""

_FOLLOWING: Final = re.compile(r"@\w*+[ \t]*+\Z")
"""The start of the next block, with which the text of a failed one may end."""

logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL)  # each failure is reported as a problem

Placed = tuple[Block | Regular, int, int]
"""A block, where it starts and where it ends in the text."""


def line_end_in(text: str) -> str:
    """Give the sign that stands for a line end in the blocks of a text: one that is not in it, if there is one."""
    return next(sign for sign in _LINE_ENDS if sign not in text or sign == "\n")


def blocks(text: str, starts: Sequence[int], stop: int, *, line_end: str) -> Iterator[Placed]:
    """Give the blocks of a part of a text in order, duplicates and failures among them.

    The part goes from the first of ``starts`` to ``stop``; at the others a block begins a line.
    """
    odd: list[int] = []
    for start, limit in zip(starts, [*starts[1:], stop], strict=True):
        found = regular(text, start, limit)
        if found is None:
            odd.append(start)
            continue
        if odd:
            yield from _split(text, odd, start, line_end)
            odd = []
        yield found, text.index("@", start), found.end
    if odd:
        yield from _split(text, odd, stop, line_end)


def _split(text: str, starts: Sequence[int], stop: int, line_end: str) -> Iterator[Placed]:
    """Give the blocks that the splitter finds between places.

    Only where a block begins a line is it shown a line end, since only there it needs one, to take up again after a
    damaged block.
    """
    begin = starts[0]
    ends = [start - 1 for start in starts[1:]]
    lines = [text[start:end].replace("\n", line_end) for start, end in zip(starts, [*ends, stop], strict=True)]
    shown = "\n".join(lines)
    place = 0
    for block in Splitter(shown).split().blocks:
        raw = block.raw or ""
        start = shown.find(raw[:1], place)
        if not shown.startswith(raw, start):
            start = shown.find(raw, start)
        place = start + len(raw)
        if isinstance(block, ParsingFailedBlock):
            block.error.__traceback__ = None  # or its frames would hold the whole text in a circle
            if block.ignore_error_block is not None:
                yield block.ignore_error_block, begin + start, begin + place
                continue
            if (following := _FOLLOWING.search(raw, max(raw.rfind("@"), 1))) is not None:
                place = start + following.start()
        yield block, begin + start, begin + place
