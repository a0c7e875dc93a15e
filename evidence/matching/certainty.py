"""How much must agree before two entries without a common identifier are one work, and before a person is asked."""

from enum import Enum
from typing import Final

from evidence.matching.bearings import Bearings
from evidence.matching.differences import Difference, Likeness
from evidence.matching.kinds import Form
from evidence.matching.titles import Title, is_of_every_issue, is_short, is_yearly

_WITHOUT_JOURNAL: Final = frozenset({Form.CONFERENCE, Form.CHAPTER, Form.THESIS, Form.REPORT, Form.BOOK})
_ALIKE: Final = 75.0
"""Titles of one page, volume, journal and year, which the same authors wrote."""
_NEAR: Final = 90.0
_REMOTE: Final = 60.0
_SHUFFLED: Final = 80.0
_FEW_SLIPS: Final = 2
_YEARS_ON_THE_WAY: Final = 4
"""From a preprint, a thesis or a conference to the article."""


class Weight(Enum):
    """How much a title tells of which work it is that of."""

    FULL = "full"
    YEARLY = "yearly"
    """It may come again in the next year."""
    SHORT = "short"
    """First page and authors must bear it out."""
    NONE = "none"
    """It comes in every issue."""


def weight_of(one: Title, other: Title) -> Weight:
    """Give how much two titles that are alike tell."""
    if is_of_every_issue(one) or is_of_every_issue(other):
        return Weight.NONE
    if is_short(one) or is_short(other):
        return Weight.SHORT
    return Weight.YEARLY if is_yearly(one) or is_yearly(other) else Weight.FULL


def is_sure(told: Difference, seen: Bearings, *, weight: Weight, form: Form) -> bool:
    """Tell whether two entries are one work without a person's look."""
    if seen.authors < 0 or seen.year < 0 or seen.page < 0 or seen.volume < 0:
        return False
    if weight is Weight.NONE:
        return seen.authors > 0 and seen.placed and seen.issue > 0 and seen.journal >= 0 and _is_close(told)
    if seen.authors == 0 and (weight is Weight.SHORT or seen.page == 0):
        return False
    if weight is Weight.YEARLY and seen.gap != 0 and seen.volume == 0:
        return False
    if seen.page > 0:
        return _is_sure_with_pages(told, seen, form=form)
    return weight is not Weight.SHORT and _is_sure_without_pages(told, seen, form=form)


def _is_close(told: Difference) -> bool:
    return told.likeness in {Likeness.EQUAL, Likeness.SLIPS, Likeness.SHORTENED}


def _is_sure_with_pages(told: Difference, seen: Bearings, *, form: Form) -> bool:
    if seen.journal < 0 or seen.authors == 0:
        sides = (seen.volume > 0) + (seen.gap == 0) + (seen.journal > 0) + (seen.authors > 0)
        return _is_close(told) and seen.volume > 0 and sides > 2  # noqa: PLR2004 - two of the others
    if told.likeness is Likeness.OTHER:
        return told.ratio >= _ALIKE and seen.volume > 0 and seen.journal > 0 and seen.gap == 0
    if seen.volume > 0:
        return True
    if seen.journal > 0 or (form in _WITHOUT_JOURNAL and seen.journal == 0):
        return seen.gap == 0 or (seen.gap == 1 and told.likeness is not Likeness.SHUFFLED and seen.ends >= 0)
    return seen.gap == 0 and told.likeness is Likeness.EQUAL and seen.ends > 0


def _is_sure_without_pages(told: Difference, seen: Bearings, *, form: Form) -> bool:
    if seen.issue < 0 or seen.journal < 0:
        return False
    placed = seen.journal > 0 and seen.volume > 0
    if told.likeness is Likeness.EQUAL or (told.likeness is Likeness.SLIPS and told.slips <= _FEW_SLIPS):
        if seen.gap == 0:
            lone = form in _WITHOUT_JOURNAL and seen.journal == 0
            return seen.journal > 0 or lone or (seen.volume > 0 and told.slips == 0)
        return placed or (form is Form.THESIS and seen.gap == 1)
    if told.likeness is Likeness.SHUFFLED and told.ratio < _NEAR:
        return False
    return told.likeness in {Likeness.SHORTENED, Likeness.SHUFFLED} and seen.gap == 0 and placed


def is_likely(told: Difference, seen: Bearings, *, weight: Weight, against: bool) -> bool:
    """Tell whether a person should look at two entries that are not surely one work."""
    near = _is_close(told) or (told.ratio >= _NEAR and (told.one_sided or seen.page >= 0))
    near = near or (told.likeness is Likeness.SHUFFLED and told.ratio >= _SHUFFLED)
    if seen.authors < 0:
        return near and seen.placed
    if weight in {Weight.NONE, Weight.SHORT} and not (weight is Weight.SHORT and seen.page > 0):
        borne_out = seen.journal > 0 or (
            seen.journal == 0 and weight is Weight.SHORT and told.likeness is Likeness.EQUAL
        )
        return near and borne_out and seen.authors > 0 and seen.gap == 0 and min(seen.page, seen.volume) >= 0
    if near and against:
        return seen.authors > 0 and (seen.gap is None or seen.gap <= _YEARS_ON_THE_WAY)
    if near:
        return seen.sum > 0
    return told.ratio >= _REMOTE and seen.placed and seen.authors > 0 and seen.year >= 0 and not against
