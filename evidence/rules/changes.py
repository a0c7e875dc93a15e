"""The changes in percent that a line of evidence reports or implies: how much less or more one group has than another.

A ratio of 0.75 is 25 % less, and one of 1.25 is 25 % more; arms of 15 % and 20 % are 5 points apart, and the one has
25 % less than the other. Each is known as far as the figures behind it were printed.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import permutations
from typing import Final

from evidence.dossier import Effect, Line
from evidence.effects.scales import WITHOUT_NULL, Scale, scale_of
from evidence.figures import Figure
from evidence.numbers.directions import HIGHER, LOWER
from evidence.rules.reported import as_proportion, is_percentage, percentages, standing_behind
from evidence.vocab import Measure

_WORD: Final = re.compile(r"[a-z]+")
_LESS: Final = LOWER | frozenset(
    {"cut", "cuts", "cutting", "drop", "drops", "dropped", "effectiveness", "efficacy", "rarer"}
)
_MORE: Final = HIGHER | frozenset({"commoner", "excess", "gain", "gains", "rise", "rises"})
_EITHER: Final = frozenset({"change", "changed", "changes", "difference", "differences", "fall", "falls"})
_OF_NO_CHANGE: Final = re.compile(
    r"\b(?:lower (?:back|body|extremit|gastro|leg|limb|lung|respiratory|urinary)"
    r"|(?:fewer|greater|higher|less|longer|lower|more|shorter|smaller) than\b)"
)
"""Parts of the body, and what only bounds another figure."""
_LONGEST: Final = 500
_NONE: Final = Decimal(0)
_ALL: Final = Decimal(1)


class Way(Enum):
    """Which way a change goes."""

    LESS = "less"
    MORE = "more"
    EITHER = "less or more"


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A change as a fraction of one, with the least and the most that can stand behind the printed figures."""

    way: Way
    size: Decimal
    least: Decimal
    most: Decimal
    told: str
    """With the figures that it is made from."""

    def fits(self, way: Way) -> bool:
        """Tell whether words that go one way can be of this change."""
        return Way.EITHER in {way, self.way} or way is self.way


def way_of(words: str) -> Way | None:
    """Give which way words of a change go, as "reduction in risk"; none where they speak of no change."""
    told = set(_WORD.findall(_OF_NO_CHANGE.sub("", words[:_LONGEST].casefold())))
    less, more = not told.isdisjoint(_LESS), not told.isdisjoint(_MORE)
    if less is not more:
        return Way.LESS if less else Way.MORE
    return Way.EITHER if less or not told.isdisjoint(_EITHER) else None


def changes(line: Line) -> tuple[Change, ...]:
    """Give the changes that a line reports by its estimate, and those that the percentages of its arms make."""
    effect = line.effect
    if effect is None:
        return ()
    return (*_of_estimate(effect), *(() if effect.measure is Measure.PROPORTION else _of_arms(percentages(line))))


def _of_estimate(effect: Effect) -> list[Change]:
    estimate, measure = effect.estimate, effect.measure
    if estimate is None or measure is None or measure in WITHOUT_NULL:
        return []
    told = f"{measure} {estimate}"
    if scale_of(measure) is Scale.LOG:
        return _of_ratio(estimate.value, standing_behind(estimate), told=told)
    if measure is Measure.RISK_DIFFERENCE:
        shares = as_proportion(estimate)
    else:
        shares = [estimate] if is_percentage(estimate) else []
    return [_of_difference(share.value, standing_behind(share), told=told) for share in shares]


def _of_arms(shares: tuple[Figure, ...]) -> list[Change]:
    """Compare each arm with each other one; which of two is the comparator is not recorded."""
    found = []
    for one, other in permutations(shares, 2):
        (low, high), (least, most) = standing_behind(one), standing_behind(other)
        if not all(end.is_finite() for end in (low, high, least, most)):
            continue
        told = f"{one} against {other}"
        if one.value <= other.value:
            found.append(_of_difference(one.value - other.value, (low - most, high - least), told=told))
        if least > 0:
            found += _of_ratio(one.value / other.value, (low / most, high / least), told=told)
    return found


def _of_ratio(ratio: Decimal, ends: tuple[Decimal, Decimal], *, told: str) -> list[Change]:
    """Give what a ratio says of less, and what of more; both of one that could be 1."""
    low, high = ends
    found = []
    if low < _ALL:
        found.append((Way.LESS, _ALL - ratio, _ALL - high, _ALL - low))
    if high > _ALL:
        found.append((Way.MORE, ratio - _ALL, low - _ALL, high - _ALL))
    return [
        Change(way=way, size=size, least=max(least, _NONE), most=most, told=f"{_percent(size)} {way.value} ({told})")
        for way, size, least, most in found
    ]


def _of_difference(difference: Decimal, ends: tuple[Decimal, Decimal], *, told: str) -> Change:
    """Give a difference without its sign, since papers take either group from the other."""
    low, high = ends if difference >= 0 else (-ends[1], -ends[0])
    size = abs(difference)
    return Change(way=Way.EITHER, size=size, least=max(low, _NONE), most=high, told=f"{_percent(size)} apart ({told})")


def _percent(size: Decimal) -> str:
    return f"{max(size, _NONE):.1%}".replace(".0%", "%")
