"""GRIMMER: whether any whole numbers have the mean and the standard deviation that are printed.

Anaya 2016, The GRIMMER test, PeerJ Preprints 4:e2400v1; in closed form Allard 2018, Analytic-GRIMMER. Ours is exact
where the published form is not: it knows for every total that the mean allows which sums of squares it can have.
"""

from functools import partial
from typing import Final

from evidence.figures import Figure
from evidence.numbers.finding import Finding, Verdict
from evidence.numbers.printed import exact, shown, totals, whole
from evidence.numbers.squares import total_with

SOURCE: Final = "Anaya 2016, PeerJ Preprints 4:e2400v1 (GRIMMER); Allard 2018 (its closed form)"


def grimmer(mean: Figure, *, sd: Figure, n: Figure, items: Figure | None = None) -> Finding:
    """Ask whether ``n`` answers in whole numbers can have this mean and SD; of ``items`` answers averaged in each.

    The SD is that of a sample, which divides by n - 1. Raises ``UsageError`` for figures that are bounds or no
    counts, for an SD of one person, and as ``total_with`` does.
    """
    people, each = whole(n, name="n", least=2), 1 if items is None else whole(items, name="items")
    exact(mean, name="mean")
    exact(sd, name="sd")
    says = partial(Finding, check="grimmer", source=SOURCE)
    among = f"{people:,} whole numbers" if each == 1 else f"{people:,} means of {each:,} whole numbers"
    candidates = totals(mean, count=people * each)
    if not candidates:
        return says(verdict=Verdict.IMPOSSIBLE, reason=f"no {among} have the mean {shown(mean)}, whatever their SD")
    if sd.value < 0:
        return says(verdict=Verdict.IMPOSSIBLE, reason=f"an SD is never below zero, as {shown(sd)} is")
    if (total := total_with(candidates, n=people, sd=sd, items=each)) is not None:
        return says(
            verdict=Verdict.CONSISTENT,
            reason=f"some {among} have the mean {shown(mean)} and the SD {shown(sd)}",
            computed=(("total", str(total)),),
        )
    return says(
        verdict=Verdict.IMPOSSIBLE,
        reason=f"no {among} have the mean {shown(mean)} and the SD {shown(sd)} (with n - 1)",
    )
