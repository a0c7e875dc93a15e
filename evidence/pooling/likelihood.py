"""What takes a search: the variance between studies by restricted maximum likelihood, and its interval.

PyMARE searches; it is imported here and only when something is fitted, since it brings numpy, scipy and pandas.
"""

import importlib
import math
import warnings
from collections.abc import Sequence
from typing import Any, Final

from evidence.errors import UsageError
from evidence.pooling.closed_form import weighted_mean

_SEARCH: Final = {"xtol": 1e-14, "ftol": 1e-16, "maxiter": 500}
"""With PyMARE's own settings the variance was found to 5e-6 of itself, with these to 5e-7."""
_FIRST_STEP: Final = 1e-9
_LAST_STEP: Final = 0.1


def restricted_maximum_likelihood(sets: Sequence[tuple[Sequence[float], Sequence[float]]]) -> list[float]:
    """Give the variance between studies of each set of effects and variances; all sets have the same length.

    The global maximum of the restricted likelihood, by PyMARE, then the root of its slope close by: a search
    for a maximum stops at the square root of what a float resolves, one for a root does not.
    Viechtbauer, J Educ Behav Stat 2005;30:261. ``UsageError`` where PyMARE is not installed.
    """
    pymare, estimators = _pymare()
    scaled = [_scaled(effects, variances) for effects, variances in sets]
    data = pymare.Dataset(y=_columns([y for y, _, _ in scaled]), v=_columns([v for _, v, _ in scaled]))
    fitted = estimators.VarianceBasedLikelihoodEstimator(method="REML", small_sample_correction="wald", **_SEARCH)
    found = fitted.fit_dataset(data).params_["tau2"].ravel().tolist()
    return [_root(y, v, near=tau2) * unit for (y, v, unit), tau2 in zip(scaled, found, strict=True)]


def q_profile(effects: Sequence[float], variances: Sequence[float], *, level: float) -> tuple[float, float]:
    """Give the limits of the variance between two studies or more, at which Q is just within what chance gives.

    Viechtbauer, Stat Med 2007;26:37. Both limits are 0 where the effects are more alike than chance would
    make them. ``UsageError`` where PyMARE is not installed.
    """
    pymare, estimators = _pymare()
    y, v, unit = _scaled(effects, variances)
    fitted = estimators.DerSimonianLaird(small_sample_correction="wald").fit_dataset(pymare.Dataset(y=y, v=v))
    found = fitted.summary().get_re_stats(method="QP", alpha=1 - level)
    return float(found["ci_l"][0]) * unit, float(found["ci_u"][0]) * unit


def _pymare() -> tuple[Any, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves a file open when imported
        try:
            return importlib.import_module("pymare"), importlib.import_module("pymare.estimators")
        except ImportError as error:
            raise UsageError(
                "pooling needs PyMARE, which is not installed; run: python -m pip install 'evidence[pooling]'"
            ) from error


def _scaled(effects: Sequence[float], variances: Sequence[float]) -> tuple[list[float], list[float], float]:
    """Give effects and variances in units of their own, so that no tolerance depends on what was measured."""
    middle = weighted_mean(effects, variances)
    unit = len(effects) * middle.se**2
    return [(y - middle.estimate) / math.sqrt(unit) for y in effects], [v / unit for v in variances], unit


def _columns(sets: list[list[float]]) -> list[list[float]]:
    return [list(row) for row in zip(*sets, strict=True)]


def _root(effects: Sequence[float], variances: Sequence[float], *, near: float) -> float:
    """Give where the likelihood's slope is 0 close to a variance, or that variance where it is 0 nowhere there."""
    step = _FIRST_STEP
    while step <= _LAST_STEP:
        reach = step * (1 + near)
        low, high = max(0.0, near - reach), near + reach
        if _slope(effects, variances, low) > 0 > _slope(effects, variances, high):
            return _bisected(effects, variances, low, high)
        step *= 10
    return near


def _bisected(effects: Sequence[float], variances: Sequence[float], low: float, high: float) -> float:
    middle = (low + high) / 2
    while low < middle < high:
        if _slope(effects, variances, middle) > 0:
            low = middle
        else:
            high = middle
        middle = (low + high) / 2
    return middle


def _slope(effects: Sequence[float], variances: Sequence[float], tau2: float) -> float:
    """Give twice the derivative of the log restricted likelihood by the variance between studies."""
    weights = [1 / (variance + tau2) for variance in variances]
    total = math.fsum(weights)
    mean = math.fsum(w * y for w, y in zip(weights, effects, strict=True)) / total
    return math.fsum(w * w * (y - mean) ** 2 - w * (total - w) / total for w, y in zip(weights, effects, strict=True))
