"""Text as it is compared: its words without case and accents."""

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"\w+")


def folded(text: str) -> str:
    """Give a text without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))


def words(text: str) -> tuple[str, ...]:
    """Give the words of a text in order, without case and accents."""
    return tuple(_WORD.findall(folded(text)))
