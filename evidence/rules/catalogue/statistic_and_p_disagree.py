"""The p value of a line does not follow from its test statistic.

## Why it matters

A statistic and its degrees of freedom leave one p: t(28) = 2.20 gives 0.036. Where another is printed,
one of the three was printed or copied wrongly. It is a decision error where the printed p and the
computed one lie on opposite sides of the level of significance, so that the paper draws a conclusion
which its own test does not. Nuijten and others found a p that does not follow in about half of the
papers in psychology that they could test, and a decision error in one of eight.

## What to do

Look all of them up in the published copy, and record the test of that very p. P is taken as two-tailed,
of F, chi2 and Q as the upper tail; where a one-tailed test would give the printed p the finding says
so, and the paper should too. It changes no state by itself: a p that was corrected for many tests
follows from no statistic either.
"""

from decimal import Decimal
from typing import Final

from evidence.dossier import Dossier, Line, StatisticalTest
from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.limits import Limits
from evidence.numbers.finding import Verdict
from evidence.numbers.statcheck import statcheck
from evidence.rules.examples import by_test, claim, effect, line
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = (
    "Nuijten 2016, The prevalence of statistical reporting errors in psychology (1985-2013), Behav Res Methods 48:1205 "
    "(statcheck)"
)
LIMITS: Final = ("confidence-level",)

_CALLED: Final = {Verdict.INCONSISTENT: "an error: ", Verdict.DECISION_ERROR: "a decision error: "}


def check(line: Line, _dossier: Dossier, limits: Limits) -> Answer:
    """Compute p from the statistic, over all that rounds to it, and compare it with the printed one."""
    if line.effect is None or line.effect.test is None or line.effect.p is None:
        return not_applicable()
    test = line.effect.test
    alpha = Figure.parse(str(1 - Decimal(limits.confidence_level) / 100))
    try:
        found = statcheck(test.statistic, statistic=test.value, p=line.effect.p, df=test.df, df2=test.df2, alpha=alpha)
    except UsageError as error:
        return inconclusive(str(error))
    return passes() if found.stands else fails(_CALLED.get(found.verdict, "") + found.reason)


def _printed(test: StatisticalTest | None, p: str | None) -> Dossier:
    return claim(line(result=effect(test=test, p=p)))


_T: Final = by_test("t", "2.20", df="28")

EXAMPLES: Final = (
    Example(
        "a p on the other side of the level",
        _printed(_T, ".06"),
        fails("a decision error: t(28) = 2.20 gives p = 0.0358 to 0.0366, not p = .06, and 0.05 lies between"),
    ),
    Example(
        "another p on the same side",
        _printed(_T, ".03"),
        fails("an error: t(28) = 2.20 gives p = 0.0358 to 0.0366, not p = .03"),
    ),
    Example("that of the statistic", _printed(_T, ".036"), passes()),
    Example("exactly at the edge of rounding", _printed(_T, ".037"), passes()),
    Example(
        "just below",
        _printed(_T, ".035"),
        fails("an error: t(28) = 2.20 gives p = 0.0358 to 0.0366, not p = .035"),
    ),
    Example(
        "just above",
        _printed(_T, ".038"),
        fails("an error: t(28) = 2.20 gives p = 0.0358 to 0.0366, not p = .038"),
    ),
    Example("exactly the level of the limit", _printed(by_test("t", "2.0484", df="28"), ".05"), passes()),
    Example("a bound that holds", _printed(_T, "< .05"), passes()),
    Example(
        "F of two degrees of freedom",
        _printed(by_test("F", "2.20", df="2", df2="28"), ".03"),
        fails("a decision error: F(2, 28) = 2.20 gives p = 0.129 to 0.13, not p = .03, and 0.05 lies between"),
    ),
    Example(
        "chi2",
        _printed(by_test("chi2", "52.20", df="28"), ".06"),
        fails("a decision error: chi2(28) = 52.20 gives p = 0.00363 to 0.00364, not p = .06, and 0.05 lies between"),
    ),
    Example("Q", _printed(by_test("Q", "52.20", df="28"), ".004"), passes()),
    Example("r", _printed(by_test("r", ".52", df="28"), ".003"), passes()),
    Example("z, which has no degrees of freedom", _printed(by_test("z", "1.96"), ".05"), passes()),
    Example(
        "half of it",
        _printed(_T, ".018"),
        fails(
            "an error: t(28) = 2.20 gives p = 0.0358 to 0.0366, not p = .018; a one-tailed test would give it",
        ),
    ),
    Example(
        "a correlation beyond 1",
        _printed(by_test("r", "1.02", df="28"), "< .001"),
        fails("r(28) = 1.02 would be a correlation beyond 1"),
    ),
    Example("no probability", _printed(_T, "1.2"), fails("p = 1.2 is no probability")),
    Example(
        "degrees of freedom that no test has",
        _printed(by_test("t", "2.20", df="0"), ".036"),
        inconclusive("df lies from 0.1 to 1,000,000,000, not at 0"),
    ),
    Example(
        "it bears neither way, and still it does not follow",
        claim(line(direction="neutral", result=effect(test=_T, p=".06"))),
        fails("a decision error: t(28) = 2.20 gives p = 0.0358 to 0.0366, not p = .06, and 0.05 lies between"),
    ),
    Example(
        "a candidate",
        claim(line(role="candidate", direction=None, result=effect(test=_T, p=".06"))),
        not_applicable(),
    ),
    Example("no p", _printed(_T, None), not_applicable()),
    Example("no test", _printed(None, ".06"), not_applicable()),
    Example("no effect", claim(line()), not_applicable()),
)
