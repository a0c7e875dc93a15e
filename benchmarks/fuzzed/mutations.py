"""An input changed at random in the ways in which bibliography files break."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Final

_TEXTS: Final = (
    *'{}"@,=#%()\\$~^_;|&<>[]',
    *"\0\t\n\r\x0b\x0c\x1a\x85\xa0\xad\u0301\u200b\u202e\u2028\ufeff\ufffd",
    "\r\n",
    "\x1b[31m",
    "\U0001f9c2",
    "{{",
    "}}",
    '""',
    "\\\\",
    "\n\n",
    "\n@",
    "\n@article{",
    "\n@article{k,",
    "@misc(k, title = ",
    "\n@comment{",
    "\n@string{x = ",
    "@string{x = x # x}",
    "\n@preamble{",
    "crossref = {k},",
    "xdata = {k},",
    " # ",
    " and ",
    " and others",
    "author = {",
    'title = "',
    "month = jan # ",
    "year = 99999999999999999999,",
    "date = {2001-05/..},",
    "pages = {1--},",
    "doi = {10.1/",
    "% Encoding: UTF-16\n",
    "\\'{\\i}",
    "\\begin{",
    "$\\frac{1}{2}$",
    "&amp;#x0;",
    "TY  - JOUR\n",
    "ER  - \n",
    "\nPMID- 1\n",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "<record>",
    '{"id": 1, "type": "book"}',
    "[[[[",
)
_BYTES: Final = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf5")
MARKS: Final = (*map(str.encode, _TEXTS), *_BYTES)
_CUTS: Final = re.compile(rb"(?m)^[ \t]*@|\r\n|[\n\r{}\",=#()]")
_LONGEST: Final = 60_000
_HUGE: Final = 1_500_000


def mutated(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Change an input once or a few times; ``others`` lend it pieces. One in a few hundred becomes huge."""
    for _ in range(random.choice((1, 1, 2, 3, 5, 8))):
        data = random.choice(_CHANGES)(data, others, random)
    if random.random() < 1 / 300:
        return _huge(data, random)[:_HUGE]
    return data[:_LONGEST]


def _place(data: bytes, random: Random) -> int:
    """Give a place: half of the time one where BibTeX changes its mind."""
    if data and random.random() < 0.5:
        match = _CUTS.search(data, random.randrange(len(data)))
        if match is not None:
            return random.choice((match.start(), match.end()))
    return random.randint(0, len(data))


def _span(data: bytes, random: Random) -> tuple[int, int]:
    start = _place(data, random)
    if random.random() < 0.5:
        return start, min(start + random.choice((1, 2, 5, 20, 100)), len(data))
    end = _place(data, random)
    return min(start, end), max(start, end)


def _flip(data: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 10)) if data else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _insert(data: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    place = _place(data, random)
    return data[:place] + random.choice(MARKS) * random.choice((1, 1, 1, 2, 30)) + data[place:]


def _replace(data: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    start, end = _span(data, random)
    return data[:start] + random.choice(MARKS) + data[end:]


def _delete(data: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    start, end = _span(data, random)
    return data[:start] + data[end:]


def _repeat(data: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    start, end = _span(data, random)
    return data[:end] + data[start:end] * random.choice((1, 1, 2, 20)) + data[end:]


def _move(data: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    start, end = _span(data, random)
    rest = data[:start] + data[end:]
    place = _place(rest, random)
    return rest[:place] + data[start:end] + rest[place:]


def _cut(data: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    place = _place(data, random)
    return data[:place] if random.random() < 0.8 else data[place:]


def _splice(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    other = random.choice(others)
    start, end = _span(other, random)
    place = _place(data, random)
    return data[:place] + other[start:end] + data[place:]


def _append(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    return data + random.choice((b"", b"\n", b"\r\n")) + random.choice(others)


def _lines(data: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    random.shuffle(lines)
    return b"".join(lines)


def _recoded(data: bytes, _others: Sequence[bytes], random: Random) -> bytes:
    text = data.decode(errors="surrogateescape")
    codec = random.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1", "utf-8-sig", "koi8-r"))
    return text.encode(codec, errors="replace")


def _huge(data: bytes, random: Random) -> bytes:
    """Repeat a piece until the input is long: deep nesting, endless names, a line of a million characters."""
    start, end = _span(data, random)
    piece = data[start:end] or random.choice(MARKS)
    if random.random() < 0.5:
        piece = random.choice(MARKS)
    count = random.choice((1_000, 10_000, 100_000, _HUGE)) // len(piece) + 1
    return data[:start] + piece * count + data[end:]


_CHANGES: Final[tuple[Callable[[bytes, Sequence[bytes], Random], bytes], ...]] = (
    *(_flip, _insert, _insert, _insert, _replace, _delete, _delete, _repeat, _move),
    *(_cut, _splice, _splice, _append, _lines, _recoded),
)
