"""How many people a trial has to have to find an effect of a size: its optimal information size.

Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, chapter 4, for two proportions without a
correction for continuity; Cohen 1988, Statistical Power Analysis for the Behavioral Sciences, for two means, by the
normal distribution.
"""

import math
from statistics import NormalDist
from typing import Final

from evidence.errors import UsageError

_BEYOND_ANY_TRIAL: Final = 1e9
"""The root of a number of people that no trial has."""


def for_proportions(first: float, second: float, *, confidence: float, power: float) -> int | None:
    """Give how many people each of two arms needs to tell two risks apart; none where they hardly differ.

    Raises ``UsageError`` for a risk, a confidence level or a power that is not a fraction of one.
    """
    alpha, beta = _quantiles(confidence, power)
    if not (0 <= first <= 1 and 0 <= second <= 1):
        raise UsageError(f"a risk lies between 0 and 1, not at {first} or {second}")
    both = (first + second) / 2
    reach = alpha * math.sqrt(2 * both * (1 - both)) + beta * math.sqrt(first * (1 - first) + second * (1 - second))
    return _rounded_up(reach, first - second)


def for_means(difference: float, *, confidence: float, power: float) -> int | None:
    """Give how many people each of two arms needs to find a standardized mean difference; none where it is hardly any.

    Raises ``UsageError`` for a confidence level or a power that is not a fraction of one.
    """
    alpha, beta = _quantiles(confidence, power)
    return _rounded_up((alpha + beta) * math.sqrt(2), difference)


def _quantiles(confidence: float, power: float) -> tuple[float, float]:
    for name, value in (("a confidence level", confidence), ("a power", power)):
        if not 0 < value < 1:
            raise UsageError(f"{name} lies between 0 and 1, not at {value}")
    return NormalDist().inv_cdf((1 + confidence) / 2), NormalDist().inv_cdf(power)


def _rounded_up(reach: float, difference: float) -> int | None:
    if abs(difference) * _BEYOND_ANY_TRIAL <= reach:
        return None
    return max(1, math.ceil((reach / difference) ** 2))
