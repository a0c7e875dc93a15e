"""The effects behind the claim differ so much that another study may find none or the opposite.

## Why it matters

Where some studies tell an effect and others none or the opposite, and chance does not account for it,
their mean is the effect of none of them: something that is not known decides which one a reader would
see. GRADE has the certainty rated down for such inconsistency, and not for effects that differ in size
alone and would lead to one decision, as those that all lie beyond no effect on one side. Where there are
more than ten studies, the interval in which the next one would lie is asked as well: one that holds no
effect, around a mean that does not, says the same.

## What to do

Look for what sets the studies apart, as dose, people or comparator, and word the claim for those in
whom it was shown. Only effects on the very thing that the claim names are put together, by the method
of DerSimonian and Laird; `evidence pool` shows them. Both I-squared and Cochran's Q have to speak, since
with few studies the one is often large by chance; it takes three, since of two that differ either may be
the odd one out.
"""

from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.pooling.apart import Apart, apart
from evidence.pooling.intervals import IntervalMethod
from evidence.pooling.pooled import Fit
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
    behind = body(dossier, fewest=TOO_FEW)
    if isinstance(behind, Answer):
        return behind
    fit = behind.fit(limits)
    found = apart(behind.effects, behind.variances, level=limits.confidence_level / 100)
    share = fit.i2 or 0.0
    told = f"I\N{SUPERSCRIPT TWO} is {share:.0f} % of {len(behind.effects)} effects (p of Q {found.p:.2g})"
    if found.are_parted and share > limits.most_inconsistency and found.p < limits.inconsistency_p:
        return fails(
            f"{told}, more than {limits.most_inconsistency} %: {_parted(found)}{behind.caveats}",
            limit="most-inconsistency",
        )
    if share > 0 and len(behind.effects) >= limits.fewest_for_prediction and _next_may_be_none(fit):
        return fails(f"{told}; the pooled effect is told from none, and the next study's may be none{behind.caveats}")
    return passes()


def _parted(found: Apart) -> str:
    """Tell how many studies say one thing and how many another."""
    many, few, none = max(found.above, found.below), min(found.above, found.below), found.neither
    if few:
        return f"{many} tell an effect, {few} the opposite" + (f" and {none} none" if none else "")
    return f"{many} tell an effect and {none} none"


def _next_may_be_none(fit: Fit) -> bool:
    """Tell whether the prediction interval includes no effect where the confidence interval does not."""
    interval = fit.interval(IntervalMethod.HARTUNG_KNAPP)
    ahead = interval.prediction
    return ahead is not None and interval.low * interval.high > 0 and ahead.low < 0 < ahead.high


def _ratios(*told: tuple[str, tuple[str, str]]) -> Dossier:
    return claim(
        *(line(f"trial{place}", result=effect("RR", *each[:1], ci=each[1])) for place, each in enumerate(told))
    )


EXAMPLES: Final = (
    Example(
        "help in three trials, harm in one",
        trials("6", "5", "-4", "7"),
        fails(
            "I\N{SUPERSCRIPT TWO} is 92 % of 4 effects (p of Q 2.2e-08), more than 50 %: 3 tell an effect, 1 the "
            "opposite; see that all are in one unit",
            limit="most-inconsistency",
        ),
    ),
    Example(
        "five ratios far below 1, and five that hardly differ from it",
        _ratios(*[("0.25", ("0.20", "0.31"))] * 5, *[("0.97", ("0.93", "1.01"))] * 5),
        fails(
            "I\N{SUPERSCRIPT TWO} is 99 % of 10 effects (p of Q 4.5e-147), more than 50 %: 5 tell an effect and 5 none",
            limit="most-inconsistency",
        ),
    ),
    Example(
        "one a hair on the other side, which tells no effect and not the opposite",
        _ratios(("0.78", ("0.68", "0.90")), ("0.80", ("0.70", "0.92")), ("1.02", ("0.90", "1.15"))),
        fails(
            "I\N{SUPERSCRIPT TWO} is 80 % of 3 effects (p of Q 0.006), more than 50 %: 2 tell an effect and 1 none",
            limit="most-inconsistency",
        ),
    ),
    Example(
        "one harms, and two tell nothing",
        trials("9", "8", "0", "1", "-9"),
        fails(
            "I\N{SUPERSCRIPT TWO} is 96 % of 5 effects (p of Q 7e-22), more than 50 %: 2 tell an effect, 1 the "
            "opposite and 2 none; see that all are in one unit",
            limit="most-inconsistency",
        ),
    ),
    Example(
        "eleven trials of which the next may find nothing",
        trials("3", "3", "3", "3", "3", "3", "11", "11", "11", "11", "11"),
        fails(
            "I\N{SUPERSCRIPT TWO} is 89 % of 11 effects (p of Q 1.9e-14); the pooled effect is told from none, and the "
            "next study's may be none; see that all are in one unit"
        ),
    ),
    Example("exactly the limit", trials("-1", "-1", "1", "3", "3"), passes()),
    Example("three that agree", trials("4", "5", "6"), passes()),
    Example("large and small effects on one side", trials("4", "12", "20"), passes()),
    Example("three that differ as by chance", trials("-1", "1", "3.1"), passes()),
    Example(
        "ten, too few to foresee the next", trials("3", "3", "3", "3", "3", "11", "11", "11", "11", "11"), passes()
    ),
    Example(
        "one a hair on the other side, as chance would have it",
        _ratios(("0.88", ("0.76", "1.02")), ("0.87", ("0.76", "0.99")), ("1.02", ("0.90", "1.15"))),
        passes(),
    ),
    Example("none of them tells an effect", trials("2.7", "-2.7", "2.7", "-2.7"), passes()),
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
