"""What one reading of all bytes of a file tells, before it is known how they are encoded."""

import codecs
import hashlib
from typing import BinaryIO, Final

_HEAD: Final = 4096
"""Bytes that may say how a file is encoded."""


class Scan:
    """The head, size and digest of a file, and where it is not UTF-8."""

    def __init__(self, file: BinaryIO, *, piece: int) -> None:
        self.head = b""
        self.size = 0
        """In bytes."""
        self.zeros = 0
        """How many bytes are NUL."""
        self.wrong: int | None = None
        """The place of the first byte that is not UTF-8."""
        self._file = file
        self._piece = piece
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        digest = hashlib.sha256()
        file.seek(0)
        while block := file.read(piece):
            self.head += block[: _HEAD - len(self.head)]
            digest.update(block)
            self.zeros += block.count(0)
            self._check(block)
            self.size += len(block)
        self._check(b"", final=True)
        self.sha256 = digest.hexdigest()

    def _check(self, block: bytes, *, final: bool = False) -> None:
        if self.wrong is not None:
            return
        waiting = len(self._decoder.getstate()[0])
        try:
            self._decoder.decode(block, final)
        except UnicodeDecodeError as error:
            self.wrong = self.size - waiting + error.start

    def line_of_wrong(self) -> int:
        """Give the line, from 1, of the first byte that is not UTF-8."""
        line, left, last = 1, self.wrong or 0, b""
        self._file.seek(0)
        while block := self._file.read(min(self._piece, left)):
            left -= len(block)
            line += block.count(b"\n") + block.count(b"\r") - block.count(b"\r\n")
            line -= last == b"\r" and block.startswith(b"\n")
            last = block[-1:]
        return line
