"""Small studies behind the claim tell other effects than large ones.

## Why it matters

A small study with a dull result is often not published, and a large one is. Where effects grow as
studies get smaller, some small ones may be missing, and the pooled effect is too large. The small ones
may also be done worse, or on people in whom the effect is larger.

## What to do

Look for unpublished trials in registries, and trust the largest studies most. With fewer than ten
studies the test is not made (Cochrane Handbook 6.5, chapter 13). For ratios it finds somewhat more than
there is, since their standard errors go with them.
"""

from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.pooling.small_study_effects import FEWEST, egger
from evidence.rules.body import body
from evidence.rules.examples import claim, line
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.trials import trial, trials
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "Egger 1997, Bias in meta-analysis detected by a simple, graphical test, BMJ 315:629"
LIMITS: Final = ("small-study-p",)

_SIZES: Final = (50, 100, 200, 400, 800)


def check(dossier: Dossier, limits: Limits) -> Answer:
    """Regress the effects on their standard errors."""
    behind = body(dossier, fewest=FEWEST)
    if isinstance(behind, Answer):
        return behind
    found = egger(behind.effects, behind.variances)
    if found is None:
        return inconclusive("all studies are equally precise, or all effects lie on one line")
    if found.p < limits.small_study_p:
        return fails(
            f"{len(behind.chosen)} effects go with their standard errors (Egger's p {found.p:.2g}, below "
            f"{limits.small_study_p}){behind.caveats}",
            limit="small-study-p",
        )
    return passes()


def _studies(*differences: str) -> Dossier:
    told = enumerate(differences)
    return claim(*(trial(f"trial{place}", each, n=_SIZES[place % len(_SIZES)]) for place, each in told))


EXAMPLES: Final = (
    Example(
        "the smaller, the larger",
        _studies("9", "7", "5", "4", "3", "10", "6", "5.5", "3.5", "3"),
        fails(
            "10 effects go with their standard errors (Egger's p 2e-07, below 0.10); see that all are in one unit",
            limit="small-study-p",
        ),
    ),
    Example(
        "exactly the limit of ten studies, of which none goes with its error",
        _studies("5", "6", "5", "6", "5", "6", "5", "6", "5", "6"),
        passes(),
    ),
    Example(
        "ten of one size",
        trials(*["5", "6"] * 5),
        inconclusive("all studies are equally precise, or all effects lie on one line"),
    ),
    Example(
        "one of ten without figures",
        claim(*(trial(f"trial{place}", "5") for place in range(9)), line("c")),
        inconclusive("of 10 independent samples 9 have an effect that can be pooled, and it takes 10"),
    ),
    Example("nine studies", _studies("9", "7", "5", "4", "3", "10", "6", "5.5", "3.5"), not_applicable()),
)
