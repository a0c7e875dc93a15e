"""Names of journals made comparable."""

import unicodedata


def comparable(name: str) -> str:
    """Give the form in which two spellings of one journal's name are equal.

    Case, accents, punctuation, a leading article and ``&`` against ``and`` make no difference;
    letters of every script are kept, and a name of signs alone stays as it is.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = "".join(letter for letter in folded.replace("&", " and ") if not unicodedata.combining(letter))
    words = "".join(letter if _is_of_a_word(letter) else " " for letter in plain).split() or plain.split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _is_of_a_word(letter: str) -> bool:
    """Tell letters, digits and the vowel signs of Indic scripts from all else."""
    return letter.isalnum() or unicodedata.category(letter) in {"Mn", "Mc"}
