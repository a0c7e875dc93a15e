"""Tail probabilities of the normal, t, F and chi-squared distributions, and the quantiles of t.

Sources: the NIST Digital Library of Mathematical Functions, 7.2, 8.2 and 8.17, for the functions;
Loader 2000, Fast and Accurate Computation of Binomial Probabilities, for their weights.
Within 1e-10 of the true value, relative, up to a million degrees of freedom, and 1e-6 up to a thousand million.
More are those of no sample: t is then the normal distribution, and the others are refused.
"""

import math
from typing import Final

from evidence.errors import UsageError
from evidence.numbers.special import incomplete_beta, upper_gamma

_MOST: Final = 1e9
"""Degrees of freedom; there t and the normal distribution are one to seven digits."""


def normal_two_tailed(z: float) -> float:
    """Give the probability of a standard normal value as far from zero as ``z``, either way (DLMF 7.2.2)."""
    return math.erfc(abs(z) / math.sqrt(2))


def t_two_tailed(t: float, *, df: float) -> float:
    """Give the probability of a t value as far from zero as ``t``, either way, with ``df`` degrees of freedom.

    I(df/2, 1/2) at df / (df + t^2), by DLMF 8.17.
    """
    _need_positive(df)
    if df > _MOST:
        return normal_two_tailed(t)
    ratio = t * (t / df)
    if math.isinf(ratio):
        return 0.0
    return incomplete_beta(df / 2, 0.5, x=1 / (1 + ratio), y=ratio / (1 + ratio))


def f_upper_tail(f: float, *, df1: float, df2: float) -> float:
    """Give the probability of an F value of at least ``f``, with ``df1`` and ``df2`` degrees of freedom.

    I(df2/2, df1/2) at df2 / (df2 + df1 f), by DLMF 8.17.
    """
    _need_those_of_a_sample(df1)
    _need_those_of_a_sample(df2)
    if f <= 0:
        return 1.0
    ratio = f * (df1 / df2)
    if math.isinf(ratio):
        return 0.0
    return incomplete_beta(df2 / 2, df1 / 2, x=1 / (1 + ratio), y=ratio / (1 + ratio))


def chi_squared_upper_tail(value: float, *, df: float) -> float:
    """Give the probability of a chi-squared value of at least ``value``: Q(df/2, value/2), DLMF 8.2.4."""
    _need_those_of_a_sample(df)
    return upper_gamma(df / 2, x=value / 2)


def t_quantile(probability: float, *, df: float) -> float:
    """Give the value below which t falls with this probability, by halving an interval to the last digit.

    Raises ``UsageError`` for a probability that is not between 0 and 1, both excluded.
    """
    if not 0 < probability < 1:
        raise UsageError(f"a quantile needs a probability between 0 and 1, not {probability}")
    both_tails = 2 * min(probability, 1 - probability)
    low, high = 0.0, 1.0
    while t_two_tailed(high, df=df) > both_tails:
        low, high = high, high * 2
    while low < (middle := (low + high) / 2) < high:
        if t_two_tailed(middle, df=df) > both_tails:
            low = middle
        else:
            high = middle
    return math.copysign(high, probability - 0.5) if high > math.ulp(0.0) else 0.0


def _need_those_of_a_sample(df: float) -> None:
    _need_positive(df)
    if df > _MOST:
        raise UsageError(f"{df:g} degrees of freedom are those of no sample: give {_MOST:g} at most")


def _need_positive(df: float) -> None:
    if not df > 0:
        raise UsageError(f"degrees of freedom are above zero, not {df}")
