"""What is pooled without a search: weighted means, Cochran's Q, DerSimonian and Laird, I² and H²; no numpy.

Effects are on the scale of pooling, variances on its square; every variance is greater than 0.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class WeightedMean:
    """The mean of the effects, each weighed by the inverse of its variance and of that between studies."""

    estimate: float
    se: float
    """Its standard error by the model: the root of the inverse of the sum of weights."""
    weights: tuple[float, ...]
    """In percent, in the order of the effects."""
    spread: float
    """The weighted sum of squares about the mean: Cochran's Q where the variance between studies is 0."""


def weighted_mean(effects: Sequence[float], variances: Sequence[float], *, tau2: float = 0.0) -> WeightedMean:
    """Give the weighted mean of one effect or more, with ``tau2`` the variance between studies.

    Cochrane Handbook 6.5, sections 10.3.1 and 10.4.1; Hedges and Vevea, Psychol Methods 1998;3:486.
    """
    weights = [1 / (variance + tau2) for variance in variances]
    total = math.fsum(weights)
    mean = math.fsum(w * y for w, y in zip(weights, effects, strict=True)) / total
    return WeightedMean(
        estimate=mean,
        se=1 / math.sqrt(total),
        weights=tuple(100 * weight / total for weight in weights),
        spread=math.fsum(w * (y - mean) ** 2 for w, y in zip(weights, effects, strict=True)),
    )


def cochran_q(effects: Sequence[float], variances: Sequence[float]) -> float:
    """Give Cochran's Q, chi-squared on k - 1 degrees of freedom where all studies share one effect.

    Cochran, Biometrics 1954;10:101.
    """
    return weighted_mean(effects, variances).spread


def dersimonian_laird(effects: Sequence[float], variances: Sequence[float]) -> float:
    """Give the variance between two studies or more by the method of moments, 0 where it would be less.

    DerSimonian and Laird, Control Clin Trials 1986;7:177.
    """
    excess = cochran_q(effects, variances) - (len(effects) - 1)
    return max(0.0, excess / _moment(variances))


def typical_variance(variances: Sequence[float]) -> float:
    """Give the typical sampling variance of two studies or more, on the square of the scale of pooling.

    Higgins and Thompson, Stat Med 2002;21:1539, equation 9.
    """
    return (len(variances) - 1) / _moment(variances)


def i_squared(tau2: float, *, typical: float) -> float:
    """Give in percent how much of the variance of effects lies between studies.

    From ``tau2`` and not from Q, as RevMan and metafor do: Higgins and Thompson, Stat Med 2002;21:1539.
    """
    return 100 * tau2 / (tau2 + typical)


def h_squared(tau2: float, *, typical: float) -> float:
    """Give the whole variance of effects over the typical sampling variance, from 1; same source as I²."""
    return (tau2 + typical) / typical


def _moment(variances: Sequence[float]) -> float:
    """Give the sum of weights less the sum of their squares over it, without taking big numbers from each other."""
    weights = [1 / variance for variance in variances]
    total = math.fsum(weights)
    return math.fsum(weight * (total - weight) for weight in weights) / total
