"""Two arms with and without the event, as a risk ratio, an odds ratio or a risk difference."""

import math
from fractions import Fraction
from typing import Final, NamedTuple

from evidence.dossier import Arm
from evidence.effects.counts import Count, count_of
from evidence.effects.estimated import Estimated, Result
from evidence.effects.workings import Lacking, Workings, attempt, called
from evidence.vocab import Measure

_SOURCE: Final = "Borenstein et al. 2009, Introduction to Meta-Analysis, chapter 5; escalc of R metafor"
_HALF: Final = Fraction(1, 2)


class _Table(NamedTuple):
    """The four cells: events and others of the intervention, events and others of the comparator."""

    a: Fraction
    b: Fraction
    c: Fraction
    d: Fraction


def risk_ratio(intervention: Arm, comparator: Arm) -> Result:
    """Give the log of the ratio of two risks; none where nobody or everybody had the event."""

    def compute(work: Workings) -> Estimated:
        table = _table(work, intervention, comparator)
        first, second = table.a + table.b, table.c + table.d
        return work.give(
            math.log(table.a / first) - math.log(table.c / second),
            float(1 / table.a - 1 / first + 1 / table.c - 1 / second),
            formula="y = ln(a/n1) - ln(c/n2); v = 1/a - 1/n1 + 1/c - 1/n2",
            source=_SOURCE,
        )

    return attempt(Measure.RISK_RATIO, compute)


def odds_ratio(intervention: Arm, comparator: Arm) -> Result:
    """Give the log of the ratio of two odds; none where nobody or everybody had the event."""

    def compute(work: Workings) -> Estimated:
        a, b, c, d = _table(work, intervention, comparator)
        return work.give(
            math.log(a / b) - math.log(c / d),
            float(1 / a + 1 / b + 1 / c + 1 / d),
            formula="y = ln(a/b) - ln(c/d); v = 1/a + 1/b + 1/c + 1/d",
            source=_SOURCE,
        )

    return attempt(Measure.ODDS_RATIO, compute)


def risk_difference(intervention: Arm, comparator: Arm) -> Result:
    """Give the difference of two risks, as a fraction of one."""

    def compute(work: Workings) -> Estimated:
        a, b, c, d = _table(work, intervention, comparator)
        first, second = a + b, c + d
        return work.give(
            float(a / first - c / second),
            float(a * b / first**3 + c * d / second**3),
            formula="y = a/n1 - c/n2; v = a b/n1^3 + c d/n2^3",
            source=_SOURCE,
        )

    return attempt(Measure.RISK_DIFFERENCE, compute)


def _table(work: Workings, intervention: Arm, comparator: Arm) -> _Table:
    one, other = count_of(work, intervention), count_of(work, comparator)
    table = _Table(*map(Fraction, (one.events, one.others, other.events, other.others)))
    if all(table):
        return table
    if work.measure is not Measure.RISK_DIFFERENCE and (one.events + other.events) * (one.others + other.others) == 0:
        who = "nobody" if one.events == 0 else "everybody"
        raise Lacking(f"{who} in either arm had the event, and such a table tells nothing about a ratio")
    why = " and ".join([*_empty(intervention, one), *_empty(comparator, other)])
    work.assume(f"0.5 added to each of the four cells, since {why}")
    return _Table(*(cell + _HALF for cell in table))


def _empty(arm: Arm, count: Count) -> list[str]:
    if count.events == 0:
        return [f"nobody in {called(arm)} had the event"]
    return [f"everybody in {called(arm)} had the event"] if count.others == 0 else []
