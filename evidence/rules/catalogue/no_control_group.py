"""A claim of an effect leans on people whom nobody compared with others.

## Why it matters

Most illness changes by itself. Without a control group, what a treatment did cannot be told from
what time, hope and attention did; only an effect that is fast and far larger than the natural
course, tenfold and more, shows through (Glasziou 2007). The same holds of harms: cases
show that something happened, not how often, nor that it would not have happened anyway, except
where the harm can have no other cause (Aronson and Hauben 2006, BMJ 333:1267).

## What to do

Link a controlled study, or let the claim say that people were observed without a control group.
Waive it where the effect or harm is of the kind that needs no control, and say why. Of a cohort,
a survey or a synthesis the record must tell whom it compares: a comparator, arms, or a measure
that compares two groups.
"""

from typing import Final

from evidence.dossier import Dossier, Effect, Line
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS, bears
from evidence.rules.examples import arm, claim, effect, line
from evidence.rules.independence import SYNTHESES
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.vocab import Design, Measure, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "Glasziou 2007, When are randomised trials unnecessary? Picking signal from noise, BMJ 334:349"

_WITHOUT: Final = frozenset({Design.SINGLE_ARM, Design.CASE_SERIES, Design.CASE_REPORT})
_WITH: Final = frozenset(
    {Design.RANDOMIZED, Design.RANDOMIZED_CROSSOVER, Design.NON_RANDOMIZED, Design.CASE_CONTROL},
)
_EITHER: Final = SYNTHESES | {Design.COHORT, Design.CROSS_SECTIONAL}
_OF_ONE_GROUP: Final = frozenset(
    {Measure.PROPORTION, Measure.MEAN, Measure.MEAN_CHANGE, Measure.STANDARDIZED_MEAN_CHANGE},
)


def check(line: Line, dossier: Dossier, _limits: Limits) -> Answer:
    """Ask whether the line compares anybody with anybody."""
    if not bears(line) or dossier.claim.kind not in EFFECTS:
        return not_applicable()
    if line.study is None:
        return inconclusive("no study is linked, so its design is not known")
    design = line.study.design
    if design in _WITHOUT:
        return fails(f"has no control group ({design}): it cannot show what caused what it saw")
    if design in _EITHER:
        return _of_either(design, line.effect)
    return passes() if design in _WITH else not_applicable()


def _of_either(design: Design, effect: Effect | None) -> Answer:
    if effect is None or (effect.measure is None and effect.comparator is None and not effect.arms):
        return inconclusive(f"a {design} may or may not compare groups, and no effect is recorded that tells")
    if effect.comparator is not None or len(effect.arms) > 1 or effect.measure not in {*_OF_ONE_GROUP, None}:
        return passes()
    return fails(f"gives the result of one group alone ({design}): it cannot show what caused it")


EXAMPLES: Final = (
    Example(
        "a single-arm study",
        claim(line(design="single-arm")),
        fails("has no control group (single-arm): it cannot show what caused what it saw"),
    ),
    Example(
        "a case series for a claim of harm",
        claim(line(design="case-series"), kind="harm"),
        fails("has no control group (case-series): it cannot show what caused what it saw"),
    ),
    Example(
        "a meta-analysis of proportions",
        claim(line(design="meta-analysis", result=effect("PR", "45%"))),
        fails("gives the result of one group alone (meta-analysis): it cannot show what caused it"),
    ),
    Example("a randomized trial", claim(line()), passes()),
    Example(
        "a cohort with a comparator", claim(line(design="cohort", result=effect("PR", comparator="no zinc"))), passes()
    ),
    Example(
        "a cohort with two arms",
        claim(line(design="cohort", result=effect(arms=(arm("zinc"), arm("no zinc"))))),
        passes(),
    ),
    Example(
        "a meta-analysis of risk ratios", claim(line(design="meta-analysis", result=effect("RR", "0.80"))), passes()
    ),
    Example(
        "a cohort without an effect",
        claim(line(design="cohort")),
        inconclusive("a cohort may or may not compare groups, and no effect is recorded that tells"),
    ),
    Example("a claim of prevalence", claim(line(design="cross-sectional"), kind="prevalence"), not_applicable()),
    Example("a guideline", claim(line(design="guideline")), not_applicable()),
)
