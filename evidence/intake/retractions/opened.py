"""A file opened as text whatever its encoding, and its checksum taken as it is read."""

import codecs
import hashlib
import io
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, Final

from evidence.errors import FileError
from evidence.text import visible

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BUFFER: Final = 1 << 18
_AS_LATIN_1: Final = "evidence.as-latin-1"


def _as_latin_1(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - the handler is used for reading only
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error(_AS_LATIN_1, _as_latin_1)


class Opened:
    """A text of UTF-8, UTF-16 with its mark, or Latin-1, or of UTF-8 with strays of Latin-1 in it, being read once.

    ``advance`` is told of every portion how many bytes it had. A portion that cannot be read raises ``FileError``.
    """

    def __init__(self, file: BinaryIO, *, name: str, advance: Callable[[int], None]) -> None:
        self._checked = _Checked(file, name, advance)
        buffered = io.BufferedReader(self._checked, _BUFFER)
        utf_16 = buffered.peek(2)[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
        self.text = io.TextIOWrapper(
            buffered,
            encoding="utf-16" if utf_16 else "utf-8-sig",
            errors="replace" if utf_16 else _AS_LATIN_1,
            newline="",
        )

    @property
    def sha256(self) -> str:
        """Give the checksum of the bytes read so far."""
        return self._checked.sha256.hexdigest()


class _Checked(io.RawIOBase):
    def __init__(self, file: BinaryIO, name: str, advance: Callable[[int], None]) -> None:
        self._file = file
        self._name = name
        self._advance = advance
        self.sha256 = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        into = memoryview(buffer)
        try:
            part = self._file.read(len(into))
        except OSError as error:
            raise FileError(f"{visible(self._name)}: this file cannot be read: {error.strerror or error}") from error
        self.sha256.update(part)
        self._advance(len(part))
        into[: len(part)] = part
        return len(part)
