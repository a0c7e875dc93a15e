"""A supporting line reports another percentage than the claim quotes.

## Why it matters

A figure is the part of a claim that a reader can check and will repeat. Jergas and Baethge count a
wrong figure among the errors of quotation, which they found in a quarter of the references
(25.4 %, 95 % CI 19.5 to 32.4).

## What to do

Quote the figure as the source prints it, or link the source that reports the one you quote. Two
figures agree when one number could stand behind both, each rounded as it was printed: 70 % agrees
with 70.4 %, not with 70.8 %. One figure of the claim that agrees is enough.

A percentage is compared with shares: a proportion, and the percentages and counts of arms. One that
is said to be a change ("25 % lower", "by 25 %", of "reduction in risk", "efficacy") agrees also with
what a ratio says of less or more, with a risk difference or a difference in percent, whatever its
sign, and with what two arms make of each other; it differs only where such a change is recorded. A
percentage that only such a change agrees with, and that is not said to be one, is left to a person.

A plain number differs where it is said to be a risk ratio, odds ratio, hazard ratio, rate ratio or
ratio of means, and the line reports another one. Other plain numbers have no recorded unit, scale or
order of groups, so neither their size nor their sign can be held against them: they are left to a person.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.examples import arm, claim, effect, line, quoting
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.quoted import beside
from evidence.rules.words import listed
from evidence.vocab import Direction, Directness, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "Jergas and Baethge 2015, Quotation accuracy in medical journal articles, PeerJ 3:e1364"


def check(line: Line, dossier: Dossier, _limits: Limits) -> Answer:
    """Compare what the line reports with what the claim quotes."""
    quotes = dossier.claim.quotes
    if line.direction is not Direction.SUPPORTS or not quotes or line.outcome is Directness.INDIRECT:
        return not_applicable()
    found = [(quote, beside(quote, statement=dossier.claim.statement, lines=[line])) for quote in quotes]
    if any(told.agrees for _, told in found):
        return passes()
    if perhaps := [told.perhaps for _, told in found if told.perhaps]:
        return inconclusive(f"reports {listed(perhaps)}")
    differing = [(quote, told) for quote, told in found if told.differs]
    if not differing:
        return inconclusive("no figure is recorded that can be compared with what the claim quotes")
    nearby = listed(told.nearest for _, told in differing)
    return fails(f"reports {nearby}, and the claim says {listed(str(quote.figure) for quote, _ in differing)}")


_STATINS: Final = "Statins cut the risk of a stroke by 25%."
_REDUCTION: Final = "reduction in risk"
_ARMS: Final = (arm("statin", events="300", n="2000"), arm("placebo", events="400", n="2000"))


EXAMPLES: Final = (
    Example(
        "70.8 % is 71 %, not 70 %",
        claim(line(result=effect("PR", "70.8%")), quotes=("70%",)),
        fails("reports 70.8%, and the claim says 70%"),
    ),
    Example(
        "the nearest arm is named",
        claim(line(result=effect(arms=(arm("zinc", percent="52.2"), arm("placebo", percent="20.6")))), quotes=("50%",)),
        fails("reports 52.2%, and the claim says 50%"),
    ),
    Example(
        "counts give a percentage too",
        claim(line(result=effect(arms=(arm("zinc", events="17", n="24"),))), quotes=("70%",)),
        fails("reports 17 of 24, and the claim says 70%"),
    ),
    Example(
        "another relative reduction",
        quoting(claim(line(result=effect("RR", "0.76", arms=_ARMS))), "30%", of=_REDUCTION),
        fails("reports 25% less (300 of 2000 against 400 of 2000), and the claim says 30%"),
    ),
    Example(
        "as much more, where the claim says less",
        quoting(claim(line(result=effect("HR", "1.25"))), "25%", of=_REDUCTION),
        fails("reports 25% more (HR 1.25), and the claim says 25%"),
    ),
    Example(
        "another risk ratio",
        quoting(claim(line(result=effect("RR", "0.75"))), "0.65", of="risk ratio"),
        fails("reports 0.75, and the claim says 0.65"),
    ),
    Example(
        "a relative reduction beside a ratio and its arms",
        quoting(claim(line(result=effect("RR", "0.75", arms=_ARMS)), says=_STATINS), "25%", of="the risk"),
        passes(),
    ),
    Example(
        "a relative reduction, rounded as the ratio is printed",
        quoting(claim(line(result=effect("OR", "0.7"))), "32%", of=_REDUCTION),
        passes(),
    ),
    Example(
        "an absolute reduction of the arms",
        quoting(claim(line(result=effect("RR", "0.75", arms=_ARMS))), "5%", of="absolute reduction"),
        passes(),
    ),
    Example(
        "a risk difference of the other sign",
        quoting(claim(line(result=effect("RD", "-5%"))), "5%", of="lower risk"),
        passes(),
    ),
    Example("rounded from the source", claim(line(result=effect("PR", "0.704")), quotes=("70%",)), passes()),
    Example("exactly at the edge of rounding", claim(line(result=effect("PR", "70.5%")), quotes=("70%",)), passes()),
    Example("more than a bound", claim(line(result=effect("PR", "70.8%")), quotes=("> 70%",)), passes()),
    Example("one of two quoted", claim(line(result=effect("PR", "52%")), quotes=("52%", "31%")), passes()),
    Example("a plain number that agrees", claim(line(result=effect("MD", "-1.6")), quotes=("-1.6",)), passes()),
    Example(
        "a plain number that does not",
        claim(line(result=effect("MD", "-1.6")), quotes=("2",)),
        inconclusive("no figure is recorded that can be compared with what the claim quotes"),
    ),
    Example(
        "a mean difference of the other sign",
        quoting(claim(line(result=effect("MD", "-1.6"))), "1.6", of="mean difference in days"),
        inconclusive("no figure is recorded that can be compared with what the claim quotes"),
    ),
    Example(
        "a ratio the other way round",
        quoting(claim(line(result=effect("RR", "0.70"))), "1.43", of="relative risk of a cold"),
        inconclusive("reports 0.70, of which 1.43 is the inverse"),
    ),
    Example(
        "a reduction beside a share and no ratio",
        quoting(claim(line(result=effect("PR", "70.8%"))), "25%", of=_REDUCTION),
        inconclusive("no figure is recorded that can be compared with what the claim quotes"),
    ),
    Example(
        "a share beside a ratio that would be as much less",
        quoting(claim(line(result=effect("RR", "0.30"))), "70%", of="patients who recovered"),
        inconclusive("reports 70% less (RR 0.30), and 70% is not said to be a change"),
    ),
    Example(
        "an unconfirmed figure is not compared",
        claim(line(result=effect("PR", "70.8%", status="unconfirmed")), quotes=("70%",)).checked(),
        inconclusive("no figure is recorded that can be compared with what the claim quotes"),
    ),
    Example(
        "another outcome",
        claim(line(indirect="outcome", result=effect("PR", "12%")), quotes=("70%",)),
        not_applicable(),
    ),
    Example("no figure quoted", claim(line(result=effect("PR", "70.8%"))), not_applicable()),
)
