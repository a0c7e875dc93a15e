"""The figures that a line of evidence reports, and whether one bears out a figure that a text quotes."""

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Final

from evidence.dossier import Arm, Effect, Line
from evidence.figures import Figure
from evidence.rules.measures import OF_RISKS
from evidence.vocab import FigureStatus, Measure

_INFINITY: Final = Decimal("Infinity")
_EXACT: Final = Decimal(0)
_OF_SHARES: Final = OF_RISKS | {Measure.PROPORTION, None}
_LONGEST: Final = 2_000
_WRITTEN: Final = re.compile(
    r"(?<![\w.,-])-?(?:[1-9]\d{0,2}(?:,\d{3})+|\d{1,15})(?:\.\d{1,15})?(?![\w]|[.,]\d)(?:\s?%)?", re.ASCII
)


def is_percentage(figure: Figure) -> bool:
    """Tell whether a figure was printed as a percentage."""
    return "%" in figure.printed


def gives_shares(effect: Effect) -> bool:
    """Tell whether the percentages of an effect's arms are shares of their people.

    Those of a survival curve, of a rate and of a change in percent are not.
    """
    return effect.measure in _OF_SHARES


def percentages(line: Line) -> tuple[Figure, ...]:
    """Give the proportions a line reports: its estimate if that is one, and those of its arms."""
    if line.effect is None:
        return ()
    found = [*as_proportion(line.effect.estimate)] if line.effect.measure is Measure.PROPORTION else []
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
        found += [exactly(size) for size in sizes if size is not None]
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
    low, high = standing_behind(quoted)
    least, most = standing_behind(reported)
    return low <= most and least <= high


def nearest(quoted: Figure, reported: Iterable[Figure]) -> Figure | None:
    """Give the reported figure that lies nearest to a quoted one."""
    return min(reported, key=lambda figure: abs(figure.value - quoted.value), default=None)


def as_proportion(estimate: Figure | None) -> list[Figure]:
    """Give the estimate of a proportion, or of a difference of two, as one: printed as 70.8%, as 0.708 or as 70.8."""
    if estimate is None or is_percentage(estimate) or abs(estimate.value) <= 1:
        return [] if estimate is None else [estimate]
    return as_percentages(estimate)


def as_percentages(figure: Figure | None) -> list[Figure]:
    """Give a figure that is said to be a percentage as one, whether its sign was printed or not."""
    if figure is None or is_percentage(figure):
        return [] if figure is None else [figure]
    whole = Decimal(100)
    return [replace(figure, printed=f"{figure.printed}%", value=figure.value / whole, step=figure.step / whole)]


def exactly(number: int) -> Figure:
    """Give a whole number that nobody rounded, as a figure."""
    return Figure(printed=str(number), value=Decimal(number), step=_EXACT)


def is_count(figure: Figure, *, least: int = 0) -> bool:
    """Tell whether a figure is one whole number, and no bound."""
    return figure.relation == "=" and figure.value >= least and figure.value == figure.value.to_integral_value()


def from_counts(arm: Arm) -> list[Figure]:
    """Give the exact proportion that an arm's count and size make; none where one of them is a bound or no count."""
    if arm.events is None or arm.n is None or not (is_count(arm.events) and is_count(arm.n, least=1)):
        return []
    share = arm.events.value / arm.n.value
    return [Figure(printed=f"{arm.events} of {arm.n}", value=share, step=_EXACT)]


def standing_behind(figure: Figure) -> tuple[Decimal, Decimal]:
    """Give the least and the greatest number that can stand behind a figure, rounded and bounded as it was printed."""
    if figure.relation in {"<", "<="}:
        return -_INFINITY, figure.value
    if figure.relation in {">", ">="}:
        return figure.value, _INFINITY
    return figure.low, figure.high
