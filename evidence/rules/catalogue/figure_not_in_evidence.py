"""A figure that the claim quotes stands in none of its lines of evidence.

## Why it matters

A reader repeats a figure because a study is said to stand behind it. One that no study behind the
claim reports is either misquoted or comes from somewhere that is not named. A quarter of the
quotations in medical papers were found to be wrong (25.4 %, 95 % CI 19.5 to 32.4).

## What to do

Link the source that reports the figure and record it as printed, or quote what the linked sources
report. A figure counts as reported in an estimate, an arm, a finding in words or a recorded
passage, whichever way the line bears, as long as it is not on another outcome. A percentage that is
said to be a change ("25 % lower", "by 25 %", of "reduction in risk") counts as reported also where a
ratio, a difference or two arms make it, and is missed only where one of these is recorded. Plain
numbers have no recorded unit, so one that is not found is left to a person, unless it is said to be
a ratio of the kind that a line reports.
"""

from typing import Final

from evidence.dossier import Dossier, Line, QuotedFigure
from evidence.figures import Figure
from evidence.limits import Limits
from evidence.rules.bearing import evidence
from evidence.rules.examples import arm, claim, effect, found, line, quoted, quoting
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.quoted import Beside, beside
from evidence.rules.reported import figures_in, is_percentage
from evidence.rules.words import listed
from evidence.vocab import Directness, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "Jergas and Baethge 2015, Quotation accuracy in medical journal articles, PeerJ 3:e1364"


def check(dossier: Dossier, _limits: Limits) -> Answer:
    """Look for each quoted figure in all that the lines report."""
    if not dossier.claim.quotes:
        return not_applicable()
    lines = [line for line in evidence(dossier) if line.outcome is not Directness.INDIRECT]
    asked = [
        (quote.figure, beside(quote, statement=dossier.claim.statement, lines=lines, written=_written(quote, lines)))
        for quote in dossier.claim.quotes
    ]
    missing = [(figure, told) for figure, told in asked if not told.agrees]
    if differing := [f"{figure} (nearest: {told.nearest})" for figure, told in missing if _is_missed(told)]:
        return fails(f"no line of evidence reports {listed(differing)}")
    if perhaps := [told.perhaps for _, told in missing if told.perhaps]:
        return inconclusive(f"what is reported is {listed(perhaps)}")
    if missing:
        return inconclusive(
            f"no figure is recorded that can be compared with {listed(str(figure) for figure, _ in missing)}"
        )
    return passes()


def _is_missed(told: Beside) -> bool:
    return told.differs and not told.perhaps


def _written(quote: QuotedFigure, lines: list[Line]) -> list[Figure]:
    return [
        figure
        for line in lines
        for text in (line.quote, line.effect.finding if line.effect else None)
        for figure in figures_in(text)
        if is_percentage(figure) is is_percentage(quote.figure)
    ]


EXAMPLES: Final = (
    Example(
        "one of two percentages stands nowhere",
        claim(
            line(result=effect(arms=(arm("zinc", percent="52"), arm("placebo", percent="21")))), quotes=("52%", "35%")
        ),
        fails("no line of evidence reports 35% (nearest: 21%)"),
    ),
    Example(
        "a line that disputes the claim reports another",
        claim(line(direction="disputes", result=effect("PR", "45%")), quotes=("70%",)),
        fails("no line of evidence reports 70% (nearest: 45%)"),
    ),
    Example(
        "another relative reduction",
        quoting(claim(line(result=effect("RR", "0.76"))), "30%", of="reduction in risk"),
        fails("no line of evidence reports 30% (nearest: 24% less (RR 0.76))"),
    ),
    Example(
        "another hazard ratio",
        quoting(claim(line(result=effect("HR", "0.75"))), "0.65", of="hazard ratio"),
        fails("no line of evidence reports 0.65 (nearest: 0.75)"),
    ),
    Example(
        "a relative reduction of two arms",
        quoting(
            claim(line(result=effect(arms=(arm("zinc", percent="35%"), arm("placebo", percent="50%"))))),
            "30%",
            of="lower risk",
        ),
        passes(),
    ),
    Example("rounded from the source", claim(line(result=effect("PR", "0.704")), quotes=("70%",)), passes()),
    Example(
        "a line that disputes the claim reports it",
        claim(line(), line("mossad1996zinc", direction="disputes", result=effect("PR", "70%")), quotes=("70%",)),
        passes(),
    ),
    Example("in a finding in words", claim(line(result=found("70% recovered.")), quotes=("70%",)), passes()),
    Example("in a passage", claim(quoted("in 70.2 % of patients", line()), quotes=("70%",)), passes()),
    Example("a plain number", claim(line(result=effect("MD", "-1.6")), quotes=("-1.6",)), passes()),
    Example(
        "a plain number that is not found",
        claim(line(result=effect("MD", "-1.6")), quotes=("2",)),
        inconclusive("no figure is recorded that can be compared with 2"),
    ),
    Example(
        "a share beside a ratio that would be as much less",
        claim(line(result=effect("RR", "0.30")), quotes=("70%",)),
        inconclusive("what is reported is 70% less (RR 0.30), and 70% is not said to be a change"),
    ),
    Example(
        "no percentage recorded",
        claim(line(result=effect("RR", "0.70")), quotes=("70%",)),
        inconclusive("no figure is recorded that can be compared with 70%"),
    ),
    Example(
        "a figure of another outcome",
        claim(line(indirect="outcome", result=effect("PR", "70%")), quotes=("70%",)),
        inconclusive("no figure is recorded that can be compared with 70%"),
    ),
    Example(
        "candidates carry nothing",
        claim(line(role="candidate", result=effect("PR", "70%")), quotes=("70%",)),
        inconclusive("no figure is recorded that can be compared with 70%"),
    ),
    Example("no figure quoted", claim(line(result=effect("PR", "70.8%"))), not_applicable()),
)
