"""Titles that are plainly not one work's, told before anything else is looked at."""

from typing import Final

from rapidfuzz.fuzz import token_set_ratio

_LEAST: Final = 60.0
"""Percent of likeness, where words that only one title has count little; of pairs of one work none was under 70."""


def unlike(one: str | None, other: str | None) -> bool:
    """Tell whether two titles as they stand are too unlike to be of one work, unless an identifier says that it is one.

    Order of words, a subtitle that one lacks and case make no difference; two entries without a title are not unlike.
    """
    if not one or not other:
        return False
    return token_set_ratio(one.lower(), other.lower(), score_cutoff=_LEAST) == 0.0
