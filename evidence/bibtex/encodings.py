"""How the bytes of a file are encoded: by its marks, by what they can be, and by what the file says of itself."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from evidence.errors import FileError
from evidence.text import shortened

BY_LINE: Final = "utf-8 and cp1252"
"""Each line that is not UTF-8 is Windows-1252."""

WINDOWS: Final = "cp1252 and C1"
"""Windows-1252 whose five bytes that stand for nothing are the controls of their numbers.

So has it the Encoding Standard of the WHATWG, by which browsers read.
"""
STRAY: Final = "\x81\x8d\x8f\x90\x9d"
_WINDOWS_TABLE: Final = "".join(
    chr(number) if chr(number) in STRAY else bytes([number]).decode("cp1252") for number in range(256)
)
_WINDOWS_MAP: Final = codecs.charmap_build(_WINDOWS_TABLE)

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"(?i)(?:x-kbibtex-encoding|(?:file-)?(?:en)?coding)\s*[:=]\s*([\w.-]{2,40})")
_TRUSTED: Final = re.compile(
    r"iso8859-\d+|cp125\d|cp437|cp85\d|cp866|cp874|cp9(?:32|36|49|50)|mac-\w+|gb\w+|hz|big5\w*|shift_jis\w*|euc_\w+"
    r"|koi8-\w+|tis-620|johab"
)
"""Encodings of text by their codecs' names; Python's list also holds ciphers and archives."""
_LONGEST_LINE: Final = 4 * 1024 * 1024
"""In bytes."""
_UNICODE: Final = re.compile(r"ascii|utf-(?:8|16|32)(?:-[lb]e)?")


def marked(head: bytes) -> str | None:
    """Give the encoding that a byte order mark tells."""
    return next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)


def unmarked(head: bytes) -> str | None:
    """Tell UTF-16 without its mark by the zero half of each letter."""
    even, odd = head[0::2], head[1::2]
    if odd.count(0) * 10 > len(odd) * 9 > 0 and even.count(0) * 10 < len(even):
        return "utf-16-le"
    if even.count(0) * 10 > len(even) * 9 > 0 and odd.count(0) * 10 < len(odd):
        return "utf-16-be"
    return None


def declared(head: bytes) -> str | None:
    """Give the encoding that a file's first lines name, if it is one of text and not UTF-8."""
    match = _DECLARED.search(head)
    name = None if match is None else _codec(match[1].decode("ascii", errors="replace"))
    return name if name is not None and _TRUSTED.fullmatch(name) else None


def named(given: str, *, head: bytes) -> str:
    """Give the codec's name of an encoding that a user names; FileError: there is none of text."""
    name = _codec(given.strip())
    if name is None or not (_TRUSTED.fullmatch(name) or _UNICODE.fullmatch(name.removesuffix("-sig"))):
        raise FileError(f"no encoding of text is called {shortened(given, width=40)!r}; try utf-8, latin-1 or cp1252")
    name = name.removesuffix("-sig")
    if name in {"utf-16", "utf-32"}:
        mark = marked(head)
        return mark if mark is not None and mark.startswith(name) else f"{name}-le"
    return name


def _codec(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def texts(file: BinaryIO, encoding: str, *, size: int, strict: bool = False) -> Iterator[tuple[str, int]]:
    """Decode a file from its beginning, a block of bytes at a time; give each text, and how many bytes were read.

    A byte order mark stays, as U+FEFF. ``strict``: a UnicodeDecodeError where bytes stand for nothing, else U+FFFD.
    """
    file.seek(0)
    if encoding in {BY_LINE, WINDOWS}:
        for text, _, read in lines(file, size=size):
            yield text, read
        return
    decode = codecs.getincrementaldecoder(encoding)("strict" if strict else "replace").decode
    while block := file.read(size):
        yield decode(block), len(block)
    yield decode(b"", final=True), 0


class _WindowsEncoder(codecs.IncrementalEncoder):
    def encode(self, input: str, final: bool = False) -> bytes:  # noqa: A002, ARG002, FBT001, FBT002 - as codecs has it
        return codecs.charmap_encode(input, self.errors, _WINDOWS_MAP)[0]


def encoder(encoding: str, *, errors: str) -> codecs.IncrementalEncoder:
    """Give what encodes a text piece by piece, in the encoding of a codec or in ``WINDOWS``."""
    return _WindowsEncoder(errors) if encoding == WINDOWS else codecs.getincrementalencoder(encoding)(errors)


def fits(file: BinaryIO, encoding: str, *, size: int) -> bool:
    """Tell whether all bytes of a file stand for something."""
    try:
        for _ in texts(file, encoding, size=size, strict=True):
            pass
    except UnicodeDecodeError:
        return False
    return True


def lines(file: BinaryIO, *, size: int, longest: int = _LONGEST_LINE) -> Iterator[tuple[str, int, int]]:
    """Decode whole lines, so that one bad line does not spoil the others.

    Give a text, how many of its lines are not UTF-8, and how many bytes were read for it.
    """
    file.seek(0)
    rest = b""
    while block := file.read(size):
        data = rest + block
        cut = _cut(data, longest=longest)
        rest = data[cut:]
        yield *_decoded(data[:cut]), len(block)
    yield *_decoded(rest), 0


def _cut(data: bytes, *, longest: int) -> int:
    """Give the end of the last whole line; a line that is very long is cut where a character begins."""
    end = data.rfind(b"\n") + 1 or data.rfind(b"\r", 0, -1) + 1
    if end or len(data) <= longest:
        return end
    end = len(data) - 1
    while end > len(data) - 4 and data[end] & 0xC0 == 0x80:  # noqa: PLR2004 - bytes that go on with a character
        end -= 1
    return end


def _decoded(data: bytes) -> tuple[str, int]:
    try:
        return data.decode(), 0
    except UnicodeDecodeError:
        pass
    texts_, foreign = [], 0
    for line in data.splitlines(keepends=True):
        try:
            texts_.append(line.decode())
        except UnicodeDecodeError:
            foreign += 1
            texts_.append(codecs.charmap_decode(line, "strict", _WINDOWS_TABLE)[0])
    return "".join(texts_), foreign
