"""The effects behind the claim are not told from none once they are pooled.

## Why it matters

Two small trials that find an effect look like support, until three large ones that find none are put
beside them. What all of them together show is the best that is known, and where its interval holds no
effect, it does not bear out that there is one, whichever of them were judged to support the claim.

## What to do

Say in the text what all studies together show, or for whom or when an effect was shown. `evidence pool`
shows what is put together, supporting or not; effects on other people or outcomes than the claim's are
not. They are pooled by DerSimonian and Laird. The interval is by Hartung and Knapp where there are three
or more that differ by more than chance, else by the normal distribution: of two, or of a few that agree,
the former is so wide that it nearly always holds no effect. That choice is ours. Where a review of several
studies supports the claim too, and tells an effect, it knows of more than is pooled here, and the question
stays open. Waive it where the claim is that two things do about the same.
"""

from dataclasses import replace
from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.pooling.fits import interval_of
from evidence.rules.bearing import supporting
from evidence.rules.body import BodyOfEffects, body, on_the_very_thing
from evidence.rules.examples import claim, effect, line
from evidence.rules.independence import pools_several
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.told_apart import told_apart
from evidence.rules.trials import trial, trials
from evidence.rules.words import called
from evidence.vocab import Direction, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "Cochrane Handbook 6.5, chapter 10: analysing data and undertaking meta-analyses, Deeks 2024"
LIMITS: Final = ("confidence-level",)

_FEWEST: Final = 2


def check(dossier: Dossier, limits: Limits) -> Answer:
    """Pool the effects, and ask whether their interval lies on one side of no effect."""
    if not supporting(dossier):
        return not_applicable()
    behind = body(dossier, fewest=_FEWEST)
    if isinstance(behind, Answer):
        return behind
    fit = behind.fit(limits)
    interval = interval_of(fit)
    if not interval.low <= 0 <= interval.high:
        return passes()
    told = f"{behind.told(fit, interval, limits)}, holds {behind.measure.shown(0):.0f}"
    if reason := _why_open(dossier, behind, limits):
        return inconclusive(f"{told}{behind.caveats}; {reason}")
    return fails(f"{told}, which means no effect{behind.caveats}", limit="confidence-level")


def _why_open(dossier: Dossier, behind: BodyOfEffects, limits: Limits) -> str:
    """Tell why the pooled effect says little of what supports the claim; empty where it says all."""
    for one in on_the_very_thing(dossier):
        is_review = one.direction is Direction.SUPPORTS and pools_several(one)
        if is_review and told_apart(one, limits).is_told is not False:
            return f"{called(one.source)} pools more than that"
    if not any(each.line.direction is Direction.SUPPORTS for each in behind.chosen):
        return "nothing that supports the claim is among them"
    return ""


def _ratio(name: str, ratio: str, ends: tuple[str, str], *, direction: str = "supports", n: int = 120) -> Line:
    return line(name, n=n, direction=direction, result=effect("RR", ratio, ci=ends))


_SMALL: Final = tuple(_ratio(name, "0.50", ("0.32", "0.78")) for name in ("a", "b"))
_LARGE: Final = tuple(
    _ratio(name, ratio, ends, direction="neutral", n=9000)
    for name, ratio, ends in (
        ("c", "0.99", ("0.94", "1.04")), ("d", "0.98", ("0.93", "1.03")), ("e", "1.00", ("0.95", "1.05")),
    )
)  # fmt: skip
_POOLED: Final = "RR 0.951 (95 % CI 0.76 to 1.19 by Hartung-Knapp), pooled from 5 effects, holds 1"


def _review(ratio: str, ends: tuple[str, str]) -> Line:
    return line("review", design="meta-analysis", result=effect("RR", ratio, ci=ends))


EXAMPLES: Final = (
    Example(
        "two small trials that find it, and three large ones that do not",
        claim(*_SMALL, *_LARGE),
        fails(f"{_POOLED}, which means no effect", limit="confidence-level"),
    ),
    Example(
        "two that cancel out, with outcomes of their own",
        claim(
            trial("a", "5"),
            replace(trial("b", "-4"), effect=replace(effect("MD", "-4", ci=("-7", "-1")), outcome="fever")),
        ),
        fails(
            "MD 0.519 (95 % CI -8.3 to 9.34 by Wald), pooled from 2 effects, holds 0, which means no effect; put "
            "together: 2 outcomes; see that all are in one unit",
            limit="confidence-level",
        ),
    ),
    Example("two that agree", trials("5", "6"), passes()),
    Example("exactly the level of the limit, and three that agree", trials("3", "3", "3"), passes()),
    Example("three that differ, and find it", trials("8", "12", "16"), passes()),
    Example(
        "a review supports it too",
        claim(*_SMALL, *_LARGE, _review("0.80", ("0.70", "0.91"))),
        inconclusive(f"{_POOLED}; review pools more than that"),
    ),
    Example(
        "a review that gives no figures supports it",
        claim(*_SMALL, *_LARGE, line("review", design="meta-analysis")),
        inconclusive(f"{_POOLED}; review pools more than that"),
    ),
    Example(
        "a review that tells no effect either",
        claim(*_SMALL, *_LARGE, _review("0.90", ("0.70", "1.16"))),
        fails(f"{_POOLED}, which means no effect", limit="confidence-level"),
    ),
    Example(
        "what supports it has no figures",
        claim(line("a"), *_LARGE),
        inconclusive(
            "RR 0.99 (95 % CI 0.962 to 1.02 by Wald), pooled from 3 effects, holds 1; nothing that supports the claim "
            "is among them"
        ),
    ),
    Example(
        "one of two without figures",
        claim(trial("a", "5"), line("b")),
        inconclusive("of 2 independent samples 1 have an effect that can be pooled, and it takes 2"),
    ),
    Example("one trial", trials("1"), not_applicable()),
    Example("nothing supports it", claim(*_LARGE), not_applicable()),
    Example("a claim of history", trials("1", "-1", kind="history"), not_applicable()),
)
