"""How many were in each group, as far as it is known."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from evidence.dossier import Effect, Sample
from evidence.effects.scales import IN_OWN_UNIT
from evidence.effects.workings import Lacking, Workings
from evidence.figures import Figure
from evidence.vocab import Design, Measure, SampleUnit

_SMALL: Final = 60
"""Below so many in a group a paper's interval rests on the t distribution (Cochrane Handbook 6.5.2.2)."""
_WITHIN: Final = frozenset({Design.RANDOMIZED_CROSSOVER, Design.SINGLE_ARM})
"""Designs in which two arms are the same people."""
OF_TWO_GROUPS: Final = frozenset(
    {
        Measure.RISK_RATIO,
        Measure.ODDS_RATIO,
        Measure.RISK_DIFFERENCE,
        Measure.HAZARD_RATIO,
        Measure.INCIDENCE_RATE_RATIO,
        Measure.MEAN_DIFFERENCE,
        Measure.STANDARDIZED_MEAN_DIFFERENCE,
        Measure.RATIO_OF_MEANS,
    }
)
"""Measures that compare two groups."""
_POOLED: Final = frozenset({Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS, Design.IPD_META_ANALYSIS})
"""Designs whose estimates vary between studies, beyond what any number of people tells."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sizes:
    """The sizes of the groups that an effect compares."""

    arms: tuple[int, int] | None = None
    """Of the intervention and of the comparator."""
    total: int | None = None
    """Of all together; of the one group where there is one."""
    within: bool = False
    """Whether the same people are in both."""
    chosen: bool = False
    """Whether the study chose how many it has of each, as one of cases and controls does."""
    pooled: bool = False
    """Whether the figures are those of several studies, so that no size tells how sure they are."""

    def two(self, work: Workings) -> tuple[Fraction, Fraction]:
        """Give the sizes of two groups; halves of the total where only that is known."""
        if self.within:
            raise Lacking("the same people were in both arms, so the formula for two groups does not hold")
        if self.arms is not None:
            first, second = self.arms
            return Fraction(_noted(work, first, name="n1")), Fraction(_noted(work, second, name="n2"))
        half = Fraction(self.all(work), 2)
        work.assume("equal arms assumed, since only the total size is recorded")
        return half, half

    def all(self, work: Workings) -> int:
        """Give the size of all together."""
        self.need_one_study()
        return _noted(work, self.everyone)

    def of_one(self, work: Workings) -> int:
        """Give the size of the one group there is; two arms are two groups."""
        self.need_one_study()
        if self.arms is not None:
            raise Lacking("two arms are recorded, and the measure is of one group")
        return _noted(work, self.total)

    @property
    def everyone(self) -> int | None:
        """How many people there are in all, each counted once."""
        return self.total if self.arms is None else sum(self.arms)

    def df_of_small(self, measure: Measure) -> int | None:
        """Give the degrees of freedom on which a mean's interval or p rests; none if its groups are large or unknown.

        Large is 60 or more in each group, where t and the normal distribution hardly differ.
        """
        if self.pooled:
            return None
        if measure is Measure.MEAN_DIFFERENCE and not self.within:
            groups, lost = self.arms or (self.total and self.total // 2,), 2
        elif measure in IN_OWN_UNIT and self.arms is None:
            groups, lost = (self.total,), 1
        else:
            return None
        smallest = min((n for n in groups if n), default=_SMALL)
        df = (self.everyone or 0) - lost
        return df if smallest < _SMALL and df > 0 else None

    def need_one_study(self) -> None:
        """Raise ``Lacking`` where the sizes are those of several studies."""
        if self.pooled:
            raise Lacking("the figures are of several studies, whose people do not tell how sure they are")


def sizes_of(
    effect: Effect, *, sample: Sample | None = None, design: Design | None = None, measure: Measure | None = None
) -> Sizes:
    """Give what is known of the sizes: of the arms where they are recorded, else of the sample.

    A sample of studies tells nothing about people, and its size is not taken; nor do the people of a review tell how
    sure its estimate is, which varies between studies. Where the same people are in both arms, they are counted once.
    Of one arm of a comparison the size is not that of all; ``measure`` tells that there are two, else the effect's own.
    """
    counted = [_whole(arm.n) for arm in effect.arms]
    total = sample.n if sample is not None and sample.unit is not SampleUnit.STUDIES else None
    if design in _POOLED:
        return Sizes(total=total, pooled=True)
    if design in _WITHIN:
        return Sizes(total=_once(counted, total), within=True)
    chosen = design is Design.CASE_CONTROL
    match counted:
        case [int(first), int(second)]:
            return Sizes(arms=(first, second), total=first + second, chosen=chosen)
        case [int(only)] if (measure or effect.measure) not in OF_TWO_GROUPS:
            return Sizes(total=only)
        case _:
            return Sizes(total=total, chosen=chosen)


def _once(counted: list[int | None], total: int | None) -> int | None:
    """Give how many people are in two arms of the same: those of the smaller, unless the arms make up the sample.

    They do where each arm is those who had one treatment first.
    """
    known = [n for n in counted if n is not None]
    return total if sum(known) == total else min(known, default=total)


def _whole(n: Figure | None) -> int | None:
    if n is None or n.relation != "=" or n.value < 1 or n.value != n.value.to_integral_value():
        return None
    return int(n.value)


def _noted(work: Workings, n: int | None, *, name: str = "n") -> int:
    if n is None:
        raise Lacking("the size of the sample is not recorded", "n")
    if n < 1:
        raise Lacking(f"a sample of {n} has nobody in it")
    work.note(name, str(n))
    return n
