"""DEBIT: whether any zeros and ones have the mean and the standard deviation that are printed.

Heathers and Brown 2019, DEBIT: A Simple Consistency Test for Binary Data, https://osf.io/5vb3u. The count of ones
settles both figures, so ours asks for a count that gives both, where the published form compares two ranges.
"""

import math
from bisect import bisect_left, bisect_right
from fractions import Fraction
from functools import partial
from typing import Final

from evidence.figures import Figure
from evidence.numbers.finding import Finding, Verdict
from evidence.numbers.printed import as_printed, exact, shown, squared_bounds, totals, whole
from evidence.numbers.scale import root

SOURCE: Final = "Heathers and Brown 2019, https://osf.io/5vb3u (DEBIT)"


def debit(mean: Figure, *, sd: Figure, n: Figure) -> Finding:
    """Ask whether ``n`` zeros and ones can have this mean and SD: sqrt(k (n - k) / (n (n - 1))) of k ones.

    Raises ``UsageError`` for figures that are bounds, and for an ``n`` below 2 or no count.
    """
    count = whole(n, name="n", least=2)
    exact(sd, name="sd")
    says = partial(Finding, check="debit", source=SOURCE)
    candidates = totals(exact(mean, name="mean"), count=count)
    ones = range(max(candidates.start, 0), min(candidates.stop, count + 1))
    if not ones:
        return says(verdict=Verdict.IMPOSSIBLE, reason=f"no {count:,} zeros and ones have the mean {shown(mean)}")
    low, high = (bound * count * (count - 1) for bound in squared_bounds(sd))
    if sd.value >= 0 and (found := _between(ones, math.ceil(low), math.floor(high), count=count)) is not None:
        return says(
            verdict=Verdict.CONSISTENT,
            reason=f"{found:,} ones among {count:,} have the mean {shown(mean)} and the SD {shown(sd)}",
            computed=(("ones", str(found)),),
        )
    told = sorted({_sd(ones[0], count, like=sd), _sd(ones[-1], count, like=sd)})
    return says(
        verdict=Verdict.IMPOSSIBLE,
        reason=f"{count:,} zeros and ones with the mean {shown(mean)} have the SD {' to '.join(told)}, not {shown(sd)}",
        computed=(("sd", " to ".join(told)),),
    )


def _between(ones: range, low: int, high: int, *, count: int) -> int | None:
    """Find a number of ones by which k (n - k) lies between; that rises up to the half and falls from there."""

    def product(k: int) -> int:
        return k * (count - k)

    half = min(max(count // 2 + 1, ones.start), ones.stop)
    rising, falling = range(ones.start, half), range(ones.stop - 1, half - 1, -1)
    for side in (rising, falling):
        first = bisect_left(side, low, key=product)
        if first < bisect_right(side, high, key=product):
            return side[first]
    return None


def _sd(ones: int, count: int, *, like: Figure) -> str:
    return as_printed(root(Fraction(ones * (count - ones), count * (count - 1))), like=like)
