"""How sure a pooled effect is: intervals by Wald and by Hartung and Knapp, and where the next study may lie."""

import math
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist
from typing import Final

from evidence.numbers.distributions import normal_two_tailed, t_quantile, t_two_tailed
from evidence.pooling.closed_form import WeightedMean

_FEWEST_FOR_PREDICTION: Final = 3


class IntervalMethod(StrEnum):
    """How the standard error of a pooled effect becomes an interval."""

    WALD = "Wald"
    HARTUNG_KNAPP = "Hartung-Knapp"


@dataclass(frozen=True, kw_only=True, slots=True)
class Prediction:
    """Between which limits the effect of a new study of the same kind would lie."""

    low: float
    high: float
    df: int
    """Degrees of freedom of Student's t: studies less 2."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """A confidence interval on the scale of pooling, with the test that belongs to it."""

    method: IntervalMethod
    se: float
    low: float
    high: float
    df: int | None
    """Degrees of freedom of Student's t; none where the normal distribution is used."""
    p: float
    """Two-sided, against 0 on the scale of pooling."""
    factor: float | None
    """The Hartung-Knapp factor on the variance before it is held at 1 or more; none for Wald."""
    prediction: Prediction | None
    """None for fewer than three studies, and where all are held to share one effect."""


def wald(mean: WeightedMean, *, level: float, tau2: float | None) -> Interval:
    """Give the interval of a pooled effect by the normal distribution; ``tau2`` is none for a common effect.

    Cochrane Handbook 6.5, section 10.4.4.
    """
    reach = NormalDist().inv_cdf((1 + level) / 2) * mean.se
    return Interval(
        method=IntervalMethod.WALD,
        se=mean.se,
        low=mean.estimate - reach,
        high=mean.estimate + reach,
        df=None,
        p=normal_two_tailed(mean.estimate / mean.se),
        factor=None,
        prediction=_prediction(mean, se=mean.se, tau2=tau2, level=level),
    )


def hartung_knapp(mean: WeightedMean, *, level: float, tau2: float) -> Interval:
    """Give the interval of a random effect of two studies or more by Student's t on k - 1 degrees of freedom.

    Knapp and Hartung, Stat Med 2003;22:2693. The factor on the variance is held at 1 or more, so that the
    standard error is never less than by Wald: Röver, Knapp and Friede, BMC Med Res Methodol 2015;15:99.
    """
    df = len(mean.weights) - 1
    factor = mean.spread / df
    se = mean.se * math.sqrt(max(1.0, factor))
    reach = t_quantile((1 + level) / 2, df=df) * se
    return Interval(
        method=IntervalMethod.HARTUNG_KNAPP,
        se=se,
        low=mean.estimate - reach,
        high=mean.estimate + reach,
        df=df,
        p=t_two_tailed(mean.estimate / se, df=df),
        factor=factor,
        prediction=_prediction(mean, se=se, tau2=tau2, level=level),
    )


def _prediction(mean: WeightedMean, *, se: float, tau2: float | None, level: float) -> Prediction | None:
    """Give the prediction interval by Student's t on k - 2 degrees of freedom, from the interval's own error.

    Higgins, Thompson and Spiegelhalter, J R Stat Soc A 2009;172:137 (error by Wald); Partlett and Riley,
    Stat Med 2017;36:301 (error by Hartung and Knapp). metafor calls both ``pi.type="riley"``.
    """
    studies = len(mean.weights)
    if tau2 is None or studies < _FEWEST_FOR_PREDICTION:
        return None
    df = studies - 2
    reach = t_quantile((1 + level) / 2, df=df) * math.hypot(math.sqrt(tau2), se)
    return Prediction(low=mean.estimate - reach, high=mean.estimate + reach, df=df)
