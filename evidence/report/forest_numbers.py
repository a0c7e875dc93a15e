"""The numbers of a forest plot as words: as many digits as mean something, the same in every column and sentence."""

import math
from dataclasses import dataclass
from typing import Final

from evidence.effects.scales import IN_OWN_UNIT, Scale
from evidence.pooling.intervals import Interval
from evidence.pooling.measures import PooledMeasure
from evidence.pooling.pooled import PooledEffect

_MOST_DECIMALS: Final = 6
_SPELT_OUT: Final = 1e7
_SMALL_RATIO: Final = 0.1
_LEAST_RATIO: Final = 1e-4
_LEAST_P: Final = 0.001


@dataclass(frozen=True, slots=True)
class Numbers:
    """How the effects of one measure are written, all to the same precision."""

    measure: PooledMeasure
    decimals: int

    def told(self, pooled: float) -> str:
        """Give a value on the scale of pooling as it is printed."""
        return number(self.measure.shown(pooled), decimals=self.decimals, is_ratio=self.measure.scale is Scale.LOG)

    def limits(self, low: float, high: float) -> str:
        """Give an interval in brackets."""
        return f"[{self.told(low)}, {self.told(high)}]"


def numbers_of(pooled: PooledEffect, measure: PooledMeasure, interval: Interval) -> Numbers:
    """Give two decimals, one for a measure in its own unit, or more where the narrowest interval needs them."""
    least = 1 if measure.measure in IN_OWN_UNIT else 2  # large in its unit, it may say nothing by a second
    limits = [(interval.low, interval.high), *((study.low, study.high) for study in pooled.studies)]
    half = min(_half_width(measure, low, high) for low, high in limits)
    if not 0 < half < math.inf:
        return Numbers(measure, least)
    return Numbers(measure, min(max(-math.floor(math.log10(half)), least), _MOST_DECIMALS))


def number(value: float, *, decimals: int, is_ratio: bool = False) -> str:
    """Give a number with so many decimals, and without a minus where nothing but zeros is left of it.

    A ratio below 0.1 has so many significant digits instead, since no ratio is 0; one that no float holds is a bound.
    """
    if is_ratio and not _SMALL_RATIO <= value < math.inf:
        return _far_ratio(value, digits=decimals)
    if abs(value) >= _SPELT_OUT:
        return f"{value:.3g}"
    told = f"{value:.{decimals}f}"
    return told.removeprefix("-") if float(told) == 0 else told


def p_value(p: float) -> str:
    """Give a p value to three decimals, and one below them as a bound."""
    return "p < 0.001" if p < _LEAST_P else f"p = {p:.3f}"


def _far_ratio(value: float, *, digits: int) -> str:
    if value == 0:
        return "<1e-300"
    if value == math.inf:
        return ">1e+300"
    if value < _LEAST_RATIO:
        return f"{value:.{digits - 1}e}"
    return f"{value:.{digits - 1 - math.floor(math.log10(value))}f}"


def _half_width(measure: PooledMeasure, low: float, high: float) -> float:
    """Give half the width of an interval as shown; of a small ratio in units of itself, as its digits are counted."""
    first, last = measure.shown(low), measure.shown(high)
    unit = last if measure.scale is Scale.LOG and 0 < last < 1 else 1.0
    return (last - first) / 2 / unit
