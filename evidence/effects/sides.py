"""On which side of no effect a comparison of two means, a change or a correlation lies, where its test cannot say."""

from typing import Final, NamedTuple

from evidence.dossier import Effect
from evidence.effects.arms import pair_of
from evidence.effects.scales import WITHOUT_NULL, onto, scale_of
from evidence.effects.workings import Lacking, Workings
from evidence.vocab import Measure


class Side(NamedTuple):
    """1 above no effect, -1 below, 0 where that is not known; and what tells it."""

    sign: int
    told: tuple[str, ...] = ()


UNKNOWN: Final = Side(0)


def side_of(effect: Effect) -> Side:
    """Give the side of the printed estimate, or else that of the difference between the means of two arms."""
    measure, estimate = effect.measure, effect.estimate
    if estimate is not None and measure is not None and measure not in WITHOUT_NULL:
        value = onto(scale_of(measure), float(estimate.value)) or 0.0
        return Side((value > 0) - (value < 0), (f"its sign is that of the printed {measure} of {estimate}",))
    if measure in {None, Measure.MEAN_DIFFERENCE, Measure.STANDARDIZED_MEAN_DIFFERENCE}:
        return _of_means(effect)
    return UNKNOWN


def _of_means(effect: Effect) -> Side:
    work = Workings(Measure.MEAN_DIFFERENCE)
    try:
        one, other = pair_of(work, effect)
    except Lacking:
        return UNKNOWN
    if one.mean is None or other.mean is None:
        return UNKNOWN
    difference = one.mean.value - other.mean.value
    told = (*work.assumptions, f"its sign is that of the means, {one.mean} against {other.mean}")
    return Side((difference > 0) - (difference < 0), told)
