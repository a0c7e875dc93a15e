"""Names of journals made comparable."""

import re
import unicodedata

_NOT_LETTERS = re.compile(r"[\W_]+")


def comparable(name: str) -> str:
    """Give the form in which two spellings of one journal's name are equal.

    Case, accents, punctuation, a leading article and ``&`` against ``and`` make no difference;
    letters of every script are kept.
    """
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name.replace("&", " and ").casefold())
        if not unicodedata.combining(letter)
    )
    words = _NOT_LETTERS.sub(" ", plain).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
