"""The claim gives another number of people than the sample, or the arms hold more.

## Why it matters

The number of people is what a reader weighs a study by. Where a text gives another than the study,
it quotes another study or another analysis; where the arms hold more people than the sample, one of
the two was copied wrongly, or people were counted twice. CONSORT asks for the number analysed in
each group, for each result.

## What to do

Look up who was enrolled, who was analysed and how many were in each arm of this result, and correct
the text or the record. A number that any linked sample or any arm holds is right; a bound, as more
than 2000, is held against them as one. A claim gives the size where its quoted figure is of
participants, patients, people or the like, and nothing more. That is asked of lines that support or
dispute it; the arms of every line are added up, since numbers that cannot be are so wherever they
stand.
"""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from evidence.dossier import Claim, Dossier, Line, Sample
from evidence.figures import Figure
from evidence.limits import Limits
from evidence.rules.bearing import bears
from evidence.rules.examples import arm, claim, effect, line, quoting, without_study
from evidence.rules.independence import SYNTHESES
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.reported import bears_out, exactly, is_count, is_percentage
from evidence.vocab import Design, Direction, SampleUnit, Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = "CONSORT 2010 explanation and elaboration, item 16, Moher 2010, BMJ 340:c869"

_SIZE: Final = re.compile(
    r"(?:the )?(?:number of |all )?"
    r"(?:adults|children|men|participants|patients|people|persons|subjects|volunteers|women)"
    r"(?: (?:analysed|analyzed|enrolled|included|randomi[sz]ed|studied|who took part|in the (?:study|trial)))?"
    r"|(?:the )?sample size|n",
    re.IGNORECASE,
)
_IN_PARALLEL: Final = SYNTHESES | {Design.RANDOMIZED, Design.NON_RANDOMIZED, Design.CASE_CONTROL}
"""Designs in which each person is in one arm; the steps of a cohort or the periods of a crossover are arms too."""


def check(line: Line, dossier: Dossier, _limits: Limits) -> Answer:
    """Compare the size that the claim quotes, and the sum of the arms, with the sample."""
    quoted = _quoted(dossier.claim) if bears(line) else []
    arms = _in_arms(line)
    if not quoted and arms is None:
        return not_applicable()
    sizes = _sizes(line.sample)
    if not sizes:
        return inconclusive("no confirmed number of people is recorded")
    anywhere = [exactly(size) for line in dossier.lines for size in {*_sizes(line.sample), *_of_arms(line)}]
    told = " or ".join(str(size) for size in sizes)
    faults = [
        f"the claim says {size}, the sample holds {told}"
        for size in quoted
        if not any(bears_out(size, held) for held in anywhere)
    ]
    if arms is not None and arms > max(sizes):
        faults.append(f"its arms hold {arms} people together, the sample {told}")
    return fails("; ".join(faults)) if faults else passes()


def _quoted(claim: Claim) -> list[Figure]:
    return [
        quote.figure for quote in claim.quotes if _SIZE.fullmatch(quote.of.strip()) and not is_percentage(quote.figure)
    ]


def _of_arms(line: Line) -> list[int]:
    """Give the sizes of the arms of a line's effect, of whatever design."""
    arms = line.effect.arms if line.effect is not None else ()
    return [int(arm.n.value) for arm in arms if arm.n is not None and is_count(arm.n)]


def _in_arms(line: Line) -> Decimal | None:
    if line.study is None or line.study.design not in _IN_PARALLEL or line.effect is None:
        return None
    sizes = [arm.n.value for arm in line.effect.arms if arm.n is not None and arm.n.relation == "="]
    return sum(sizes, Decimal(0)) if len(sizes) > 1 else None


def _sizes(sample: Sample | None) -> list[int]:
    if sample is None or sample.unit is not SampleUnit.PARTICIPANTS:
        return []
    return sorted({size for size in (sample.analysed, sample.enrolled) if size is not None})


def _trial(*sizes: str, n: int | None = 100, design: str = "randomized") -> Line:
    arms = tuple(arm(f"arm {place}", n=size) for place, size in enumerate(sizes, start=1))
    return line(n=n, design=design, result=effect("RR", "0.7", arms=arms))


EXAMPLES: Final = (
    Example(
        "another number in the claim",
        quoting(claim(line(n=100)), "120", of="patients"),
        fails("the claim says 120, the sample holds 100"),
    ),
    Example(
        "more in the arms than in the sample",
        claim(_trial("52", "51")),
        fails("its arms hold 103 people together, the sample 100"),
    ),
    Example("the same number", quoting(claim(line(n=100)), "100", of="participants analysed"), passes()),
    Example(
        "the number of another line", quoting(claim(line(n=100), line("b", n=120)), "120", of="patients"), passes()
    ),
    Example(
        "fewer than a bound that the claim gives",
        quoting(claim(line(n=200)), ">2000", of="participants"),
        fails("the claim says >2000, the sample holds 200"),
    ),
    Example(
        "arms of a line that bears neither way",
        claim(replace(_trial("52", "51"), direction=Direction.NEUTRAL)),
        fails("its arms hold 103 people together, the sample 100"),
    ),
    Example("more than a bound", quoting(claim(line(n=2104)), ">2000", of="participants"), passes()),
    Example("the number of an arm", quoting(claim(_trial("52", "48")), "52", of="patients"), passes()),
    Example("exactly as many in the arms", claim(_trial("52", "48")), passes()),
    Example("fewer in the arms, some being left out", claim(_trial("40", "41")), passes()),
    Example(
        "no size recorded",
        claim(_trial("52", "48", n=None)),
        inconclusive("no confirmed number of people is recorded"),
    ),
    Example(
        "no sample recorded",
        quoting(claim(without_study()), "120", of="patients"),
        inconclusive("no confirmed number of people is recorded"),
    ),
    Example(
        "a size quoted, beside a line that bears neither way",
        quoting(claim(line(n=100, direction="neutral")), "120", of="patients"),
        not_applicable(),
    ),
    Example("one arm", claim(_trial("103")), not_applicable()),
    Example("people in both periods", claim(_trial("52", "51", design="randomized-crossover")), not_applicable()),
    Example("the number of those who recovered", quoting(claim(line()), "17", of="those recovered"), not_applicable()),
    Example("a percentage of patients", quoting(claim(line()), "70%", of="patients"), not_applicable()),
    Example("no size quoted, no arms", claim(line()), not_applicable()),
)
