"""Indirectness: whether the studies are on the people, treatment, comparison and outcome of the claim."""

from collections.abc import Iterator
from typing import Final

from evidence.certainty.body import Body
from evidence.certainty.signals import Sheet, Signal
from evidence.certainty.words import found, open_questions
from evidence.dossier import Line
from evidence.rules.words import brief, listed, several
from evidence.vocab import Directness, Step

_GRADE: Final = "GRADE guidelines 8: indirectness, Guyatt 2011, J Clin Epidemiol 64:1303"
_RULES: Final = ("only-animal-evidence", "population-wider-than-sample", "short-follow-up")
_ELEMENTS: Final = ("population", "intervention", "comparator", "outcome")


def indirectness(body: Body) -> Sheet:
    """Count the lines that a person judged to be on something else, element by element."""
    asked = [element for element in _ELEMENTS if getattr(body.dossier.claim, element)]
    computed = [_counted(body.lines, element) for element in asked] if body.lines else []
    unknown = [
        f"Of {several(missing, 'line')} nobody judged whether the {element} is that of the claim"
        for element in asked
        if (missing := sum(getattr(line, element) is None for line in body.lines))
    ]
    unknown += [f"The claim names no {element}" for element in _ELEMENTS if element not in asked]
    return Sheet(
        step=Step.INDIRECTNESS,
        computed=(*computed, *found(body, _RULES)),
        to_judge=(
            "Whether what differs would change the effect",
            "Whether the outcome matters to people, or stands for one that does",
        ),
        unknown=(*unknown, *open_questions(body, _RULES)),
    )


def _counted(lines: tuple[Line, ...], element: str) -> Signal:
    direct = sum(getattr(line, element) is Directness.DIRECT for line in lines)
    others = listed(_named(lines, element))
    told = f"{element}: direct in {direct} of {several(len(lines), 'line')}"
    return Signal(told=f"{told}, indirect in {others}" if others else told, source=_GRADE)


def _named(lines: tuple[Line, ...], element: str) -> Iterator[str]:
    return (brief(line.source.key) for line in lines if getattr(line, element) is Directness.INDIRECT)
