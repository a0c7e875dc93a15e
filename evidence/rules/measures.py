"""What effect measures are made from, and the value at which each says that there is no effect."""

from typing import Final

from evidence.effects.scales import WITHOUT_NULL, Scale, scale_of
from evidence.vocab import Measure

OF_RISKS: Final = frozenset({Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.RISK_DIFFERENCE})
"""Measures that compare how many of two groups had an event."""

OF_EVENTS: Final = OF_RISKS | {Measure.HAZARD_RATIO, Measure.INCIDENCE_RATE_RATIO}
"""Measures that compare events, counted by people or over time."""

BETWEEN_GROUPS: Final = OF_EVENTS | {
    Measure.MEAN_DIFFERENCE, Measure.STANDARDIZED_MEAN_DIFFERENCE, Measure.RATIO_OF_MEANS
}  # fmt: skip
"""Measures that compare groups."""


def null_of(measure: Measure) -> int | None:
    """Give the value that means no effect: 1 of a ratio, else 0; none for a measure that has no such value."""
    return None if measure in WITHOUT_NULL else int(scale_of(measure) is Scale.LOG)
