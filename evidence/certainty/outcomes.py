"""The outcomes of a claim for which its evidence can be weighed."""

from evidence.dossier import Dossier
from evidence.rules.bearing import evidence
from evidence.rules.poolable import holds


def outcomes(dossier: Dossier) -> tuple[str, ...]:
    """Give the outcomes of a claim's effects, in order; where there is none, that which the claim names, if any.

    An outcome whose words hold those of another, as "remission of pain" those of "remission", goes with that one.
    """
    recorded = {line.effect.outcome.casefold(): line.effect.outcome for line in evidence(dossier) if line.effect}
    found = tuple(
        outcome
        for key, outcome in recorded.items()
        if not any(other != key and holds(key, other) for other in recorded)
    )
    return found or ((dossier.claim.outcome,) if dossier.claim.outcome else ())
