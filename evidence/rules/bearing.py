"""Which lines of evidence bear on their claim, and which way."""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.vocab import ClaimKind, Direction, Role

EFFECTS: Final = frozenset({ClaimKind.BENEFIT, ClaimKind.HARM, ClaimKind.COMPARISON})
"""The kinds of claim that say what something does."""

FREQUENCIES: Final = frozenset({ClaimKind.PREVALENCE, ClaimKind.PROGNOSIS})
"""The kinds of claim that say how often something is or comes."""


def bears(line: Line) -> bool:
    """Tell whether a line is judged to support or to dispute its claim.

    What weakens a line is asked of these alone, and of both alike: nothing is weighed harder
    for a claim than against it.
    """
    return line.direction in {Direction.SUPPORTS, Direction.DISPUTES}


def evidence(dossier: Dossier) -> tuple[Line, ...]:
    """Give the lines that are more than candidates."""
    return tuple(line for line in dossier.lines if line.role is not Role.CANDIDATE)


def supporting(dossier: Dossier) -> tuple[Line, ...]:
    """Give the lines that are judged to support the claim."""
    return tuple(line for line in evidence(dossier) if line.direction is Direction.SUPPORTS)
