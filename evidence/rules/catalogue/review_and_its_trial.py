"""A review stands beside a study that it includes.

## Why it matters

A result that is used once by itself and once within a review is counted twice, and the evidence
seems larger and more precise than it is.

## What to do

Nothing, if you know it: the study is counted with the review. Otherwise keep the one that answers
the claim best.
"""

from typing import Final

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.rules.bearing import evidence
from evidence.rules.examples import claim, line, study
from evidence.rules.independence import inclusions
from evidence.rules.kit import Answer, Example, Scope, fails, passes
from evidence.rules.words import called, listed
from evidence.vocab import Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.CLAIM
SOURCE: Final = "Lunny 2021, Managing overlap of primary study results, BMC Med Res Methodol 21:140"


def check(dossier: Dossier, _limits: Limits) -> Answer:
    """Look for studies beside the review that includes them."""
    told = [
        f"{called(review.source)} includes {listed(called(line.source) for line in included)}"
        for review, included in inclusions(evidence(dossier))
    ]
    return fails("; ".join(told) + ": not counted beside it") if told else passes()


EXAMPLES: Final = (
    Example(
        "a meta-analysis and two of its trials",
        claim(
            line("hemila2017zinc", design="meta-analysis"),
            line(of_study=study("hulisz2004zinc", included_in=("hemila2017zinc",))),
            line("mossad1996zinc", of_study=study("mossad1996zinc", included_in=("hemila2017zinc",))),
        ),
        fails("hemila2017zinc includes hulisz2004zinc and mossad1996zinc: not counted beside it"),
    ),
    Example(
        "two trials of a review that is not linked",
        claim(
            line(of_study=study("hulisz2004zinc", included_in=("hemila2017zinc",))),
            line("mossad1996zinc", of_study=study("mossad1996zinc", included_in=("hemila2017zinc",))),
        ),
        passes(),
    ),
    Example("a trial and a review without it", claim(line("hemila2017zinc", design="meta-analysis"), line()), passes()),
)
