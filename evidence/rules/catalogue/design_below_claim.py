"""The design of a line stands below the level that its kind of claim needs.

## Why it matters

What a study can show depends on how it was done and on what is asked: a survey tells how common
something is and not whether a treatment helps. The Oxford levels rank designs for each question;
the level here is the best that the design can reach, since quality and directness are for a
person to judge. Opinion and narrative review, which the table of 2011 does not rank, are kept at
level 5, where that of 2009 had them. Guidelines and labels rest on studies that can be ranked
themselves.

## What to do

Link a study of a higher level, as a randomized trial or a systematic review for a claim of
benefit. Waive it where the effect is dramatic, which the table puts at level 2 (level 1 for
harms) whatever the design.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.bearing import bears
from evidence.rules.examples import claim, line, without_study
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.ocebm import has_question, level
from evidence.vocab import Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "OCEBM Levels of Evidence Working Group, The Oxford 2011 Levels of Evidence"
LIMITS: Final = ("worst-level",)


def check(line: Line, dossier: Dossier, limits: Limits) -> Answer:
    """Look the design up in the table for the kind of claim."""
    kind = dossier.claim.kind
    if not bears(line) or not has_question(kind):
        return not_applicable()
    if line.study is None:
        return inconclusive("no study is linked, so its design is not known")
    design = line.study.design
    reached = level(design, kind=kind)
    if reached is None:
        return inconclusive(f"the Oxford levels do not rank {design} for a claim of {kind}: look at what it rests on")
    if reached > limits.worst_level:
        return fails(
            f"{design} reaches level {reached} at best for a claim of {kind}, below level {limits.worst_level}",
            limit="worst-level",
        )
    return passes()


EXAMPLES: Final = (
    Example(
        "a case series for a benefit",
        claim(line(design="case-series")),
        fails("case-series reaches level 4 at best for a claim of benefit, below level 2", limit="worst-level"),
    ),
    Example(
        "an opinion for a prognosis",
        claim(line(design="opinion"), kind="prognosis"),
        fails("opinion reaches level 5 at best for a claim of prognosis, below level 2", limit="worst-level"),
    ),
    Example(
        "a trial for a prevalence",
        claim(line(), kind="prevalence"),
        fails("randomized reaches level 3 at best for a claim of prevalence, below level 2", limit="worst-level"),
    ),
    Example("a systematic review for a benefit", claim(line(design="systematic-review")), passes()),
    Example("exactly the limit: a trial for a benefit", claim(line()), passes()),
    Example("a survey for a prevalence", claim(line(design="cross-sectional"), kind="prevalence"), passes()),
    Example(
        "a guideline is not ranked",
        claim(line(design="guideline")),
        inconclusive("the Oxford levels do not rank guideline for a claim of benefit: look at what it rests on"),
    ),
    Example(
        "no study linked",
        claim(without_study()),
        inconclusive("no study is linked, so its design is not known"),
    ),
    Example("a claim of mechanism has no question", claim(line(design="animal"), kind="mechanism"), not_applicable()),
)
