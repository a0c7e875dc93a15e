"""Where the certainty starts: high by randomized trials, low by studies that only observe."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from evidence.certainty.body import Body
from evidence.certainty.signals import Sheet, Signal
from evidence.dossier import Study
from evidence.grade import SOURCE
from evidence.rules.independence import SYNTHESES
from evidence.rules.words import several
from evidence.vocab import Design, Rating, Step

RANDOMIZED: Final = frozenset({Design.RANDOMIZED, Design.RANDOMIZED_CROSSOVER})
OBSERVATIONAL: Final = frozenset(
    {
        Design.NON_RANDOMIZED,
        Design.SINGLE_ARM,
        Design.COHORT,
        Design.CASE_CONTROL,
        Design.CROSS_SECTIONAL,
        Design.CASE_SERIES,
        Design.CASE_REPORT,
    }
)
_STARTS: Final = ((Rating.HIGH, RANDOMIZED, "randomized"), (Rating.LOW, OBSERVATIONAL, "not randomized"))


def studies(body: Body, kinds: frozenset[Design] = frozenset(Design)) -> Sequence[Study]:
    """Give each study of these designs behind the lines once."""
    found = {line.study.key: line.study for line in body.lines if line.study is not None}
    return [study for study in found.values() if study.design in kinds]


def start(body: Body) -> Sheet:
    """Count the studies that are randomized and those that are not."""
    counted = Counter(study.design for study in studies(body))
    among = {rating: sum(counted[design] for design in kinds) for rating, kinds, _ in _STARTS}
    computed = tuple(
        Signal(
            told=f"{among[rating]} of {several(counted.total(), 'study')} {words}, by which it starts as {rating}",
            source=SOURCE,
            suggests=rating if among[rating] == counted.total() else None,
        )
        for rating, _, words in _STARTS
        if among[rating]
    )
    apart = "; the randomized studies and the others are to be rated apart" if len(computed) > 1 else ""
    unknown = [
        f"What is of the design {design} starts as the studies in it do, and into these no line here leads"
        if design in SYNTHESES
        else f"GRADE has no start for the design {design}"
        for design in counted
        if design not in RANDOMIZED | OBSERVATIONAL
    ]
    if missing := sum(line.study is None for line in body.lines):
        unknown.append(f"Which study is behind {several(missing, 'line')} is not recorded")
    return Sheet(step=Step.START, computed=computed, to_judge=(f"Where it starts{apart}",), unknown=tuple(unknown))
