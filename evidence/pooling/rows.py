"""What goes into pooling: one effect of one study, on the scale on which effects are pooled."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from evidence.errors import UsageError
from evidence.text import shortened
from evidence.vocab import Measure

_LARGEST_EFFECT: Final = 1e15
_LEAST_VARIANCE: Final = 1e-30
_LARGEST_VARIANCE: Final = 1e30
_WIDEST_RANGE: Final = 1e10
"""Of variances: a hundred thousand times the sample size is 1e5, and from 1e16 a float takes one study for all."""
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class EffectRow:
    """One effect to be pooled, with metafor's names for its numbers."""

    label: str
    """What the study is called; any text."""
    yi: float
    """The effect on the scale of pooling: the log of a ratio, the logit of a proportion, Fisher's z, or itself."""
    vi: float
    """The sampling variance of ``yi``: the square of its standard error."""
    measure: Measure
    n: int | None = None
    """How many were analysed, where that is known."""


def checked(rows: Sequence[EffectRow]) -> tuple[EffectRow, ...]:
    """Give the rows as they are, or raise ``UsageError`` naming the first that cannot be pooled with the others."""
    kinds = {row.measure: row for row in rows}
    if len(kinds) > 1:
        told = ", ".join(f"{measure} ({_name(row)})" for measure, row in kinds.items())
        raise UsageError(f"effects of different measures cannot be pooled: {told}; choose one measure")
    for place, (row, fault) in enumerate(zip(rows, faults(rows), strict=True), start=1):
        if fault is not None:
            raise UsageError(f"effect {place}, {_name(row)}: {fault}; leave it out or correct it")
    return tuple(rows)


def faults(rows: Sequence[EffectRow]) -> tuple[str | None, ...]:
    """Give for each row of one measure why it cannot be pooled with the others; None where it can.

    Where variances are too far apart to be of one unit, those far from the median are at fault: of two, both.
    """
    told = [_problem(row) for row in rows]
    variances = [row.vi for row, problem in zip(rows, told, strict=True) if problem is None]
    if not variances or max(variances) / min(variances) <= _WIDEST_RANGE:
        return tuple(told)
    middle = math.exp(statistics.median(map(math.log, variances)))
    return tuple(problem or _far_off(row, middle) for row, problem in zip(rows, told, strict=True))


def _far_off(row: EffectRow, middle: float) -> str | None:
    if max(row.vi / middle, middle / row.vi) <= math.sqrt(_WIDEST_RANGE):
        return None
    return f"its variance {row.vi:.3g} is too far from the median of all, {middle:.3g}, to be of one unit"


def _problem(row: EffectRow) -> str | None:
    if not row.label.strip():
        return "it has no label"
    if not math.isfinite(row.yi) or abs(row.yi) > _LARGEST_EFFECT:
        return f"{row.yi} is no effect"
    if not _LEAST_VARIANCE <= row.vi <= _LARGEST_VARIANCE:
        return f"{row.vi} is no variance: it must be greater than 0, and no more than {_LARGEST_VARIANCE:g}"
    if row.n is not None and row.n < 1:
        return f"{row.n} is no sample size"
    return None


def _name(row: EffectRow) -> str:
    return shortened(row.label, width=_LONGEST_NAME) or "without a name"
