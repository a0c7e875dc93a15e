"""Text from files made harmless: for the database, and for a terminal or a page."""

import contextlib
import re
from typing import Final

_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")
_UNSEEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
"""Controls, half characters, and what Unicode calls default-ignorable: all that draws nothing."""


def storable(text: str) -> str:
    """Give the text with each NUL and lone surrogate, which no database takes, as U+FFFD."""
    if "\0" not in text:
        if text.isascii():
            return text  # most are, and this is told at once
        with contextlib.suppress(UnicodeEncodeError):
            text.encode()
            return text
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def visible(text: str) -> str:
    r"""Give the text on one line with each control, direction or zero-width character spelt out.

    Blanks of any kind are folded; what could move a cursor, colour a terminal or turn the
    reading direction appears as ``\x1b`` or ``\u202e`` instead.
    """
    return _UNSEEN.sub(_spelt, " ".join(text.split()))


def visible_lines(text: str) -> str:
    """Give a text of several lines made visible as ``visible`` does, its lines and blanks kept."""
    return "\n".join(_UNSEEN.sub(_spelt, line) for line in text.split("\n"))


def _spelt(match: re.Match[str]) -> str:
    return match.group().encode("unicode_escape").decode("ascii")


def shortened(text: str, *, width: int) -> str:
    """Give a visible text of at most ``width`` characters, its cut marked."""
    seen = visible(text[: width * 8])
    return seen if len(seen) <= width and len(text) <= width * 8 else seen[: width - 1] + "…"
