"""A standard deviation of an arm is that of no answers on its scale that have its mean.

## Why it matters

Five answers from 1 to 7 whose mean is 4.2 have an SD of 0.45 at least and of 3.03 at most, and not every
number between. So the mean, the SD or the number of people was printed or copied wrongly, or they are
not of the same people. An SD that is too small is often a standard error; either way the weight of the
study in a pooled effect is wrong.

## What to do

Look all three up in the published copy, and see whether it prints an SD of the people or the standard
error of their mean. Each arm is tried on its scale: the least and the greatest SD, then whether any
whole numbers have both mean and SD, then whether any answers on that very scale have them; where those
are too many to try, this is left open. Zeros and ones have one SD for each count. An SD of a model,
of imputed or of corrected values is of no whole numbers: record no scale beside it.
"""

from collections.abc import Iterator
from typing import Final

from evidence.dossier import Arm, Dossier, Line, Scale
from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.limits import Limits
from evidence.numbers.debit import debit
from evidence.numbers.finding import Finding
from evidence.numbers.grimmer import grimmer
from evidence.numbers.scale import sd_limits
from evidence.numbers.sprite import sprite
from evidence.rules.examples import arm, claim, effect, line
from evidence.rules.kit import Answer, Example, Scope, fails, inconclusive, not_applicable, passes
from evidence.rules.on_scale import mean_of, of_arms, printed
from evidence.vocab import Outcome, Severity

SEVERITY: Final = Severity.NOTES
SCOPE: Final = Scope.LINE
SOURCE: Final = (
    "Heathers et al. 2018, PeerJ Preprints 6:e26968v1 (SPRITE, limits of an SD); Anaya 2016, PeerJ Preprints "
    "4:e2400v1 (GRIMMER); of zeros and ones Heathers and Brown 2019, https://osf.io/5vb3u (DEBIT)"
)

_ZEROS_AND_ONES: Final = Scale(low=0, high=1)


def check(line: Line, _dossier: Dossier, _limits: Limits) -> Answer:
    """Seek answers on the scale that have the mean and the SD of each arm."""
    return of_arms(line, _sd_of)


def _sd_of(arm: Arm, scale: Scale) -> Answer:
    if arm.sd is None or arm.sd.relation != "=":
        return not_applicable()
    if arm.mean is None or arm.n is None or arm.mean.relation != "=":
        return inconclusive("beside its SD the mean, or the number of its people, is not recorded as one number")
    of_mean = mean_of(arm, scale)
    if of_mean.outcome is Outcome.FAIL:
        return inconclusive("no people have its mean, so whether they can have its SD is not told")
    try:
        for found in _tests(arm.mean, sd=arm.sd, n=arm.n, scale=scale):
            if not found.stands:
                return fails(found.reason)
    except UsageError as error:
        return inconclusive(str(error))
    return passes()


def _tests(mean: Figure, *, sd: Figure, n: Figure, scale: Scale) -> Iterator[Finding]:
    """Run the tests one by one, the quickest first; the one of zeros and ones is sure by itself."""
    if scale == _ZEROS_AND_ONES:
        yield debit(mean, sd=sd, n=n)
        return
    lowest, highest, items = printed(scale.low), printed(scale.high), printed(scale.items)
    yield sd_limits(mean, n=n, lowest=lowest, highest=highest, sd=sd, items=items)
    yield grimmer(mean, sd=sd, n=n, items=items)
    yield sprite(mean, sd=sd, n=n, lowest=lowest, highest=highest, items=items)


def _printed(*arms: tuple[str | None, str | None, str | None], scale: Scale | None, design: str = "cohort") -> Dossier:
    names = ("zinc", "placebo")
    told = tuple(arm(name, mean=mean, sd=sd, n=n) for name, (mean, sd, n) in zip(names, arms, strict=False))
    return claim(line(design=design, result=effect("MD", arms=told, scale=scale)))


_TO_FIVE: Final = Scale(low=1, high=5)
_TO_SEVEN: Final = Scale(low=1, high=7)

EXAMPLES: Final = (
    Example(
        "just below the least SD",
        _printed(("4.2", "0.44", "5"), scale=_TO_SEVEN),
        fails("zinc: 5 answers from 1 to 7 with the mean 4.2 have an SD of 0.45 to 3.03, so never 0.44"),
    ),
    Example("exactly the least SD", _printed(("4.2", "0.45", "5"), scale=_TO_SEVEN), passes()),
    Example("exactly the greatest SD", _printed(("4.2", "3.03", "5"), scale=_TO_SEVEN), passes()),
    Example(
        "just above the greatest SD",
        _printed(("4.2", "3.04", "5"), scale=_TO_SEVEN),
        fails("zinc: 5 answers from 1 to 7 with the mean 4.2 have an SD of 0.45 to 3.03, so never 3.04"),
    ),
    Example(
        "between the two, and yet of no whole numbers (GRIMMER)",
        _printed(("5.21", "1.60", "28"), ("3.44", "2.47", "18"), scale=_TO_SEVEN),
        fails("placebo: no 18 whole numbers have the mean 3.44 and the SD 2.47 (with n - 1)"),
    ),
    Example(
        "of some whole numbers, and of none on the scale (SPRITE)",
        _printed(("3.00", "2.10", "6"), scale=_TO_FIVE),
        fails("zinc: no 6 answers from 1 to 5 have the mean 3.00 and the SD 2.10 (with n - 1)"),
    ),
    Example("three ones and three fives", _printed(("3.00", "2.19", "6"), scale=_TO_FIVE), passes()),
    Example("a million people", _printed(("4.02", "1.55", "1000000"), scale=_TO_SEVEN), passes()),
    Example(
        "means of two answers vary less",
        _printed(("4.2", "0.27", "5"), scale=Scale(low=1, high=7, items=2)),
        passes(),
    ),
    Example(
        "zeros and ones (DEBIT)",
        _printed(("0.35", "0.18", "20"), scale=Scale(low=0, high=1)),
        fails("zinc: 20 zeros and ones with the mean 0.35 have the SD 0.49, not 0.18"),
    ),
    Example("zeros and ones that can be", _printed(("0.53", "0.50", "1683"), scale=Scale(low=0, high=1)), passes()),
    Example(
        "no mean beside it",
        _printed((None, "1.60", "28"), scale=_TO_SEVEN),
        inconclusive("zinc: beside its SD the mean, or the number of its people, is not recorded as one number"),
    ),
    Example(
        "no size beside it",
        _printed(("5.21", "1.60", None), scale=_TO_SEVEN),
        inconclusive("zinc: beside its SD the mean, or the number of its people, is not recorded as one number"),
    ),
    Example(
        "one person",
        _printed(("5", "1.60", "1"), scale=_TO_SEVEN),
        inconclusive("zinc: n is a whole number from 2 to 1,000,000,000,000, not 1"),
    ),
    Example(
        "a mean that cannot be, which is told elsewhere",
        _printed(("5.19", "1.60", "28"), scale=_TO_SEVEN),
        inconclusive("zinc: no people have its mean, so whether they can have its SD is not told"),
    ),
    Example(
        "so wide a scale that not all answers are tried",
        _printed(("13.73", "12.12", "20"), scale=Scale(low=0, high=27, items=10)),
        inconclusive(
            "zinc: 20 means of 10 answers from 0 to 27 are too many to try them all, and none that fit were put "
            "together at once; so it is not known whether any do"
        ),
    ),
    Example("a bound", _printed(("5.21", "< 1.60", "28"), scale=_TO_SEVEN), not_applicable()),
    Example("no SD", _printed(("5.21", None, "28"), scale=_TO_SEVEN), not_applicable()),
    Example(
        "a review weighs its studies",
        _printed(("4.2", "3.04", "5"), scale=_TO_SEVEN, design="meta-analysis"),
        not_applicable(),
    ),
    Example("no scale", _printed(("4.2", "3.04", "5"), scale=None), not_applicable()),
    Example("no effect", claim(line()), not_applicable()),
)
