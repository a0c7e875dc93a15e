"""Several lines of evidence rest on the same people.

## Why it matters

One study in several papers is one study. When the trials of ondansetron were pooled with their
duplicates, the drug seemed better than it was: the number needed to treat fell from 6.4 to 4.9.

## What to do

Nothing, if you know it: these lines count as one sample. Otherwise keep the line that answers the
claim best.
"""

from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.rules.bearing import evidence
from evidence.rules.examples import claim, line, sample, study
from evidence.rules.independence import on_the_same_people
from evidence.rules.kit import Answer, Example, Scope, fails, passes
from evidence.rules.words import called, listed, several
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "Tramèr 1997, Impact of covert duplicate publication, BMJ 315:635"


def check(dossier: Dossier, _limits: Limits) -> Answer:
    """Look for lines that share people."""
    told = []
    for group in on_the_same_people(evidence(dossier)):
        if len(group) > 1:
            names = listed(called(line.source) for line in group)
            told.append(f"{several(len(group), 'line')} on the same people ({names})")
    return fails("; ".join(told) + ": counted once") if told else passes()


EXAMPLES: Final = (
    Example(
        "two papers on one trial",
        claim(line(of_study=study("cleveland")), line("hulisz2005followup", of_study=study("cleveland"))),
        fails("2 lines on the same people (hulisz2004zinc and hulisz2005followup): counted once"),
    ),
    Example(
        "two effects of one paper",
        claim(line(), line()),
        fails("2 lines on the same people (hulisz2004zinc): counted once"),
    ),
    Example(
        "a sample that contains another",
        claim(
            line(of_sample=sample("hulisz2004zinc", overlaps=(("contains", "mossad1996zinc/all"),))),
            line("mossad1996zinc"),
        ),
        fails("2 lines on the same people (hulisz2004zinc and mossad1996zinc): counted once"),
    ),
    Example(
        "two samples said to be the same as a third",
        claim(
            line(of_sample=sample("hulisz2004zinc", overlaps=(("same", "cleveland/all"),))),
            line("mossad1996zinc", of_sample=sample("mossad1996zinc", overlaps=(("same", "cleveland/all"),))),
        ),
        fails("2 lines on the same people (hulisz2004zinc and mossad1996zinc): counted once"),
    ),
    Example(
        "two samples inside a third that is not linked",
        claim(
            line(of_sample=sample("hulisz2004zinc", inside=("cleveland/all",))),
            line("mossad1996zinc", of_sample=sample("mossad1996zinc", inside=("cleveland/all",))),
        ),
        passes(),
    ),
    Example("two trials on different people", claim(line(), line("mossad1996zinc")), passes()),
)
