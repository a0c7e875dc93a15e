"""Text as the parser reads it: plain line ends and no NULs, each place known in the text as it stands in the file."""

import re
from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

_DROPPED: Final = re.compile("\r(?=\n)|\0|(?<![^\r\n])\ufeff")
"""A byte order mark counts at the start of a line only, where files were put together."""


class Cleaned(NamedTuple):
    """A text without what the parser need not see."""

    given: str
    text: str
    dropped: list[int]
    """Before which places of ``text`` a character was left out, in order."""

    def starting(self, place: int) -> int:
        """Give where the character of a place stands in the text as given."""
        return place + bisect_right(self.dropped, place)

    def ending(self, place: int) -> int:
        """Give where what stands before a place ends in the text as given."""
        return place + bisect_left(self.dropped, place)


def cleaned(given: str) -> Cleaned:
    """Make each line end one character, and leave out NULs and byte order marks."""
    if "\r" not in given and "\0" not in given and "\ufeff" not in given:
        return Cleaned(given, given, [])
    dropped = [match.start() - before for before, match in enumerate(_DROPPED.finditer(given))]
    return Cleaned(given, _DROPPED.sub("", given).replace("\r", "\n"), dropped)
