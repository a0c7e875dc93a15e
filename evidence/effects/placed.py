"""Printed estimates and limits, as plain numbers and on the scale on which their measure is pooled."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final, NamedTuple

from evidence.effects.scales import Scale, onto, scale_of
from evidence.effects.shares import unit_of, unit_of_bare
from evidence.effects.workings import Contradictory, Lacking, Workings
from evidence.figures import Figure
from evidence.vocab import Measure

_SHARES: Final = frozenset({Measure.PROPORTION, Measure.RISK_DIFFERENCE})
_STANDARDIZED: Final = frozenset({Measure.STANDARDIZED_MEAN_DIFFERENCE, Measure.STANDARDIZED_MEAN_CHANGE})
_FUNCTIONS: Final = {Scale.NATURAL: "{}", Scale.LOG: "ln({})", Scale.LOGIT: "logit({})", Scale.FISHER_Z: "atanh({})"}
_WORDS: Final = {
    Scale.NATURAL: "",
    Scale.LOG: " on the scale of the natural logarithm",
    Scale.LOGIT: " on the scale of the logit",
    Scale.FISHER_Z: " on the scale of Fisher's z",
}
_ENDS: Final = {Scale.LOG: (0, None), Scale.LOGIT: (0, 1), Scale.FISHER_Z: (-1, 1)}
"""Between which numbers all lie that a measure of this scale can be."""


class Placed(NamedTuple):
    """A named figure as it was printed, and what its value counts in."""

    name: str
    figure: Figure
    unit: Fraction

    @property
    def plain(self) -> Fraction:
        """What is printed, as a plain number."""
        return self.unit * Fraction(self.figure.value)

    @property
    def low(self) -> Fraction:
        """The least number that rounds to what is printed, as a plain number."""
        return self.unit * Fraction(self.figure.low)

    @property
    def high(self) -> Fraction:
        """The greatest number that rounds to what is printed, as a plain number."""
        return self.unit * Fraction(self.figure.high)

    def can_be(self, measure: Measure) -> bool:
        """Tell whether the measure may have this value, if only at the end of its scale."""
        least, most = _ENDS.get(scale_of(measure), (None, None))
        return not ((least is not None and self.plain < least) or (most is not None and self.plain > most))

    def on(self, measure: Measure) -> float:
        """Give it on the scale of a measure, or raise that it has no place there."""
        scale = scale_of(measure)
        value = onto(scale, float(self.plain))
        if value is None:
            kind = Lacking if self.can_be(measure) else Contradictory
            raise kind(f"{self.name} is {self.figure}, which has no {scale.value}")
        return value


def place(work: Workings, figures: Iterable[tuple[str, Figure | None]]) -> list[Placed]:
    """Give named figures of one result as plain numbers.

    Shares without a percent sign are read as percentages together or not at all.
    """
    named = [(name, work.figure(name, figure)) for name, figure in figures]
    bare = unit_of_bare((figure for _, figure in named), work=work) if work.measure in _SHARES else Fraction(1)
    return [Placed(name, figure, unit_of(figure, bare=bare)) for name, figure in named]


def place_estimate(work: Workings, figure: Figure | None) -> float:
    """Give an estimate on the scale of its measure."""
    (placed,) = place(work, [("estimate", figure)])
    tell_how_standardized(work)
    return placed.on(work.measure)


def tell_how_standardized(work: Workings) -> None:
    """Note what is taken for granted of a printed standardized difference."""
    if work.measure in _STANDARDIZED:
        work.assume("the estimate taken as it is printed, whether corrected for small samples or not")


def told_like(placed: Placed, value: float) -> str:
    """Give a plain number with three significant digits in the unit of a printed one."""
    if "%" in placed.figure.printed:
        return f"{100 * value:.3g}%"
    return f"{value / placed.unit:.3g}"


def function_of(work: Workings, name: str) -> str:
    """Give the name of a figure in a formula, with the function that puts it on its scale."""
    return _FUNCTIONS[scale_of(work.measure)].format(name)


def on_its_scale(work: Workings) -> str:
    """Give words for the scale where it is not that of the print."""
    return _WORDS[scale_of(work.measure)]
