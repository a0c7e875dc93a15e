"""Files written whole or not at all."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path

from evidence.errors import FileError
from evidence.text import visible


def write_whole(path: Path, text: str) -> None:
    """Write a text to a file as ``written_whole`` does."""
    written_whole(path, [text.encode("utf-8", "backslashreplace")])


def written_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file such that a reader, or a crash, meets the old file or the new one, never a half.

    What is no file, as a pipe or ``/dev/stdout``, is written to as it is. Raises ``FileError`` where
    the folder or the disk does not take it.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                stream.writelines(parts)
            return
        part = target.with_name(f".{target.name[:50]}-{secrets.token_hex(4)}.part")
        try:
            with part.open("xb") as file:
                file.writelines(parts)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                shutil.copymode(target, part)
            part.replace(target)
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
    except (OSError, ValueError, RuntimeError) as error:
        raise FileError(f"{visible(str(path))}: {getattr(error, 'strerror', None) or error}") from error
