"""Texts damaged in the ways in which files are."""

import re
from itertools import pairwise
from typing import NamedTuple

from hypothesis import strategies as st

JUNK = (
    *'{}"@,=#%()\\\0\x1a\ufeff\r\n\t é',
    "}}",
    "{{",
    '""',
    "@article{",
    "@article{junk,",
    "@book(junk, title=",
    "\n@article{junk, title={Junk}}\n",
    "\n@article{junk, title={Junk\n",
    '\n@misc{junk, title="Junk\n',
    "\n@comment{\n",
    "\n@string{junk = \n",
    "\n@preamble{\n",
    "@",
    ", year = 2000}",
    "\n}\n",
    "\n% {\n",
    "\n<<<<<<< HEAD\n",
    "\\",
    "\n@\n",
    "\nTY  - JOUR\n",
)


class Damage(NamedTuple):
    """Bytes that stand in a text from ``start`` to ``end`` instead of what was there."""

    start: int
    end: int
    instead: bytes


@st.composite
def damages(draw, text):
    """Damage a text in one place, or up to three."""
    found = []
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 3)))):
        damage = draw(st.sampled_from((_cut, _deleted, _doubled, _dropped, _flipped, _junk, _lines_gone, _shuffled)))(
            draw, text
        )
        if all(damage.end < other.start or other.end < damage.start for other in found):
            found.append(damage)
    return sorted(found)


def _place(draw, text):
    return draw(st.integers(0, len(text)))


def _cut(draw, text):
    return Damage(_place(draw, text), len(text), b"")


def _deleted(draw, text):
    start = _place(draw, text)
    return Damage(start, min(start + draw(st.integers(1, 30)), len(text)), b"")


def _sign(draw, text):
    return draw(st.sampled_from([match.start() for match in re.finditer(r'[{}"(),@]', text)] or [0]))


def _doubled(draw, text):
    place = _sign(draw, text)
    return Damage(place, place, text[place : place + 1].encode())


def _dropped(draw, text):
    place = _sign(draw, text)
    return Damage(place, place + 1, b"")


def _flipped(draw, text):
    place = draw(st.integers(0, len(text) - 1))
    data = bytearray(text[place].encode())
    data[draw(st.integers(0, len(data) - 1))] ^= draw(st.integers(1, 255))
    return Damage(place, place + 1, bytes(data))


def _junk(draw, text):
    start = _place(draw, text)
    return Damage(start, start, "".join(draw(st.lists(st.sampled_from(JUNK), min_size=1, max_size=3))).encode())


def _window(draw, text):
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    first = draw(st.integers(0, len(starts) - 1))
    return [*starts, len(text)][first : first + draw(st.integers(2, 7))]


def _lines_gone(draw, text):
    places = _window(draw, text)
    return Damage(places[0], places[-1], b"")


def _shuffled(draw, text):
    places = _window(draw, text)
    lines = [text[start:end] for start, end in pairwise(places)]
    return Damage(places[0], places[-1], "".join(draw(st.permutations(lines))).encode())
