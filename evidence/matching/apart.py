"""What makes two works different though they look alike: another form, a telling word, a number, an edition."""

from typing import Final

from evidence.matching.bearings import Bearings
from evidence.matching.differences import Difference
from evidence.matching.kinds import Form
from evidence.matching.traits import Traits

_TOGETHER: Final = frozenset(
    frozenset(pair)
    for pair in (
        (Form.CHAPTER, Form.CONFERENCE),
        (Form.UNKNOWN, Form.REPORT),
        (Form.UNKNOWN, Form.BOOK),
        (Form.REPORT, Form.BOOK),
    )
)
"""Forms that exporters take for each other."""
_NEVER: Final = frozenset(
    frozenset((Form.BOOK, part)) for part in (Form.CHAPTER, Form.CONFERENCE, Form.ARTICLE, Form.PREPRINT)
)
"""A whole and its part; and a book is no article, whatever its DOI."""


def says_another(told: Difference) -> str | None:
    """Give what in the titles makes them those of two works, as a sentence."""
    if told.telling is not None:
        return f"only one title says “{told.telling}”"
    if told.numbers:
        return "the numbers in the titles differ"
    return None


def other_form(one: Traits, other: Traits, seen: Bearings, *, named: bool) -> tuple[str, ...]:
    """Give why two entries can't be one work as they stand, in sentences; ``named`` if both give one DOI or PMID."""
    found = []
    if (forms := _forms(one.form, other.form, seen, named=named)) is not None:
        found.append(forms)
    if not named and one.supplement is not other.supplement and seen.page <= 0:
        found.append("only one stands in a supplement, where abstracts do")
    if one.form is other.form is Form.BOOK:
        shared = not set(one.isbn).isdisjoint(other.isbn)
        if one.isbn and other.isbn and not shared:
            found.append("both give an ISBN and they differ")
        if seen.gap and not shared and not named:
            found.append("the years differ, as those of two editions do")
    return tuple(found)


def _forms(one: Form, other: Form, seen: Bearings, *, named: bool) -> str | None:
    pair = frozenset((one, other))
    if one is other or pair in _TOGETHER:
        return None
    if pair not in _NEVER and (named or (seen.placed and Form.PREPRINT not in pair)):
        return None
    first, second = sorted((one.value, other.value))
    return f"one is {first}, the other {second}"
