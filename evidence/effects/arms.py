"""Which arm of a study had the intervention and which was its comparator."""

import re
from dataclasses import replace
from typing import Final

from evidence.dossier import Arm, Effect
from evidence.effects.workings import Lacking, Workings, called
from evidence.figures import Figure

_WORD: Final = re.compile(r"\w+")
_DENIALS: Final = ("no", "not", "non", "without")
"""After which the name of an intervention tells of its comparator."""


def pair_of(work: Workings, effect: Effect) -> tuple[Arm, Arm]:
    """Give the arm of the intervention and that of the comparator, of an effect with two arms.

    The intervention comes first, unless the words for the comparator name the first arm alone, or those for the
    intervention the second alone. What the names do not tell is noted.
    """
    if len(effect.arms) != 2:  # noqa: PLR2004 - a comparison has two sides
        told = "no arms are" if not effect.arms else f"{len(effect.arms)} arms are"
        raise Lacking(f"{told} recorded, and the measure compares two", "arms")
    first, second = effect.arms
    comparators = [arm for arm in effect.arms if _compares(arm, effect)]
    tried = [arm for arm in effect.arms if _is_tried(arm, effect)]
    if comparators == [first] or (not comparators and tried == [second]):
        work.assume(f"{called(first)} taken as the comparator, as the names say")
        return second, first
    if comparators != [second] and tried != [first]:
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


def _compares(arm: Arm, effect: Effect) -> bool:
    name, comparator, intervention = map(_words, (arm.name, effect.comparator, effect.intervention))
    denied = any(f" {word} " in comparator for word in _DENIALS)
    return bool(name.strip()) and name in comparator and name not in intervention and not denied


def _is_tried(arm: Arm, effect: Effect) -> bool:
    name, comparator, intervention = map(_words, (arm.name, effect.comparator, effect.intervention))
    return bool(name.strip()) and name in intervention and name not in comparator


def _words(text: str | None) -> str:
    return f" {' '.join(_WORD.findall((text or '').casefold()))} "
