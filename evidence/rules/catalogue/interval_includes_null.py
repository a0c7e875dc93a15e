"""The confidence interval of a supporting line holds the value that means no effect.

## Why it matters

An interval that reaches from help to harm is compatible with no effect at all; a line cannot
support an effect that its own estimate does not tell from none. The value of no effect is 1 for
ratios (RR, OR, HR, IRR, ROM) and 0 for differences and correlations.

## What to do

Link a more precise estimate, or say in the text that no difference could be shown. Waive it where
the claim is that two things do about the same.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS
from evidence.rules.examples import claim, effect, line
from evidence.rules.interval import RecordedInterval, recorded_interval
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.measures import null_of
from evidence.vocab import Direction, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "Gardner and Altman 1986, Confidence intervals rather than P values, BMJ 292:746"
LIMITS: Final = ("confidence-level",)


def check(line: Line, dossier: Dossier, limits: Limits) -> Answer:
    """Ask whether the whole interval lies on one side of no effect."""
    if line.direction is not Direction.SUPPORTS or dossier.claim.kind not in EFFECTS:
        return not_applicable()
    if line.effect is None or line.effect.measure is None:
        return inconclusive("no effect estimate with its measure is recorded")
    null = null_of(line.effect.measure)
    if null is None:
        return not_applicable()
    interval = recorded_interval(line.effect, limits)
    if interval is None:
        return inconclusive("no confidence interval is recorded")
    return _compared(interval, null, limits)


def _compared(interval: RecordedInterval, null: int, limits: Limits) -> Answer:
    low, high, level, told = interval.low, interval.high, interval.level, interval.told
    if low.value < null < high.value:
        if level > limits.confidence_level:
            return inconclusive(f"{told} holds {null}; one of {limits.confidence_level} % would be narrower")
        return fails(f"{told} holds {null}, which means no effect", limit="confidence-level")
    if null in {low.value, high.value}:
        return inconclusive(f"{told} ends at {null}, which means no effect, and its rounding hides the side")
    if level < limits.confidence_level:
        return inconclusive(f"{told} leaves out {null}; one of {limits.confidence_level} % would be wider")
    return passes()


EXAMPLES: Final = (
    Example(
        "a risk ratio around 1",
        claim(line(result=effect("RR", "0.90", ci=("0.75", "1.08")))),
        fails("RR 0.90 (95 % CI 0.75 to 1.08) holds 1, which means no effect", limit="confidence-level"),
    ),
    Example(
        "a difference around 0, printed with a true minus",
        claim(line(result=effect("MD", "\N{MINUS SIGN}0.4", ci=("\N{MINUS SIGN}1.1", "0.3")))),
        fails(
            "MD \N{MINUS SIGN}0.4 (95 % CI \N{MINUS SIGN}1.1 to 0.3) holds 0, which means no effect",
            limit="confidence-level",
        ),
    ),
    Example("a risk ratio below 1", claim(line(result=effect("RR", "0.70", ci=("0.55", "0.90")))), passes()),
    Example(
        "exactly at the null, as printed",
        claim(line(result=effect("RR", "0.81", ci=("0.66", "1.00")))),
        inconclusive(
            "RR 0.81 (95 % CI 0.66 to 1.00) ends at 1, which means no effect, and its rounding hides the side"
        ),
    ),
    Example(
        "exactly the level of the limit",
        claim(line(result=effect("RR", "0.70", ci=("0.55", "0.90"), level="95"))),
        passes(),
    ),
    Example(
        "a 90 % interval that leaves the null out",
        claim(line(result=effect("RR", "0.81", ci=("0.68", "0.97"), level="90"))),
        inconclusive("RR 0.81 (90 % CI 0.68 to 0.97) leaves out 1; one of 95 % would be wider"),
    ),
    Example(
        "a 99 % interval that holds the null",
        claim(line(result=effect("RR", "0.81", ci=("0.62", "1.06"), level="99"))),
        inconclusive("RR 0.81 (99 % CI 0.62 to 1.06) holds 1; one of 95 % would be narrower"),
    ),
    Example(
        "no interval recorded",
        claim(line(result=effect("RR", "0.70"))),
        inconclusive("no confidence interval is recorded"),
    ),
    Example("no effect recorded", claim(line()), inconclusive("no effect estimate with its measure is recorded")),
    Example("a proportion has no null", claim(line(result=effect("PR", "45%", ci=("35%", "55%")))), not_applicable()),
    Example(
        "a line that disputes the claim",
        claim(line(direction="disputes", result=effect("RR", "0.90", ci=("0.75", "1.08")))),
        not_applicable(),
    ),
)
