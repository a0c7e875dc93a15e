"""A bibliography in another format than BibTeX read into the same entries and problems."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from evidence.bibtex.entries import Entry, Problem, Rest
from evidence.errors import FileError
from evidence.formats.csl import read_csl
from evidence.formats.detect import Format
from evidence.formats.endnote import read_endnote
from evidence.formats.nbib import read_nbib
from evidence.formats.pubmed import read_pubmed
from evidence.formats.ris import read_ris
from evidence.text import visible

LARGEST: Final = 256 * 1024 * 1024
"""Characters of a file that has to be held as a whole; XML is read as it comes, however long it is."""

_OF_A_WHOLE: Final[dict[Format, Callable[..., Iterator[Entry | Problem | Rest]]]] = {
    Format.RIS: read_ris,
    Format.CSL_JSON: read_csl,
    Format.NBIB: read_nbib,
}
_OF_PIECES: Final[dict[Format, Callable[..., Iterator[Entry | Problem | Rest]]]] = {
    Format.PUBMED_XML: read_pubmed,
    Format.ENDNOTE_XML: read_endnote,
}


def read(pieces: str | Iterable[str], *, name: str, format: Format) -> Iterator[Entry | Problem | Rest]:  # noqa: A002 - the word for it
    """Give each item of a text as an entry or a rejected problem, doubts right after their entry, and the rest at last.

    ``pieces`` is the decoded text, whole or as it comes; ``name`` the file's. In RIS and nbib the texts between entries
    are kept, so that the file can be put together again, in JSON and XML they are not.
    FileError: the text is too long, or no bibliography could be nested or long as it is. BibTeX has its own reader.
    """
    text = (pieces,) if isinstance(pieces, str) else pieces
    if format in _OF_PIECES:
        return _OF_PIECES[format](text, name=name)
    return _OF_A_WHOLE[format](_whole(text, name), name=name)


def _whole(pieces: Iterable[str], name: str) -> str:
    held: list[str] = []
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > LARGEST:
            raise FileError(f"{visible(name)}: this file is longer than {LARGEST:,} characters; split it into several")
        held.append(piece)
    return "".join(held)
