"""The interval of a supporting ratio is too wide to tell a small effect from a large one.

## Why it matters

An interval whose ends differ threefold is compatible with effects that would call for different
decisions, even where it leaves out no effect. GRADE sees in so wide an interval that too few people
were studied, and has the certainty rated down for imprecision, also where the estimate is large:
the first small trials of a thing tend to find large effects that later ones do not.

## What to do

Link a larger study or a pooled analysis, or say in the text how unsure the size of the effect is.
The limits are made for a body of evidence. So where the effect of a line can be pooled with others
behind the claim, the pooled interval is asked (DerSimonian and Laird, by the normal distribution, which
widths are compared by); else that of the line, as of a review or of an only trial. Only lines that
support the claim are asked: one that disputes it may do so because the interval is wide, or by
something else than the ratio, as a share that is smaller than the claim says. An interval printed at
another level than the usual 95 % is narrower or wider for that alone, and is left to a person where
that could decide.
"""

from decimal import Decimal
from typing import Final

from evidence.dossier import Dossier, Line
from evidence.effects.scales import Scale, back
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS
from evidence.rules.body import BodyOfEffects, effects_behind
from evidence.rules.examples import claim, effect, line
from evidence.rules.interval import RecordedInterval, distinct, recorded_interval
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.vocab import Direction, Measure, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = (
    "GRADE guidance 34: imprecision, minimally contextualized, Zeng 2022, J Clin Epidemiol 150:216; we read its "
    "abstract alone, and have its two ratios at second hand"
)
LIMITS: Final = ("widest-risk-interval", "widest-odds-interval", "confidence-level")

_RISKS: Final = frozenset({Measure.RISK_RATIO, Measure.HAZARD_RATIO, Measure.INCIDENCE_RATE_RATIO})


def check(line: Line, dossier: Dossier, limits: Limits) -> Answer:
    """Divide the upper end by the lower one: of the pooled interval, else as printed."""
    effect = line.effect
    if line.direction is not Direction.SUPPORTS or dossier.claim.kind not in EFFECTS or effect is None:
        return not_applicable()
    if effect.measure is None or effect.measure not in {*_RISKS, Measure.ODDS_RATIO}:
        return not_applicable()
    behind = effects_behind(dossier)
    if behind.holds(line):
        return _pooled(behind, limits)
    interval = recorded_interval(effect, limits)
    if interval is None:
        return inconclusive(f"no confidence interval of the {effect.measure} is recorded")
    return _compared(interval, effect.measure, limits)


def _pooled(behind: BodyOfEffects, limits: Limits) -> Answer:
    fit = behind.fit(limits)
    times = back(Scale.LOG, fit.wald.high - fit.wald.low)
    widest, limit = _limit(behind.measure.measure, limits)
    if times <= widest:
        return passes()
    told = f"{behind.told(fit, fit.wald, limits)}: {_too_wide(times, widest)}"
    return fails(f"{told}{behind.caveats}", limit=limit)


def _compared(interval: RecordedInterval, measure: Measure, limits: Limits) -> Answer:
    low, high, level, told = interval.low, interval.high, interval.level, interval.told
    if interval.fault is not None:
        return inconclusive(interval.fault)
    if low.value <= 0:
        return inconclusive(f"the interval of the {measure} begins at {low}, so its ends make no ratio")
    widest, limit = _limit(measure, limits)
    times = high.value / low.value
    if times > widest:
        if level > limits.confidence_level:
            return inconclusive(f"{told} is wide; one of {limits.confidence_level} % would be narrower")
        return fails(f"{told}: {_too_wide(float(times), widest)}", limit=limit)
    if level < limits.confidence_level:
        return inconclusive(f"{told} is narrow; one of {limits.confidence_level} % would be wider")
    return passes()


def _too_wide(times: float, widest: Decimal) -> str:
    return f"the upper end is {distinct(times, widest)} times the lower, more than {widest}"


def _limit(measure: Measure, limits: Limits) -> tuple[Decimal, str]:
    if measure is Measure.ODDS_RATIO:
        return limits.widest_odds_interval, "widest-odds-interval"
    return limits.widest_risk_interval, "widest-risk-interval"


def _odds(*ratios: tuple[str, tuple[str, str]]) -> Dossier:
    told = enumerate(ratios)
    return claim(*(line(f"trial{place}", result=effect("OR", ratio, ci=ends)) for place, (ratio, ends) in told))


EXAMPLES: Final = (
    Example(
        "an odds ratio whose interval spans more than sixfold",
        claim(line(result=effect("OR", "3.94", ci=("1.54", "10.1")))),
        fails(
            "OR 3.94 (95 % CI 1.54 to 10.1): the upper end is 6.56 times the lower, more than 2.5",
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
        "a hair more than the limit",
        claim(line(result=effect("RR", "1.91", ci=("1.10", "3.31")))),
        fails(
            "RR 1.91 (95 % CI 1.10 to 3.31): the upper end is 3.01 times the lower, more than 3",
            limit="widest-risk-interval",
        ),
    ),
    Example("three that are wide alone and not together", _odds(*[("4.0", ("2.4", "6.7"))] * 3), passes()),
    Example(
        "two that are wide together",
        _odds(("4.0", ("1.6", "10")), ("3.0", ("1.2", "7.5"))),
        fails(
            "OR 3.46 (95 % CI 1.81 to 6.62 by Wald), pooled from 2 effects: the upper end is 3.65 times the lower, "
            "more than 2.5",
            limit="widest-odds-interval",
        ),
    ),
    Example(
        "a review beside trials, which is a body of its own",
        claim(
            line("a", design="meta-analysis", result=effect("OR", "3.94", ci=("1.54", "10.1"))),
            *(line(name, result=effect("OR", "4.0", ci=("3.6", "4.5"))) for name in ("b", "c")),
        ),
        fails(
            "OR 3.94 (95 % CI 1.54 to 10.1): the upper end is 6.56 times the lower, more than 2.5",
            limit="widest-odds-interval",
        ),
    ),
    Example(
        "the logarithm of a ratio",
        claim(line(result=effect("OR", "0.7", ci=("-0.2", "1.6")))),
        inconclusive(
            "OR 0.7 (95 % CI -0.2 to 1.6) is of no ratio, which is never negative: record it as a ratio, not as its "
            "logarithm"
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
