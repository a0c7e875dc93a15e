"""SPRITE's question with a sure answer: whether any answers on a scale have the mean and SD that are printed.

Heathers, Anaya, van der Zee and Brown 2018, Recovering data from summary statistics, PeerJ Preprints 6:e26968v1, look
for such answers at random, and cannot tell that there are none. Here some are put together at once, where that can be;
else every pair of total and sum of squares that people can make is found, one person after the other, as a set of bits.
Wilner, Wood and Simons 2018 (CORVIDS) are exact too.
"""

import math
from functools import partial
from typing import Final

from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.numbers.finding import Finding, Verdict
from evidence.numbers.printed import shown
from evidence.numbers.scale import SOURCE, Scale, on_scale, variance_limits, within
from evidence.numbers.spread import can_be_built
from evidence.numbers.squares import greatest, least, sums_of_squares, total_with

_MOST_WORK: Final = 2 * 10**10
"""Bits that are moved, at most: a second or two."""
_BUILT: Final = 8
"""Totals, and sums of squares of each, from which answers are put together."""


def sprite(
    mean: Figure, *, sd: Figure, n: Figure, lowest: Figure, highest: Figure, items: Figure | None = None
) -> Finding:
    """Ask whether ``n`` answers from ``lowest`` to ``highest`` can have this mean and SD; yes or no for sure.

    Raises ``UsageError`` as ``on_scale`` and ``total_with`` do, and where no such answers are put together at once and
    the sample and the scale are too large to try all.
    """
    scale = on_scale(mean, n=n, lowest=lowest, highest=highest, items=items, sd=sd)
    says = partial(Finding, check="sprite", source=SOURCE)
    if not scale.totals:
        return says(verdict=Verdict.IMPOSSIBLE, reason=f"no {scale.answers} have the mean {shown(mean)}")
    both = f"the mean {shown(mean)} and the SD {shown(sd)}"
    none = says(verdict=Verdict.IMPOSSIBLE, reason=f"no {scale.answers} have {both} (with n - 1)")
    if not within(sd, *variance_limits(scale)):
        return none
    if total_with(scale.totals, n=scale.n, sd=sd, items=scale.items) is None:
        return none
    if _are_built(scale, sd=sd) or _are_made(scale, sd=sd):
        return says(verdict=Verdict.CONSISTENT, reason=f"some {scale.answers} have {both}")
    return none


def _are_built(scale: Scale, *, sd: Figure) -> bool:
    """Tell whether answers that fit are put together at once, from some of the totals and sums of squares."""
    for total in _some(scale.totals):
        low, high = sums_of_squares(total, n=scale.n, sd=sd, items=scale.items)
        low, high = max(low, least(total, n=scale.n)), min(high, greatest(total, width=scale.width))
        fitting = range(low + (low - total) % 2, high + 1, 2)
        if any(can_be_built(total, squares, n=scale.n, width=scale.width) for squares in _some(fitting)):
            return True
    return False


def _some(numbers: range) -> tuple[int, ...]:
    """Give all of a few numbers, and of many some from end to end."""
    return (*numbers[:: max(1, (numbers.stop - numbers.start) // numbers.step // _BUILT)], *numbers[-1:])


def _are_made(scale: Scale, *, sd: Figure) -> bool:
    """Tell whether people can make one of the totals with a sum of squares that fits, or raise ``UsageError``.

    Answers are counted from the one nearest to the mean, so that sums of squares are small. A bit stands for each total
    t and sum of squares q: the one at (q + t) / 2, which is whole, in the row of t. What stands beyond the greatest q
    is dropped, for squares only add. So is a t of which no rest can come back: of p people out of n, t lies from p / n
    of the total by no more than the root of q p (n - p) / n, which is half the root of q n at most (Cauchy).
    """
    n, totals = scale.n, scale.totals
    middle = (totals[0] + totals[-1] + n) // (2 * n)
    window = partial(sums_of_squares, n=n, sd=sd, items=scale.items)
    ends = totals[0] - n * middle, totals[-1] - n * middle
    most = max(window(end)[1] for end in ends)
    furthest = max(map(abs, ends)) + math.isqrt(n * most) // 2 + 1
    reach = math.isqrt(most)
    answers = range(max(-middle, -reach), min(scale.width - middle, reach) + 1)
    kept = (most + furthest) // 2 + 1
    row, rows = kept + max(map(_half, answers)), 2 * furthest + 1
    if row * rows * n * len(answers) > _MOST_WORK:
        raise UsageError(
            f"{scale.answers} are too many to try them all, and none that fit were put together at once; "
            "so it is not known whether any do"
        )
    mask = int(("0" * (row - kept) + "1" * kept) * rows, 2)
    made = 1 << (furthest * row)
    for _ in range(n):
        made = _with_one_more(made, answers, row=row) & mask
    return any(
        _holds(made, (total + furthest) * row, first=max((low + total + 1) // 2, 0), last=(high + total) // 2)
        for total in range(ends[0], ends[1] + 1)
        for low, high in (window(total),)
    )


def _with_one_more(made: int, answers: range, *, row: int) -> int:
    """Give what can be made of that with one answer more."""
    more = 0
    for answer in answers:
        by = answer * row + _half(answer)
        more |= made << by if by >= 0 else made >> -by
    return more


def _half(answer: int) -> int:
    """Give how far an answer moves (q + t) / 2."""
    return answer * (answer + 1) // 2


def _holds(bits: int, start: int, *, first: int, last: int) -> bool:
    return first <= last and bool(bits >> (start + first) & ((1 << (last - first + 1)) - 1))
