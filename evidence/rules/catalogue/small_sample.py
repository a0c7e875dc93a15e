"""A line rests on fewer participants than the limit.

## Why it matters

Small samples give estimates that are not only wide but too large, since small studies that found
little are less often seen. Over 735 trials, effects in those of fewer than 50 patients were on
average 48 % larger than in those of 1,000 or more. Of a frequency, 49 people leave an uncertainty
of up to 14 percentage points either way.

## What to do

Link a larger study or a pooled analysis, or say in the text how small this one is.
"""

from typing import Final

from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS, FREQUENCIES, bears
from evidence.rules.examples import claim, line, sample, without_sample, without_study
from evidence.rules.independence import WITHOUT_SAMPLE
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.vocab import SampleUnit, Severity

SEVERITY: Final = Severity.WEAKENS
SCOPE: Final = Scope.LINE
SOURCE: Final = "Dechartres 2013, Influence of trial sample size on treatment effect estimates, BMJ 346:f2304"
LIMITS: Final = ("smallest-sample",)


def check(line: Line, dossier: Dossier, limits: Limits) -> Answer:
    """Compare the number analysed with the limit."""
    if not bears(line) or dossier.claim.kind not in EFFECTS | FREQUENCIES or _counts_nobody(line):
        return not_applicable()
    if line.sample is None:
        return inconclusive("no sample is recorded")
    n = line.sample.n
    if n is None:
        return inconclusive("no confirmed sample size is recorded")
    if n < limits.smallest_sample:
        return fails(f"n = {n}, fewer than {limits.smallest_sample}", limit="smallest-sample")
    return passes()


def _counts_nobody(line: Line) -> bool:
    if line.study is not None and line.study.design in WITHOUT_SAMPLE:
        return True
    return line.sample is not None and line.sample.unit is not SampleUnit.PARTICIPANTS


EXAMPLES: Final = (
    Example("twelve participants", claim(line(n=12)), fails("n = 12, fewer than 50", limit="smallest-sample")),
    Example("one below the limit", claim(line(n=49)), fails("n = 49, fewer than 50", limit="smallest-sample")),
    Example("exactly the limit", claim(line(n=50)), passes()),
    Example(
        "a size that is marked unconfirmed",
        claim(line(of_sample=sample("hulisz2004zinc", 12, status="unconfirmed"))).checked(),
        inconclusive("no confirmed sample size is recorded"),
    ),
    Example("no sample recorded", claim(without_study()), inconclusive("no sample is recorded")),
    Example(
        "a review whose size is in studies", claim(line(of_sample=sample("r", 6, unit="studies"))), not_applicable()
    ),
    Example("an opinion has no sample", claim(without_sample("pauling1970cold", "opinion")), not_applicable()),
    Example("a claim of mechanism", claim(line(n=12), kind="mechanism"), not_applicable()),
)
