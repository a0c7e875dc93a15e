"""The lines that support the claim rest on fewer independent samples than the limit.

## Why it matters

A finding that was made once may be a chance. Of 45 highly cited studies that claimed an effect,
only 20 were borne out by later ones; 7 were contradicted and 7 had overstated the effect.
Three sources on one cohort are one sample; a review that pools several studies is several. What was
found in another population, or on another outcome, is no second finding of the same thing.

## What to do

Link a further study on other people, or a systematic review, or say in the text that one study
found it.
"""

from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS, FREQUENCIES, supporting
from evidence.rules.examples import claim, line, sample, study, without_sample
from evidence.rules.independence import pools_several, samples_behind
from evidence.rules.kit import Answer, Example, Scope, fails, not_applicable, passes
from evidence.rules.words import called, listed, several
from evidence.vocab import ClaimKind, Directness, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "Ioannidis 2005, Contradicted and initially stronger effects, JAMA 294:218"
LIMITS: Final = ("fewest-samples",)

_KINDS: Final = EFFECTS | FREQUENCIES | {ClaimKind.MECHANISM}


def check(dossier: Dossier, limits: Limits) -> Answer:
    """Count the independent samples behind the supporting lines."""
    lines = supporting(dossier)
    if dossier.claim.kind not in _KINDS or not lines:
        return not_applicable()
    lines = tuple(line for line in lines if Directness.INDIRECT not in (line.population, line.outcome)) or lines
    groups = samples_behind(lines)
    if len(groups) >= limits.fewest_samples or any(pools_several(line) for line in lines):
        return passes()
    if not groups:
        return fails("no line that supports the claim has a sample of its own", limit="fewest-samples")
    names = listed(called(line.source) for group in groups for line in group)
    return fails(
        f"rests on {several(len(groups), 'independent sample')} ({names}), fewer than {limits.fewest_samples}",
        limit="fewest-samples",
    )


EXAMPLES: Final = (
    Example(
        "one trial",
        claim(line()),
        fails("rests on 1 independent sample (hulisz2004zinc), fewer than 2", limit="fewest-samples"),
    ),
    Example(
        "two papers on one trial",
        claim(line(of_study=study("cleveland")), line("hulisz2005followup", of_study=study("cleveland"))),
        fails(
            "rests on 1 independent sample (hulisz2004zinc and hulisz2005followup), fewer than 2",
            limit="fewest-samples",
        ),
    ),
    Example(
        "a trial and its substudy",
        claim(line(), line("marone2006imaging", of_sample=sample("marone2006imaging", inside=("hulisz2004zinc/all",)))),
        fails(
            "rests on 1 independent sample (hulisz2004zinc and marone2006imaging), fewer than 2", limit="fewest-samples"
        ),
    ),
    Example("exactly the limit: two trials", claim(line(), line("mossad1996zinc")), passes()),
    Example(
        "a trial, and another in another population",
        claim(line(), line("mossad1996zinc", indirect="population")),
        fails("rests on 1 independent sample (hulisz2004zinc), fewer than 2", limit="fewest-samples"),
    ),
    Example(
        "two trials, both in other populations",
        claim(line(indirect="population"), line("mossad1996zinc", indirect="population")),
        passes(),
    ),
    Example("a meta-analysis alone", claim(line("hemila2017zinc", design="meta-analysis")), passes()),
    Example(
        "a review that found one trial",
        claim(line(design="systematic-review", of_sample=sample("hulisz2004zinc", 1, unit="studies"))),
        fails("rests on 1 independent sample (hulisz2004zinc), fewer than 2", limit="fewest-samples"),
    ),
    Example(
        "an opinion alone",
        claim(without_sample("pauling1970cold", "opinion")),
        fails("no line that supports the claim has a sample of its own", limit="fewest-samples"),
    ),
    Example("nothing supports the claim", claim(line(direction="disputes")), not_applicable()),
    Example("a claim of history", claim(line(), kind="history"), not_applicable()),
)
