"""Which arm of a study had the intervention and which was its comparator."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final

from evidence.dossier import Arm, Effect
from evidence.effects.comparators import affirmed, holds_dummy, is_comparator, words_of
from evidence.effects.scales import onto, scale_of
from evidence.effects.shares import unit_of_percentage
from evidence.effects.workings import Lacking, Workings, called
from evidence.figures import Figure
from evidence.vocab import Measure


def pair_of(work: Workings, effect: Effect) -> tuple[Arm, Arm]:
    """Give the arm of the intervention and that of the comparator, of an effect with two arms.

    The words for intervention and comparator tell which is which; else a name that only comparators have, as placebo;
    else the printed estimate, since the arms have its direction one way round only. How it was told is noted where
    the arms are turned, or the words do not tell it. Which arm stands first tells nothing, and an effect taken the
    wrong way round is worse than none.
    """
    if len(effect.arms) != 2:  # noqa: PLR2004 - a comparison has two sides
        told = "no arms are" if not effect.arms else f"{len(effect.arms)} arms are"
        raise Lacking(f"{told} recorded, and the measure compares two", "arms")
    first, second = effect.arms
    comparator, why = _comparator(effect, first, second)
    if why:
        work.assume(f"{called(comparator)} taken as the comparator, {why}")
    return (second, first) if comparator is first else (first, second)


def only_arm(work: Workings, effect: Effect, *, n: int | None) -> Arm:
    """Give the arm of an effect with one arm, of the size of the sample where its own is not recorded."""
    if len(effect.arms) != 1:
        told = "no arm is" if not effect.arms else f"{len(effect.arms)} arms are"
        raise Lacking(f"{told} recorded, and the measure is of one group", "arm")
    (arm,) = effect.arms
    if arm.n is not None or n is None or (arm.events and arm.percent):
        return arm
    work.assume(f"{called(arm)} taken to be the whole sample of {n}")
    return replace(arm, n=Figure.parse(str(n)))


def _comparator(effect: Effect, first: Arm, second: Arm) -> tuple[Arm, str]:
    """Give the comparator, and how it is told where that is worth a word."""
    for same in (_same, _within, _around):
        named = _by_words(effect, first, second, same)
        if named is not None:
            return named, "as the names say" if named is first else ""
    for is_called in (is_comparator, holds_dummy):
        listed = [arm for arm in (first, second) if is_called(arm.name)]
        if len(listed) == 1:
            return listed[0], "since only comparators are called so"
    side = _side(effect, first, second)
    if side:
        return second if side > 0 else first, f"since the printed {effect.measure} of {effect.estimate} goes that way"
    raise Lacking(
        f"neither the words for intervention and comparator nor the names of its arms, {called(first)} and "
        f"{called(second)}, tell which is the comparator",
        "comparator",
    )


def _by_words(effect: Effect, first: Arm, second: Arm, same: Callable[[str, str | None], bool]) -> Arm | None:
    """Give the arm that alone is named as the comparator is, or the other of the one named as the intervention."""
    said = [(same(arm.name, effect.comparator), same(arm.name, effect.intervention)) for arm in (first, second)]
    compares = [arm for arm, is_named in zip((first, second), said, strict=True) if is_named == (True, False)]
    tried = [arm for arm, is_named in zip((first, second), said, strict=True) if is_named == (False, True)]
    if len(compares) == 1:
        return compares[0]
    if len(tried) == 1 and not compares:
        return second if tried == [first] else first
    return None


def _same(name: str, text: str | None) -> bool:
    return words_of(name) == words_of(text) != words_of("")


def _within(name: str, text: str | None) -> bool:
    return affirmed(name) != affirmed("") and affirmed(name) in affirmed(text)


def _around(name: str, text: str | None) -> bool:
    return affirmed(text) != affirmed("") and affirmed(text) in affirmed(name)


def _side(effect: Effect, first: Arm, second: Arm) -> int:
    """Give 1 where the first arm against the second goes the way of the printed comparison, -1 where the second does.

    Where that is not told it is 0.
    """
    measure, estimate = effect.measure, effect.estimate
    if measure is None or measure not in _LEVELS or estimate is None:
        return 0
    one, other = map(_LEVELS[measure], (first, second))
    printed = onto(scale_of(measure), float(estimate.value))
    if one is None or other is None or printed is None:
        return 0
    return _sign(printed) * _sign(one - other)


def _sign(value: float | Fraction) -> int:
    return (value > 0) - (value < 0)


def _mean(arm: Arm) -> Fraction | None:
    return None if arm.mean is None else Fraction(arm.mean.value)


def _share(arm: Arm) -> Fraction | None:
    if arm.percent is not None:
        return unit_of_percentage(arm.percent) * Fraction(arm.percent.value)
    if arm.events is None or arm.n is None or arm.n.value <= 0:
        return None
    return Fraction(arm.events.value) / Fraction(arm.n.value)


_LEVELS: Final[Mapping[Measure, Callable[[Arm], Fraction | None]]] = {
    Measure.RISK_RATIO: _share,
    Measure.ODDS_RATIO: _share,
    Measure.RISK_DIFFERENCE: _share,
    Measure.HAZARD_RATIO: _share,
    Measure.INCIDENCE_RATE_RATIO: _share,
    Measure.MEAN_DIFFERENCE: _mean,
    Measure.STANDARDIZED_MEAN_DIFFERENCE: _mean,
    Measure.RATIO_OF_MEANS: _mean,
}
"""What of its arms a measure compares: two measures of one kind have the same direction."""
