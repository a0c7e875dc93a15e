"""The scale on which each measure is pooled, and the way there and back."""

import math
from enum import Enum
from typing import Final

from evidence.vocab import Measure


class Scale(Enum):
    """A scale on which estimates are nearly normal, in words that a table can bear."""

    NATURAL = "as printed"
    LOG = "natural logarithm"
    LOGIT = "logit"
    FISHER_Z = "Fisher's z"


_SCALES: Final = {
    Measure.RISK_RATIO: Scale.LOG,
    Measure.ODDS_RATIO: Scale.LOG,
    Measure.HAZARD_RATIO: Scale.LOG,
    Measure.INCIDENCE_RATE_RATIO: Scale.LOG,
    Measure.RATIO_OF_MEANS: Scale.LOG,
    Measure.PROPORTION: Scale.LOGIT,
    Measure.CORRELATION: Scale.FISHER_Z,
}
IN_OWN_UNIT: Final = frozenset({Measure.MEAN, Measure.MEAN_DIFFERENCE, Measure.MEAN_CHANGE})
"""Measures in the unit of what was measured, which may differ between studies."""
WITHOUT_NULL: Final = frozenset({Measure.PROPORTION, Measure.MEAN})
"""Measures of one group, of which no value means "no effect"."""


def scale_of(measure: Measure) -> Scale:
    """Give the scale on which a measure is pooled."""
    return _SCALES.get(measure, Scale.NATURAL)


def onto(scale: Scale, value: float) -> float | None:
    """Give a printed value on a scale; none where it has no place there, as a ratio of 0 on the logarithm."""
    match scale:
        case Scale.LOG:
            return math.log(value) if value > 0 else None
        case Scale.LOGIT:
            return math.log(value) - math.log1p(-value) if 0 < value < 1 else None
        case Scale.FISHER_Z:
            return math.atanh(value) if -1 < value < 1 else None
        case _:
            return value


def slope(scale: Scale, value: float) -> float:
    """Give how much steeper than the print a scale is at a printed value that has its place there."""
    match scale:
        case Scale.LOG:
            return 1 / value
        case Scale.LOGIT:
            return 1 / (value * (1 - value))
        case Scale.FISHER_Z:
            return 1 / (1 - value * value)
        case _:
            return 1.0


def back(scale: Scale, value: float) -> float:
    """Give a value of a scale as it would be printed; a ratio too large for a float is infinite."""
    match scale:
        case Scale.LOG:
            return _exponential(value)
        case Scale.LOGIT:
            return 1 / (1 + _exponential(-value))
        case Scale.FISHER_Z:
            return math.tanh(value)
        case _:
            return value


def _exponential(value: float) -> float:
    try:
        return math.exp(value)
    except OverflowError:
        return math.inf
