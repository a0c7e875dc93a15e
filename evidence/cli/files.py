"""Files written whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from evidence.errors import FileError
from evidence.text import visible


def write_whole(path: Path, text: str) -> None:
    """Write a text to a file such that a reader, or a crash, meets the old file or the new one, never a half.

    Raises ``FileError`` where the folder or the disk does not take it.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:50]}-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise FileError(f"{visible(str(path))}: {error.strerror or error}") from error
