"""An estimate does not lie half-way between the ends of its confidence interval.

## Why it matters

Most intervals are an estimate and some standard errors either way, so that the estimate lies half-way;
of a ratio on the log scale. One that does not was often copied wrongly, or its estimate is of another
analysis. Pooling takes the width for the standard error, and would weigh such a line wrongly.

## What to do

Look the three figures up in the published copy. Exact, profile-likelihood and bootstrap intervals may
lie askew and be right; then waive it. Proportions and correlations are not asked: theirs mostly lie so.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.effects.scales import Scale, scale_of
from evidence.limits import Limits
from evidence.numbers.finding import Verdict
from evidence.numbers.intervals import ci_shape
from evidence.rules.examples import claim, effect, line
from evidence.rules.interval import printed_interval
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = (
    "Gardner and Altman 1986, Confidence intervals rather than P values, BMJ 292:746; for ratios Morris and Gardner "
    "1988, BMJ 296:1313"
)


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Compare the middle of the interval with the estimate, each as it was rounded."""
    printed, measure = printed_interval(line.effect), line.effect.measure if line.effect is not None else None
    if printed is None:
        return not_applicable()
    if measure is None:
        return inconclusive("of which measure the interval is, and so on which scale, is not recorded")
    scale = scale_of(measure)
    if scale not in {Scale.NATURAL, Scale.LOG}:
        return not_applicable()
    found = ci_shape(printed.estimate, low=printed.low, high=printed.high, ratio=scale is Scale.LOG)
    if found.verdict is Verdict.IMPOSSIBLE:
        return inconclusive(found.reason)
    return passes() if found.stands else fails(f"{measure}: {found.reason}")


EXAMPLES: Final = (
    Example(
        "a ratio half-way on the wrong scale",
        claim(line(result=effect("RR", "1.50", ci=("1.00", "2.00")))),
        fails(
            "RR: half-way between 1.00 and 2.00 is 1.41 on the log scale, not 1.50; an exact, profile or bootstrap "
            "interval may lie so"
        ),
    ),
    Example(
        "a difference",
        claim(line(result=effect("MD", "-2.4", ci=("-3.1", "-0.5")))),
        fails(
            "MD: half-way between -3.1 and -0.5 is -1.8 on the natural scale, not -2.4; an exact, profile or bootstrap "
            "interval may lie so"
        ),
    ),
    Example("a ratio half-way", claim(line(result=effect("OR", "0.70", ci=("0.55", "0.90")))), passes()),
    Example(
        "ends the other way round",
        claim(line(result=effect("MD", "\N{MINUS SIGN}1.6", ci=("\N{MINUS SIGN}0.2", "\N{MINUS SIGN}3")))),
        passes(),
    ),
    Example("exactly at the edge of rounding", claim(line(result=effect("MD", "2", ci=("1.0", "4.0")))), passes()),
    Example(
        "a ratio below zero",
        claim(line(result=effect("RR", "-0.3", ci=("-0.5", "-0.1")))),
        inconclusive("-0.3 (-0.5 to -0.1) cannot be a ratio, which is never below zero"),
    ),
    Example(
        "no measure",
        claim(line(result=effect(None, "0.7", ci=("0.5", "0.9")))),
        inconclusive("of which measure the interval is, and so on which scale, is not recorded"),
    ),
    Example(
        "outside its interval, which is told elsewhere",
        claim(line(result=effect("SMD", "0.25", ci=("0.57", "17.02")))),
        not_applicable(),
    ),
    Example("a bound", claim(line(result=effect("RR", "0.7", ci=("< 0.5", "0.9")))), not_applicable()),
    Example("a proportion", claim(line(result=effect("PR", "45%", ci=("30%", "72%")))), not_applicable()),
    Example("no interval", claim(line(result=effect("RR", "0.70"))), not_applicable()),
    Example("no effect", claim(line()), not_applicable()),
)
