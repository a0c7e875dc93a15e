"""The effect that the test recorded with it tells: from t, F, r or z, or from the exact p of a t test."""

import math
from dataclasses import replace
from fractions import Fraction
from typing import Final

from evidence.dossier import Effect, StatisticalTest
from evidence.effects.estimated import Estimated, NotComputed, Result
from evidence.effects.from_tests import (
    change_from_paired_t,
    correlation_from_r,
    correlation_from_t,
    difference_from_f,
    difference_from_p,
    difference_from_t,
)
from evidence.effects.placed import function_of, on_its_scale, place_estimate
from evidence.effects.sides import UNKNOWN, Side, side_of
from evidence.effects.sizes import Sizes
from evidence.effects.workings import Contradictory, Lacking, Workings, attempt
from evidence.vocab import Measure, Statistic

_REACH: Final = 1.96
_HANDBOOK: Final = "Cochrane Handbook version 6, sections 6.3 and 6.5.2.3"


def from_statistic(effect: Effect, measure: Measure, *, sizes: Sizes) -> Result:
    """Give the effect of a recorded test: from t, F, r or z.

    A standardized difference from t or F and the sizes of two groups, a standardized change from the t of pairs, a
    correlation from r or t; of other measures the printed estimate with the SE that makes it this t, F or z. The
    direction is that of the printed estimate or of the means of the arms, where these are recorded.
    """

    def compute(work: Workings) -> Estimated:
        test = effect.test
        if test is None:
            raise Lacking("no test statistic is recorded", "test")
        _need_one_between(test)
        match measure, test.statistic:
            case Measure.STANDARDIZED_MEAN_DIFFERENCE, Statistic.T | Statistic.F:
                return _agreeing(effect, _difference(work, effect, test, sizes))
            case Measure.STANDARDIZED_MEAN_CHANGE, Statistic.T:
                return _agreeing(effect, _change(work, effect, test, sizes))
            case Measure.CORRELATION, Statistic.CORRELATION | Statistic.T:
                return _agreeing(effect, _correlation(work, effect, test, sizes))
            case (_, Statistic.Z) | (Measure.MEAN_DIFFERENCE | Measure.MEAN_CHANGE, Statistic.T | Statistic.F):
                return _by_error(work, effect, test)
        raise Lacking(f"no {measure} follows from {test.statistic}")

    return attempt(measure, compute)


def from_p_and_size(effect: Effect, measure: Measure, *, sizes: Sizes) -> Result:
    """Give a standardized difference from the exact p of the t test between two groups and their sizes."""

    def compute(work: Workings) -> Estimated:
        if effect.p is None:
            raise Lacking("p is not recorded", "p")
        if effect.p.relation != "=":
            raise Lacking(f"p is printed only as {effect.p}, and the size of a difference takes p itself", "p")
        side = side_of(effect)
        if side.sign == 0:
            raise Lacking("p has no sign, and neither an estimate nor the means of the arms tell it", "estimate")
        work.assume("p taken as that of a t test between the two groups")
        return _of(work, side, difference_from_p(effect.p, sizes=sizes, positive=side.sign > 0))

    return attempt(measure, compute)


def _difference(work: Workings, effect: Effect, test: StatisticalTest, sizes: Sizes) -> Estimated:
    df = _degrees(test)
    if df is not None and not (sizes.within or sizes.pooled):
        sizes = _groups(work, test, df, sizes)
    side = side_of(effect)
    if test.statistic is Statistic.T:
        return _signed(work, side, difference_from_t(test.value, sizes=sizes))
    if side.sign == 0:
        raise Lacking("F has no sign, and neither an estimate nor the means of the arms tell it", "estimate")
    return _of(work, side, difference_from_f(test.value, sizes=sizes, positive=side.sign > 0))


def _change(work: Workings, effect: Effect, test: StatisticalTest, sizes: Sizes) -> Estimated:
    n = _size(work, test, sizes, lost=1)
    return _signed(work, side_of(effect), change_from_paired_t(test.value, n=n))


def _correlation(work: Workings, effect: Effect, test: StatisticalTest, sizes: Sizes) -> Estimated:
    n = _size(work, test, sizes, lost=2)
    if test.statistic is Statistic.T:
        return _signed(work, side_of(effect), correlation_from_t(test.value, df=n - 2))
    return _of(work, UNKNOWN, correlation_from_r(test.value, n=n))


def _by_error(work: Workings, effect: Effect, test: StatisticalTest) -> Estimated:
    name = test.statistic.value
    value, estimate = float(work.take(name, test.value)), place_estimate(work, effect.estimate)
    errors = value
    if test.statistic is Statistic.F:
        name, errors = "sqrt(F)", math.sqrt(max(value, 0))
    if estimate == 0 or errors == 0:
        raise Lacking(
            f"from {name} no standard error follows for an estimate of no effect", "lower limit", "upper limit"
        )
    work.assume(f"{name} taken as the estimate over its SE{on_its_scale(work)}")
    return work.give(
        estimate,
        (estimate / errors) ** 2,
        formula=f"y = {function_of(work, 'estimate')}; v = (y/{name})^2",
        source=_HANDBOOK,
    )


def _agreeing(effect: Effect, result: Estimated) -> Estimated:
    """Give what a test makes, unless its own 95 % interval leaves out the printed estimate of the same measure."""
    if effect.measure is not result.measure or effect.estimate is None:
        return result
    printed = place_estimate(Workings(result.measure), effect.estimate)
    if abs(printed - result.yi) > _REACH * result.se:
        raise Contradictory(
            f"the test makes {result.measure} {result.estimate:.3g}, too far from the printed {effect.estimate}"
        )
    return result


def _need_one_between(test: StatisticalTest) -> None:
    if test.statistic is Statistic.F and (test.df is None or test.df.value != 1):
        told = "not recorded" if test.df is None else str(test.df)
        raise Lacking(f"an F tells of two groups only with 1 degree of freedom between them, and here that is {told}")


def _degrees(test: StatisticalTest) -> Fraction | None:
    printed = test.df2 if test.statistic is Statistic.F else test.df
    return None if printed is None or printed.relation != "=" else Fraction(printed.value)


def _groups(work: Workings, test: StatisticalTest, df: Fraction, sizes: Sizes) -> Sizes:
    """Give the sizes of two groups, which may follow from the degrees of freedom and must not contradict them.

    They are all people less two, or fewer where variances are unequal (Welch), but more than those of the smaller
    group alone; as many as those a test of pairs has.
    """
    everyone = sizes.everyone
    if everyone is None:
        n = _whole(test, df) + 2
        work.assume(f"{n} in all, since {test.statistic} has {n - 2} degrees of freedom")
        return Sizes(total=n)
    smaller, most = Fraction(everyone, 2) if sizes.arms is None else min(sizes.arms), everyone - 2
    if not smaller - 1 < df <= most:
        raise Contradictory(
            f"{test.statistic} has {_told(df)} degrees of freedom, which no test between two groups has that are "
            f"{everyone} in all"
        )
    if df != most:
        work.assume(
            f"{test.statistic} has {_told(df)} degrees of freedom and not {most}: taken as one of unequal variances, "
            "or of a few people less"
        )
    return sizes


def _size(work: Workings, test: StatisticalTest, sizes: Sizes, *, lost: int) -> int:
    """Give the size of the one group of which a test has so many degrees of freedom less."""
    sizes.need_one_study()
    df = _degrees(test)
    if df is None:
        return sizes.all(work)
    n, everyone = _whole(test, df) + lost, sizes.everyone
    if everyone is not None and n > everyone:
        raise Contradictory(f"{test.statistic} has {_told(df)} degrees of freedom, more than {everyone} in all leave")
    if n != everyone:
        work.assume(f"{n} taken as tested, since {test.statistic} has {_told(df)} degrees of freedom")
    return n


def _whole(test: StatisticalTest, df: Fraction) -> int:
    if df.denominator != 1 or df < 1:
        raise Lacking(f"{test.statistic} has {_told(df)} degrees of freedom, from which no size follows", "n")
    return int(df)


def _told(df: Fraction) -> str:
    return f"{float(df):g}"


def _signed(work: Workings, side: Side, result: Result) -> Estimated:
    """Give an effect from t, of which papers print the sign one way round or the other, or not at all."""
    if side.sign == 0:
        work.assume("t taken to have the sign of the effect, which nothing else tells")
    elif isinstance(result, Estimated) and result.yi * side.sign < 0:
        return _of(work, side, replace(result, yi=-result.yi))
    return _of(work, UNKNOWN, result)


def _of(work: Workings, side: Side, result: Result) -> Estimated:
    if isinstance(result, NotComputed):
        raise Lacking(result.reason, *result.missing)
    return replace(result, assumptions=(*work.assumptions, *result.assumptions, *side.told))
