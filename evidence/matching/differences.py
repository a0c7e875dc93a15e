"""How two titles differ: not at all, by slips and spelling, by a dropped subtitle, by order, or in what they say."""

from collections import Counter
from collections.abc import Sequence
from enum import Enum
from typing import Final, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from evidence.matching.titles import Title, numbers_of
from evidence.matching.words import spelt_alike


class Likeness(Enum):
    """How far two titles are one."""

    EQUAL = "equal"
    """But for signs, small words and what ``words`` folds."""
    SLIPS = "slips"
    """But for letters in words, and how words are joined."""
    SHORTENED = "shortened"
    """But for a subtitle that one of them has not."""
    SHUFFLED = "shuffled"
    """But for the order of the words."""
    OTHER = "other"


class Difference(NamedTuple):
    """What sets two titles apart."""

    likeness: Likeness
    ratio: float = 100.0
    """Letters that both share in order, as a percentage of all."""
    telling: str | None = None
    """A word that only one of them has and that makes it another work, as ``erratum``."""
    numbers: bool = False
    """Whether they tell different numbers."""
    slips: int = 0
    one_sided: bool = False
    """Whether one title only has words that the other has not."""


EQUAL: Final = Difference(Likeness.EQUAL)
_TELLING: Final = frozenset(
    spelt_alike(
        """erratum errata corrigendum corrigenda correction corrections corrected addendum retraction retracted
        withdrawn withdrawal concern reply replies response responses respond rebuttal comment comments commentary
        discussion letter letters editorial editorials editors viewpoint perspective invited abstract abstracts
        protocol protocols rationale design baseline pilot feasibility interim preliminary update updated updating
        revised revisited part supplement supplementary supplemental appendix summary translation translated
        reprint reprinted republished version edition volume chapter foreword preface introduction review reviews
        followup extension subgroup secondary posthoc ancillary substudy first second third fourth fifth final
        continued concluded not without"""
    ).split()
)
_OF_SUBTITLES: Final = frozenset(
    spelt_alike("review reviews first second response responses secondary not without").split()
)
"""Of those, words that a subtitle may have which is dropped from the same work's title."""
_LEAST_IN_A_SLIP: Final = 5
_CONFUSED: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "abduction/adduction", "absorption/adsorption", "absorbed/adsorbed", "ileum/ilium", "ileal/ilial",
        "perineal/peroneal", "cystine/cysteine", "casual/causal", "adapted/adopted", "casualty/causality",
        "united/untied", "marital/martial",
    )
)  # fmt: skip
"""Words that one slip makes of each other."""
_OF_CHEMISTRY: Final = ("ate", "ite", "ide", "ine", "ane", "ene", "yne", "one")
ONE_WORK: Final = 75.0
"""Titles less alike than this, as a percentage, are not looked at word by word; but for a subtitle they are two."""
_JOINED: Final = 4
"""Words more in one title than in another that are no more than joined there."""
_NO_SUBTITLE: Final = 2
"""Words of a subtitle that with a number or a telling word does no more than tell its work from others."""


def difference(one: Title, other: Title) -> Difference:
    """Tell how two titles differ; the order of the two makes no difference."""
    if one.text == other.text:
        return EQUAL
    if (len(one.words), one.words) > (len(other.words), other.words):
        one, other = other, one
    ratio = fuzz.ratio(one.text, other.text)
    if other.main != other.words and one.main == one.words:
        slips = _slips(one.words, other.main)
        if slips is not None:
            return _shortened(one, other, ratio, slips)
    if ratio < ONE_WORK:
        return Difference(Likeness.OTHER, ratio)
    if one.words == other.words:
        return Difference(Likeness.EQUAL, ratio)
    numbers = sorted(one.numbers) != sorted(other.numbers) and "".join(one.numbers) != "".join(other.numbers)
    left, right = _leftover(one.words, other.words)
    if not left and not right:
        return Difference(Likeness.SHUFFLED, ratio, numbers=numbers)
    telling = next((word for word in (*left, *right) if word in _TELLING), None)
    slips = _slips_between(left, right)
    likeness = Likeness.OTHER if slips is None else Likeness.SLIPS
    one_sided = not left or not right
    return Difference(likeness, ratio, telling if slips is None else None, numbers, slips or 0, one_sided)


def _shortened(one: Title, other: Title, ratio: float, slips: int) -> Difference:
    rest = other.words[len(other.main) :]
    if len(rest) <= _NO_SUBTITLE:
        telling = next((word for word in rest if word in _TELLING), None) or next(iter(numbers_of(rest)), None)
    else:
        telling = next((word for word in rest if word in _TELLING and word not in _OF_SUBTITLES), None)
    numbers = sorted(one.numbers) != sorted(numbers_of(other.main))
    return Difference(Likeness.SHORTENED, ratio, telling, numbers, slips)


def _leftover(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str]]:
    """Give the words that only one has, each in the order of its title."""
    shared = Counter(one) & Counter(other)
    return _without(one, shared), _without(other, shared)


def _without(words: Sequence[str], shared: Counter[str]) -> list[str]:
    left = Counter(shared)
    rest = []
    for word in words:
        if left[word] > 0:
            left[word] -= 1
        else:
            rest.append(word)
    return rest


def _slips(one: Sequence[str], other: Sequence[str]) -> int | None:
    """Count the slips between two rows of words; none if they differ otherwise."""
    if abs(len(one) - len(other)) > _JOINED or not (one[0] == other[0] or one[-1] == other[-1]):
        return None
    left, right = _leftover(one, other)
    return _slips_between(left, right)


def _slips_between(left: list[str], right: list[str]) -> int | None:
    if "".join(left) == "".join(right):
        return 0
    rest, others = [], list(right)
    for word in left:
        match = next((other for other in others if _is_slip(word, other)), None)
        if match is None:
            rest.append(word)
        else:
            others.remove(match)
    return len(left) - len(rest) if "".join(rest) == "".join(others) else None


def _is_slip(one: str, other: str) -> bool:
    """Tell words that differ by one letter, or by two that changed places, and are not each a word of its own."""
    if max(len(one), len(other)) < _LEAST_IN_A_SLIP or one[0] != other[0]:
        return False
    if OSA.distance(one, other, score_cutoff=1) > 1 or not (one.isalpha() and other.isalpha()):
        return False
    return frozenset((one, other)) not in _CONFUSED and not _are_of_chemistry(one, other)


def _are_of_chemistry(one: str, other: str) -> bool:
    """Tell ``nitrate`` and ``nitrite``, ``propane`` and ``propene``."""
    return one[:-3] == other[:-3] and one.endswith(_OF_CHEMISTRY) and other.endswith(_OF_CHEMISTRY)
