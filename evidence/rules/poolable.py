"""Which effects of a claim's evidence may be pooled: one of each independent sample, all of one measure.

Nothing is left out, turned or put together unsaid.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from evidence.dossier import Dossier, Effect, Line
from evidence.effects.direction import with_good
from evidence.effects.estimated import Estimated, NotComputed
from evidence.effects.intake import estimated
from evidence.effects.scales import IN_OWN_UNIT
from evidence.pooling.rows import EffectRow, faults
from evidence.rules.independence import independent
from evidence.rules.unfit_to_pool import unfit
from evidence.rules.words import brief, listed, several
from evidence.vocab import GoodDirection, Measure, Role, SampleUnit


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
        n = None if self.line.sample is None else self.line.sample.analysed
        if self.line.sample is not None and self.line.sample.unit is not SampleUnit.PARTICIPANTS:
            n = None
        sizes = [arm.n for arm in self.effect.arms]
        if sizes and all(size is not None for size in sizes):
            n = int(sum(size.value for size in sizes if size is not None))
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

    Candidates, background, retracted sources, unconfirmed figures and reviews that pool studies themselves are left
    out. Lines of which nobody judged the direction are pooled and named: their effects are as good as others, and only
    whether they bear on the claim is open. Where no measure is asked for, it is that of the most independent samples;
    nothing is converted unasked.
    """
    left_out: list[LeftOut] = []
    found: list[Chosen] = []
    for line, told in zip(dossier.checked().lines, dossier.lines, strict=True):
        result = unfit(line, told, dossier) or _result(line, wanted)
        if isinstance(result, str):
            left_out.append(LeftOut(line=told, reason=result))
        else:
            found.append(result)
    found = _that_go_together(_of_one_measure(found, left_out), left_out)
    found, notes = _aligned(found, left_out)
    found = _one_of_each_sample(found, left_out)
    return Poolable(chosen=tuple(found), left_out=tuple(left_out), notes=(*notes, *_not_judged(found), *_mixed(found)))


def holds(text: str, words: str) -> bool:
    """Tell whether a text holds these words as whole words, in whatever case."""
    return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", text.casefold()) is not None


def _result(line: Line, wanted: Wanted) -> Chosen | str:
    """Give the effect of a line that has one, or why it is not pooled."""
    assert line.effect is not None  # noqa: S101 - a line without one is unfit
    for asked, has in ((wanted.outcome, line.effect.outcome), (wanted.timepoint, line.effect.timepoint or "")):
        if asked is not None and not holds(has, asked):
            return f"it was not asked for: {brief(has) or 'its timepoint is not recorded'}"
    design = line.study.design if line.study is not None else None
    result = estimated(line.effect, sample=line.sample, design=design, wanted=wanted.measure)
    if isinstance(result, NotComputed):
        return result.reason
    return Chosen(line=line, effect=line.effect, result=result)


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
            reason = f"it is of the measure {measure}, and {most} is pooled; ask for {measure} to pool it"
            left_out.append(LeftOut(line=each.line, reason=reason))
    return [each for each in found if each.result.measure is most]


def _that_go_together(found: Sequence[Chosen], left_out: list[LeftOut]) -> list[Chosen]:
    """Leave out what would stop the pooling of all others, as an interval of another unit than theirs."""
    told = list(zip(found, faults([each.row for each in found]), strict=True))
    left_out += [LeftOut(line=each.line, reason=fault) for each, fault in told if fault is not None]
    return [each for each, fault in told if fault is None]


def _one_of_each_sample(found: Sequence[Chosen], left_out: list[LeftOut]) -> list[Chosen]:
    """Keep of those who share people a primary line, then one with the outcome that most have, then the largest."""
    outcomes = Counter(outcome for _, outcome in {(_name(each.line), each.effect.outcome.casefold()) for each in found})

    def rank(each: Chosen) -> tuple[bool, int, int]:
        return each.line.role is not Role.PRIMARY, -outcomes[each.effect.outcome.casefold()], -(each.row.n or 0)

    kept: list[Chosen] = []
    for each in sorted(found, key=rank):
        other = next((one for one in kept if len(independent([one.line, each.line])) == 1), None)
        if other is None:
            kept.append(each)
        else:
            left_out.append(LeftOut(line=each.line, reason=_shares(each, other)))
    return [each for each in found if any(each is one for one in kept)]


def _shares(one: Chosen, best: Chosen) -> str:
    if one.effect.key == best.effect.key:
        return "the same effect is pooled already"
    if _name(one.line) == _name(best.line):
        return f"another effect of its study is pooled ({brief(best.effect.outcome)})"
    return f"it is of people who are in {_name(best.line)} ({brief(best.effect.outcome)})"


def _aligned(found: Sequence[Chosen], left_out: list[LeftOut]) -> tuple[list[Chosen], list[str]]:
    """Turn effects of which the good directions differ the way of most of them; of as many either way, higher.

    So the fewest are turned, and of measures that cannot be turned the fewest are left out.
    """
    goods = Counter(each.result.good for each in found if each.result.good is not None)
    if len(goods) <= 1:
        unknown = [_name(each.line) for each in found if each.result.good is None]
        notes = [f"{str(good).capitalize()} is good." for good in goods]
        return list(found), [
            *notes,
            *([f"Which direction is good is not recorded of {listed(unknown)}."] if unknown else []),
        ]
    good = max(GoodDirection, key=lambda direction: (goods[direction], direction is GoodDirection.HIGHER))
    turned: list[Chosen] = []
    for each in found:
        result = with_good(each.result, toward=good)
        if isinstance(result, NotComputed):
            left_out.append(LeftOut(line=each.line, reason=result.reason))
        else:
            turned.append(Chosen(line=each.line, effect=each.effect, result=result))
    return turned, [f"Effects are turned such that {good} is good in all of them."]


_MIXED: Final[tuple[tuple[str, Callable[[Chosen], str | None]], ...]] = (
    ("design", lambda each: str(each.line.study.design) if each.line.study else None),
    ("population", lambda each: each.line.sample.population if each.line.sample else None),
    ("intervention", lambda each: each.effect.intervention),
    ("outcome", lambda each: each.effect.outcome),
    ("timepoint", lambda each: each.effect.timepoint),
    ("comparator", lambda each: each.effect.comparator),
)


def kinds(found: Sequence[Chosen], what: str) -> int:
    """Count what differs among the effects that are pooled, as "outcome", by what is recorded of it."""
    of = dict(_MIXED)[what]
    return len({text.casefold() for each in found for text in [of(each)] if text is not None})


def are_in_units(found: Sequence[Chosen]) -> bool:
    """Tell whether several effects are in the unit of what was measured, of which the record does not tell which."""
    return len(found) > 1 and found[0].result.measure in IN_OWN_UNIT


def _not_judged(found: Sequence[Chosen]) -> Iterator[str]:
    if names := [_name(each.line) for each in found if each.line.direction is None]:
        yield f"Whether they support or dispute the claim is not judged of {listed(names)}."


def _mixed(found: Sequence[Chosen]) -> Iterator[str]:
    if are_in_units(found):
        yield "They are in the unit of a scale: see that it is the same in all of them."
    for what, of in _MIXED:
        said = {text.casefold(): brief(text) for each in found for text in [of(each) or "not recorded"]}
        if len(said) > 1:
            yield f"{several(len(said), what)} are put together: {'; '.join(said.values())}."


def _name(line: Line) -> str:
    return line.source.key if line.study is None else line.study.key
