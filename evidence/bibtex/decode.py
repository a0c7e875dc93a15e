"""A .bib file opened: its bytes made text piece by piece, with what had to be assumed."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO, Final

from evidence.bibtex import encodings
from evidence.bibtex.entries import Grade, Problem
from evidence.bibtex.foreign import looks_like
from evidence.bibtex.scan import Scan

PIECE: Final = 1024 * 1024
"""Bytes that are decoded at a time."""
_HEAD: Final = 65_536
"""Characters that may say what a file is."""

Assumption = tuple[int, Grade, str]
"""Line, grade and reason."""


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A file of which all is known but what it tells."""

    name: str
    sha256: str
    size: int
    """In bytes."""
    encoding: str
    exact: bool
    """Whether the text, encoded again, gives the file's bytes."""
    file: BinaryIO
    piece: int
    """Bytes that are decoded at a time."""
    assumptions: tuple[Assumption, ...]

    def problems(self) -> Iterator[Problem]:
        """Give what had to be assumed of the file's bytes."""
        for line, grade, reason in self.assumptions:
            yield Problem(file=self.name, line=line, reason=reason, grade=grade)

    def pieces(self, progress: Callable[[int], None] | None = None) -> Iterator[str]:
        """Give the text in order, just as it stands in the file: line ends, NULs and the byte order mark too.

        No piece ends between the two characters of a line end. ``progress`` is told of bytes as they are read.
        """
        held = ""
        for given, read in encodings.texts(self.file, self.encoding, size=self.piece):
            if progress is not None:
                progress(read)
            text = held + given
            held = text[-1:] if text.endswith("\r") else ""
            if text := text[: len(text) - len(held)]:
                yield text
        if held:
            yield held

    @cached_property
    def head(self) -> str:
        """The first characters of the text."""
        head = ""
        for piece in self.pieces():
            head += piece[:_HEAD]
            if len(head) >= _HEAD:
                break
        return head[:_HEAD]

    @cached_property
    def foreign(self) -> str | None:
        """What the file looks like if it is not BibTeX; none if it may be."""
        head = self.head
        self.file.seek(0)
        return looks_like(self.file.read(16), head, self.pieces())


def opened(file: BinaryIO, *, name: str, encoding: str | None = None, piece: int = PIECE) -> Opened:
    """Find out how a file is encoded; ``file`` can be wound back, and is read more than once, a piece at a time.

    ``encoding`` is used whatever the bytes are. FileError: no encoding has that name.
    """
    scan = Scan(file, piece=piece)
    mark = encodings.marked(scan.head)
    if encoding is not None:
        return _opened(file, name, scan, encodings.named(encoding, head=scan.head), piece)
    if mark is not None and mark != "utf-8":
        return _opened(file, name, scan, mark, piece, said=(1, f"read as {mark} by its byte order mark"))
    if (halved := encodings.unmarked(scan.head)) is not None:
        return _opened(file, name, scan, halved, piece, said=(1, f"read as {halved} by its zero bytes"))
    if scan.wrong is None:
        return _opened(file, name, scan, "utf-8", piece)
    told = encodings.declared(scan.head)
    if told is not None and encodings.fits(file, told, size=piece):
        said = f"not UTF-8; read as {told}, as it declares"
        return _opened(file, name, scan, told, piece, said=(scan.line_of_wrong(), said))
    return _by_line(file, name, scan, piece)


def _opened(
    file: BinaryIO, name: str, scan: Scan, encoding: str, piece: int, *, said: tuple[int, str] | None = None
) -> Opened:
    found = None
    if encoding != "utf-8" or scan.wrong is not None or scan.zeros:
        found = _Found((text for text, _ in encodings.texts(file, encoding, size=piece)), encoding)
    exact = found is None or found.sha256 == scan.sha256
    assumptions: list[Assumption] = []
    if not exact and found is not None and found.damaged:
        line, text = said or (1, f"read as {encoding}, as you say")
        assumptions.append((line, Grade.WARNING, f"{text}, and damaged"))
    elif said is not None:
        assumptions.append((said[0], Grade.NOTE, said[1]))
    return Opened(
        name=name,
        sha256=scan.sha256,
        size=scan.size,
        encoding=encoding,
        exact=exact,
        file=file,
        piece=piece,
        assumptions=(*assumptions, *(found.nulls() if found else ())),
    )


def _by_line(file: BinaryIO, name: str, scan: Scan, piece: int) -> Opened:
    foreign = sum(count for _, count, _ in encodings.lines(file, size=piece))
    said = f"not UTF-8; lines read as Windows-1252: {foreign}. Look at their accents, or save the file as UTF-8"
    found = _Found((text for text, _, _ in encodings.lines(file, size=piece)), encodings.WINDOWS, signs=encodings.STRAY)
    encoding = encodings.WINDOWS if found.damaged else "cp1252"
    if found.damaged:
        said += "; some bytes stand for nothing in it and are kept as control characters"
    exact = found.sha256 == scan.sha256
    return Opened(
        name=name,
        sha256=scan.sha256,
        size=scan.size,
        encoding=encoding if exact else encodings.BY_LINE,
        exact=exact,
        file=file,
        piece=piece,
        assumptions=((scan.line_of_wrong(), Grade.WARNING, said), *found.nulls()),
    )


class _Found:
    """What one reading of all the text tells."""

    def __init__(self, texts: Iterable[str], encoding: str, *, signs: str = "\ufffd") -> None:
        encode = encodings.encoder(encoding, errors="replace").encode
        digest = hashlib.sha256()
        self.damaged = False
        """Whether one of the signs stands in it that are put for bytes that stand for nothing."""
        self._nulls, self._line, line, last = 0, 1, 1, ""
        for text in texts:
            digest.update(encode(text))
            self.damaged = self.damaged or any(sign in text for sign in signs)
            if not self._nulls and (place := text.find("\0")) >= 0:
                self._line = line + _line_ends(text[:place], last)
            self._nulls += text.count("\0")
            line += _line_ends(text, last)
            last = text[-1:]
        digest.update(encode("", final=True))
        self.sha256 = digest.hexdigest()
        """Of the bytes that the text gives."""

    def nulls(self) -> Iterator[Assumption]:
        """Give the characters that the reader leaves out."""
        if self._nulls:
            yield self._line, Grade.WARNING, f"NUL characters left out: {self._nulls}"


def _line_ends(text: str, last: str) -> int:
    ends = text.count("\n") + text.count("\r") - text.count("\r\n")
    return ends - (last == "\r" and text.startswith("\n"))
