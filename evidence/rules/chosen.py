"""What is chosen of a claim's evidence to be pooled, and what is not."""

from dataclasses import dataclass
from typing import Final

from evidence.dossier import Effect, Line
from evidence.effects.estimated import Estimated
from evidence.effects.sizes import sizes_of
from evidence.figures import Figure
from evidence.pooling.rows import EffectRow
from evidence.vocab import Measure, SampleUnit


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What of a claim's evidence is asked for; none asks for all."""

    measure: Measure | None = None
    outcome: str | None = None
    """Words that the effect's outcome holds, in whatever case."""
    timepoint: str | None = None
    """Words that its timepoint holds."""
    is_converted: bool = False
    """Whether effects in other measures are converted into the one that is asked for, where a formula does."""
    baseline_risk: Figure | None = None
    """The risk without the intervention, for conversions that take one; else that of each comparator."""


ALL: Final = Wanted()


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """An effect that is pooled, with all that led to it."""

    line: Line
    effect: Effect
    result: Estimated

    @property
    def name(self) -> str:
        """What it is called: by its study's key, else by its source's."""
        return _name(self.line)

    @property
    def row(self) -> EffectRow:
        """Give it as it goes into pooling; how many were analysed only where people are counted."""
        sample, study = self.line.sample, self.line.study
        of_people = sample is None or sample.unit is SampleUnit.PARTICIPANTS
        result = self.result
        sizes = sizes_of(
            self.effect,
            sample=sample if of_people else None,
            design=study.design if study else None,
            measure=result.measure,
        )
        return EffectRow(label=self.name, yi=result.yi, vi=result.vi, measure=result.measure, n=sizes.everyone)


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """A line of evidence that is not pooled."""

    line: Line
    reason: str
    """Without its full stop."""

    @property
    def name(self) -> str:
        """What it is called: by its study's key, else by its source's."""
        return _name(self.line)


@dataclass(frozen=True, kw_only=True, slots=True)
class Poolable:
    """The effects to be pooled, the lines that are not, and what a reader has to know of the choice."""

    chosen: tuple[Chosen, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]


def _name(line: Line) -> str:
    return line.source.key if line.study is None else line.study.key
