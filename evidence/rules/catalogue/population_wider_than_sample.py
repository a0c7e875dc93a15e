"""The claim is of more people than those in any sample that supports it.

## Why it matters

What was seen in women, in veterans or in people in hospital need not hold of everybody: they may be
sicker or healthier, treated otherwise, or differ in what counts. Trials often leave out many of
those to whom their results are later applied.

## What to do

Link a study of the people whom the claim names, or name in the claim those who were studied. Only
words tell here, as they stand in the record, and only where every supporting sample is narrower in
the same way, so this is shown and changes nothing; a person's judgement of the population stands
beside it.
"""

import re
from dataclasses import dataclass
from typing import Final

from evidence.dossier import Claim, Dossier
from evidence.limits import Limits
from evidence.rules.bearing import supporting
from evidence.rules.examples import claim, line, sample
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.words import brief, listed
from evidence.vocab import Directness, SampleUnit, Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "Rothwell 2005, External validity of randomised controlled trials, Lancet 365:82"


@dataclass(frozen=True, slots=True)
class _Trait:
    """What narrows a population."""

    name: str
    told_by: str
    """Words by which a sample is said to be of such people only."""
    undone_by: str
    """Words beside which they say so no longer."""
    named_by: str = ""
    """Further words by which a claim names such people."""


_WOMEN: Final = r"\b(?:wom[ae]n|females?|girls|mothers|pregnant)\b"
_MEN: Final = r"\b(?:m[ae]n|males?|boys|fathers)\b"
_TRAITS: Final = (
    _Trait("women", _WOMEN, _MEN),
    _Trait("men", _MEN, _WOMEN),
    _Trait("children", r"\b(?:child(?:ren)?|adolescents?|infants?|newborns?|pupils)\b", r"\b(?:adults?|parents?)\b"),
    _Trait("older people", r"\b(?:elderly|older (?:adults|people|patients|persons))\b", r"\byoung(?:er)?\b"),
    _Trait(
        "healthy people",
        r"\bhealthy (?:adults|men|participants|people|persons|subjects|volunteers|women)\b",
        r"\bwith\b|\bpatients?\b|[;,]",
        r"\bhealth",
    ),
    _Trait("veterans", r"\b(?:veterans?|soldiers?|service members)\b", r"\bcivil"),
    _Trait("people in hospital", r"\b(?:inpatients?|in hospital|hospitali[sz]ed)\b", r"\boutpatients?\b"),
    _Trait(
        "people whom other treatment did not help",
        r"\b(?:drug|therapy|treatment)[- ](?:refractory|resistant)\b|\brefractory\b",
        r"\bnot (?:treatment[- ]|selected)",
        r"\bresist|\bfail|\brespon[ds]|\bother treatments?\b",
    ),
)
_OF_A_PART: Final = re.compile(
    r"%|\d of\b|\bof (?:them|whom)\b|\(\d+\)|\b(?:some|most|mostly|partly|mainly|nearly|half|including|among"
    r"|mixed|any|with or without)\b"
)


def check(dossier: Dossier, _limits: Limits) -> Answer:
    """Look for what narrows every supporting sample, and not the claim."""
    claim = dossier.claim
    samples = [
        line.sample.population.casefold()
        for line in supporting(dossier)
        if line.sample is not None
        and line.sample.species in {"human", None}
        and line.sample.unit in {SampleUnit.PARTICIPANTS, SampleUnit.STUDIES}
        and line.population is not Directness.INDIRECT
    ]
    if claim.species != "human" or not samples:
        return not_applicable()
    if claim.population is None:
        return inconclusive("the claim names no population")
    narrower = [
        trait.name for trait in _TRAITS if all(_is_of(one, trait) for one in samples) and not _names(claim, trait)
    ]
    if narrower:
        return fails(f"every sample that supports it is of {listed(narrower)}, the claim of {brief(claim.population)}")
    return passes()


def _is_of(population: str, trait: _Trait) -> bool:
    undone = _OF_A_PART.search(population) or re.search(trait.undone_by, population)
    return not undone and re.search(trait.told_by, population) is not None


def _names(claim: Claim, trait: _Trait) -> bool:
    told = f"{claim.population} {claim.statement}".casefold()
    words = "|".join(part for part in (trait.told_by, trait.named_by) if part)
    return re.search(words, told) is not None


_VETERANS: Final = line(of_sample=sample("hulisz2004zinc", people="veterans with a cold"))
_WOMEN_WITH_COLDS: Final = line("b", of_sample=sample("b", people="women with a cold"))


EXAMPLES: Final = (
    Example(
        "veterans only",
        claim(_VETERANS),
        fails("every sample that supports it is of veterans, the claim of adults with a cold"),
    ),
    Example(
        "two samples of women",
        claim(_WOMEN_WITH_COLDS, line("c", of_sample=sample("c", people="pregnant outpatients with a cold"))),
        fails("every sample that supports it is of women, the claim of adults with a cold"),
    ),
    Example("each sample narrower in its own way", claim(_VETERANS, _WOMEN_WITH_COLDS), passes()),
    Example("a sample of adults", claim(line()), passes()),
    Example("the claim names them", claim(_VETERANS, people="veterans with a cold"), passes()),
    Example(
        "women and men",
        claim(line(of_sample=sample("hulisz2004zinc", people="men and women with a cold"))),
        passes(),
    ),
    Example(
        "a part of the sample",
        claim(line(of_sample=sample("hulisz2004zinc", people="adults with a cold, 60 % of them women"))),
        passes(),
    ),
    Example(
        "the claim names no population", claim(_VETERANS, people=None), inconclusive("the claim names no population")
    ),
    Example(
        "judged to be on other people, which another rule tells", claim(line(indirect="population")), not_applicable()
    ),
    Example("animals", claim(line(of_sample=sample("a", species="mouse"))), not_applicable()),
    Example("nothing supports it", claim(line(direction="neutral")), not_applicable()),
)
