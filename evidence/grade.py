"""The steps of GRADE to the certainty of evidence: what each may be rated, by whom it was, and what follows."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from evidence.vocab import Certainty, Rating, Step

SOURCE: Final = "GRADE guidelines 3: rating the quality of evidence, Balshem 2011, J Clin Epidemiol 64:401"

_DOWN: Final = {Rating.NOT_SERIOUS: 0, Rating.SERIOUS: -1, Rating.VERY_SERIOUS: -2}
_FAR_DOWN: Final = {**_DOWN, Rating.EXTREMELY_SERIOUS: -3}
_UP: Final = {Rating.ABSENT: 0, Rating.PRESENT: 1}

LEVELS: Final[Mapping[Step, Mapping[Rating, int]]] = {
    Step.START: {Rating.HIGH: 4, Rating.LOW: 2},
    Step.RISK_OF_BIAS: _FAR_DOWN,
    Step.INCONSISTENCY: _DOWN,
    Step.INDIRECTNESS: _DOWN,
    Step.IMPRECISION: _FAR_DOWN,
    Step.PUBLICATION_BIAS: {Rating.UNDETECTED: 0, Rating.STRONGLY_SUSPECTED: -1},
    Step.LARGE_EFFECT: {Rating.ABSENT: 0, Rating.LARGE: 1, Rating.VERY_LARGE: 2},
    Step.DOSE_RESPONSE: _UP,
    Step.OPPOSING_CONFOUNDING: _UP,
}
"""What each step may be rated, with the levels of certainty by which that moves it: from 1, very low, to 4, high."""

_BY_LEVEL: Final = dict(enumerate(Certainty, start=1))


def held(level: int) -> int:
    """Give the level of certainty for a sum of levels: none is below 1, very low, or above 4, high."""
    return min(max(level, min(_BY_LEVEL)), max(_BY_LEVEL))


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment:
    """How a person rated one step for one outcome of a claim."""

    outcome: str
    step: Step
    rating: Rating
    reason: str
    by: str
    on: dt.date

    @property
    def levels(self) -> int:
        """By how many levels it moves the certainty; of the start, the level itself."""
        return LEVELS[self.step][self.rating]


def comparable_outcome(outcome: str) -> str:
    """Give an outcome without case and runs of blanks: two that are equal then are one outcome of a claim."""
    return " ".join(outcome.split()).casefold()


def certainty(assessments: Mapping[Step, Assessment]) -> Certainty | None:
    """Give the certainty to which a person's ratings lead, never below very low or above high.

    None unless every step is rated: nothing is taken to be as it should that nobody looked at.
    """
    if assessments.keys() != LEVELS.keys():
        return None
    return _BY_LEVEL[held(sum(assessment.levels for assessment in assessments.values()))]
