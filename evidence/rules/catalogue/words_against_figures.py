"""What is said of a result goes the other way than its figures.

## Why it matters

Where the words say "fewer" and the estimate says more, or "no difference" beside an interval that leaves
none out, one of the two is wrong, and whoever reads only the words is misled. Boutron and others found
words that say more than the figures in most reports of trials without a significant result.

## What to do

Look the result up, and correct its words, the sign of its estimate, which direction of it is good, or
which way the line bears. Only what can be told surely is told: words of a short list, in one clause,
on the intervention alone; and a line that supports a benefit with an estimate on the harmful side, or
a harm with one on the good side.
"""

from dataclasses import replace
from fractions import Fraction
from typing import Final

from evidence.dossier import Claim, Dossier, Effect, Line
from evidence.figures import Figure
from evidence.limits import Limits
from evidence.numbers.directions import direction
from evidence.numbers.finding import Verdict
from evidence.numbers.printed import confidence
from evidence.rules.examples import claim, effect, line
from evidence.rules.interval import printed_interval
from evidence.rules.kit import Answer, Example, Scope, fails, not_applicable, passes
from evidence.rules.measures import null_of
from evidence.rules.sure_words import (
    says_that_it_does,
    speaks_of_significance,
    sure_phrase,
    tells_a_direction,
    without_direction,
)
from evidence.rules.words import brief
from evidence.vocab import ClaimKind, Direction, Directness, GoodDirection, Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = (
    "Boutron 2010, Reporting and interpretation of randomized controlled trials with statistically nonsignificant "
    "results for primary outcomes, JAMA 303:2058"
)

_USUAL: Final = Fraction(95, 100)


def check(line: Line, dossier: Dossier, _limits: Limits) -> Answer:
    """Compare the words of the result, and the way it is said to bear, with the sign of the estimate."""
    effect = line.effect
    if effect is None or effect.measure is None or (null := null_of(effect.measure)) is None:
        return not_applicable()
    if effect.estimate is None or effect.estimate.relation != "=":
        return not_applicable()
    told = [_of_words(effect, effect.estimate, null), _of_bearing(line, dossier.claim, effect, effect.estimate, null)]
    if faults := [fault for fault in told if fault]:
        return fails("; ".join(faults))
    return not_applicable() if told == [None, None] else passes()


def _of_words(effect: Effect, estimate: Figure, null: int) -> str | None:
    """Tell what speaks against the words: empty where nothing does, none where that cannot be told."""
    phrase, interval = sure_phrase(effect), printed_interval(effect)
    if phrase is None:
        return None
    usual = effect.ci_level is None or confidence(effect.ci_level) == _USUAL
    if not (speaks_of_significance(phrase) and usual):
        interval, effect = None, replace(effect, p=None)
    found = direction(
        phrase if tells_a_direction(phrase, effect) else without_direction(phrase),
        estimate=estimate,
        low=None if interval is None else interval.low,
        high=None if interval is None else interval.high,
        p=effect.p,
        ratio=null == 1,
        good=effect.good,
    )
    if found.verdict is Verdict.NOT_TESTABLE:
        return None
    return "" if found.stands else f"{found.reason}, of which is said: {brief(phrase)}"


def _of_bearing(line: Line, claim: Claim, effect: Effect, estimate: Figure, null: int) -> str | None:
    """Tell of an estimate on the other side than the claim that it supports; none where that cannot be told."""
    if line.direction is not Direction.SUPPORTS or line.outcome is not Directness.DIRECT or effect.good is None:
        return None
    if claim.kind not in {ClaimKind.BENEFIT, ClaimKind.HARM} or not says_that_it_does(claim.statement, claim.kind):
        return None
    if estimate.low <= null <= estimate.high:
        return None
    is_good = (estimate.value > null) is (effect.good is GoodDirection.HIGHER)
    if is_good is (claim.kind is ClaimKind.BENEFIT):
        return ""
    side = "good" if is_good else "harmful"
    return f"supports a {claim.kind} with {effect.measure} {estimate}, on the {side} side, as {effect.good} is good"


def _result(
    finding: str | None,
    *,
    measure: str = "RR",
    estimate: str = "0.70",
    ci: tuple[str, str] | None = None,
    level: str | None = None,
    good: str | None = None,
    outcome: str = "recovery",
) -> Effect:
    told = effect(measure, estimate, ci=ci, level=level, comparator="placebo")
    return replace(told, finding=finding, good=None if good is None else GoodDirection(good), outcome=outcome)


def _said(result: Effect) -> Dossier:
    return claim(line(direction="neutral", result=result))


def _bearing(good: str | None, *, estimate: str = "0.70", kind: str = "benefit", says: str = "Zinc helps.") -> Dossier:
    return claim(line(result=_result(None, estimate=estimate, good=good)), kind=kind, says=says)


EXAMPLES: Final = (
    Example(
        "more, and a ratio below 1",
        _said(_result("More recovered on zinc.")),
        fails("the words say otherwise: the estimate 0.70 is lower than 1, of which is said: more recovered on zinc"),
    ),
    Example(
        "better, and a difference the other way",
        _said(_result("Zinc did better.", measure="MD", estimate="1.6", good="lower")),
        fails("the words say otherwise: the estimate 1.6 is higher than 0, of which is said: zinc did better"),
    ),
    Example(
        "no difference, and an interval that leaves none out",
        _said(_result("The arms did not differ.", ci=("0.55", "0.90"))),
        fails(
            "the words say otherwise: the interval 0.55 to 0.90 is significant, of which is said: the arms did not "
            "differ"
        ),
    ),
    Example(
        "a benefit supported from the harmful side",
        _bearing("higher"),
        fails("supports a benefit with RR 0.70, on the harmful side, as higher is good"),
    ),
    Example(
        "a harm supported from the good side",
        _bearing("lower", kind="harm", says="Zinc brings on nausea."),
        fails("supports a harm with RR 0.70, on the good side, as lower is good"),
    ),
    Example(
        "no difference, and a level written with its sign",
        _said(_result("The arms did not differ.", ci=("0.55", "0.90"), level="95%")),
        fails(
            "the words say otherwise: the interval 0.55 to 0.90 is significant, of which is said: the arms did not "
            "differ"
        ),
    ),
    Example(
        "fewer than another drug, and a ratio above 1",
        _said(_result("Fewer relapses than aspirin.", estimate="1.4", outcome="relapse")),
        fails(
            "the words say otherwise: the estimate 1.4 is higher than 1, of which is said: fewer relapses than aspirin"
        ),
    ),
    Example("fewer, and a ratio below 1", _said(_result("Fewer relapses.", outcome="relapse")), passes()),
    Example("not significant", _said(_result("No significant difference.", ci=("0.45", "1.10"))), passes()),
    Example("a benefit from the good side", _bearing("lower"), passes()),
    Example("exactly no effect, as rounded", _bearing("lower", estimate="1.0"), not_applicable()),
    Example(
        "a difference of falls",
        _said(_result("Pain fell.", measure="MD", estimate="7.7", good="higher")),
        not_applicable(),
    ),
    Example(
        "failed to reduce",
        _said(_result("Zinc failed to reduce relapses.", estimate="1.2", outcome="relapses")),
        not_applicable(),
    ),
    Example(
        "worse before anybody was treated",
        _said(_result("Zinc was worse at baseline.", good="higher", estimate="1.4")),
        not_applicable(),
    ),
    Example("of the comparator", _said(_result("Fewer recovered on placebo.", estimate="2.1")), not_applicable()),
    Example("two clauses", _said(_result("More recovered, though later.", estimate="0.7")), not_applicable()),
    Example("a phrase of no direction", _said(_result("A small effect.")), not_applicable()),
    Example(
        "a 90 % interval",
        _said(_result("No significant difference.", ci=("0.55", "0.90"), level="90")),
        not_applicable(),
    ),
    Example("a claim that there is none", _bearing("lower", kind="harm", says="Zinc is safe."), not_applicable()),
    Example(
        "a claim that something is useless", _bearing("higher", says="Zinc is useless against colds."), not_applicable()
    ),
    Example(
        "a claim that a harm is uncommon",
        _bearing("lower", kind="harm", says="Nausea is uncommon on zinc."),
        not_applicable(),
    ),
    Example("which way is good is not recorded", _bearing(None), not_applicable()),
    Example("a claim of history", _bearing("lower", kind="history"), not_applicable()),
    Example("a bound", _said(_result("More recovered.", estimate="< 0.7")), not_applicable()),
    Example("one group", _said(_result("More recovered.", measure="PR", estimate="70%")), not_applicable()),
    Example("no effect", claim(line()), not_applicable()),
)
