"""A line on animals or cells bears on a claim about people.

## Why it matters

Of 76 animal studies in the leading journals, each cited more than 500 times, about a third were
borne out in randomized trials on people, and one in ten came into use. GRADE rates
animal work down, as a rule by two levels, for not being on the people in question.

## What to do

Link evidence on people, or say in the text that the finding is on animals. A claim about no
organism at all, as on what a substance binds to, has no species: leave it out of the record.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.bearing import bears
from evidence.rules.examples import claim, line, of_no_organism, sample, without_study
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.words import brief
from evidence.vocab import Design, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "Hackam and Redelmeier 2006, Translation of research evidence from animals to humans, JAMA 296:1731"

_HUMAN: Final = "human"


def check(line: Line, dossier: Dossier, _limits: Limits) -> Answer:
    """Ask whether a claim about people rests on people."""
    if not bears(line) or (dossier.claim.species or "").casefold() != _HUMAN:
        return not_applicable()
    if line.study is None:
        return inconclusive("no study is linked, so nobody can tell on whom it was done")
    species = line.sample.species if line.sample is not None else None
    if line.study.design is Design.IN_VITRO:
        return fails("was done on cells or tissue, and the claim is about people")
    if species is not None and species.casefold() != _HUMAN:
        return fails(f"was done on an animal ({brief(species)}), and the claim is about people")
    if line.study.design is Design.ANIMAL:
        return fails("was done on animals, and the claim is about people")
    return passes()


EXAMPLES: Final = (
    Example(
        "a study on rats",
        claim(line(of_sample=sample("rat2001zinc", 24, unit="animals", species="rat"), design="animal")),
        fails("was done on an animal (rat), and the claim is about people"),
    ),
    Example(
        "a study on cells",
        claim(line(design="in-vitro", n=None)),
        fails("was done on cells or tissue, and the claim is about people"),
    ),
    Example(
        "animals of a species that is not recorded",
        claim(line(of_sample=sample("mice2001zinc", 24, unit="animals", species=None), design="animal")),
        fails("was done on animals, and the claim is about people"),
    ),
    Example("a trial on people", claim(line()), passes()),
    Example(
        "no study linked",
        claim(without_study()),
        inconclusive("no study is linked, so nobody can tell on whom it was done"),
    ),
    Example("a claim about no organism", of_no_organism(claim(line(design="in-vitro"))), not_applicable()),
)
