"""The axis of a forest plot: from where to where it runs, and which of its values it names."""

import math
import statistics
from dataclasses import dataclass
from typing import Final

from evidence.report.forest import Forest, Kind

_MARGIN: Final = 0.03
_NARROWEST: Final = 1e-9
_USUAL: Final = 2
"""How many times as wide as the one in the middle an interval may be and be shown whole."""
_BEYOND: Final = 0.5
"""How far beyond what has to be shown an interval may reach and be shown whole, in widths of that."""
_STEPS: Final = (1, 2, 5, 10)
_MANTISSAS: Final = ((1, 2, 5), (1, 3), (1,), (1, 1.2, 1.5, 2, 3, 5, 7))
_WIDEST_IN_DECADES: Final = 6
_LARGEST_IN_DECADES: Final = 300
_FEWEST: Final = (3, 2)
"""Three ticks show that an axis bears logs; two will do where there is no room."""
_LEAST_EXPONENT: Final = -4
_SPELT_OUT: Final = 6
"""From this many digits before or behind the point a tick is written with an exponent."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A value that the axis names."""

    place: float
    """Along the axis."""
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Axis:
    """From where to where the axis runs."""

    low: float
    high: float
    logarithmic: bool

    def fraction(self, place: float) -> float:
        """Give how far along the axis a place lies: 0 at its start, 1 at its end."""
        return (place - self.low) / (self.high - self.low)

    def ticks(self, most: int) -> tuple[Tick, ...]:
        """Give up to so many round values, at least two where there is room for two."""
        if not self.logarithmic:
            return _even(self.low, self.high, most=most)
        decades = self.low / math.log(10), self.high / math.log(10)
        if decades[1] - decades[0] > _WIDEST_IN_DECADES or max(map(abs, decades)) > _LARGEST_IN_DECADES:
            return tuple(
                Tick(tick.place * math.log(10), _value(1, round(tick.place)))
                for tick in _even(*decades, most=most, least=1)
            )
        sets = [self._with(mantissas) for mantissas in _MANTISSAS]
        for fewest in _FEWEST:
            for found in sets:
                if fewest <= len(found) <= most:
                    return found
        near = _even(math.exp(self.low), math.exp(self.high), most=most)
        return tuple(Tick(math.log(tick.place), tick.text) for tick in near if tick.place > 0)

    def _with(self, mantissas: tuple[float, ...]) -> tuple[Tick, ...]:
        first, last = (math.floor(end / math.log(10)) for end in (self.low, self.high))
        values = [
            (math.log(mantissa) + exponent * math.log(10), _value(mantissa, exponent))
            for exponent in range(first, last + 1)
            for mantissa in mantissas
        ]
        return tuple(Tick(place, text) for place, text in values if self.low <= place <= self.high)


def axis_of(forest: Forest) -> Axis:
    """Give an axis that is made for the studies: it holds every estimate, the null, and intervals of a usual width.

    Longer intervals, and those of the pooled effect and of a new study, are shown whole where they reach little beyond
    that. Else they are cut, so that what is vague, as a prediction from three studies, does not press all together.
    """
    held = [row.estimate for row in forest.rows if row.estimate is not None]
    if forest.null is not None:
        held.append(forest.null)
    studies = [row for row in forest.rows if row.kind is Kind.STUDY]
    middle = statistics.median_low(row.high - row.low for row in studies)
    for row in studies:
        if row.high - row.low <= _USUAL * middle:
            held += [row.low, row.high]
    low, high = min(held), max(held)
    beyond = (high - low) * _BEYOND
    low, high = (
        min(low, *(row.low for row in forest.rows if row.low >= low - beyond)),
        max(high, *(row.high for row in forest.rows if row.high <= high + beyond)),
    )
    margin = max((high - low) * _MARGIN, max(abs(low), abs(high)) * _NARROWEST, math.ulp(1.0))
    return Axis(low=low - margin, high=high + margin, logarithmic=forest.logarithmic)


def _even(low: float, high: float, *, most: int, least: float = 0.0) -> tuple[Tick, ...]:
    """Give round values at even steps of 1, 2 or 5 of some power of ten."""
    if most < 1:
        return ()
    rough = max((high - low) / most, least)
    power = math.floor(math.log10(rough))
    step = next(step for step in _STEPS if step * 10.0**power >= rough * (1 - _NARROWEST)) * 10.0**power
    decimals = max(0, -math.floor(math.log10(step) + _NARROWEST))
    first, last = math.ceil(low / step), math.floor(high / step)
    return tuple(Tick(place * step, _fixed(place * step, decimals)) for place in range(first, last + 1))


def _fixed(value: float, decimals: int) -> str:
    if decimals > _SPELT_OUT or abs(value) >= 10.0**_SPELT_OUT:
        return f"{value:.3g}"
    return f"{value:.{decimals}f}"


def _value(mantissa: float, exponent: int) -> str:
    plain = _LEAST_EXPONENT <= exponent < _SPELT_OUT
    return f"{mantissa * 10.0**exponent:.6g}" if plain else f"{mantissa:g}e{exponent}"
