"""The p value of a line does not follow from its estimate and confidence interval.

## Why it matters

An interval and a p of one analysis tell the same: where the interval leaves out no effect, p is below
0.05, and its size follows from the width. Where they part, one was printed or copied wrongly, or they
are of two analyses, and nobody can tell which of them the claim leans on.

## What to do

Look both up in the published copy, and record the p of that very estimate. A p that is more than one
and a half times what the interval gives, or less than that part of it, is told; less may come from two
kinds of test, as score and Wald (the factor is ours: no published one is known to us). It changes no
state by itself, since there are sound reasons: a test against a margin (as of being not inferior), a test that
weighs the order of events, one of a whole course, or a p that is corrected for many tests.
"""

from dataclasses import replace
from typing import Final

from evidence.dossier import Dossier, Effect, Line
from evidence.effects.scales import WITHOUT_NULL, Scale, scale_of
from evidence.effects.sizes import sizes_of
from evidence.figures import Figure
from evidence.limits import Limits
from evidence.numbers.finding import Finding, Verdict
from evidence.numbers.interval_and_p import ci_p
from evidence.rules.examples import claim, effect, line
from evidence.rules.interval import printed_interval, recorded_interval
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.vocab import Measure, Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = "Altman and Bland 2011, How to obtain the P value from a confidence interval, BMJ 343:d2304"
LIMITS: Final = ("confidence-level",)


def check(line: Line, _dossier: Dossier, limits: Limits) -> Answer:
    """Compute p from the width of the interval, and compare it with the printed one."""
    effect, printed = line.effect, printed_interval(line.effect)
    if effect is None or effect.p is None or printed is None:
        return not_applicable()
    if effect.measure is None:
        return inconclusive("of which measure the interval is, and so on which scale, is not recorded")
    if effect.measure in WITHOUT_NULL or scale_of(effect.measure) is Scale.FISHER_Z:
        return not_applicable()
    recorded = recorded_interval(effect, limits)
    if recorded is not None and recorded.fault is not None:
        return inconclusive(recorded.fault)
    found = ci_p(
        printed.estimate,
        low=printed.low,
        high=printed.high,
        p=effect.p,
        ratio=scale_of(effect.measure) is Scale.LOG,
        level=effect.ci_level or Figure.parse(str(limits.confidence_level)),
        df=_degrees(line, effect, effect.measure),
    )
    return _told(found, effect.measure)


def _told(found: Finding, measure: Measure) -> Answer:
    if found.verdict is Verdict.IMPOSSIBLE:
        return inconclusive(found.reason)
    return passes() if found.stands else fails(f"{measure}: {found.reason.partition(';')[0]}")


def _degrees(line: Line, effect: Effect, measure: Measure) -> Figure | None:
    """Give the degrees of freedom of a mean of few people, whose interval rests on Student's t."""
    design = None if line.study is None else line.study.design
    df = sizes_of(effect, sample=line.sample, design=design).df_of_small(measure)
    return None if df is None else Figure.parse(str(df))


def _printed(measure: str | None, estimate: str, ends: tuple[str, str], p: str, *, n: int = 400) -> Dossier:
    told = effect(measure, estimate, ci=ends)
    return claim(line(n=n, result=replace(told, p=Figure.parse(p))))


EXAMPLES: Final = (
    Example(
        "an interval that leaves out no effect, and a p above 0.05",
        _printed("RR", "0.81", ("0.70", "0.94"), ".12"),
        fails("RR: the interval of 0.81 (0.70 to 0.94) leaves out 1, and p = .12 says the opposite"),
    ),
    Example(
        "another p",
        _printed("MD", "17", ("1.4", "32.6"), ".002"),
        fails("MD: 17 (1.4 to 32.6) gives p = 0.027 to 0.039, not p = .002"),
    ),
    Example("that of the interval", _printed("RR", "0.81", ("0.70", "0.94"), ".005"), passes()),
    Example(
        "exactly the level of the limit",
        claim(line(result=replace(effect("RR", "0.81", ci=("0.70", "0.94"), level="95"), p=Figure.parse(".005")))),
        passes(),
    ),
    Example(
        "a level printed as a share",
        claim(line(result=replace(effect("RR", "0.81", ci=("0.70", "0.94"), level="0.95"), p=Figure.parse(".005")))),
        passes(),
    ),
    Example(
        "the logarithm of a ratio",
        _printed("RR", "-0.30", ("-0.50", "-0.10"), ".003"),
        inconclusive(
            "RR -0.30 (95 % CI -0.50 to -0.10) is of no ratio, which is never negative: record it as a ratio, not as "
            "its logarithm"
        ),
    ),
    Example("a bound that holds", _printed("RR", "0.81", ("0.70", "0.94"), "< .01"), passes()),
    Example("few people, by Student's t", _printed("MD", "3.0", ("0.2", "5.8"), ".038", n=12), passes()),
    Example("exactly at no effect, as rounded", _printed("RR", "0.81", ("0.66", "1.00"), ".05"), passes()),
    Example(
        "no measure",
        _printed(None, "0.7", ("0.5", "0.9"), ".02"),
        inconclusive("of which measure the interval is, and so on which scale, is not recorded"),
    ),
    Example(
        "no probability",
        _printed("RR", "0.81", ("0.70", "0.94"), "1.2"),
        inconclusive("p = 1.2 is no probability"),
    ),
    Example(
        "a level that is none",
        claim(line(result=replace(effect("RR", "0.8", ci=("0.7", "0.9"), level="100"), p=Figure.parse(".12")))),
        inconclusive("the level of the interval is told as 100, and none is printed at that"),
    ),
    Example("outside its interval", _printed("RR", "0.81", ("0.90", "0.94"), ".12"), not_applicable()),
    Example("a bound for an estimate", _printed("RR", "< 0.81", ("0.70", "0.94"), ".12"), not_applicable()),
    Example("a proportion has no null", _printed("PR", "45%", ("35%", "55%"), ".002"), not_applicable()),
    Example("no p", claim(line(result=effect("RR", "0.81", ci=("0.70", "0.94")))), not_applicable()),
    Example(
        "no interval",
        claim(line(result=replace(effect("RR", "0.81"), p=Figure.parse(".12")))),
        not_applicable(),
    ),
    Example("no effect", claim(line()), not_applicable()),
)
