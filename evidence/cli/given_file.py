"""A file that a command was given, under one name however it was told, ready to be read twice."""

import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from evidence.errors import FileError
from evidence.text import visible

_STANDARD_INPUT: Final = Path("-")


class Given(NamedTuple):
    """An open file, at its beginning."""

    name: str
    file: BinaryIO
    size: int
    """In bytes."""


def named(path: Path) -> str:
    """Give one name to a file however it was named: from here if it is in this folder, else from the root.

    ``-`` is standard input.
    """
    if path == _STANDARD_INPUT:
        return "standard input"
    whole, folder = Path(os.path.realpath(path.parent), path.name), os.path.realpath(".")
    return os.fspath(whole.relative_to(folder) if whole.is_relative_to(folder) else whole)


def given_file(path: Path, stack: contextlib.ExitStack) -> Given:
    """Open a file, or standard input, until the stack is closed.

    What is a stream has been read to its end, so that nothing is kept waiting by it. Raises ``FileError`` for a file
    that cannot be read.
    """
    name = named(path)
    try:
        is_input = path == _STANDARD_INPUT
        file = sys.stdin.buffer if is_input else stack.enter_context(path.open("rb"))
        if is_input or not file.seekable():
            stream, file = file, stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack closes it
            shutil.copyfileobj(stream, file)
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
    except (OSError, ValueError) as error:
        raise FileError(f"{visible(name)}: {_reason(error)}") from None
    return Given(name, file, size)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "this is a folder; name the file in it"
    return f"this file cannot be read: {getattr(error, 'strerror', None) or error}"
