"""What an import needs of a file, whatever its format."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from evidence.bibtex.entries import Entry, Problem, Rest


class Readable(NamedTuple):
    """A bibliography file that can be read, in one stream and once."""

    name: str
    """As the user named it."""
    format: str
    sha256: str
    """Of its bytes."""
    encoding: str
    exact: bool
    """Whether its texts give back its bytes."""
    entries: Callable[[], Iterator[Entry | Problem | Rest]]
    """Gives its entries and problems in order, and at the end what follows the last entry."""
