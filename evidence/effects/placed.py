"""Printed estimates and limits, put on the scale on which their measure is pooled."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final, NamedTuple

from evidence.effects.scales import Scale, onto, scale_of
from evidence.effects.shares import unit_of, unit_of_bare
from evidence.effects.workings import Lacking, Workings
from evidence.figures import Figure
from evidence.vocab import Measure

_SHARES: Final = frozenset({Measure.PROPORTION, Measure.RISK_DIFFERENCE})
_STANDARDIZED: Final = frozenset({Measure.STANDARDIZED_MEAN_DIFFERENCE, Measure.STANDARDIZED_MEAN_CHANGE})
_FUNCTIONS: Final = {Scale.NATURAL: "{}", Scale.LOG: "ln({})", Scale.LOGIT: "logit({})", Scale.FISHER_Z: "atanh({})"}


class Placed(NamedTuple):
    """A figure as it was printed, what its value counts in, and where it lies on its scale."""

    figure: Figure
    unit: Fraction
    value: float

    @property
    def low(self) -> Fraction:
        """The least number that rounds to what is printed, as a plain number."""
        return self.unit * Fraction(self.figure.low)

    @property
    def high(self) -> Fraction:
        """The greatest number that rounds to what is printed, as a plain number."""
        return self.unit * Fraction(self.figure.high)


def place(work: Workings, figures: Iterable[tuple[str, Figure | None]]) -> list[Placed]:
    """Give named figures of one result on the scale of its measure.

    Shares without a percent sign are read as percentages together or not at all.
    """
    named = [(name, work.figure(name, figure)) for name, figure in figures]
    bare = unit_of_bare((figure for _, figure in named), work=work) if work.measure in _SHARES else Fraction(1)
    return [_placed(work.measure, name, figure, unit_of(figure, bare=bare)) for name, figure in named]


def place_estimate(work: Workings, figure: Figure | None) -> float:
    """Give an estimate on the scale of its measure."""
    (placed,) = place(work, [("estimate", figure)])
    tell_how_standardized(work)
    return placed.value


def tell_how_standardized(work: Workings) -> None:
    """Note what is taken for granted of a printed standardized difference."""
    if work.measure in _STANDARDIZED:
        work.assume("the estimate taken as it is printed, whether corrected for small samples or not")


def function_of(work: Workings, name: str) -> str:
    """Give the name of a figure in a formula, with the function that puts it on its scale."""
    return _FUNCTIONS[scale_of(work.measure)].format(name)


def on_its_scale(work: Workings) -> str:
    """Give words for the scale where it is not that of the print."""
    scale = scale_of(work.measure)
    return "" if scale is Scale.NATURAL else f" on the scale of the {scale.value}"


def _placed(measure: Measure, name: str, figure: Figure, unit: Fraction) -> Placed:
    scale = scale_of(measure)
    value = onto(scale, float(unit * Fraction(figure.value)))
    if value is None:
        raise Lacking(f"{name} is {figure}, which has no {scale.value}")
    return Placed(figure, unit, value)
