"""No finding of the study is recorded on the line, so what it shows cannot be judged.

## Why it matters

A claim that something helps or harms rests on what came out, not on the study having been done.
A line without a finding is spared every objection to its result, and so must not pass for one
that withstood them. CONSORT asks for each outcome's effect size with its precision.

## What to do

Record the effect that speaks to the claim, with its estimate and interval as printed, or in words
where the paper gives no number, and name it on the line.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS, bears
from evidence.rules.examples import claim, effect, line, without_study
from evidence.rules.kit import Answer, Example, Scope, fails, not_applicable, passes
from evidence.vocab import Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "CONSORT 2010 explanation and elaboration, item 17a, Moher 2010, BMJ 340:c869"


def check(line: Line, dossier: Dossier, _limits: Limits) -> Answer:
    """Ask for a finding."""
    if not bears(line) or dossier.claim.kind not in EFFECTS or line.study is None:
        return not_applicable()
    if line.effect is None:
        return fails("no finding of the study is recorded on it, so what came out could not be judged")
    return passes()


EXAMPLES: Final = (
    Example(
        "a trial without a finding",
        claim(line()),
        fails("no finding of the study is recorded on it, so what came out could not be judged"),
    ),
    Example("a trial with its estimate", claim(line(result=effect("RR", "0.60"))), passes()),
    Example("no study either, which is a fault of its own", claim(without_study()), not_applicable()),
    Example("a claim of history", claim(line(), kind="history"), not_applicable()),
)
