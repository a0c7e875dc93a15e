"""The incomplete beta and gamma functions, exact to ten digits and more over all that papers print."""

import math
from typing import Final

_CLOSE: Final = 1e-16
_AS_GOOD_AS_ONE: Final = 1e-15
_TINY: Final = 1e-300
_SERIES_FROM: Final = 16.0
"""From here on Stirling's series, cut after its fifth term, is exact to the last digit of a float."""
_HALF_LOG_TWO_PI: Final = 0.5 * math.log(2 * math.pi)


def incomplete_beta(a: float, b: float, *, x: float, y: float) -> float:
    """Give the regularised incomplete beta function at ``x``, where ``y`` is 1 - ``x``.

    Both are asked for because the smaller of them would lose its digits in the difference.
    DLMF 8.17.22 (continued fraction) with 8.17.4 (which side converges), by Lentz's method.
    """
    if y <= 0:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta_upper_side(a, b, x=x, y=y)
    return _beta_weight(a, b, x, y) / a * _beta_fraction(a, b, x)


def incomplete_beta_upper_side(a: float, b: float, *, x: float, y: float) -> float:
    """Give what the incomplete beta function lacks to one at ``x``: it keeps its digits where that is little."""
    return incomplete_beta(b, a, x=y, y=x)


def upper_gamma(a: float, *, x: float) -> float:
    """Give the regularised upper incomplete gamma function, Q(a, x).

    DLMF 8.7.1 (series of the lower function) below a + 1, 8.9.2 (continued fraction) above.
    """
    if x <= 0:
        return 1.0
    if math.isinf(x):
        return 0.0
    weight = _gamma_weight(a, x)
    return 1 - weight * _gamma_series(a, x) if x < a + 1 else weight * _gamma_fraction(a, x)


def _beta_fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    value, change, m = d, math.inf, 0
    while abs(change - 1) >= _AS_GOOD_AS_ONE:
        m += 1
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            change = c * d
            value *= change
    return value


def _gamma_series(a: float, x: float) -> float:
    term = total = 1 / a
    n = a
    while term > total * _CLOSE:
        n += 1
        term *= x / n
        total += term
    return total


def _gamma_fraction(a: float, x: float) -> float:
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / b
    value, change, m = d, math.inf, 0
    while abs(change - 1) >= _AS_GOOD_AS_ONE:
        m += 1
        term = -m * (m - a)
        b += 2
        d = 1 / _not_zero(term * d + b)
        c = _not_zero(b + term / c)
        change = c * d
        value *= change
    return value


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def _beta_weight(a: float, b: float, x: float, y: float) -> float:
    """Give x^a y^b / B(a, b) by Loader's saddle point, which holds its digits where the logarithms are large."""
    n = a + b
    height = _stirling_error(n) - _stirling_error(a) - _stirling_error(b) - _deviance(a, n * x) - _deviance(b, n * y)
    return math.exp(height) * math.sqrt(a * b / (2 * math.pi * n))


def _gamma_weight(a: float, x: float) -> float:
    """Give x^a e^-x / gamma(a), likewise."""
    return math.exp(-_stirling_error(a) - _deviance(a, x)) * math.sqrt(a / (2 * math.pi))


def _stirling_error(x: float) -> float:
    """Give how far Stirling's formula is from log gamma(x + 1) (DLMF 5.11.1)."""
    if x < _SERIES_FROM:
        return math.lgamma(x + 1) - (x + 0.5) * math.log(x) + x - _HALF_LOG_TWO_PI
    square = x * x
    return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / x


def _deviance(x: float, mean: float) -> float:
    """Give x log(x / mean) + mean - x, also where both are near (Loader 2000, the function bd0)."""
    if abs(x - mean) >= 0.1 * (x + mean):
        return x * math.log(x / mean) + mean - x
    ratio = (x - mean) / (x + mean)
    total = (x - mean) * ratio
    term, power = 2 * x * ratio, 1
    while abs(term) > abs(total) * _CLOSE:
        term *= ratio * ratio
        power += 2
        total += term / power
    return total
