"""What a pooled effect does not say, in sentences."""

from evidence.pooling.pooled import Fit, Heterogeneity
from evidence.pooling.small_study_effects import FEWEST, SmallStudyEffects

_AS_GOOD_AS_1 = 0.9995
"""What is told to three digits as 1."""


def of(
    studies: int,
    *,
    reml: Fit | None,
    heterogeneity: Heterogeneity | None,
    small_studies: SmallStudyEffects | None,
) -> tuple[str, ...]:
    """Give what was not computed and why, and what to be careful about."""
    if reml is None or heterogeneity is None:
        return ("One effect: nothing is pooled.",) if studies else ("No effect to pool.",)
    told = []
    if reml.wald.prediction is None:
        told.append(
            "Two effects: no prediction interval, and the Hartung-Knapp interval rests on one degree of freedom, "
            "so it is very wide."
        )
    if studies < FEWEST:
        told.append(f"Small-study effects are not tested: {studies} effects are fewer than {FEWEST}.")
    elif small_studies is None:
        told.append("Small-study effects cannot be tested: the effects or their standard errors do not vary.")
    if reml.hartung_knapp is not None and (factor := reml.hartung_knapp.factor) is not None and factor < _AS_GOOD_AS_1:
        told.append(
            f"The Hartung-Knapp factor is {factor:.3g} and is held at 1, so that the interval is not narrower "
            "than by the model's own standard error."
        )
    if heterogeneity.tau2.high == 0:
        told.append("The effects are more alike than chance would make them: the interval of tau² is 0 alone.")
    elif not heterogeneity.tau2.low <= heterogeneity.tau2.value <= heterogeneity.tau2.high:
        told.append("tau² by REML lies outside its Q-profile interval: the two do not agree on these effects.")
    return tuple(told)
