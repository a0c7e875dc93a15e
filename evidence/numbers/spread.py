"""Answers that are put together, not searched: a quick yes for samples and scales of any size."""

from bisect import bisect_left
from itertools import chain
from typing import Final

from evidence.numbers.squares import least

_SIZES: Final = 5
"""The fewest numbers that can be alike leave the least to make up; a few more are tried, for more pairs."""
_STEPS: Final = 200
_SQUARES: Final = 4


def can_be_built(total: int, squares: int, *, n: int, width: int) -> bool:
    """Tell whether ``n`` whole numbers from 0 to ``width`` with this total and sum of squares are found at once.

    True is sure; False says nothing. Some numbers are set at the top of the scale and some at its bottom; the others
    are made as alike as can be and then moved apart, pair by pair. A pair of equal ones that moves apart by u each adds
    2 u^2, and four squares add up to any number (Lagrange; Hardy and Wright, An Introduction to the Theory of Numbers,
    20.5): so as many pairs as go all the way, and four more, make any even rest.
    """
    most = min(n, total // width)
    for at_top in chain(range(0, most, max(1, most // _STEPS)), (most,)):
        left = n - at_top
        rest, rest_squares = total - at_top * width, squares - at_top * width * width
        if rest_squares < rest:
            return False
        if rest == 0:
            return rest_squares == 0
        fewest = 1 + bisect_left(range(1, left + 1), -rest_squares, key=lambda size: -least(rest, n=size))
        for size in chain(range(fewest, min(fewest + _SIZES, left + 1)), (left,)):
            if _by_pairs(rest, rest_squares, n=size, width=width):
                return True
    return False


def _by_pairs(total: int, squares: int, *, n: int, width: int) -> bool:
    each, more = divmod(total, n)
    furthest = min(each, width - each - (more > 0))
    apart = squares - least(total, n=n)
    if apart < 0 or apart % 2 or furthest < 0:
        return False
    if furthest == 0:
        return apart == 0
    whole, rest = divmod(apart // 2, furthest * furthest)
    return whole + (_SQUARES if rest else 0) <= more // 2 + (n - more) // 2
