"""The effects that a claim rests on, as one body: those that may be pooled, of lines that are on the very thing."""

import functools
from typing import Final

from evidence.dossier import Dossier, Line
from evidence.effects.scales import WITHOUT_NULL
from evidence.rules.bearing import EFFECTS, evidence
from evidence.rules.independence import samples_behind
from evidence.rules.kit import Answer, inconclusive, not_applicable
from evidence.rules.poolable import Chosen, poolable
from evidence.rules.words import several
from evidence.vocab import Directness

TOO_FEW: Final = 3
"""Below so many studies nothing can be said of how they differ."""


def body(dossier: Dossier, *, fewest: int) -> tuple[Chosen, ...] | Answer:
    """Give ``fewest`` effects or more of a claim that something has an effect, or why there is no answer.

    Lines on another population, intervention, comparator or outcome are left out: they differ for that.
    """
    if dossier.claim.kind not in EFFECTS:
        return not_applicable()
    samples = samples_on_the_very_thing(dossier)
    if samples < fewest:
        return not_applicable()
    chosen = _chosen(dossier)
    if chosen and chosen[0].result.measure in WITHOUT_NULL:
        return not_applicable()
    if len(chosen) < fewest:
        told = f"of {several(samples, 'independent sample')} {len(chosen)} have an effect that can be pooled"
        return inconclusive(f"{told}, and it takes {fewest}")
    return chosen


def samples_on_the_very_thing(dossier: Dossier) -> int:
    """Count the independent samples behind a claim that are not on another population or the like, pooled or not."""
    return len(samples_behind([line for line in evidence(dossier) if _is_direct(line)]))


@functools.lru_cache(maxsize=1)
def _chosen(dossier: Dossier) -> tuple[Chosen, ...]:
    """Choose once for all the rules that ask about one claim in turn; a dossier never changes."""
    direct = tuple(line for line in dossier.lines if _is_direct(line))
    return poolable(Dossier(claim=dossier.claim, lines=direct)).chosen


def _is_direct(line: Line) -> bool:
    return Directness.INDIRECT not in (line.population, line.intervention, line.comparator, line.outcome)
