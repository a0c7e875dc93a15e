"""The effects pooled by one model, its variance between studies given: no numpy."""

from collections.abc import Sequence
from typing import Final

from evidence.pooling.closed_form import dersimonian_laird, i_squared, typical_variance, weighted_mean
from evidence.pooling.intervals import Interval, hartung_knapp, wald
from evidence.pooling.pooled import Fit, Model

_FEWEST_BY_T: Final = 3


def common_effect(effects: Sequence[float], variances: Sequence[float], *, level: float) -> Fit:
    """Give the mean of one effect or more, all held to be one but for chance; of one effect, that effect."""
    mean = weighted_mean(effects, variances)
    return Fit(
        model=Model.COMMON,
        tau2=None,
        i2=None,
        estimate=mean.estimate,
        weights=mean.weights,
        wald=wald(mean, level=level, tau2=None),
        hartung_knapp=None,
    )


def random_effects(
    model: Model, effects: Sequence[float], variances: Sequence[float], *, tau2: float, level: float
) -> Fit:
    """Give the mean of two effects or more that differ by a variance between studies, which the model found."""
    mean = weighted_mean(effects, variances, tau2=tau2)
    return Fit(
        model=model,
        tau2=tau2,
        i2=i_squared(tau2, typical=typical_variance(variances)),
        estimate=mean.estimate,
        weights=mean.weights,
        wald=wald(mean, level=level, tau2=tau2),
        hartung_knapp=hartung_knapp(mean, level=level, tau2=tau2),
    )


def by_moments(effects: Sequence[float], variances: Sequence[float], *, level: float) -> Fit:
    """Pool one effect or more by DerSimonian and Laird; one effect is as it is."""
    if len(effects) == 1:
        return common_effect(effects, variances, level=level)
    tau2 = dersimonian_laird(effects, variances)
    return random_effects(Model.DERSIMONIAN_LAIRD, effects, variances, tau2=tau2, level=level)


def interval_of(fit: Fit) -> Interval:
    """Give the interval by which a pooled effect is told from none: by Hartung and Knapp, or else by Wald.

    Of two studies it rests on one degree of freedom and holds nearly everything, and of studies that do not differ at
    all it is wider than any of them; so it is by Wald there. No published statement of this choice is known to us.
    """
    is_by_t = len(fit.weights) >= _FEWEST_BY_T and fit.tau2 is not None and fit.tau2 > 0
    return fit.hartung_knapp if is_by_t and fit.hartung_knapp is not None else fit.wald
