"""The confidence interval of a supporting ratio is too wide to tell a small effect from a large one.

## Why it matters

An interval whose ends differ threefold is compatible with effects that would call for different
decisions, even where it leaves out no effect. GRADE sees in so wide an interval that too few people
were studied, and has the certainty rated down for imprecision, also where the estimate is large:
the first small trials of a thing tend to find large effects that later ones do not.

## What to do

Link a larger study or a pooled analysis, or say in the text how unsure the size of the effect is.
Only lines that support the claim are asked: one that disputes it may do so because the interval is
wide, or by something else than the ratio, as a share that is smaller than the claim says. An
interval printed at another level than the usual 95 % is narrower or wider for that alone, and is
left to a person where that could decide.
"""

from decimal import Decimal
from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS
from evidence.rules.examples import claim, effect, line
from evidence.rules.interval import RecordedInterval, recorded_interval
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.vocab import Direction, Measure, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "GRADE guidance 34: imprecision, minimally contextualized, Zeng 2022, J Clin Epidemiol 150:216"
LIMITS: Final = ("widest-risk-interval", "widest-odds-interval", "confidence-level")

_RISKS: Final = frozenset({Measure.RISK_RATIO, Measure.HAZARD_RATIO, Measure.INCIDENCE_RATE_RATIO})


def check(line: Line, dossier: Dossier, limits: Limits) -> Answer:
    """Divide the upper end by the lower one, as printed."""
    effect = line.effect
    if line.direction is not Direction.SUPPORTS or dossier.claim.kind not in EFFECTS or effect is None:
        return not_applicable()
    if effect.measure is None or effect.measure not in {*_RISKS, Measure.ODDS_RATIO}:
        return not_applicable()
    interval = recorded_interval(effect, limits)
    if interval is None:
        return inconclusive(f"no confidence interval of the {effect.measure} is recorded")
    return _compared(interval, effect.measure, limits)


def _compared(interval: RecordedInterval, measure: Measure, limits: Limits) -> Answer:
    low, high, level, told = interval.low, interval.high, interval.level, interval.told
    if low.value <= 0:
        return inconclusive(f"the interval of the {measure} begins at {low}, so its ends make no ratio")
    widest, limit = _limit(measure, limits)
    times = high.value / low.value
    if times > widest:
        if level > limits.confidence_level:
            return inconclusive(f"{told} is wide; one of {limits.confidence_level} % would be narrower")
        return fails(f"{told}: the upper end is {times:.1f} times the lower, more than {widest}", limit=limit)
    if level < limits.confidence_level:
        return inconclusive(f"{told} is narrow; one of {limits.confidence_level} % would be wider")
    return passes()


def _limit(measure: Measure, limits: Limits) -> tuple[Decimal, str]:
    if measure is Measure.ODDS_RATIO:
        return limits.widest_odds_interval, "widest-odds-interval"
    return limits.widest_risk_interval, "widest-risk-interval"


EXAMPLES: Final = (
    Example(
        "an odds ratio whose interval spans more than sixfold",
        claim(line(result=effect("OR", "3.94", ci=("1.54", "10.1")))),
        fails(
            "OR 3.94 (95 % CI 1.54 to 10.1): the upper end is 6.6 times the lower, more than 2.5",
            limit="widest-odds-interval",
        ),
    ),
    Example(
        "a risk ratio",
        claim(line(result=effect("RR", "1.90", ci=("1.00", "3.60")))),
        fails(
            "RR 1.90 (95 % CI 1.00 to 3.60): the upper end is 3.6 times the lower, more than 3",
            limit="widest-risk-interval",
        ),
    ),
    Example(
        "exactly the limit for a risk ratio",
        claim(line(result=effect("RR", "0.50", ci=("0.30", "0.90")))),
        passes(),
    ),
    Example(
        "exactly the limit for an odds ratio",
        claim(line(result=effect("OR", "0.63", ci=("0.4", "1.0")))),
        passes(),
    ),
    Example(
        "narrow enough for a hazard ratio, not for an odds ratio",
        claim(line(result=effect("HR", "0.49", ci=("0.29", "0.84")))),
        passes(),
    ),
    Example(
        "a 99 % interval that is wide",
        claim(line(result=effect("RR", "0.5", ci=("0.2", "0.9"), level="99"))),
        inconclusive("RR 0.5 (99 % CI 0.2 to 0.9) is wide; one of 95 % would be narrower"),
    ),
    Example(
        "a 90 % interval that is narrow",
        claim(line(result=effect("RR", "0.5", ci=("0.3", "0.9"), level="90"))),
        inconclusive("RR 0.5 (90 % CI 0.3 to 0.9) is narrow; one of 95 % would be wider"),
    ),
    Example(
        "an interval that begins at 0",
        claim(line(result=effect("RR", "0.5", ci=("0", "0.9")))),
        inconclusive("the interval of the RR begins at 0, so its ends make no ratio"),
    ),
    Example(
        "no interval recorded",
        claim(line(result=effect("RR", "0.70"))),
        inconclusive("no confidence interval of the RR is recorded"),
    ),
    Example("a difference has no ratio", claim(line(result=effect("MD", "-1.6", ci=("-3", "-0.2")))), not_applicable()),
    Example("no effect recorded, a fault of its own", claim(line()), not_applicable()),
    Example(
        "a line that disputes the claim",
        claim(line(direction="disputes", result=effect("OR", "3.94", ci=("1.54", "10.1")))),
        not_applicable(),
    ),
    Example(
        "a claim of mechanism",
        claim(line(result=effect("OR", "3.94", ci=("1.54", "10.1"))), kind="mechanism"),
        not_applicable(),
    ),
)
