"""An estimate lies outside its own confidence interval.

## Why it matters

An interval is built around its estimate, so one of the three numbers was printed or copied wrongly,
or they are on different scales. Whatever rests on them is unsure.

## What to do

Look the figures up in the published copy. If they stand there, note it, and use another estimate.
Lines that bear neither way are asked too: numbers that cannot be are so wherever they stand.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.examples import claim, effect, line
from evidence.rules.kit import Answer, Example, Scope, fails, not_applicable, passes
from evidence.vocab import Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "Gardner and Altman 1986, Confidence intervals rather than P values, BMJ 292:746"


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Ask whether the estimate could lie within, each figure rounded as printed."""
    effect = line.effect
    if effect is None or effect.estimate is None or effect.ci_low is None or effect.ci_high is None:
        return not_applicable()
    low, high = sorted((effect.ci_low, effect.ci_high), key=lambda figure: figure.value)
    if effect.estimate.high < low.low or high.high < effect.estimate.low:
        return fails(f"the estimate {effect.estimate} lies outside its interval, {low} to {high}")
    return passes()


EXAMPLES: Final = (
    Example(
        "an estimate on another scale",
        claim(line(result=effect("SMD", "0.25", ci=("0.57", "17.02")))),
        fails("the estimate 0.25 lies outside its interval, 0.57 to 17.02"),
    ),
    Example(
        "above the interval",
        claim(line(result=effect("RR", "1.3", ci=("0.8", "1.1")))),
        fails("the estimate 1.3 lies outside its interval, 0.8 to 1.1"),
    ),
    Example(
        "on a line that bears neither way",
        claim(line(direction="neutral", result=effect("MD", "1.3", ci=("2.1", "4.4")))),
        fails("the estimate 1.3 lies outside its interval, 2.1 to 4.4"),
    ),
    Example("inside", claim(line(result=effect("RR", "0.70", ci=("0.55", "0.90")))), passes()),
    Example("exactly at its end, as rounded", claim(line(result=effect("RR", "1.2", ci=("1.23", "4.1")))), passes()),
    Example("no interval", claim(line(result=effect("RR", "0.70"))), not_applicable()),
    Example("no effect", claim(line()), not_applicable()),
)
