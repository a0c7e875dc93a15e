"""Whether an estimate lies half-way in its interval, on one scale or another, as far as rounding tells."""

import math
from fractions import Fraction

from evidence.effects.placed import Placed
from evidence.effects.scales import Scale, back, onto


def is_half_way(estimate: Placed, low: Placed, high: Placed, *, scale: Scale) -> bool:
    """Tell whether the estimate may be the middle of its interval on a scale, each figure as it was rounded.

    Gardner and Altman 1986, BMJ 292:746. A limit that may be where the scale has no end does not tell against it.
    """
    least = _reaching(scale, low.low) + _reaching(scale, high.low)
    most = _reaching(scale, low.high) + _reaching(scale, high.high)
    return least <= 2 * _reaching(scale, estimate.high) and 2 * _reaching(scale, estimate.low) <= most


def middle(low: Placed, high: Placed, *, scale: Scale) -> float:
    """Give the middle of an interval on a scale, as a plain number."""
    return back(scale, float(_reaching(scale, low.plain) + _reaching(scale, high.plain)) / 2)


def _reaching(scale: Scale, value: Fraction) -> Fraction | float:
    """Give a number on a scale, exactly where that is as printed, and endlessly far where it has no place there."""
    if scale is Scale.NATURAL:
        return value
    placed = onto(scale, float(value))
    if placed is not None:
        return placed
    ends_above = scale is not Scale.LOG and value > 0
    return math.inf if ends_above else -math.inf
