"""The share of one group that had the event, as a logit."""

import math
from fractions import Fraction
from typing import Final

from evidence.dossier import Arm
from evidence.effects.counts import Count, certain_events, count_of
from evidence.effects.estimated import Estimated, Result
from evidence.effects.shares import unit_of, unit_of_bare
from evidence.effects.workings import Workings, attempt
from evidence.figures import Figure
from evidence.vocab import Measure

_SOURCE: Final = "Lipsey & Wilson 2001, Practical Meta-Analysis, escalc (PLO) of R metafor"
_HALF: Final = Fraction(1, 2)


def proportion(arm: Arm) -> Result:
    """Give the logit of an arm's proportion from its counts."""
    return attempt(Measure.PROPORTION, lambda work: _logit(work, count_of(work, arm)))


def proportion_of(work: Workings, estimate: Figure, *, n: int) -> Estimated:
    """Give the logit of a printed proportion among ``n``, where exactly one count rounds to it."""
    unit = unit_of(estimate, bare=unit_of_bare((estimate,), work=work))
    return _logit(work, Count(certain_events(work, "proportion", estimate, unit=unit, n=n), n))


def _logit(work: Workings, count: Count) -> Estimated:
    events, others = Fraction(count.events), Fraction(count.others)
    if not (events and others):
        who = "everybody" if events else "nobody"
        work.assume(f"0.5 added to those with and those without the event, since {who} had it")
        events, others = events + _HALF, others + _HALF
    return work.give(
        math.log(events / others),
        float(1 / events + 1 / others),
        formula="y = ln(x/(n - x)); v = 1/x + 1/(n - x)",
        source=_SOURCE,
    )
