"""A .bib file read as a stream of entries and problems, each with its line; no database."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

from evidence.bibtex import decode
from evidence.bibtex.blocks import blocks
from evidence.bibtex.definitions import definitions
from evidence.bibtex.entries import Entry, Grade, Library, Problem, Rest
from evidence.bibtex.reading import Reading
from evidence.bibtex.strings import Strings
from evidence.bibtex.window import Window
from evidence.errors import FileError
from evidence.text import visible

_MOST: Final = 500
"""Blocks that begin a line in a part: a small library is quick to grow and cheap for the garbage collector."""
_FEWEST: Final = 8


def read(
    opened: decode.Opened, strings: Strings, *, progress: Callable[[int], None] | None = None
) -> Iterator[Entry | Problem | Rest]:
    """Give the entries and problems of a file in order, and at the end what follows the last entry.

    What stands in the file is ``before`` and ``raw`` of each entry and then the rest, character for character, but for
    blocks too long to keep, which a problem names. Little more is in memory than what is given out. ``strings`` are
    the definitions in force, to which those of the file are added. ``progress`` is told of bytes as they are read.
    """
    yield from opened.problems()
    strings.announce(definitions(opened.pieces()))
    window = Window(opened.pieces(progress))
    reading = Reading(opened.name, strings, window)
    for _ in _parts(window, reading):
        yield from reading.collector.given_out()
    yield from reading.collector.given_out()
    if not reading.collector.count:
        yield Problem(file=opened.name, line=1, reason="there is no entry in this file", grade=Grade.NOTE)
    yield Rest(reading.kept)


def _parts(window: Window, reading: Reading) -> Iterator[None]:
    """Read a text part by part, each a step."""
    place, size = 0, _MOST
    while True:
        if place >= window.ready:
            reading.let_go(place)
            place = 0
            if not window.fill():
                return
        bounds, stop = _bounds(window, place, size)
        if stop - bounds[0] > window.largest and len(bounds) == 1:
            place = reading.too_long(place, stop)
            if place == len(window.text) and not window.ended:
                reading.skip()
                place = 0
            yield
            continue
        place, size = stop, min(2 * size, _MOST)
        for block, start, end in blocks(window.text, bounds, stop, line_end=window.line_end):
            elsewhere = reading.block(block, start, end)
            if elsewhere is not None:
                place, size = elsewhere, _FEWEST  # since what is read on from there may be read anew soon
                break
        yield


def _bounds(window: Window, place: int, size: int) -> tuple[list[int], int]:
    """Give where the blocks of a part begin their lines and where it ends; a block that is too long is a part."""
    starts, ready = window.starts, window.ready
    if not ready:
        return [place], window.limits(place)[0]
    first = bisect_right(starts, place)
    bounds = [place, *(start for start in starts[first : first + size] if start < ready)]
    stop = bounds.pop() if len(bounds) > size else ready
    if len(window.text) > window.largest:
        for number, (start, end) in enumerate(pairwise([*bounds, stop])):
            if end - start > window.largest:
                return (bounds[:number], start) if number else (bounds[:1], end)
    return bounds, stop


def read_files(paths: Iterable[Path]) -> Library:
    """Read .bib files in order, all at once; an ``@string`` of one holds in those after it, as for BibTeX.

    FileError, in one line: a file is not BibTeX at all.
    """
    entries: list[Entry] = []
    problems: list[Problem] = []
    strings = Strings()
    for path in paths:
        with path.open("rb") as file:
            opened = decode.opened(file, name=str(path))
            if opened.foreign is not None:
                raise FileError(f"{visible(str(path))}: this is not BibTeX: {opened.foreign}")
            for item in read(opened, strings):
                if isinstance(item, Entry):
                    entries.append(item)
                elif isinstance(item, Problem):
                    problems.append(item)
    return Library(entries=tuple(entries), problems=tuple(problems))
