"""A p value as printed: what it can be, on which side of a level it lies, and whether a computed one bears it out."""

from dataclasses import replace
from fractions import Fraction
from typing import Final

from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.numbers.printed import bounds, shown

_NOT_SIGNIFICANT: Final = {"ns", "n.s.", "n.s"}
_FLOAT_ERROR: Final = 1e-9
"""Far above what the computed tail probabilities are off by, far below what any paper prints."""

USUAL_ALPHA: Final = Figure.parse("0.05")


def read(printed: str) -> Figure:
    """Read a p value; ``ns`` stands for one above .05, as papers mean it. Raises ``FigureError`` for what is none."""
    if printed.strip().lower() in _NOT_SIGNIFICANT:
        return replace(Figure.parse("> .05"), printed=printed.strip())
    return Figure.parse(printed)


def told(p: Figure) -> str:
    """Give a p value with its relation, as ``p = .03`` or ``p < .001``."""
    return f"p = {shown(p)}" if p.relation == "=" and not p.printed.startswith("=") else f"p {shown(p)}"


def computed(least: float, most: float, *, digits: int) -> str:
    """Give a computed p value as ``p = .03 to .04``, once where both are the same in so many digits."""
    low, high = f"{least:.{digits}g}", f"{most:.{digits}g}"
    return f"p = {low}" if low == high else f"p = {low} to {high}"


def is_possible(p: Figure) -> bool:
    """Tell whether some probability rounds to, or is bounded as, what is printed."""
    low, high = bounds(p)
    return {
        "=": p.value >= 0 and low <= 1 and high >= 0,
        "<": p.value > 0,
        "<=": p.value >= 0,
        ">": p.value < 1,
        ">=": p.value <= 1,
    }[p.relation]


def agrees(p: Figure, low: float, high: float) -> bool:
    """Tell whether a computed p value between two bounds can be what is printed; an error of a float is forgiven."""
    least, most = low * (1 - _FLOAT_ERROR), high * (1 + _FLOAT_ERROR)
    below, above = bounds(p)
    return {
        "=": below <= most and least <= above,
        "<": least < p.value,
        "<=": least <= p.value,
        ">": most > p.value,
        ">=": most >= p.value,
    }[p.relation]


def surely_below(p: Figure, alpha: Fraction) -> bool:
    """Tell whether whatever stands behind the printed p is below a level."""
    return p.high < alpha if p.relation == "=" else p.relation in {"<", "<="} and p.value <= alpha


def surely_above(p: Figure, alpha: Fraction) -> bool:
    """Tell whether whatever stands behind the printed p is above a level."""
    return p.low > alpha if p.relation == "=" else p.relation in {">", ">="} and p.value >= alpha


def level(figure: Figure, *, name: str) -> Fraction:
    """Give a level between 0 and 1, both excluded, or raise ``UsageError``."""
    if figure.relation != "=" or not 0 < figure.value < 1:
        raise UsageError(f"{name} lies between 0 and 1, not at {shown(figure)}")
    return Fraction(figure.value)
