"""Where two works stand: whether journal, volume, issue and page are the same, can't be, or are not told."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

_SMALL: Final = frozenset({
    "and", "de", "der", "des", "die", "et", "for", "fur", "in", "la", "of", "on", "the", "und",
})  # fmt: skip
_NEARLY: Final = 85.0
"""Names of journals this much alike may be misspelt, so they do not speak against one work."""
_LONGEST: Final = 200
_LEAST_OF_A_NUMBER: Final = 3
"""Characters of an article's number."""


Span = tuple[str | None, str | None]
"""First and last page."""


def journals(one: Sequence[str], other: Sequence[str]) -> int:
    """Give 1 if two works can be of one journal, -1 if they can't, 0 if that is not known."""
    if not one or not other:
        return 0
    if not set(one).isdisjoint(other):
        return 1
    return max(_journals(*sorted((name, another))) for name in one for another in other)


@lru_cache(maxsize=4096)
def _journals(one: str, other: str) -> int:
    short, long = sorted((one[:_LONGEST].split(), other[:_LONGEST].split()), key=lambda name: len("".join(name)))
    cut, whole = ([word for word in name if word not in _SMALL] for name in (short, long))
    if "".join(cut) == "".join(whole):
        return 1
    if len(cut) == 1 and len(whole) > 1:
        return 1 if "".join(word[0] for word in whole).startswith(cut[0]) and len(cut[0]) > 1 else -1
    pairs = zip(cut, whole, strict=False)
    comparable = len(cut) == len(whole) or (1 < len(cut) < len(whole) and whole[len(cut)] in {"off", "official"})
    if comparable and all(_abbreviates(part, word) or _abbreviates(word, part) for part, word in pairs):
        return 1
    return 0 if fuzz.ratio(one, other) >= _NEARLY else -1


def _abbreviates(part: str, word: str) -> bool:
    """Tell ``natl`` and ``national``: the letters of one in order in the other, from the first on."""
    if part[0] != word[0]:
        return False
    letters = iter(word)
    return all(letter in letters for letter in part)


def volumes(one: str | None, other: str | None, *, years: set[int | None]) -> int:
    """Compare two volumes; one that is the year tells nothing."""
    if one is None or other is None:
        return 0
    if one == other:
        return 1
    return 0 if _within(one, other) or any(str(year) in {one, other} for year in years) else -1


def issues(one: str | None, other: str | None) -> int:
    """Compare two issues; ``3`` and ``3-4`` may be one."""
    if one is None or other is None:
        return 0
    if one == other:
        return 1
    return 0 if _within(one, other) else -1


def _within(one: str, other: str) -> bool:
    """Tell ``12`` and ``12 Suppl 1``, ``3`` and ``3-4``."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and not long[len(short)].isalnum()


def pages(one: Span, other: Span) -> int:
    """Compare the first pages of two works, given with their last; an article's number says nothing of pages."""
    first, second = one[0], other[0]
    if first is None or second is None:
        return 0
    if first == second:
        return 1
    short, long = sorted((first, second), key=len)
    if len(short) >= _LEAST_OF_A_NUMBER and long.endswith(short) and not long[-len(short) - 1].isdigit():
        return 1
    if one[1] is not None and one[1] == other[1]:
        return 0
    return 0 if _is_number_beside_pages(one, other) or _is_number_beside_pages(other, one) else -1


def ends(one: Span, other: Span) -> int:
    """Compare where two works end that begin on one page; the number of an article is its end too."""
    if one[1] is not None and other[1] is not None:
        return 1 if one[1] == other[1] else -1
    return 1 if one[1] is other[1] is None and len(one[0] or "") > _LEAST_OF_A_NUMBER else 0


def _is_number_beside_pages(one: Span, other: Span) -> bool:
    """Tell an article's number from pages that begin at 1, as journals without volumes of paper count them."""
    return one[1] is None and len(one[0] or "") >= _LEAST_OF_A_NUMBER and other[0] == "1"
