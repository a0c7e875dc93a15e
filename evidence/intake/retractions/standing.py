"""What became of a work by all the notices about it, and by what a person recorded."""

import datetime as dt
from collections.abc import Iterable
from typing import Final, NamedTuple

from evidence.vocab import Integrity, Notice

_MEANT: Final = {
    Notice.RETRACTION: Integrity.RETRACTED,
    Notice.CONCERN: Integrity.CONCERN,
    Notice.CORRECTION: Integrity.CORRECTED,
}
_GRAVITY: Final = {state: place for place, state in enumerate(Integrity)}
_LIFTED: Final = frozenset({Notice.RETRACTION, Notice.CONCERN})


class Told(NamedTuple):
    """A notice about a work."""

    record: str
    nature: Notice
    date: dt.date | None
    notice: str | None
    reasons: str | None = None


class Standing(NamedTuple):
    """What became of a work after it was published."""

    integrity: Integrity
    date: dt.date | None
    notice: str | None


class ByList(NamedTuple):
    """What became of a work by the list alone."""

    standing: Standing
    record: str | None
    """The notice that decides: the first of the gravest in force, or the reinstatement after which none is."""
    reinstated: bool
    """Whether a reinstatement lifted what was there before."""


NOTHING: Final = Standing(Integrity.NONE, None, None)


def by_list(notices: Iterable[Told]) -> ByList:
    """Give what all notices about a work come to.

    A reinstatement lifts every retraction and concern up to its day; corrections stay. A notice without a date
    counts as earlier than all others, so that an undated reinstatement lifts no dated retraction.
    """
    in_force: list[Told] = []
    lifted = False
    ordered = sorted(notices, key=_when)
    for notice in ordered:
        if notice.nature is Notice.REINSTATEMENT:
            kept = [other for other in in_force if other.nature not in _LIFTED]
            lifted = lifted or len(kept) < len(in_force)
            in_force = kept
        else:
            in_force.append(notice)
    if not in_force:
        return ByList(NOTHING, ordered[-1].record if ordered else None, reinstated=bool(ordered))
    gravest = max(in_force, key=lambda notice: _GRAVITY[_MEANT[notice.nature]])
    standing = Standing(_MEANT[gravest.nature], gravest.date, gravest.notice)
    return ByList(standing, gravest.record, reinstated=lifted and standing.integrity is Integrity.CORRECTED)


def _when(notice: Told) -> tuple[dt.date, bool, int]:
    """Order notices by day; on one day a reinstatement comes after what it lifts."""
    return notice.date or dt.date.min, notice.nature is Notice.REINSTATEMENT, int(notice.record)


def with_hand(listed: Standing, *, by_hand: Standing) -> Standing:
    """Give the graver of what the list and a person say; where they say the same, the person's date and notice."""
    if _GRAVITY[by_hand.integrity] > _GRAVITY[listed.integrity]:
        return by_hand
    if by_hand.integrity is listed.integrity:
        return Standing(listed.integrity, by_hand.date or listed.date, by_hand.notice or listed.notice)
    return listed
