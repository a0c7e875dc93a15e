"""Which totals and sums of squares whole numbers can have together."""

import math
from fractions import Fraction
from typing import Final

from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.numbers.printed import shown, squared_bounds

_MOST_TOTALS: Final = 20_000
"""As many are tried one by one, in a second or two."""
_LARGEST_OF_FEW: Final = 10**9
_ANY_FROM: Final = 5
"""From five numbers on, every sum of squares of the right parity from the least on can be had."""


def sums_of_squares(total: int, *, n: int, sd: Figure, items: int) -> tuple[int, int]:
    """Give the least and the greatest whole sum of squares by which the SD of ``n`` numbers rounds as printed.

    The SD divides by n - 1, and by ``items``, the number of answers that make one person's.
    """
    low, high = squared_bounds(sd)
    freedom = (n - 1) * items * items
    of_mean = Fraction(total * total, n)
    return math.ceil(of_mean + freedom * low), math.floor(of_mean + freedom * high)


def least(total: int, *, n: int) -> int:
    """Give the least sum of squares of ``n`` whole numbers with this total: they differ by one at most."""
    each, more = divmod(total, n)
    return more * (each + 1) ** 2 + (n - more) * each**2


def greatest(total: int, *, width: int) -> int:
    """Give the greatest sum of squares of numbers from 0 to a width: all but one of them are at an end."""
    full, rest = divmod(total, width)
    return full * width * width + rest * rest


def most_alike(totals: range, *, n: int) -> int:
    """Give the total of a range by which ``n`` numbers can lie closest together.

    Numbers that differ by one at most have the spread Q - T^2 / n = t (n - t) / n, where t is what T leaves by n. That
    is 0 where n divides T and bends down in between, so it is least there or at an end of the range.
    """
    multiple = -(-totals.start // n) * n
    if multiple in totals:
        return multiple
    return min((totals[0], totals[-1]), key=lambda total: total % n * (n - total % n))


def total_with(totals: range, *, n: int, sd: Figure, items: int) -> int | None:
    """Give a total that some whole numbers, of any sign, have together with an SD that rounds as printed.

    However many totals there are, few have to be tried. What a total leaves by n is all that counts, since the same
    taken off each number leaves the SD as it is; so n totals in a row are all. If even the numbers most alike differ
    too much, no others will do. If not, and n is 5 or more, their total has each sum of squares of its parity from the
    least on; so it will do where the sums that round to the SD, from that least on, span 2 or more. Raises
    ``UsageError`` where that leaves too much to try: for an SD of many digits, or of few numbers that lie far apart.
    """
    easiest = most_alike(totals, n=n)
    if some_numbers_have(easiest, n=n, sd=sd, items=items):
        return easiest
    if sums_of_squares(easiest, n=n, sd=sd, items=items)[1] < least(easiest, n=n):
        return None
    tried = totals[: min(n, _MOST_TOTALS)]
    for total in tried:
        if some_numbers_have(total, n=n, sd=sd, items=items):
            return total
    if len(tried) < n and tried != totals:
        raise UsageError(
            f"the first {_MOST_TOTALS:,} totals that give the mean do not give the SD {shown(sd)}; no more are tried"
        )
    return None


def some_numbers_have(total: int, *, n: int, sd: Figure, items: int) -> bool:
    """Tell whether some whole numbers, of any sign, have this total and an SD that rounds as printed.

    A square has the parity of its root, so the sum of squares has that of the total. Raises ``UsageError``
    for two to four numbers that lie so far apart that trying all of them would take long.
    """
    near_zero = total % n  # taking the same off each number leaves the SD as it is
    low, high = sums_of_squares(near_zero, n=n, sd=sd, items=items)
    low = max(low, near_zero)
    low += (low - near_zero) % 2
    if n >= _ANY_FROM:
        return low <= high
    if high > _LARGEST_OF_FEW:
        raise UsageError(f"an SD of {shown(sd)} among {n} numbers is too large to try them all")
    return any(_OF_FEW[n](near_zero, squares) for squares in range(low, high + 1, 2))


def _of_two(total: int, squares: int) -> bool:
    """Take the difference, whose square is 2 Q - T^2."""
    return _is_square(2 * squares - total * total)


def _of_three(total: int, squares: int) -> bool:
    """Look for differences a, b between neighbours: a^2 + ab + b^2 = (3 Q - T^2) / 2.

    Four times that less 3 a^2 is then a square. Any such a, b will do: that a - b leaves the right remainder by three
    follows, with one sign of both or the other.
    """
    form = (3 * squares - total * total) // 2
    return any(_is_square(4 * form - 3 * a * a) for a in range(math.isqrt(4 * form // 3) + 1))


def _of_four(total: int, squares: int) -> bool:
    """Take 4 Q - T^2: a sum of three odd squares, as 3 modulo 8 always is, or four times one of any three squares.

    Three squares make every number but 4^k (8 m + 7) (Legendre; Hardy and Wright, An Introduction to the Theory of
    Numbers, 20.10).
    """
    if total % 2:
        return True
    rest = squares - (total // 2) ** 2
    while rest and rest % 4 == 0:
        rest //= 4
    return rest % 8 != 7  # noqa: PLR2004 - as the theorem says


def _is_square(number: int) -> bool:
    return number >= 0 and math.isqrt(number) ** 2 == number


_OF_FEW: Final = {2: _of_two, 3: _of_three, 4: _of_four}
