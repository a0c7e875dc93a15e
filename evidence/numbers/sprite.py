"""SPRITE's question with a sure answer: whether any answers on a scale have the mean and SD that are printed.

Heathers, Anaya, van der Zee and Brown 2018, Recovering data from summary statistics, PeerJ Preprints 6:e26968v1, look
for such answers at random, and cannot tell that there are none. Here every pair of total and sum of squares that people
can make is found, one person after the other, as a set of bits; Wilner, Wood and Simons 2018 (CORVIDS) are exact too.
"""

from functools import partial
from typing import Final

from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.numbers.finding import Finding, Verdict
from evidence.numbers.printed import shown
from evidence.numbers.scale import SOURCE, Scale, on_scale, variance_limits, within
from evidence.numbers.squares import some_numbers_have, sums_of_squares

_MOST_WORK: Final = 4 * 10**10
"""Bits that are moved, at most: a second or two."""


def sprite(
    mean: Figure, *, sd: Figure, n: Figure, lowest: Figure, highest: Figure, items: Figure | None = None
) -> Finding:
    """Ask whether ``n`` answers from ``lowest`` to ``highest`` can have this mean and SD; yes or no for sure.

    Raises ``UsageError`` as ``on_scale`` does, and where the sample and the scale are too large to try all.
    """
    scale = on_scale(mean, n=n, lowest=lowest, highest=highest, items=items, sd=sd)
    says = partial(Finding, check="sprite", source=SOURCE)
    if not scale.totals:
        return says(verdict=Verdict.IMPOSSIBLE, reason=f"no {scale.answers} have the mean {shown(mean)}")
    both = f"the mean {shown(mean)} and the SD {shown(sd)}"
    none = says(verdict=Verdict.IMPOSSIBLE, reason=f"no {scale.answers} have {both} (with n - 1)")
    if not within(sd, *variance_limits(scale)):
        return none
    open_to = [total for total in scale.totals if some_numbers_have(total, n=scale.n, sd=sd, items=scale.items)]
    if not open_to or not _any(scale, open_to, sd=sd):
        return none
    return says(verdict=Verdict.CONSISTENT, reason=f"some {scale.answers} have {both}")


def _any(scale: Scale, candidates: list[int], *, sd: Figure) -> bool:
    """Tell whether people can make one of the totals with a sum of squares that fits.

    One bit stands for each total and sum of squares. Counted from the nearer end of the scale the totals are small,
    and a total of t has a sum of squares of t times the width at most.
    """
    n, width = scale.n, scale.width
    if 2 * candidates[0] > n * width:
        candidates = [n * width - total for total in candidates]
    largest = max(candidates)
    stride = largest * width + 1
    size = (largest + 1) * stride
    if size * n * (width + 1) > _MOST_WORK:
        raise UsageError(f"{scale.answers} are too many to try them all; sd-limits and grimmer take any number")
    kept = (1 << size) - 1
    made = 1
    for _ in range(n):
        before = made
        for value in range(1, min(width, largest) + 1):
            made |= before << (value * stride + value * value) & kept
    for total in candidates:
        low, high = sums_of_squares(total, n=n, sd=sd, items=scale.items)
        if made >> (total * stride + low) & ((1 << max(min(high, stride - 1) - low + 1, 0)) - 1):
            return True
    return False
