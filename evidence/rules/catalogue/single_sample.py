"""The lines that support the claim rest on fewer independent samples than the limit.

## Why it matters

A finding that was made once may be a chance. Of 45 highly cited studies that claimed an effect,
only 20 were borne out by later ones; 7 were contradicted and 7 had overstated the effect.
Three sources on one cohort are one sample; a review that pools several studies is several.

## What to do

Link a further study on other people, or a systematic review, or say in the text that one study
found it.
"""

from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS, FREQUENCIES, supporting
from evidence.rules.examples import claim, line, sample, study, without_sample
from evidence.rules.independence import WITHOUT_SAMPLE, independent, pools_several
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.words import called, several
from evidence.vocab import ClaimKind, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "Ioannidis 2005, Contradicted and initially stronger effects, JAMA 294:218"

_KINDS: Final = EFFECTS | FREQUENCIES | {ClaimKind.MECHANISM}


def check(dossier: Dossier, limits: Limits) -> Answer:
    """Count the independent samples behind the supporting lines."""
    lines = supporting(dossier)
    if dossier.claim.kind not in _KINDS or not lines:
        return not_applicable()
    if any(pools_several(line) for line in lines):
        return passes()
    sampled = [line for line in lines if line.study is not None and line.study.design not in WITHOUT_SAMPLE]
    if not sampled:
        return inconclusive("no line that supports the claim has a sample of its own")
    groups = independent(sampled)
    if len(groups) >= limits.fewest_samples:
        return passes()
    first = called(groups[0][0].source)
    also = f" and {several(len(sampled) - 1, 'further line')}" if len(sampled) > 1 else ""
    return fails(
        f"rests on {several(len(groups), 'independent sample')} ({first}{also}), fewer than {limits.fewest_samples}",
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
            "rests on 1 independent sample (hulisz2004zinc and 1 further line), fewer than 2", limit="fewest-samples"
        ),
    ),
    Example(
        "a trial and its substudy",
        claim(line(), line("marone2006imaging", of_sample=sample("marone2006imaging", inside=("hulisz2004zinc/all",)))),
        fails(
            "rests on 1 independent sample (hulisz2004zinc and 1 further line), fewer than 2", limit="fewest-samples"
        ),
    ),
    Example("exactly the limit: two trials", claim(line(), line("mossad1996zinc")), passes()),
    Example("a meta-analysis alone", claim(line("hemila2017zinc", design="meta-analysis")), passes()),
    Example(
        "a review that found one trial",
        claim(line(design="systematic-review", of_sample=sample("hulisz2004zinc", 1, unit="studies"))),
        fails("rests on 1 independent sample (hulisz2004zinc), fewer than 2", limit="fewest-samples"),
    ),
    Example(
        "an opinion alone",
        claim(without_sample("pauling1970cold", "opinion")),
        inconclusive("no line that supports the claim has a sample of its own"),
    ),
    Example("nothing supports the claim", claim(line(direction="disputes")), not_applicable()),
    Example("a claim of history", claim(line(), kind="history"), not_applicable()),
)
