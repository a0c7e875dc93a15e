"""The bytes of a .bib file made text, with what had to be assumed."""

import codecs
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from evidence.errors import FileError
from evidence.text import visible

LARGEST_FILE: Final = 256 * 1024 * 1024
"""In bytes; five times a library of 100,000 entries."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"(?i)(?:x-kbibtex-encoding|(?:file-)?(?:en)?coding)\s*[:=]\s*([\w.-]{2,40})")
_TRUSTED: Final = re.compile(r"iso8859-\d+|cp125\d|cp437|cp850|mac-\w+|gb\w+|big5\w*|shift_jis\w*|euc_\w+|koi8-\w+")
"""Encodings of text by their codecs' names; Python's list also holds ciphers and archives."""
_HEAD: Final = 4096


@dataclass(frozen=True, kw_only=True, slots=True)
class Assumption:
    """Something about a file's bytes that the reader had to assume."""

    line: int
    text: str
    lossy: bool
    """Whether characters may be lost or wrong."""


def contents(path: Path) -> bytes:
    """Give the bytes of a file; FileError says in one line why it cannot be read."""
    name = visible(os.fspath(path))
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise FileError(f"{name}: there is no such file") from None
    except IsADirectoryError:
        raise FileError(f"{name}: this is a folder; name the .bib file in it") from None
    except PermissionError:
        raise FileError(f"{name}: this file may not be read; its permissions forbid it") from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise FileError(f"{name}: this file cannot be read: {reason}") from None
    if len(data) > LARGEST_FILE:
        raise FileError(f"{name}: this file is larger than {LARGEST_FILE // 1024**2} MB; split it into several")
    return data


def text_of(data: bytes) -> tuple[str, tuple[Assumption, ...]]:
    """Give the text, with plain line ends and without NULs, and what was assumed; never fails."""
    text, assumed = _decoded(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        assumed.append(Assumption(line=line, text=f"NUL characters left out: {text.count(chr(0))}", lossy=True))
        text = text.replace("\0", "")
    return text.rstrip("\x1a"), tuple(assumed)


def _decoded(data: bytes) -> tuple[str, list[Assumption]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark) and encoding != "utf-8":
            return _unicode(data[len(mark) :], encoding, "by its byte order mark")
    if (unmarked := _unmarked(data[:_HEAD])) is not None:
        return _unicode(data, unmarked, "by its zero bytes")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode(), []
    except UnicodeDecodeError as error:
        line = len(data[: error.start].splitlines()) or 1
    declared = _declaration(data[:_HEAD])
    if declared is not None:
        try:
            text = data.decode(declared)
        except UnicodeDecodeError:
            pass
        else:
            return text, [Assumption(line=line, text=f"not UTF-8; read as {declared}, as it declares", lossy=False)]
    return _by_line(data, line)


def _unicode(data: bytes, encoding: str, why: str) -> tuple[str, list[Assumption]]:
    text = data.decode(encoding, errors="replace")
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return text, [Assumption(line=1, text=f"read as {encoding} {why}, and damaged", lossy=True)]
    return text, [Assumption(line=1, text=f"read as {encoding} {why}", lossy=False)]


def _unmarked(head: bytes) -> str | None:
    """Tell UTF-16 without its mark by the zero half of each letter."""
    even, odd = head[0::2], head[1::2]
    if odd.count(0) * 10 > len(odd) * 9 > 0 and even.count(0) * 10 < len(even):
        return "utf-16-le"
    if even.count(0) * 10 > len(even) * 9 > 0 and odd.count(0) * 10 < len(odd):
        return "utf-16-be"
    return None


def _declaration(head: bytes) -> str | None:
    match = _DECLARED.search(head)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    return name if _TRUSTED.fullmatch(name) else None


def _by_line(data: bytes, line: int) -> tuple[str, list[Assumption]]:
    """Read each line that is not UTF-8 as Windows-1252, so that one bad line does not spoil the others."""
    lines = []
    foreign = 0
    for part in data.splitlines(keepends=True):
        try:
            lines.append(part.decode())
        except UnicodeDecodeError:
            foreign += 1
            lines.append(part.decode("cp1252", errors="replace"))
    said = f"not UTF-8; lines read as Windows-1252: {foreign}. Look at their accents, or save the file as UTF-8"
    return "".join(lines), [Assumption(line=line, text=said, lossy=True)]
