"""How few people decide that two arms differ: Fisher's exact test, and the fragility index made from it.

Fisher 1935, The Logic of Inductive Inference, J R Stat Soc 98:39; Walsh 2014, The statistical significance of
randomized controlled trial results is frequently fragile, J Clin Epidemiol 67:622.
"""

import math
from typing import Final

from evidence.errors import UsageError

LARGEST: Final = 1_000_000
"""People of both arms together: beyond it the test takes longer than anybody waits."""
_SAME: Final = 1 + 1e-7
"""How much likelier a table may be and still count as no likelier, since floats err; as R's ``fisher.test``."""
_NO_MATTER: Final = 1e-20
"""A probability, over that of the likeliest table, that adds nothing."""


def fisher_two_sided(events1: int, n1: int, events2: int, n2: int) -> float:
    """Give the two-sided p of two arms: the probability of all tables no likelier than theirs.

    Within 1e-9, absolute. Raises ``UsageError`` for arms that cannot be, and for more people than ``LARGEST``.
    """
    _need_arms(events1, n1, events2, n2)
    events = events1 + events2
    least, most = max(0, events - n2), min(n1, events)
    likeliest = min(max((n1 + 1) * (events + 1) // (n1 + n2 + 2), least), most)
    weights = {likeliest: 1.0}
    for step, end in ((1, most), (-1, least)):
        weight, place = 1.0, likeliest
        while place != end and weight > _NO_MATTER:
            upper = place if step == 1 else place - 1
            odds = (n1 - upper) * (events - upper) / ((upper + 1) * (n2 - events + upper + 1))
            weight = weight * odds if step == 1 else weight / odds
            place += step
            weights[place] = weight
    ours = weights.get(events1, 0.0) * _SAME
    return math.fsum(weight for weight in weights.values() if weight <= ours) / math.fsum(weights.values())


def fragility_index(
    events1: int, n1: int, events2: int, n2: int, *, alpha: float = 0.05, most: int | None = None
) -> int | None:
    """Give how many people of one arm would have to have had the event for p to reach ``alpha``, 0 if it does.

    They are turned in the arm with the lower share of events, and not in that with fewer of them, which may never end
    where the arms differ in size. None where more than ``most`` would have to be turned. Raises as Fisher's test.
    """
    _need_arms(events1, n1, events2, n2)
    if events1 * n2 > events2 * n1:
        events1, n1, events2, n2 = events2, n2, events1, n1
    last = n1 - events1 if most is None else min(most, n1 - events1)
    return next(
        (turned for turned in range(last + 1) if fisher_two_sided(events1 + turned, n1, events2, n2) >= alpha), None
    )


def _need_arms(events1: int, n1: int, events2: int, n2: int) -> None:
    if not (0 <= events1 <= n1 and 0 <= events2 <= n2 and n1 and n2):
        raise UsageError(f"{events1} of {n1} and {events2} of {n2} are no two arms with events among their people")
    if n1 + n2 > LARGEST:
        raise UsageError(f"{n1 + n2:,} people are more than the {LARGEST:,} that the exact test is made for")
