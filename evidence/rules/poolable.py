"""Which effects of a claim's evidence may be pooled: one of each independent sample, all of one measure.

Nothing is left out, turned or put together unsaid.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from evidence.dossier import Dossier, Line
from evidence.effects.converted import converted
from evidence.effects.direction import with_good
from evidence.effects.estimated import NotComputed
from evidence.effects.intake import estimated, measures_of
from evidence.pooling.rows import faults
from evidence.rules.chosen import ALL, Chosen, LeftOut, Poolable, Wanted
from evidence.rules.independence import independent
from evidence.rules.put_together import put_together
from evidence.rules.unfit_to_pool import unfit
from evidence.rules.words import brief, listed
from evidence.vocab import Design, GoodDirection, Measure, Role


def poolable(dossier: Dossier, wanted: Wanted = ALL) -> Poolable:
    """Choose from a claim's evidence what may be pooled.

    Candidates, background, retracted sources, unconfirmed figures and reviews that pool studies themselves are left
    out. Lines of which nobody judged the direction are pooled and named: their effects are as good as others, and only
    whether they bear on the claim is open. Where no measure is asked for, it is that of the most independent samples,
    and effects whose measure is not recorded are made in it where their arms do; nothing is converted unasked.
    """
    left_out: list[LeftOut] = []
    found: list[Chosen] = []
    of_no_measure: list[Line] = []
    for line, told in zip(dossier.checked().lines, dossier.lines, strict=True):
        reason = unfit(line, told, dossier) or _not_asked_for(line, wanted)
        if reason is None and wanted.measure is None and line.effect is not None and line.effect.measure is None:
            of_no_measure.append(line)
            continue
        result = reason or _result(line, wanted)
        if isinstance(result, str):
            left_out.append(LeftOut(line=told, reason=result))
        else:
            found.append(result)
    found = _of_one_measure(found, left_out)
    measure = found[0].result.measure if found else None
    found = _that_go_together([*found, *_made(of_no_measure, measure, left_out)], left_out)
    found, notes = _aligned(found, left_out)
    found = _one_of_each_sample(found, left_out)
    return Poolable(chosen=tuple(found), left_out=tuple(left_out), notes=(*notes, *put_together(found)))


def holds(text: str, words: str) -> bool:
    """Tell whether a text holds these words as whole words, in whatever case; a hyphen ends no word."""
    sought, within = (" ".join(each.casefold().split()) for each in (words, text))
    return re.search(rf"(?<![\w-]){re.escape(sought)}(?![\w-])", within) is not None


def _not_asked_for(line: Line, wanted: Wanted) -> str | None:
    outcome, timepoint = ("", None) if line.effect is None else (line.effect.outcome, line.effect.timepoint)
    for asked, has in ((wanted.outcome, outcome), (wanted.timepoint, timepoint or "")):
        if asked is not None and not holds(has, asked):
            return f"it was not asked for: {brief(has) or 'its timepoint is not recorded'}"
    return None


def _made(lines: Sequence[Line], measure: Measure | None, left_out: list[LeftOut]) -> Iterator[Chosen]:
    """Give effects whose measure is not recorded in that of the others, or else in one that most of them make."""
    if measure is None:
        could_be = Counter(each for line in lines for each in _measures(line))
        measure = max(Measure, key=lambda each: could_be[each]) if could_be else None
    for line in lines:
        result = _result(line, Wanted(measure=measure))
        if isinstance(result, str):
            beside = f", and its figures make no {measure}" if measure else ""
            reason = f"it is not recorded in which measure the effect is{beside}"
            left_out.append(LeftOut(line=line, reason=reason))
        else:
            yield result


def _measures(line: Line) -> tuple[Measure, ...]:
    return measures_of(line.effect, sample=line.sample, design=_design(line)) if line.effect is not None else ()


def _design(line: Line) -> Design | None:
    return None if line.study is None else line.study.design


def _result(line: Line, wanted: Wanted) -> Chosen | str:
    """Give the effect of a line that has one, or why it is not pooled."""
    assert line.effect is not None  # noqa: S101 - a line without one is unfit
    effect, sample = line.effect, line.sample
    design = _design(line)
    if wanted.is_converted and wanted.measure is not None:
        risk = wanted.baseline_risk
        result = converted(effect, wanted=wanted.measure, sample=sample, design=design, baseline_risk=risk)
    else:
        result = estimated(effect, sample=sample, design=design, wanted=wanted.measure)
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


_LIKENESS: Final[tuple[Callable[[Chosen], str], ...]] = (
    lambda each: each.effect.outcome.casefold(),
    lambda each: (each.effect.timepoint or "").casefold(),
    lambda each: (each.effect.comparator or "").casefold(),
)


def _one_of_each_sample(found: Sequence[Chosen], left_out: list[LeftOut]) -> list[Chosen]:
    """Keep of those who share people a primary line, then one like those of most others, then the largest.

    Alike are outcomes first, then timepoints, then comparators, in the words in which they are recorded.
    """
    alike = [Counter(said for _, said in {(each.name, of(each)) for each in found}) for of in _LIKENESS]

    def rank(each: Chosen) -> tuple[bool, list[int], int]:
        shared = [-counted[of(each)] for counted, of in zip(alike, _LIKENESS, strict=True)]
        return each.line.role is not Role.PRIMARY, shared, -(each.row.n or 0)

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
    if one.name == best.name:
        return f"another effect of its study is pooled ({brief(best.effect.outcome)})"
    return f"it is of people who are in {best.name} ({brief(best.effect.outcome)})"


def _aligned(found: Sequence[Chosen], left_out: list[LeftOut]) -> tuple[list[Chosen], list[str]]:
    """Turn effects of which the good directions differ the way of most of them; of as many either way, higher.

    So the fewest are turned, and of measures that cannot be turned the fewest are left out.
    """
    goods = Counter(each.result.good for each in found if each.result.good is not None)
    if len(goods) <= 1:
        unknown = [each.name for each in found if each.result.good is None]
        notes = [f"{str(good).capitalize()} is good." for good in goods]
        return list(found), [
            *notes,
            *([f"Which direction is good is not recorded of {listed(unknown)}."] if unknown else []),
        ]
    good = max(GoodDirection, key=lambda direction: (goods[direction], direction is GoodDirection.HIGHER))
    kept: list[Chosen] = []
    turned: list[str] = []
    for each in found:
        result = with_good(each.result, toward=good)
        if isinstance(result, NotComputed):
            left_out.append(LeftOut(line=each.line, reason=result.reason))
            continue
        kept.append(Chosen(line=each.line, effect=each.effect, result=result))
        if result.yi != each.result.yi:
            turned.append(each.name)
    told = f", and so {listed(turned)} {'is' if len(turned) == 1 else 'are'} turned" if turned else ""
    return kept, [f"{str(good).capitalize()} is good{told}."]
