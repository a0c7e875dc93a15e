"""The effects behind the claim differ so much that another study may find none or the opposite.

## Why it matters

Where some trials find help and others harm, and chance does not account for it, their mean is the
effect of none of them: something that is not known decides which one a reader would see. GRADE has the
certainty rated down for such inconsistency, and not for effects that differ in size alone and would
lead to one decision. Where there are more than ten studies, the interval in which the next one would
lie is asked as well: one that holds no effect, around a mean that does not, says the same.

## What to do

Look for what sets the studies apart, as dose, people or comparator, and word the claim for those in
whom it was shown. Only effects on the very thing that the claim names are put together, by the method
of DerSimonian and Laird; `evidence pool` shows them. Both I-squared and Cochran's Q have to speak, since
with few studies the one is often large by chance.
"""

from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.numbers.distributions import chi_squared_upper_tail
from evidence.pooling.closed_form import cochran_q, dersimonian_laird, i_squared, typical_variance, weighted_mean
from evidence.pooling.intervals import hartung_knapp
from evidence.rules.body import TOO_FEW, body
from evidence.rules.examples import claim, effect, line
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.trials import trial, trials
from evidence.vocab import Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "GRADE guidelines 7: inconsistency, Guyatt 2011, J Clin Epidemiol 64:1294"
LIMITS: Final = ("most-inconsistency", "inconsistency-p", "fewest-for-prediction", "confidence-level")


def check(dossier: Dossier, limits: Limits) -> Answer:
    """Compare the effects with one another, and the next one with no effect."""
    chosen = body(dossier, fewest=TOO_FEW)
    if isinstance(chosen, Answer):
        return chosen
    effects, variances = [each.result.yi for each in chosen], [each.result.vi for each in chosen]
    tau2 = dersimonian_laird(effects, variances)
    inconsistency = i_squared(tau2, typical=typical_variance(variances))
    p = chi_squared_upper_tail(cochran_q(effects, variances), df=len(effects) - 1)
    told = f"I\N{SUPERSCRIPT TWO} is {inconsistency:.0f} % of {len(effects)} effects (p of Q {p:.2g})"
    if min(effects) < 0 < max(effects) and inconsistency > limits.most_inconsistency and p < limits.inconsistency_p:
        below = sum(value < 0 for value in effects)
        fewer = min(below, len(effects) - below)
        opposed = "1 of them points" if fewer == 1 else f"{fewer} of them point"
        return fails(
            f"{told}, more than {limits.most_inconsistency} %, and {opposed} the other way", limit="most-inconsistency"
        )
    if (
        tau2 > 0
        and len(effects) >= limits.fewest_for_prediction
        and _next_may_be_none(effects, variances, tau2, limits)
    ):
        return fails(f"{told}; the pooled effect is told from none, and the next study's may be none")
    return passes()


def _next_may_be_none(effects: list[float], variances: list[float], tau2: float, limits: Limits) -> bool:
    """Tell whether the prediction interval holds no effect where the confidence interval does not."""
    interval = hartung_knapp(
        weighted_mean(effects, variances, tau2=tau2), level=limits.confidence_level / 100, tau2=tau2
    )
    ahead = interval.prediction
    return ahead is not None and interval.low * interval.high > 0 and ahead.low < 0 < ahead.high


EXAMPLES: Final = (
    Example(
        "help in three trials, harm in one",
        trials("6", "5", "-4", "7"),
        fails(
            "I\N{SUPERSCRIPT TWO} is 92 % of 4 effects (p of Q 2.2e-08), more than 50 %, and 1 of them points the "
            "other way",
            limit="most-inconsistency",
        ),
    ),
    Example(
        "eleven trials of which the next may find nothing",
        trials("1", "1", "1", "1", "1", "1", "9", "9", "9", "9", "9"),
        fails(
            "I\N{SUPERSCRIPT TWO} is 89 % of 11 effects (p of Q 1.9e-14); the pooled effect is told from none, and the "
            "next study's may be none"
        ),
    ),
    Example("exactly the limit", trials("-1", "-1", "1", "3", "3"), passes()),
    Example("three that agree", trials("4", "5", "6"), passes()),
    Example("large and small effects on one side", trials("1", "9", "17"), passes()),
    Example("three that differ as by chance", trials("-1", "1", "3.1"), passes()),
    Example("ten, too few to foresee the next", trials("1", "1", "1", "1", "1", "9", "9", "9", "9", "9"), passes()),
    Example("eleven, of which the next would find the same", trials(*["8", "9", "8", "9", "12"] * 3), passes()),
    Example(
        "one of three without figures",
        claim(trial("a", "5"), trial("b", "-5"), line("c")),
        inconclusive("of 3 independent samples 2 have an effect that can be pooled, and it takes 3"),
    ),
    Example(
        "variances that cannot be of one unit",
        claim(
            trial("a", "5"),
            trial("b", "-5"),
            line("c", result=effect("MD", "0.5", ci=("0.4999999", "0.5000001"))),
        ),
        inconclusive("of 3 independent samples 2 have an effect that can be pooled, and it takes 3"),
    ),
    Example("two trials", trials("5", "-5"), not_applicable()),
    Example(
        "the third is on another outcome",
        claim(trial("a", "5"), trial("b", "6"), trial("c", "-5", indirect="outcome")),
        not_applicable(),
    ),
    Example(
        "shares of one group",
        claim(*(line(name, result=effect("PR", "40%", ci=("30%", "50%"))) for name in ("a", "b", "c"))),
        not_applicable(),
    ),
    Example("a claim of history", trials("6", "5", "-4", kind="history"), not_applicable()),
)
