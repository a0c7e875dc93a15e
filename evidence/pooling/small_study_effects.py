"""Whether small studies tell larger effects: Egger's regression."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evidence.numbers.distributions import t_two_tailed

FEWEST: Final = 10
"""Below this many studies the test is not to be used: Cochrane Handbook 6.5, section 13.3.5.4."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SmallStudyEffects:
    """The slope of effects on their standard errors; far from 0 where small studies differ from large ones."""

    slope: float
    se: float
    statistic: float
    """Student's t."""
    df: int
    p: float
    """Two-sided."""


def egger(effects: Sequence[float], variances: Sequence[float]) -> SmallStudyEffects | None:
    """Regress three effects or more on their standard errors, weighed by the inverse of their variances.

    The same test as the intercept of Egger et al., BMJ 1997;315:629; metafor's ``regtest(model="lm")``.
    None where it says nothing: all standard errors are the same, or all effects lie on one line.
    """
    weights = [1 / variance for variance in variances]
    errors = [math.sqrt(variance) for variance in variances]
    x, y = _centred(errors, weights), _centred(effects, weights)
    across = math.fsum(w * a * a for w, a in zip(weights, x, strict=True))
    if math.isclose(min(errors), max(errors), rel_tol=1e-12):
        return None
    slope = math.fsum(w * a * b for w, a, b in zip(weights, x, y, strict=True)) / across
    df = len(effects) - 2
    left = math.fsum(w * (b - slope * a) ** 2 for w, a, b in zip(weights, x, y, strict=True))
    whole = math.fsum(w * b * b for w, b in zip(weights, y, strict=True))
    if left <= whole * 1e-24:
        return None
    se = math.sqrt(left / df / across)
    return SmallStudyEffects(slope=slope, se=se, statistic=slope / se, df=df, p=t_two_tailed(slope / se, df=df))


def _centred(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    mean = math.fsum(w * value for w, value in zip(weights, values, strict=True)) / math.fsum(weights)
    return [value - mean for value in values]
