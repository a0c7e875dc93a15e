"""Effects turned so that good is the same way in all of them."""

from dataclasses import replace
from typing import Final

from evidence.effects.estimated import Estimated, NotComputed, Result
from evidence.effects.scales import Scale
from evidence.vocab import GoodDirection

_HOW: Final = {
    Scale.NATURAL: "its sign is turned",
    Scale.LOG: "it is inverted (1/ratio)",
    Scale.LOGIT: "it is turned into that of those without the event (1 - proportion)",
    Scale.FISHER_Z: "its sign is turned",
}


def with_good(effect: Estimated, toward: GoodDirection = GoodDirection.HIGHER) -> Result:
    """Give an effect of which the good direction is ``toward``: positive, or a ratio above 1, by default.

    One that already is so comes back as it is; another has ``yi`` with the other sign and the same ``vi``, and says
    so among its assumptions. Where it is not recorded which direction is good, there is no such effect.
    """
    if effect.good is None:
        return NotComputed(
            measure=effect.measure, reason="it is not recorded which direction of it is good", missing=("good",)
        )
    if effect.good is toward:
        return effect
    told = f"{_HOW[effect.scale]}, since {effect.good} was good, so that {toward} is"
    return replace(effect, yi=-effect.yi, good=toward, assumptions=(*effect.assumptions, told))
