"""One effect as it is pooled, with all that led to it; or what is missing for one."""

import math
from dataclasses import dataclass

from evidence.effects.scales import Scale, back, scale_of
from evidence.vocab import GoodDirection, Measure


@dataclass(frozen=True, kw_only=True, slots=True)
class Input:
    """A figure that went into an effect, as it was printed."""

    name: str
    printed: str

    def __str__(self) -> str:
        """Give what the figure is and how it was printed."""
        return f"{self.name} {self.printed}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Estimated:
    """An effect estimate and its sampling variance on the scale on which the measure is pooled.

    ``yi`` and ``vi`` are what R metafor's ``escalc`` calls so: the logarithm of ratios (RR, OR, HR, IRR, ROM), the
    logit of a proportion, Fisher's z of a correlation, and every other measure as it is printed.
    """

    measure: Measure
    yi: float
    vi: float
    """Always finite and above 0."""
    formula: str
    inputs: tuple[Input, ...]
    assumptions: tuple[str, ...] = ()
    """All that was taken for granted or done besides the formula, in words."""
    source: str
    """Where the formula is published."""
    good: GoodDirection | None = None
    """Which direction of ``yi`` is good for those concerned."""

    @property
    def scale(self) -> Scale:
        """The scale of ``yi``."""
        return scale_of(self.measure)

    @property
    def se(self) -> float:
        """The standard error, on the scale of ``yi``."""
        return math.sqrt(self.vi)

    @property
    def estimate(self) -> float:
        """The estimate as a paper would print it: ratios as ratios, proportions between 0 and 1."""
        return back(self.scale, self.yi)


@dataclass(frozen=True, kw_only=True, slots=True)
class NotComputed:
    """That an effect cannot be computed, and for want of what."""

    measure: Measure | None
    reason: str
    """One plain sentence without its full stop."""
    missing: tuple[str, ...] = ()
    """The figures that would have to be recorded; empty where a recorded one is at fault."""
    contradictory: bool = False
    """Whether recorded figures cannot all be right, so that no others stand in for them."""


Result = Estimated | NotComputed
