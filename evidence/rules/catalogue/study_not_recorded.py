"""The study behind a line is not recorded, so nothing about it can be judged.

## Why it matters

A source is a report; what carries a claim is the investigation behind it. PRISMA tells reports
from studies because one study may have many reports and one report many studies. Without the
study neither design nor sample nor effect is known, and a line that nobody can object to must not
pass for one that withstood every objection.

## What to do

Record the study with its design and sample, and name it on the line. A document that is no
investigation, as a guideline, a label or an opinion, is recorded as a study of that design.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.bearing import bears
from evidence.rules.examples import claim, line, without_sample, without_study
from evidence.rules.kit import Answer, Example, Scope, fails, not_applicable, passes
from evidence.vocab import Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "PRISMA 2020 statement, Page 2021, BMJ 372:n71"


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Ask for a study."""
    if not bears(line):
        return not_applicable()
    if line.study is None:
        return fails("no study is recorded behind it, so neither design nor sample nor effect could be judged")
    return passes()


EXAMPLES: Final = (
    Example(
        "a source alone",
        claim(without_study()),
        fails("no study is recorded behind it, so neither design nor sample nor effect could be judged"),
    ),
    Example("a trial", claim(line()), passes()),
    Example("an opinion, recorded as one", claim(without_sample("pauling1970cold", "opinion")), passes()),
    Example("not judged", claim(without_study(direction=None)), not_applicable()),
)
