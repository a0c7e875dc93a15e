"""Effects turned so that good is the same way in all of them."""

from dataclasses import replace
from typing import Final

from evidence.effects.estimated import Estimated, NotComputed, Result
from evidence.effects.scales import Scale
from evidence.vocab import GoodDirection, Measure

_NOT_TURNED: Final = {
    Measure.RISK_RATIO: "the inverse of a risk ratio is not that of the opposite event",
    Measure.INCIDENCE_RATE_RATIO: "the inverse of a rate ratio is not that of the opposite event",
    Measure.MEAN: "a mean has no opposite",
}
_HOW: Final = {
    Scale.NATURAL: "its sign is turned",
    Scale.LOG: "it is inverted (1/ratio)",
    Scale.LOGIT: "it is turned into that of those without the event (1 - proportion)",
    Scale.FISHER_Z: "its sign is turned",
}


def with_good(effect: Estimated, toward: GoodDirection = GoodDirection.HIGHER) -> Result:
    """Give an effect of which the good direction is ``toward``: positive, or a ratio above 1, by default.

    One that already is so comes back as it is; another has ``yi`` with the other sign and the same ``vi``, and says
    so among its assumptions. Where it is not recorded which direction is good, or the measure has no opposite, as
    a risk ratio has none, there is no such effect.
    """
    if effect.good is None:
        return NotComputed(
            measure=effect.measure, reason="it is not recorded which direction of it is good", missing=("good",)
        )
    if effect.good is toward:
        return effect
    if effect.measure in _NOT_TURNED:
        return NotComputed(
            measure=effect.measure, reason=f"{effect.good} of it is good, and {_NOT_TURNED[effect.measure]}"
        )
    told = f"{_HOW[effect.scale]}, since {effect.good} was good, so that {toward} is"
    return replace(effect, yi=-effect.yi, good=toward, assumptions=(*effect.assumptions, told))
