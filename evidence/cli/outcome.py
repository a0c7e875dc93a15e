"""What ``worksheet`` and ``assess`` share: the outcomes of a claim, and the one that words name."""

from collections.abc import Sequence
from typing import Final

import click

from evidence.certainty.outcomes import named, outcomes
from evidence.dossier import Dossier
from evidence.errors import UsageError
from evidence.grade import Assessment, comparable_outcome
from evidence.text import shortened

OUTCOME: Final = click.option(
    "--outcome", metavar="WORDS", help="The outcome of that name, or else those that hold these words."
)
_LONGEST: Final = 60


def the_one(dossier: Dossier, words: str | None, rated: Sequence[Assessment] = ()) -> str:
    """Give the outcome that words name, as it is recorded or was rated, or without any words the only one.

    Words that several outcomes hold stand for all of these together. Raises ``UsageError`` with the outcomes
    that there are for words that no outcome holds, and for none where there are several.
    """
    found = outcomes(dossier)
    if words is None:
        if len(found) == 1:
            return found[0]
        asked = f"say which outcome by --outcome: {_listed(found)}" if found else "no outcome of it is recorded"
        raise UsageError(f"{dossier.claim.key}: {asked}")
    for assessment in rated:
        if comparable_outcome(assessment.outcome) == comparable_outcome(words):
            return assessment.outcome
    held = named(dossier, words)
    if not held:
        raise UsageError(f"no effect behind {dossier.claim.key} is on {words!r}; its outcomes: {_listed(found)}")
    return held[0] if len(held) == 1 else " ".join(words.split())


def _listed(found: Sequence[str]) -> str:
    return "; ".join(shortened(outcome, width=_LONGEST) for outcome in found) or "none"
