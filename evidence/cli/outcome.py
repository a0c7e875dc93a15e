"""What ``worksheet`` and ``assess`` share: the outcomes of a claim, and the one that words name."""

from typing import Final

import click

from evidence.certainty.outcomes import outcomes
from evidence.dossier import Dossier
from evidence.errors import UsageError
from evidence.rules.poolable import holds
from evidence.text import shortened

OUTCOME: Final = click.option("--outcome", metavar="WORDS", help="Look at effects whose outcome holds these words.")
_LONGEST: Final = 60


def named(dossier: Dossier, words: str) -> str:
    """Give the words where an outcome of the claim holds them; raises ``UsageError`` naming its outcomes else."""
    found = outcomes(dossier)
    recorded = [line.effect.outcome for line in dossier.lines if line.effect is not None]
    if words.strip() and any(holds(outcome, words) for outcome in (*recorded, *found)):
        return words
    there = "; ".join(shortened(outcome, width=_LONGEST) for outcome in found) or "none"
    raise UsageError(f"no effect behind {dossier.claim.key} is on {words!r}; its outcomes: {there}")


def the_one(dossier: Dossier, words: str | None) -> str:
    """Give the outcome that words name, or without any the only one; raises ``UsageError`` naming them else."""
    if words is not None:
        return named(dossier, words)
    found = outcomes(dossier)
    if len(found) == 1:
        return found[0]
    there = "; ".join(shortened(outcome, width=_LONGEST) for outcome in found)
    asked = f"say which outcome by --outcome: {there}" if found else "no outcome of it is recorded"
    raise UsageError(f"{dossier.claim.key}: {asked}")
