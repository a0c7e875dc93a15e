"""What goes into pooling: one effect of one study, on the scale on which effects are pooled."""

import math
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
    for place, row in enumerate(rows, start=1):
        if problem := _problem(row):
            raise UsageError(f"effect {place}, {_name(row)}: {problem}; leave it out or correct it")
    kinds = {row.measure: row for row in rows}
    if len(kinds) > 1:
        told = ", ".join(f"{measure} ({_name(row)})" for measure, row in kinds.items())
        raise UsageError(f"effects of different measures cannot be pooled: {told}; choose one measure")
    if rows:
        _need_one_unit(rows)
    return tuple(rows)


def _need_one_unit(rows: Sequence[EffectRow]) -> None:
    least, most = (choose(rows, key=lambda row: row.vi) for choose in (min, max))
    if most.vi / least.vi > _WIDEST_RANGE:
        raise UsageError(
            f"the variances of {_name(least)} ({least.vi:g}) and {_name(most)} ({most.vi:g}) are too far apart to be "
            "of one unit; correct the one that is not"
        )


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
