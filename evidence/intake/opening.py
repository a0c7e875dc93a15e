"""A file opened for an import: its encoding and format found, and a reader chosen."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import BinaryIO

from evidence.bibtex import decode
from evidence.bibtex.entries import Entry, Problem, Rest
from evidence.bibtex.read import read as read_bibtex
from evidence.bibtex.strings import Strings
from evidence.errors import FileError
from evidence.formats.detect import Format, format_of
from evidence.formats.read import read as read_other
from evidence.intake.readable import Readable
from evidence.intake.retractions.listed import begins_list
from evidence.text import visible

Progress = Callable[[int], None]


def readable(
    file: BinaryIO, *, name: str, strings: Strings, encoding: str | None = None, progress: Progress | None = None
) -> Readable:
    """Give a file as an import reads it, whatever its format, which its content tells; ``file`` can be wound back.

    ``strings`` are the definitions in force, which BibTeX files share. ``progress`` is told of bytes as they are read.
    FileError, in one line: the file is none of the bibliographies that are known here.
    """
    opened = decode.opened(file, name=name, encoding=encoding)
    found = format_of(opened.head)
    if found is None and begins_list(opened.head):
        told = "this is the list of Retraction Watch; import it by: evidence import retractions FILE"
        raise FileError(f"{visible(name)}: {told}")
    if found is None and (foreign := opened.foreign) is not None:
        raise FileError(f"{visible(name)}: this is no bibliography: {foreign}")
    if found in {None, Format.BIBTEX}:
        found, entries = Format.BIBTEX, partial(read_bibtex, opened, strings, progress=progress)
    else:
        entries = partial(_other, opened, found, progress)
    return Readable(
        name=name,
        format=str(found),
        sha256=opened.sha256,
        encoding=opened.encoding,
        exact=opened.exact,
        entries=entries,
    )


def _other(opened: decode.Opened, found: Format, progress: Progress | None) -> Iterator[Entry | Problem | Rest]:
    return chain(opened.problems(), read_other(opened.pieces(progress), name=opened.name, format=found))
