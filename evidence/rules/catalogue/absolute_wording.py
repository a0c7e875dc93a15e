"""The wording leaves no room for doubt, and the evidence does.

## Why it matters

Words as "undeniable", "always" or "proven" claim that nothing speaks against a statement and that
it has been shown more than once. GRADE keeps even the plain "results in" for evidence of high
certainty, and words what is less certain with "likely" or "may". So an absolute claim is weakened
by a single line that disputes it or stays neutral, and by support from fewer independent samples
than the limit.

## What to do

Word the claim as surely as its evidence is: with "likely" or "may", for those in whom it was shown.
"""

from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.rules.bearing import evidence, supporting
from evidence.rules.examples import claim, line
from evidence.rules.independence import pools_several, samples_behind
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.words import called, listed, several
from evidence.vocab import Direction, Severity, Wording

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "GRADE guidelines 26: informative statements, Santesso 2020, J Clin Epidemiol 119:126"
LIMITS: Final = ("fewest-samples",)


def check(dossier: Dossier, limits: Limits) -> Answer:
    """Look for anything that does not support an absolute claim."""
    if dossier.claim.wording is not Wording.ABSOLUTE:
        return not_applicable()
    against = [line for line in evidence(dossier) if line.direction in {Direction.DISPUTES, Direction.NEUTRAL}]
    if against:
        return fails(f"worded as beyond doubt, and not borne out by {listed(called(line.source) for line in against)}")
    lines = supporting(dossier)
    if not lines:
        return inconclusive("no line is judged")
    samples = len(samples_behind(lines))
    if samples < limits.fewest_samples and not any(pools_several(line) for line in lines):
        return fails(
            f"worded as beyond doubt, and rests on {several(samples, 'independent sample')}, "
            f"fewer than {limits.fewest_samples}",
            limit="fewest-samples",
        )
    return passes()


EXAMPLES: Final = (
    Example(
        "a trial disputes it",
        claim(line(), line("mossad1996zinc"), line("turner2000zinc", direction="disputes"), wording="absolute"),
        fails("worded as beyond doubt, and not borne out by turner2000zinc"),
    ),
    Example(
        "many do not bear it out",
        claim(*(line(f"trial{number}", direction="neutral") for number in range(5)), wording="absolute"),
        fails("worded as beyond doubt, and not borne out by trial0, trial1, trial2 and 2 more"),
    ),
    Example(
        "one sample",
        claim(line(), wording="absolute"),
        fails("worded as beyond doubt, and rests on 1 independent sample, fewer than 2", limit="fewest-samples"),
    ),
    Example(
        "exactly the limit: two samples, nothing against it",
        claim(line(), line("mossad1996zinc"), wording="absolute"),
        passes(),
    ),
    Example("a review of many trials", claim(line(design="meta-analysis"), wording="absolute"), passes()),
    Example("nothing judged", claim(line(direction=None), wording="absolute"), inconclusive("no line is judged")),
    Example("worded plainly", claim(line(), line("turner2000zinc", direction="disputes")), not_applicable()),
    Example("hedged", claim(line(), wording="hedged"), not_applicable()),
)
