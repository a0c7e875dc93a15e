"""The risk without the intervention, as the arm of the comparator tells it."""

from decimal import Decimal
from typing import Final

from evidence.dossier import Effect
from evidence.effects.arms import pair_of
from evidence.effects.counts import count_of
from evidence.effects.sizes import Sizes
from evidence.effects.workings import Lacking, Workings, called
from evidence.figures import Figure

_RISK: Final = "baseline risk"


def risk_of_comparator(work: Workings, effect: Effect, *, sizes: Sizes) -> Figure:
    """Give the share of the comparator's arm that had the event, from its counts or its percentage."""
    if sizes.chosen:
        raise Lacking("a study that chose its cases and controls has no baseline risk, and none is given", _RISK)
    if not effect.arms:
        raise Lacking("no baseline risk is given, and no arm of a comparator is recorded", _RISK)
    _, comparator = pair_of(work, effect)
    work.assume(f"the baseline risk taken from {called(comparator)}")
    if comparator.events is not None and comparator.n is not None:
        count = count_of(work, comparator)
        return Figure(f"{count.events}/{count.n}", Decimal(count.events) / count.n, Decimal(0))
    if comparator.percent is None:
        raise Lacking(f"no baseline risk is given, and that of {called(comparator)} is not recorded", _RISK)
    printed = comparator.percent.printed
    return comparator.percent if "%" in printed else Figure.parse(f"{printed}%")
