"""The figures that a line of evidence reports, and whether one bears out a figure that a text quotes."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from evidence.dossier import Arm, Line
from evidence.figures import Figure
from evidence.vocab import FigureStatus, Measure

_INFINITY: Final = Decimal("Infinity")
_EXACT: Final = Decimal(0)
_LONGEST: Final = 2_000
_WRITTEN: Final = re.compile(
    r"(?<![\w.,-])-?(?:[1-9]\d{0,2}(?:,\d{3})+|\d{1,15})(?:\.\d{1,15})?(?![\w]|[.,]\d)(?:\s?%)?", re.ASCII
)


def is_percentage(figure: Figure) -> bool:
    """Tell whether a figure was printed as a percentage."""
    return "%" in figure.printed


def percentages(line: Line) -> tuple[Figure, ...]:
    """Give the proportions a line reports: its estimate if that is one, and those of its arms."""
    if line.effect is None:
        return ()
    found = [*_proportion(line.effect.estimate)] if line.effect.measure is Measure.PROPORTION else []
    for arm in line.effect.arms:
        found += as_percentages(arm.percent) or from_counts(arm)
    return tuple(found)


def numbers(line: Line) -> tuple[Figure, ...]:
    """Give the figures a line reports that are no proportions: its estimate, counts, means and sizes."""
    found: list[Figure | None] = []
    if line.effect is not None:
        if line.effect.measure is not Measure.PROPORTION:
            found.append(line.effect.estimate)
        for arm in line.effect.arms:
            found += [arm.n, arm.events, arm.mean]
    if line.sample is not None:
        sizes = (line.sample.analysed, line.sample.enrolled)
        found += [Figure(printed=str(size), value=Decimal(size), step=_EXACT) for size in sizes if size is not None]
    return tuple(figure for figure in found if figure is not None)


def confirmed_time(line: Line) -> str | None:
    """Give when the effect of a line was measured; none where that is not recorded or marked unconfirmed."""
    if line.effect is None or line.effect.status is FigureStatus.UNCONFIRMED:
        return None
    return line.effect.timepoint


def figures_in(text: str | None) -> tuple[Figure, ...]:
    """Give the numbers that stand in words about a result, or in a passage of its source."""
    return tuple(Figure.parse(match.group()) for match in _WRITTEN.finditer((text or "")[:_LONGEST]))


def comparable_with(quoted: Figure, line: Line) -> tuple[Figure, ...]:
    """Give the figures of a line in the unit of a quoted one: percentages, or plain numbers."""
    return percentages(line) if is_percentage(quoted) else numbers(line)


def bears_out(quoted: Figure, reported: Figure) -> bool:
    """Tell whether one number could stand behind both, each rounded and bounded as it was printed."""
    low, high = _range(quoted)
    least, most = _range(reported)
    return low <= most and least <= high


def nearest(quoted: Figure, reported: Iterable[Figure]) -> Figure | None:
    """Give the reported figure that lies nearest to a quoted one."""
    return min(reported, key=lambda figure: abs(figure.value - quoted.value), default=None)


def _proportion(estimate: Figure | None) -> list[Figure]:
    if estimate is None or is_percentage(estimate) or abs(estimate.value) <= 1:
        return [] if estimate is None else [estimate]
    return as_percentages(estimate)


def as_percentages(figure: Figure | None) -> list[Figure]:
    """Give a figure that is said to be a percentage as one, whether its sign was printed or not."""
    if figure is None or is_percentage(figure):
        return [] if figure is None else [figure]
    whole = Decimal(100)
    return [replace(figure, printed=f"{figure.printed}%", value=figure.value / whole, step=figure.step / whole)]


def from_counts(arm: Arm) -> list[Figure]:
    """Give the exact proportion that an arm's count and size make."""
    if arm.events is None or arm.n is None or arm.n.value <= 0:
        return []
    share = arm.events.value / arm.n.value
    return [Figure(printed=f"{arm.events} of {arm.n}", value=share, step=_EXACT)]


def _range(figure: Figure) -> tuple[Decimal, Decimal]:
    if figure.relation in {"<", "<="}:
        return -_INFINITY, figure.value
    if figure.relation in {">", ">="}:
        return figure.value, _INFINITY
    return figure.low, figure.high
