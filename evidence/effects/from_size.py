"""A printed estimate with the sampling variance that the size of its sample gives, for measures where it does."""

from collections.abc import Callable, Mapping
from typing import Final

from evidence.dossier import Effect
from evidence.effects.estimated import Estimated, Result
from evidence.effects.from_tests import FISHER
from evidence.effects.placed import place_estimate
from evidence.effects.proportion import proportion_of
from evidence.effects.sizes import Sizes
from evidence.effects.standardized import BETWEEN, VARIANCE, VARIANCE_WITHIN, WITHIN, variance_between, variance_within
from evidence.effects.workings import Lacking, Workings, attempt
from evidence.figures import Figure
from evidence.vocab import Measure


def from_size(effect: Effect, measure: Measure, *, sizes: Sizes) -> Result:
    """Give a printed correlation, standardized difference, standardized change or proportion."""
    compute = BY_SIZE[measure]
    return attempt(measure, lambda work: compute(work, effect.estimate, sizes))


def _correlation(work: Workings, estimate: Figure | None, sizes: Sizes) -> Estimated:
    z, n = place_estimate(work, estimate), sizes.all(work)
    if n <= 3:  # noqa: PLR2004 - the variance is 1/(n - 3)
        raise Lacking(f"a correlation among {n} has no sampling variance: it needs more than 3")
    return work.give(z, 1 / (n - 3), formula="y = atanh(r); v = 1/(n - 3)", source=FISHER)


def _difference(work: Workings, estimate: Figure | None, sizes: Sizes) -> Estimated:
    g = place_estimate(work, estimate)
    n1, n2 = sizes.two(work)
    return work.give(g, variance_between(g, n1, n2), formula=f"y = g; {VARIANCE}", source=BETWEEN)


def _change(work: Workings, estimate: Figure | None, sizes: Sizes) -> Estimated:
    g, n = place_estimate(work, estimate), sizes.of_one(work)
    work.assume("the SD of the changes taken as its unit")
    return work.give(g, variance_within(g, n), formula=f"y = g; {VARIANCE_WITHIN}", source=WITHIN)


def _proportion(work: Workings, estimate: Figure | None, sizes: Sizes) -> Estimated:
    return proportion_of(work, work.figure("estimate", estimate), n=sizes.of_one(work))


BY_SIZE: Final[Mapping[Measure, Callable[[Workings, Figure | None, Sizes], Estimated]]] = {
    Measure.CORRELATION: _correlation,
    Measure.STANDARDIZED_MEAN_DIFFERENCE: _difference,
    Measure.STANDARDIZED_MEAN_CHANGE: _change,
    Measure.PROPORTION: _proportion,
}
"""The measures whose variance depends on the size and the estimate alone."""
