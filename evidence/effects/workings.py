"""What a computation takes from print, gathered on the way to an effect or to what is missing for it."""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from evidence.dossier import Arm
from evidence.effects.estimated import Estimated, Input, NotComputed, Result
from evidence.figures import Figure
from evidence.text import shortened
from evidence.vocab import Measure

_WIDTH: Final = 40
_LARGEST: Final = 10**15
"""Beyond any study, and still exact as a float."""


class Lacking(Exception):  # noqa: N818 - no error: ``attempt`` makes an answer of it
    """That the figures do not suffice."""

    def __init__(self, reason: str, *missing: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.missing = missing


class Contradictory(Lacking):
    """That figures are recorded which cannot all be right, so that none of them is to be relied on."""


class Workings:
    """The figures taken and the assumptions made for one effect."""

    def __init__(self, measure: Measure, *, before: Estimated | None = None) -> None:
        """Begin with nothing, or with all that led to an effect that is to be converted."""
        self.measure = measure
        self.before = before
        self.inputs: list[Input] = list(before.inputs) if before else []
        self.assumptions: list[str] = list(before.assumptions) if before else []

    def figure(self, name: str, figure: Figure | None) -> Figure:
        """Give a figure that is there, and note it; without one, or with a bound only, there is no effect."""
        if figure is None:
            raise Lacking(f"{name} is not recorded", name)
        if figure.relation != "=":
            raise Lacking(f"{name} is printed only as a bound, {figure}", name)
        self.note(name, figure.printed)
        return figure

    def take(self, name: str, figure: Figure | None) -> Fraction:
        """Give the exact value of a figure that is there, and note it."""
        return Fraction(self.figure(name, figure).value)

    def whole(self, name: str, figure: Figure | None) -> int:
        """Give a figure that is a count."""
        value = self.take(name, figure)
        if value.denominator != 1 or not 0 <= value <= _LARGEST:
            raise Lacking(f"{name} is {figure}, which is no count")
        return int(value)

    def note(self, name: str, printed: str) -> None:
        """Note a figure that goes in."""
        self.inputs.append(Input(name=name, printed=printed))

    def assume(self, words: str) -> None:
        """Note what is taken for granted."""
        self.assumptions.append(words)

    def give(self, yi: float, vi: float, *, formula: str, source: str) -> Estimated:
        """Give the effect, or say that the figures leave it without a variance."""
        if not (math.isfinite(yi) and math.isfinite(vi)):
            raise Lacking("its figures are too large to reckon with")
        if vi <= 0:
            raise Lacking("its figures leave no sampling variance")
        before = self.before
        return Estimated(
            measure=self.measure,
            yi=yi,
            vi=vi,
            formula=f"{before.formula}; then {formula}" if before else formula,
            inputs=tuple(self.inputs),
            assumptions=tuple(self.assumptions),
            source=f"{before.source}; then {source}" if before else source,
            good=before.good if before else None,
        )


def attempt(measure: Measure, compute: Callable[[Workings], Estimated], *, before: Estimated | None = None) -> Result:
    """Give what a computation comes to: the effect, or what is missing for it."""
    try:
        return compute(Workings(measure, before=before))
    except Lacking as lack:
        contradictory = isinstance(lack, Contradictory)
        return NotComputed(measure=measure, reason=lack.reason, missing=lack.missing, contradictory=contradictory)
    except OverflowError:
        return NotComputed(measure=measure, reason="its figures are too large to reckon with")


def called(arm: Arm) -> str:
    """Give an arm's name, short and harmless."""
    return shortened(arm.name, width=_WIDTH)
