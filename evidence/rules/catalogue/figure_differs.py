"""A supporting line reports another percentage than the claim quotes.

## Why it matters

A figure is the part of a claim that a reader can check and will repeat. Jergas and Baethge count a
wrong figure among the errors of quotation, which they found in a quarter of the references
(25.4 %, 95 % CI 19.5 to 32.4).

## What to do

Quote the figure as the source prints it, or link the source that reports the one you quote. Two
figures agree when one number could stand behind both, each rounded as it was printed: 70 % agrees
with 70.4 %, not with 70.8 %. One percentage of the claim that agrees is enough. Plain numbers
have no recorded unit, so they are compared and a difference is left to a person.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.examples import arm, claim, effect, line
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.reported import bears_out, comparable_with, is_percentage, nearest, percentages
from evidence.rules.words import listed
from evidence.vocab import Direction, Directness, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "Jergas and Baethge 2015, Quotation accuracy in medical journal articles, PeerJ 3:e1364"


def check(line: Line, dossier: Dossier, _limits: Limits) -> Answer:
    """Compare what the line reports with what the claim quotes."""
    quoted = [quote.figure for quote in dossier.claim.quotes]
    if line.direction is not Direction.SUPPORTS or not quoted or line.outcome is Directness.INDIRECT:
        return not_applicable()
    if any(bears_out(quote, figure) for quote in quoted for figure in comparable_with(quote, line)):
        return passes()
    shares = [quote for quote in quoted if is_percentage(quote)]
    reported = percentages(line)
    if not shares or not reported:
        return inconclusive("no figure is recorded that can be compared with what the claim quotes")
    nearby = listed(str(nearest(quote, reported)) for quote in shares)
    return fails(f"reports {nearby}, and the claim says {listed(str(quote) for quote in shares)}")


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
