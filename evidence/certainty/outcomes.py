"""The outcomes of a claim for which its evidence can be weighed."""

from evidence.dossier import Dossier, Line
from evidence.grade import comparable_outcome
from evidence.rules.bearing import evidence
from evidence.rules.poolable import holds


def outcomes(dossier: Dossier) -> tuple[str, ...]:
    """Give the outcomes of a claim's effects, in order; where there is none, that which the claim names, if any."""
    recorded: dict[str, str] = {}
    for line in evidence(dossier):
        if line.effect is not None:
            recorded.setdefault(comparable_outcome(line.effect.outcome), line.effect.outcome)
    return tuple(recorded.values()) or ((dossier.claim.outcome,) if dossier.claim.outcome else ())


def named(dossier: Dossier, words: str) -> tuple[str, ...]:
    """Give the outcomes that words name: the one that they are, or else those that hold them."""
    found = outcomes(dossier)
    about = comparable_outcome(words)
    same = tuple(outcome for outcome in found if comparable_outcome(outcome) == about)
    return same or (tuple(outcome for outcome in found if holds(outcome, words)) if about else ())


def lines_on(dossier: Dossier, words: str) -> tuple[Line, ...]:
    """Give the lines that are more than candidates on an outcome that words name."""
    asked = {comparable_outcome(outcome) for outcome in named(dossier, words)}
    return tuple(
        line
        for line in evidence(dossier)
        if line.effect is not None and comparable_outcome(line.effect.outcome) in asked
    )
