"""One study decides the effect that is pooled from those behind the claim.

## Why it matters

Several studies make a finding surer because they could have said otherwise. Where one has most of the
weight, or the pooled effect turns or can no longer be told from none without it, the claim rests on
that one, and its faults are the claim's.

## What to do

Judge that study with care, and say in the text that the finding rests on it. With three or four studies
an interval often reaches past no effect once one is left out, merely since fewer people are left.
It takes three studies, so that two are left to compare. Effects are put together by the method of
DerSimonian and Laird, with intervals by the normal distribution; `evidence pool` shows each left out.
"""

from collections.abc import Sequence
from statistics import NormalDist
from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.pooling.closed_form import WeightedMean, dersimonian_laird, weighted_mean
from evidence.rules.body import TOO_FEW, body
from evidence.rules.examples import claim, line
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.trials import trial, trials
from evidence.rules.words import brief, listed
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.CLAIM
SOURCE: Final = (
    "Viechtbauer and Cheung 2010, Outlier and influence diagnostics for meta-analysis, Res Synth Methods 1:112"
)
LIMITS: Final = ("heaviest-study", "confidence-level")


def check(dossier: Dossier, limits: Limits) -> Answer:
    """Weigh each study, and leave each out in turn."""
    behind = body(dossier, fewest=TOO_FEW)
    if isinstance(behind, Answer):
        return behind
    effects, variances = behind.effects, behind.variances
    names = [brief(each.row.label) for each in behind.chosen]
    whole = _pooled(effects, variances)
    faults = []
    heaviest = max(range(len(names)), key=lambda place: whole.weights[place])
    if (share := whole.weights[heaviest]) > limits.heaviest_study:
        faults.append(
            f"{names[heaviest]} has {share:.0f} % of the weight of {len(names)} studies, more than "
            f"{limits.heaviest_study} %"
        )
    others = [
        _pooled(effects[:place] + effects[place + 1 :], variances[:place] + variances[place + 1 :])
        for place in range(len(names))
    ]
    reach = NormalDist().inv_cdf((1 + limits.confidence_level / 100) / 2)
    turned = [place for place, without in enumerate(others) if without.estimate * whole.estimate < 0]
    is_told = _is_told(whole, reach)
    decided = [
        place for place, without in enumerate(others) if place not in turned and _is_told(without, reach) is not is_told
    ]
    faults += _without(names, turned, "turns")
    faults += _without(names, decided, "can no longer be told from none" if is_told else "can be told from none")
    if not faults:
        return passes()
    return fails("; ".join(faults) + behind.caveats, limit="heaviest-study" if share > limits.heaviest_study else None)


def _pooled(effects: Sequence[float], variances: Sequence[float]) -> WeightedMean:
    return weighted_mean(effects, variances, tau2=dersimonian_laird(effects, variances))


def _is_told(mean: WeightedMean, reach: float) -> bool:
    """Tell whether the interval of a pooled effect leaves out no effect."""
    return abs(mean.estimate) > reach * mean.se


def _without(names: list[str], places: list[int], what: str) -> list[str]:
    if not places:
        return []
    any_of = "" if len(places) == 1 else "any one of "
    out = listed(names[place] for place in places)
    return [f"without {any_of}{out} the pooled effect of {len(names)} studies {what}"]


EXAMPLES: Final = (
    Example(
        "one of three has most of the people",
        claim(trial("a", "10", n=400), trial("b", "10"), trial("c", "10")),
        fails(
            "a has 67 % of the weight of 3 studies, more than 50 %; see that all are in one unit",
            limit="heaviest-study",
        ),
    ),
    Example(
        "three of which none can be spared",
        trials("1.7", "1.7", "1.7"),
        fails(
            "without any one of trial1, trial2 and trial3 the pooled effect of 3 studies can no longer be told from "
            "none; see that all are in one unit"
        ),
    ),
    Example(
        "without one it may be nothing",
        trials("1", "2", "3"),
        fails(
            "without trial3 the pooled effect of 3 studies can no longer be told from none; see that all are in "
            "one unit"
        ),
    ),
    Example(
        "without another it is something",
        trials("5", "5", "-4"),
        fails("without trial3 the pooled effect of 3 studies can be told from none; see that all are in one unit"),
    ),
    Example(
        "without one it turns",
        trials("-1", "-1", "5"),
        fails("without trial3 the pooled effect of 3 studies turns; see that all are in one unit"),
    ),
    Example(
        "exactly the limit",
        claim(trial("a", "10", n=200), trial("b", "10"), trial("c", "10")),
        passes(),
    ),
    Example("four that agree", trials("9", "10", "10", "11"), passes()),
    Example(
        "one of three without figures",
        claim(trial("a", "5"), trial("b", "5"), line("c")),
        inconclusive("of 3 independent samples 2 have an effect that can be pooled, and it takes 3"),
    ),
    Example("two trials", trials("5", "-5"), not_applicable()),
)
