"""The limits of a standard deviation on a scale: how alike, and how unlike, answers with a mean can be.

Heathers, Anaya, van der Zee and Brown 2018, Recovering data from summary statistics, PeerJ Preprints 6:e26968v1.
Answers are most alike where they differ by one at most, most unlike where all but one are at an end of the scale.
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Final

from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.numbers.finding import Finding, Verdict
from evidence.numbers.printed import as_printed, bounds, exact, shown, totals, whole
from evidence.numbers.squares import greatest, least, most_alike

SOURCE: Final = "Heathers et al. 2018, PeerJ Preprints 6:e26968v1 (SPRITE)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """Answers of ``n`` people on a scale of whole numbers, counted from its lower end."""

    n: int
    items: int
    low: int
    width: int
    """How far the sum of one person's items can rise above its least."""
    totals: range
    """Those by which the mean rounds as printed."""

    @property
    def answers(self) -> str:
        """Give them in words."""
        kind = "answers" if self.items == 1 else f"means of {self.items:,} answers"
        return f"{self.n:,} {kind} from {self.low:,} to {self.low + self.width // self.items:,}"

    def variance(self, total: int, squares: int) -> Fraction:
        """Give the variance of the people's means, by n - 1."""
        return (squares - Fraction(total * total, self.n)) / ((self.n - 1) * self.items**2)


def on_scale(
    mean: Figure, *, n: Figure, lowest: Figure, highest: Figure, items: Figure | None = None, sd: Figure | None = None
) -> Scale:
    """Read a scale and the totals that its mean allows, of any number; raises ``UsageError`` for what is none."""
    people, each = whole(n, name="n", least=2), 1 if items is None else whole(items, name="items")
    low, high = (
        _end(figure, name=name)
        for figure, name in ((exact(lowest, name="min"), "min"), (exact(highest, name="max"), "max"))
    )
    if low >= high:
        raise UsageError(f"a scale reaches from its min up to its max, not from {low} to {high}")
    if sd is not None:
        exact(sd, name="sd")
    width, count = (high - low) * each, people * each
    possible = totals(exact(mean, name="mean"), count=count)
    within = range(max(possible.start - low * count, 0), min(possible.stop - low * count, people * width + 1))
    return Scale(n=people, items=each, low=low, width=width, totals=within)


def sd_limits(
    mean: Figure, *, n: Figure, lowest: Figure, highest: Figure, sd: Figure | None = None, items: Figure | None = None
) -> Finding:
    """Ask whether an SD is within what the mean and the scale allow; without one, give those limits.

    Raises ``UsageError`` as ``on_scale`` does.
    """
    scale = on_scale(mean, n=n, lowest=lowest, highest=highest, items=items, sd=sd)
    says = partial(Finding, check="sd-limits", source=SOURCE)
    if not scale.totals:
        return says(verdict=Verdict.IMPOSSIBLE, reason=f"no {scale.answers} have the mean {shown(mean)}")
    smallest, largest = variance_limits(scale)
    like = sd if sd is not None else Figure.parse("0.001")
    between = " to ".join(as_printed(root(square), like=like) for square in (smallest, largest))
    computed = (("sd", between),)
    told = f"{scale.answers} with the mean {shown(mean)} have an SD of {between}"
    if sd is None:
        return says(verdict=Verdict.CONSISTENT, reason=told, computed=computed)
    if within(sd, smallest, largest):
        return says(verdict=Verdict.CONSISTENT, reason=f"{told}; {shown(sd)} is within", computed=computed)
    return says(verdict=Verdict.IMPOSSIBLE, reason=f"{told}, so never {shown(sd)}", computed=computed)


def variance_limits(scale: Scale) -> tuple[Fraction, Fraction]:
    """Give the least and the greatest variance that the totals allow, which are at least one.

    The greatest bends up between totals that fill the upper end with whole people, and over these it is a parabola
    with its top where half of them are there. So it is at an end of the totals, or where they come closest to that.
    """
    totals, width = scale.totals, scale.width
    alike = most_alike(totals, n=scale.n)
    full = range(-(-totals[0] // width), totals[-1] // width + 1)
    apart = {totals[0], totals[-1]} | ({min(max(scale.n // 2, full[0]), full[-1]) * width} if full else set())
    return (
        scale.variance(alike, least(alike, n=scale.n)),
        max(scale.variance(total, greatest(total, width=width)) for total in apart),
    )


def within(sd: Figure, smallest: Fraction, largest: Fraction) -> bool:
    """Tell whether some SD between two variances rounds as printed."""
    low, high = bounds(sd)
    return high >= 0 and high * high >= smallest and max(low, Fraction(0)) ** 2 <= largest


def root(square: Fraction) -> Fraction:
    """Give a square root, to twelve digits after the point."""
    digits = 10**12
    return Fraction(math.isqrt(math.floor(square * digits * digits)), digits)


def _end(figure: Figure, *, name: str) -> int:
    if figure.value != figure.value.to_integral_value():
        raise UsageError(f"{name} is a whole number, not {shown(figure)}")
    return int(figure.value)
