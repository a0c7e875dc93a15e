"""Shares of one, which papers print as 0.45, as 45% or as a bare 45."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from evidence.effects.workings import Workings
from evidence.figures import Figure

_PERCENT: Final = Fraction(1, 100)
_ONE: Final = Fraction(1)


def unit_of_bare(figures: Iterable[Figure | None], *, work: Workings) -> Fraction:
    """Give what 1 without a percent sign stands for among figures that are shares: 1, or a hundredth.

    Where any of them is beyond 1 without a sign, all without one are percent, and this is told.
    """
    bare = [figure for figure in figures if figure is not None and "%" not in figure.printed]
    beyond = next((figure for figure in bare if abs(figure.value) > 1), None)
    if beyond is None:
        return _ONE
    work.assume(f"{beyond} taken as a percentage")
    return _PERCENT


def unit_of(figure: Figure, *, bare: Fraction) -> Fraction:
    """Give what the value of a figure is to be multiplied by to be a share of one."""
    return _ONE if "%" in figure.printed else bare


def unit_of_percentage(figure: Figure) -> Fraction:
    """Give the same for a figure that is recorded as a percentage, with its sign or without."""
    return unit_of(figure, bare=_PERCENT)
