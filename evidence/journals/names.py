"""Names of journals made comparable."""

import re
import unicodedata
from typing import Final

_ASCII_WORD: Final = re.compile("[0-9A-Za-z]+")
_SMALL_WORDS: Final = frozenset({"a", "and", "der", "des", "et", "for", "in", "of", "on", "the", "und"})


def comparable(name: str) -> str:
    """Give the form in which two spellings of one journal's name are equal.

    Case, accents, punctuation, a leading article and ``&`` against ``and`` make no difference;
    letters of every script are kept, and a name of signs alone stays as it is.
    """
    plain = unaccented(unicodedata.normalize("NFKD", name).casefold().replace("&", " and "))
    words = words_of(plain) or plain.split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def unaccented(text: str) -> str:
    """Give text in its plainest letters: accents off, ligatures and wide forms taken apart."""
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """Give what is made of letters, digits and the vowel signs of Indic scripts, without all else."""
    if text.isascii():
        return _ASCII_WORD.findall(text)
    return "".join(letter if _is_of_a_word(letter) else " " for letter in text).split()


def _is_of_a_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter) in {"Mn", "Mc"}


def may_abbreviate(short: str, title: str) -> bool:
    """Tell whether one name could be an abbreviation of another: its words cut short, or its initials.

    It could be that of another journal too, so this raises a doubt and settles nothing.
    """
    told, whole = comparable(short).split(), _weighty(comparable(title).split())
    if len(told) == 1 and len(whole) > 1:
        return told[0] == "".join(word[0] for word in whole)
    cut = _weighty(told)
    return len(cut) == len(whole) and all(word.startswith(part) for part, word in zip(cut, whole, strict=True))


def _weighty(words: list[str]) -> list[str]:
    return [word for word in words if word not in _SMALL_WORDS]
