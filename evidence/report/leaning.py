"""On what a pooled effect leans, in sentences: on single studies, and on small ones."""

from collections.abc import Iterator
from typing import Final

from evidence.pooling.intervals import Interval
from evidence.pooling.pooled import PooledEffect
from evidence.report import words
from evidence.report.forest_numbers import numbers_of, p_value

_FEWEST_TO_TURN: Final = 4
"""Without one of three, the interval of the other two rests on one degree of freedom and holds nearly everything."""
_MOST_NAMED: Final = 3


def of(pooled: PooledEffect) -> Iterator[str]:
    """Give the range of pooled effects without any one study, by REML and Hartung-Knapp, and Egger's test.

    Nothing of what pooling did not give; its notes say why.
    """
    measure, reml = pooled.measure, pooled.reml
    whole = None if reml is None else reml.hartung_knapp
    if measure is not None and whole is not None and pooled.leave_one_out:
        numbers = numbers_of(pooled, measure, whole)
        estimates = [left.estimate for left in pooled.leave_one_out]
        least, most = numbers.told(min(estimates)), numbers.told(max(estimates))
        told = f"Pooled without any one study (REML, Hartung-Knapp): {least} to {most}"
        if measure.null is not None and len(estimates) >= _FEWEST_TO_TURN:
            told += f"; {_turned(pooled, whole)} {measure.null:g}"
        yield f"{told}."
    if (egger := pooled.small_study_effects) is not None:
        yield (
            f"Small-study effects (Egger): slope {egger.slope:.3g}, t {egger.statistic:.2f}, {egger.df} df, "
            f"{p_value(egger.p)}."
        )


def _turned(pooled: PooledEffect, whole: Interval) -> str:
    """Name the studies without which no effect is within the interval, or no longer within it."""
    others = [left for left in pooled.leave_one_out if _holds_null(left.interval) is not _holds_null(whole)]
    if not others:
        return f"each interval {_verb(whole)}"
    named = [words.name(left.label) for left in others[:_MOST_NAMED]]
    more = f" or one of {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
    return f"without {' or '.join(named)}{more} the interval {_verb(others[0].interval)}"


def _verb(interval: Interval) -> str:
    return "includes" if _holds_null(interval) else "excludes"


def _holds_null(interval: Interval) -> bool:
    return interval.low <= 0 <= interval.high
