"""What can stand behind a printed figure: the exact numbers that round to it, and the whole numbers that give it.

A number is taken to round to a figure if any usual way of rounding prints it so: half up, half down or half to even.
"""

import math
from dataclasses import replace
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.text import shortened

LARGEST_SAMPLE: Final = 10**12
_LEAST_DF: Final = Decimal("0.1")
_MOST_DF: Final = 10**9
_SHOWN: Final = 80
_EXACT: Final = Context(prec=400)
"""Arithmetic that keeps every digit of what is printed."""


def whole(figure: Figure, *, name: str, least: int = 1) -> int:
    """Give a printed count as a whole number; raises ``UsageError`` where it is none, or below ``least``."""
    value = exact(figure, name=name).value
    if value != value.to_integral_value() or not least <= value <= LARGEST_SAMPLE:
        raise UsageError(f"{name} is a whole number from {least} to {LARGEST_SAMPLE:,}, not {shown(figure)}")
    return int(value)


def degrees_of_freedom(figure: Figure, *, name: str) -> float:
    """Give degrees of freedom, whole or not; raises ``UsageError`` for what no test has."""
    if not _LEAST_DF <= exact(figure, name=name).value <= _MOST_DF:
        raise UsageError(f"{name} lies from {_LEAST_DF} to {_MOST_DF:,}, not at {shown(figure)}")
    return float(figure.value)


def exact(figure: Figure, *, name: str) -> Figure:
    """Give a figure back that was printed as one number; raises ``UsageError`` for a bound such as ``< 5``."""
    if figure.relation != "=":
        raise UsageError(f"{name} is one number, not a bound such as {shown(figure)}")
    return figure


def bounds(figure: Figure) -> tuple[Fraction, Fraction]:
    """Give the least and the greatest number that round to what is printed, both included."""
    return Fraction(figure.low), Fraction(figure.high)


def squared_bounds(figure: Figure) -> tuple[Fraction, Fraction]:
    """Give the squares of the least and greatest number from zero up that round to what is printed."""
    low, high = bounds(figure)
    return max(low, Fraction(0)) ** 2, max(high, Fraction(0)) ** 2


def totals(mean: Figure, *, count: int) -> range:
    """Give every whole total whose mean over ``count`` rounds to what is printed."""
    low, high = bounds(mean)
    return range(math.ceil(low * count), math.floor(high * count) + 1)


def as_percentage(figure: Figure) -> Figure:
    """Give a figure that is said to be a percentage as one, whether its sign was printed or not."""
    if "%" in figure.printed:
        return figure
    value, step = (_EXACT.scaleb(number, -2) for number in (figure.value, figure.step))
    return replace(figure, printed=f"{figure.printed}%", value=value, step=step)


def confidence(level: Figure) -> Fraction:
    """Give the level of an interval, printed as 95, 95% or 0.95, as a fraction of one, whether any interval has it."""
    value = Fraction(level.value)
    return value / 100 if value > 1 and "%" not in level.printed else value


def as_printed(value: Fraction, *, like: Figure) -> str:
    """Give a number rounded to the places of a figure, half to even, as a percentage if that is one."""
    sign, hundredths = ("%", 2) if "%" in like.printed else ("", 0)
    step = _EXACT.scaleb(like.step, hundredths)
    told = _EXACT.multiply(Decimal(round(value / Fraction(like.step))), step)
    return f"{told:f}{sign}"


def shown(figure: Figure) -> str:
    """Give a figure as it was printed, harmless in a terminal."""
    return shortened(figure.printed, width=_SHOWN)
