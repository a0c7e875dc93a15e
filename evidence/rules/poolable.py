"""Which effects of a claim's evidence may be pooled: one of each independent sample, all of one measure.

Nothing is left out, turned or put together unsaid.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.dossier import Dossier, Effect, Line
from evidence.effects.direction import with_good
from evidence.effects.estimated import Estimated, NotComputed
from evidence.effects.intake import estimated
from evidence.pooling.rows import EffectRow
from evidence.rules.independence import independent, pools_several
from evidence.rules.words import brief, several
from evidence.vocab import FigureStatus, Integrity, Measure, Role, SampleUnit


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What of a claim's evidence is asked for; none asks for all."""

    measure: Measure | None = None
    outcome: str | None = None
    """Words that the effect's outcome holds, in whatever case."""
    timepoint: str | None = None
    """Words that its timepoint holds."""


ALL: Final = Wanted()


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """An effect that is pooled, with all that led to it."""

    line: Line
    effect: Effect
    result: Estimated

    @property
    def row(self) -> EffectRow:
        """Give it as it goes into pooling, called by its study's key."""
        sample = self.line.sample
        n = sample.n if sample is not None and sample.unit is not SampleUnit.STUDIES else None
        return EffectRow(label=_name(self.line), yi=self.result.yi, vi=self.result.vi, measure=self.result.measure, n=n)


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


def poolable(dossier: Dossier, wanted: Wanted = ALL) -> Poolable:
    """Choose from a claim's evidence what may be pooled.

    Candidates, retracted sources, unconfirmed figures and reviews that pool studies themselves are left out. Where no
    measure is asked for, it is that of the most independent samples; nothing is converted unasked.
    """
    left_out: list[LeftOut] = []
    found: list[Chosen] = []
    for line, told in zip(dossier.checked().lines, dossier.lines, strict=True):
        result = _result(line, told, wanted)
        if isinstance(result, str):
            left_out.append(LeftOut(line=told, reason=result))
        else:
            found.append(result)
    found = _of_one_measure(found, left_out)
    found = _one_of_each_sample(found, left_out)
    found, notes = _aligned(found, left_out)
    return Poolable(chosen=tuple(found), left_out=tuple(left_out), notes=(*notes, *_mixed(found)))


def _result(line: Line, told: Line, wanted: Wanted) -> Chosen | str:
    """Give the effect of a line, or why there is none to pool."""
    if (reason := _unfit(line, told)) is not None:
        return reason
    assert line.effect is not None  # noqa: S101 - told by the check above
    for asked, has in ((wanted.outcome, line.effect.outcome), (wanted.timepoint, line.effect.timepoint or "")):
        if asked is not None and asked.casefold() not in has.casefold():
            return f"it was not asked for: {brief(has) or 'its timepoint is not recorded'}"
    design = line.study.design if line.study is not None else None
    result = estimated(line.effect, sample=line.sample, design=design, wanted=wanted.measure)
    if isinstance(result, NotComputed):
        return result.reason
    return Chosen(line=line, effect=line.effect, result=result)


def _unfit(line: Line, told: Line) -> str | None:
    if line.role is Role.CANDIDATE:
        return "it is a candidate only"
    if line.source.integrity is Integrity.RETRACTED:
        return "its source is retracted"
    if told.effect is None or line.study is None:
        return "no effect of a study is recorded"
    if told.effect.status is FigureStatus.UNCONFIRMED:
        return "its figures are unconfirmed"
    if pools_several(line):
        return "it pools several studies itself"
    return None


def _of_one_measure(found: Sequence[Chosen], left_out: list[LeftOut]) -> list[Chosen]:
    measures = dict.fromkeys(each.result.measure for each in found)
    if len(measures) <= 1:
        return list(found)
    samples = {
        measure: len(independent([each.line for each in found if each.result.measure is measure]))
        for measure in measures
    }
    most = max(measures, key=lambda measure: samples[measure])
    for each in found:
        measure = each.result.measure
        if measure is not most:
            reason = f"it is of the measure {measure}, and most are of {most}; ask for {measure} to pool it"
            left_out.append(LeftOut(line=each.line, reason=reason))
    return [each for each in found if each.result.measure is most]


def _one_of_each_sample(found: Sequence[Chosen], left_out: list[LeftOut]) -> list[Chosen]:
    """Keep of each group that shares people a primary line before others, then the largest, then the first."""
    by_line = {id(each.line): each for each in found}
    kept: set[int] = set()
    for group in independent([each.line for each in found]):
        members = [by_line[id(line)] for line in group]
        best = min(members, key=lambda each: (each.line.role is not Role.PRIMARY, -(each.row.n or 0)))
        kept.add(id(best))
        left_out += [LeftOut(line=each.line, reason=_shares(each, best)) for each in members if each is not best]
    return [each for each in found if id(each) in kept]


def _shares(one: Chosen, best: Chosen) -> str:
    if one.effect.key == best.effect.key:
        return "the same effect is pooled already"
    return f"it is of people who are in {_name(best.line)} ({brief(best.effect.outcome)})"


def _aligned(found: Sequence[Chosen], left_out: list[LeftOut]) -> tuple[list[Chosen], list[str]]:
    """Turn effects of which the good directions differ, such that higher is good in all."""
    goods = {each.result.good for each in found}
    if len(goods - {None}) <= 1:
        unknown = [_name(each.line) for each in found if each.result.good is None]
        told = len(goods) > 1
        return list(found), [f"Which direction is good is not recorded of {', '.join(unknown)}."] if told else []
    turned: list[Chosen] = []
    for each in found:
        result = with_good(each.result)
        if isinstance(result, NotComputed):
            left_out.append(LeftOut(line=each.line, reason=result.reason))
        else:
            turned.append(Chosen(line=each.line, effect=each.effect, result=result))
    return turned, ["Effects are turned such that higher is good in all of them."]


_IN_UNITS: Final = frozenset({Measure.MEAN_DIFFERENCE, Measure.MEAN, Measure.MEAN_CHANGE})
_MIXED: Final[tuple[tuple[str, Callable[[Effect], str | None]], ...]] = (
    ("outcome", lambda effect: effect.outcome),
    ("timepoint", lambda effect: effect.timepoint),
    ("comparator", lambda effect: effect.comparator),
)


def _mixed(found: Sequence[Chosen]) -> Iterator[str]:
    if len(found) > 1 and found[0].result.measure in _IN_UNITS:
        yield "They are in the unit of a scale: see that it is the same in all of them."
    for what, of in _MIXED:
        said = {text.casefold(): brief(text) for each in found for text in [of(each.effect) or "not recorded"]}
        if len(said) > 1:
            yield f"{several(len(said), what)} are put together: {'; '.join(said.values())}."


def _name(line: Line) -> str:
    return line.source.key if line.study is None else line.study.key
