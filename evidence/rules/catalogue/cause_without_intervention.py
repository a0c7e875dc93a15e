"""The claim says that one thing brings about another, and no controlled experiment supports it.

## Why it matters

That two things go together does not tell that one brings about the other: the other way round, a
third thing or chance would look alike. Where nobody was given the one and others not, by lot or
at least with a control group, words as "prevents", "leads to" or "reduces" say more than was seen.
Papers on observations use them often all the same.

## What to do

Link a controlled experiment, or word the claim as what was seen: "goes with", "is associated with",
"increases with", "is commoner in". A claim that has such a word is not asked.
Waive it where what else is known, as the size of the difference, its dose and its course in time,
makes the cause plain.
"""

import re
from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS, supporting
from evidence.rules.examples import claim, line, without_study
from evidence.rules.independence import SYNTHESES
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.words import called, listed
from evidence.vocab import ClaimKind, Design, Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.CLAIM
SOURCE: Final = (
    "Haber 2022, Causal and associational language in observational health research, Am J Epidemiol 191:2084"
)

_KINDS: Final = EFFECTS | {ClaimKind.MECHANISM, ClaimKind.PROGNOSIS}
_CAUSAL: Final = re.compile(
    r"\b(?:caus(?:es?|ed|ing)|leads? to|led to|results? in|resulted in|due to|because of|brings? about|prevents?"
    r"|prevented|induces?|induced|triggers?|triggered|reduces?|lowers|raises?|protects?|cures?|shortens?|prolongs?"
    r"|worsens?|improves?|normali[sz]es?|(?:in|de)creases?(?! in\b)"
    r"|(?:lower|reduced|(?:in|de)creased)(?= (?:an?|her|his|its|our|the|their|your)\b))\b",
    re.IGNORECASE,
)
"""Of a word that is an adjective too, as in "lower risk", only what has an article behind it."""
_SEEN: Final = re.compile(
    r"\bassociat(?:ed|ion|ions)\b|\blink(?:ed|s)?\b|\bcorrelat\w+|\bg(?:o|oes|oing|one) with\b|\bwent with\b"
    r"|\brelated to\b|\b(?:in|de)creas(?:es?|ed|ing) with\b|\b(?:fall|fell|falls|rise|rises|rose) with\b",
    re.IGNORECASE,
)
"""Words for what goes together, and no more."""
_INTERVENED: Final = frozenset(
    {Design.RANDOMIZED, Design.RANDOMIZED_CROSSOVER, Design.NON_RANDOMIZED, Design.ANIMAL, Design.IN_VITRO}
)
_RESTS_ON_OTHERS: Final = SYNTHESES | {Design.NARRATIVE_REVIEW, Design.GUIDELINE, Design.LABEL}


def check(dossier: Dossier, _limits: Limits) -> Answer:
    """Look for an experiment with a control among the lines that support a causal claim."""
    word = _CAUSAL.search(dossier.claim.statement)
    if dossier.claim.kind not in _KINDS or word is None or _SEEN.search(dossier.claim.statement):
        return not_applicable()
    lines = supporting(dossier)
    if not lines:
        return not_applicable()
    designs = [line.study.design if line.study is not None else None for line in lines]
    if not _INTERVENED.isdisjoint(designs):
        return passes()
    unknown = [
        line for line, design in zip(lines, designs, strict=True) if design is None or design in _RESTS_ON_OTHERS
    ]
    if unknown:
        names = listed(called(line.source) for line in unknown)
        return inconclusive(f"nobody has recorded whether anybody intervened in what {names} rests on")
    told = listed(str(design) for design in designs)
    return fails(f"the claim says {word.group().casefold()}, and what supports it is {told}: no controlled experiment")


EXAMPLES: Final = (
    Example(
        "a cohort",
        claim(line(design="cohort"), says="Zinc prevents colds."),
        fails("the claim says prevents, and what supports it is cohort: no controlled experiment"),
    ),
    Example(
        "people all treated, and an opinion",
        claim(line(design="single-arm"), line("b", design="opinion"), says="Zinc shortens a cold."),
        fails("the claim says shortens, and what supports it is single-arm and opinion: no controlled experiment"),
    ),
    Example(
        "a verb that may be an adjective",
        claim(line(design="cohort"), says="Zinc lozenges lower the risk of a cold."),
        fails("the claim says lower, and what supports it is cohort: no controlled experiment"),
    ),
    Example("one trial among cohorts", claim(line(design="cohort"), line("b"), says="Zinc prevents colds."), passes()),
    Example(
        "an experiment on animals",
        claim(line(design="animal"), kind="mechanism", says="Zinc raises the number of T cells."),
        passes(),
    ),
    Example(
        "a review of whatever studies",
        claim(line(design="meta-analysis"), line("b", design="cohort"), says="Zinc prevents colds."),
        inconclusive("nobody has recorded whether anybody intervened in what hulisz2004zinc rests on"),
    ),
    Example(
        "no study linked",
        claim(without_study(), says="Zinc prevents colds."),
        inconclusive("nobody has recorded whether anybody intervened in what hulisz2004zinc rests on"),
    ),
    Example(
        "worded as what was seen",
        claim(line(design="cohort"), says="Colds are rarer in people with more zinc."),
        not_applicable(),
    ),
    Example(
        "worded as an association",
        claim(line(design="cohort"), says="Zinc is linked to a lower risk and reduces worry."),
        not_applicable(),
    ),
    Example(
        "worded as going with it", claim(line(design="cohort"), says="The rate increases with age."), not_applicable()
    ),
    Example(
        "an adjective",
        claim(line(design="cohort"), says="People with more zinc have reduced mortality and lower costs."),
        not_applicable(),
    ),
    Example("nothing supports it", claim(says="Zinc prevents colds."), not_applicable()),
    Example(
        "a claim of how common something is",
        claim(line(design="cohort"), kind="prevalence", says="One in two colds is due to rhinoviruses."),
        not_applicable(),
    ),
)
