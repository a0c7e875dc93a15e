"""Text made comparable word by word: case, accents, signs, British and American spelling make no difference."""

import unicodedata
from typing import Final

_LETTERS: Final = {
    "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    "ħ": "h", "ŧ": "t", "ŋ": "n",
} | {
    chr(code): unicodedata.name(chr(code)).split()[-1].lower().replace("lamda", "lambda")
    for code in range(ord("\N{GREEK SMALL LETTER ALPHA}"), ord("\N{GREEK SMALL LETTER OMEGA}") + 1)
}  # fmt: skip
"""Letters that Unicode does not take apart, and Greek ones, which many databases spell out."""
_WITHIN_WORDS: Final = frozenset("'’‘`´ʼ\xad\u200b\u200c\u200d\u2060\ufeff")  # noqa: RUF001 - apostrophes as printed
_AND: Final = " and "
_ASCII: Final = bytes(
    ord(chr(code).lower()) if chr(code).isalnum() and code < 128 else ord(" ")  # noqa: PLR2004 - ASCII ends there
    for code in range(256)
)
_ASCII_WITHIN_WORDS: Final = b"'`"
_SPELLINGS: Final = (
    ("z", "s"), ("ae", "e"), ("oe", "e"), ("our", "or"), ("ll", "l"), ("tre", "ter"), ("sulph", "sulf"), ("mme", "m"),
)  # fmt: skip
"""Randomised and randomized, anaemia, oestrogen, tumour, modelling, centre, sulphate, programme."""


class _Folds(dict[int, str]):
    """What a character becomes; each is looked up in Unicode's tables once."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _fold(chr(code))
        return found


_FOLDS: Final = _Folds()


def _fold(character: str) -> str:
    if character in _WITHIN_WORDS or "\u0300" <= character <= "\u036f":
        return ""
    if character == "&":
        return _AND
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    bare = "".join(part for part in parts if not "\u0300" <= part <= "\u036f")
    text = "".join(_LETTERS.get(letter, letter) for letter in unicodedata.normalize("NFC", bare))
    return "".join(letter if _is_of_a_word(letter) else " " for letter in text)


def _is_of_a_word(letter: str) -> bool:
    """Tell letters, digits and the vowel signs of Indic scripts from all else."""
    return letter.isalnum() or unicodedata.category(letter) in {"Mn", "Mc"}


def words(text: str) -> list[str]:
    """Give the words of a text in small letters without accents; letters of every script are kept.

    Greek letters are spelt out, ``&`` is a word, an apostrophe parts none, and any other sign does.
    """
    if text.isascii():
        if "&" in text:
            text = text.replace("&", _AND)
        return text.encode().translate(_ASCII, _ASCII_WITHIN_WORDS).decode().split()
    return text.translate(_FOLDS).split()


def spelt_alike(text: str) -> str:
    """Give one spelling of words in small letters that British and American writers spell differently."""
    for one, other in _SPELLINGS:
        if one in text:
            text = text.replace(one, other)
    return text


def compact(text: str) -> str:
    """Give the words of a text without what parts them, so that ``meta-analysis`` is ``metaanalysis``."""
    return "".join(words(text))
