"""GRIM: whether any whole numbers have the mean, or any count the percentage, that is printed.

Brown and Heathers 2017, The GRIM Test: A Simple Technique Detects Numerous Anomalies in the Reporting of Results in
Psychology, Social Psychological and Personality Science 8:363. A mean of whole numbers is a fraction of their number,
so not every decimal can be one.
"""

import math
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Final

from evidence.figures import Figure
from evidence.numbers.finding import Finding, Verdict
from evidence.numbers.printed import as_percentage, as_printed, bounds, exact, shown, totals, whole

SOURCE: Final = "Brown and Heathers 2017, Soc Psychol Pers Sci 8:363 (GRIM)"
_MORE_DIGITS: Final = 2
"""Enough to see that a number lies half-way between two figures."""


def grim(mean: Figure, *, n: Figure, items: Figure | None = None) -> Finding:
    """Ask whether ``n`` answers in whole numbers can have this mean; ``items`` answers were averaged in each person.

    Raises ``UsageError`` for a mean that is a bound, and for counts that are none.
    """
    people, each = whole(n, name="n"), 1 if items is None else whole(items, name="items")
    count = people * each
    says = partial(Finding, check="grim", source=SOURCE)
    exact(mean, name="mean")
    among = f"{count:,} whole numbers"
    if mean.step * count >= 1:
        return says(
            verdict=Verdict.NOT_TESTABLE,
            reason=f"{among} can have any mean of as many decimals as {shown(mean)}, so it tells nothing",
        )
    if found := totals(mean, count=count):
        return says(
            verdict=Verdict.CONSISTENT,
            reason=f"{among} with the total {found[0]:,} have the mean {_rounded(Fraction(found[0], count), to=mean)}",
            computed=(("total", str(found[0])),),
        )
    near = _neighbours(mean, count=count)
    return says(
        verdict=Verdict.IMPOSSIBLE,
        reason=f"no {among} have the mean {shown(mean)}; the nearest means are {near[0]} and {near[1]}",
        computed=(("below", near[0]), ("above", near[1])),
    )


def grim_percentage(percent: Figure, *, n: Figure) -> Finding:
    """Ask whether any count out of ``n`` has this percentage; the percent sign may be missing.

    Raises ``UsageError`` for a percentage that is a bound, and for an ``n`` that is no count.
    """
    count, share = whole(n, name="n"), as_percentage(exact(percent, name="percent"))
    says = partial(Finding, check="grim-percent", source=SOURCE)
    low, high = bounds(share)
    if high < 0 or low > 1:
        return says(verdict=Verdict.IMPOSSIBLE, reason=f"{shown(share)} of anything is no count of its parts")
    if share.step * count >= 1:
        return says(
            verdict=Verdict.NOT_TESTABLE,
            reason=f"counts out of {count:,} have every percentage of as many decimals as {shown(share)}, "
            "so it tells nothing",
        )
    if found := totals(share, count=count):
        return says(
            verdict=Verdict.CONSISTENT,
            reason=f"{found[0]:,} of {count:,} are {_rounded(Fraction(found[0], count), to=share)}",
            computed=(("count", str(found[0])),),
        )
    near = _neighbours(share, count=count)
    return says(
        verdict=Verdict.IMPOSSIBLE,
        reason=f"no count out of {count:,} is {shown(share)}; the nearest are {near[0]} and {near[1]}",
        computed=(("below", near[0]), ("above", near[1])),
    )


def _rounded(value: Fraction, *, to: Figure) -> str:
    """Give a number exactly, or its first digits, and what it rounds to where that is not the number itself."""
    if value == Fraction(to.value):
        return shown(to)
    finer = replace(to, step=to.step.scaleb(-_MORE_DIGITS))
    units = value / Fraction(finer.step)
    told = as_printed(math.trunc(units) * Fraction(finer.step), like=finer)
    number = told.removesuffix("%")
    exact = number.rstrip("0") if "." in number else number
    return f"{exact if units.denominator == 1 else f'{number}…'}{told[len(number) :]}, which rounds to {shown(to)}"


def _neighbours(figure: Figure, *, count: int) -> tuple[str, str]:
    """Give the figures just below and just above that whole numbers can have."""
    below = Fraction(figure.value) * count // 1
    return (
        as_printed(Fraction(below, count), like=figure),
        as_printed(Fraction(below + 1, count), like=figure),
    )
