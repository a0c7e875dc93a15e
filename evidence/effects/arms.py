"""Which arm of a study had the intervention and which was its comparator."""

from dataclasses import replace

from evidence.dossier import Arm, Effect
from evidence.effects.workings import Lacking, Workings, called
from evidence.figures import Figure


def pair_of(work: Workings, effect: Effect) -> tuple[Arm, Arm]:
    """Give the arm of the intervention and that of the comparator, of an effect with two arms.

    An arm whose name alone stands in the words for the comparator is the comparator; where the names do not tell,
    the first arm is the intervention, and this is noted.
    """
    if len(effect.arms) != 2:  # noqa: PLR2004 - a comparison has two sides
        told = "no arms are" if not effect.arms else f"{len(effect.arms)} arms are"
        raise Lacking(f"{told} recorded, and the measure compares two", "arms")
    first, second = effect.arms
    comparators = [arm for arm in effect.arms if _names(effect.comparator, arm)]
    if comparators == [first]:
        work.assume(f"{called(first)} taken as the comparator, as its name says")
        return second, first
    if comparators != [second]:
        work.assume(f"{called(first)} taken as the intervention, since it stands first")
    return first, second


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


def _names(words: str | None, arm: Arm) -> bool:
    return words is not None and arm.name.strip().casefold() in words.casefold()
