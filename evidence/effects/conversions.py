"""From one measure to another, each way with its formula, its source and what it takes for granted."""

import math
from collections.abc import Callable
from typing import Final

from evidence.effects.estimated import Estimated, NotComputed, Result
from evidence.effects.shares import unit_of, unit_of_bare
from evidence.effects.sizes import Sizes
from evidence.effects.standardized import BETWEEN, VARIANCE, corrected, variance_between
from evidence.effects.workings import Lacking, Workings, attempt
from evidence.figures import Figure
from evidence.vocab import Measure

_LOGISTIC: Final = math.sqrt(3) / math.pi
_CHINN: Final = "Chinn 2000, Stat Med 19:3127; Borenstein et al. 2009, Introduction to Meta-Analysis, chapter 7"
_POINT: Final = (
    "Borenstein et al. 2009, Introduction to Meta-Analysis, chapter 7; Jacobs & Viechtbauer 2017, "
    "Res Synth Methods 8:161, for h"
)
_ZHANG: Final = "Zhang & Yu 1998, JAMA 280:1690; the variance by the delta method"


def smd_to_odds_ratio(effect: Estimated) -> Result:
    """Give the log odds ratio that a standardized mean difference amounts to: ln OR = d pi/sqrt 3."""
    return _converted(
        effect,
        Measure.STANDARDIZED_MEAN_DIFFERENCE,
        Measure.ODDS_RATIO,
        lambda work: _logistic(work, effect, 1 / _LOGISTIC, "ln OR = d pi/sqrt(3); v = v pi^2/3"),
    )


def odds_ratio_to_smd(effect: Estimated) -> Result:
    """Give the standardized mean difference that a log odds ratio amounts to: d = ln OR sqrt 3/pi."""
    return _converted(
        effect,
        Measure.ODDS_RATIO,
        Measure.STANDARDIZED_MEAN_DIFFERENCE,
        lambda work: _logistic(work, effect, _LOGISTIC, "d = ln(OR) sqrt(3)/pi; v = v 3/pi^2"),
    )


def mean_difference_to_smd(effect: Estimated, *, sizes: Sizes) -> Result:
    """Give Hedges' g of a mean difference whose standard error tells the standard deviation within the two groups.

    s = SE/sqrt(1/n1 + 1/n2), so that d = MD/s is its t times sqrt(1/n1 + 1/n2).
    """

    def compute(work: Workings) -> Estimated:
        n1, n2 = sizes.two(work)
        df = int(n1 + n2) - 2
        work.assume("SE taken as that of a plain comparison of two groups; of an adjusted one the SMD is too large")
        g = corrected(effect.yi / effect.se * math.sqrt(1 / n1 + 1 / n2), df=df)
        return work.give(
            g,
            variance_between(g, n1, n2),
            formula=f"s = SE/sqrt(1/n1 + 1/n2); y = g = J MD/s, J with {df} degrees of freedom; {VARIANCE}",
            source=f"Cochrane Handbook version 6, section 6.5.2.3; {BETWEEN}",
        )

    return _converted(effect, Measure.MEAN_DIFFERENCE, Measure.STANDARDIZED_MEAN_DIFFERENCE, compute)


def smd_to_correlation(effect: Estimated, *, sizes: Sizes | None = None) -> Result:
    """Give Fisher's z of the correlation that a standardized mean difference amounts to.

    r = d/sqrt(d^2 + h), with h = (n1 + n2 - 2)(1/n1 + 1/n2), or 4 for two large groups of one size.
    """

    def compute(work: Workings) -> Estimated:
        h = _spread(work, sizes)
        return work.give(
            math.asinh(effect.yi / math.sqrt(h)),
            effect.vi / (effect.yi**2 + h),
            formula=f"r = d/sqrt(d^2 + h), h = {h:.6g}; y = atanh(r); v = v/(d^2 + h)",
            source=_POINT,
        )

    return _converted(effect, Measure.STANDARDIZED_MEAN_DIFFERENCE, Measure.CORRELATION, compute)


def correlation_to_smd(effect: Estimated, *, sizes: Sizes | None = None) -> Result:
    """Give the standardized mean difference that a correlation amounts to: d = r sqrt(h)/sqrt(1 - r^2)."""

    def compute(work: Workings) -> Estimated:
        h = _spread(work, sizes)
        return work.give(
            math.sqrt(h) * math.sinh(effect.yi),
            h * math.cosh(effect.yi) ** 2 * effect.vi,
            formula=f"d = r sqrt(h)/sqrt(1 - r^2), h = {h:.6g}; v = h v/(1 - r^2)",
            source=_POINT,
        )

    return _converted(effect, Measure.CORRELATION, Measure.STANDARDIZED_MEAN_DIFFERENCE, compute)


def odds_ratio_to_risk_ratio(effect: Estimated, *, baseline_risk: Figure) -> Result:
    """Give the log risk ratio at a stated risk without the intervention: RR = OR/(1 - p0 + p0 OR)."""

    def compute(work: Workings) -> Estimated:
        p0 = _baseline(work, baseline_risk)
        return work.give(
            effect.yi - math.log1p(p0 * math.expm1(effect.yi)),
            effect.vi * ((1 - p0) / (1 + p0 * math.expm1(effect.yi))) ** 2,
            formula="RR = OR/(1 - p0 + p0 OR); v = v ((1 - p0)/(1 - p0 + p0 OR))^2",
            source=_ZHANG,
        )

    return _converted(effect, Measure.ODDS_RATIO, Measure.RISK_RATIO, compute)


def risk_ratio_to_odds_ratio(effect: Estimated, *, baseline_risk: Figure) -> Result:
    """Give the log odds ratio at a stated risk without the intervention: OR = RR (1 - p0)/(1 - p0 RR)."""

    def compute(work: Workings) -> Estimated:
        p0 = _baseline(work, baseline_risk)
        without = 1 - p0 * math.exp(effect.yi)
        if without <= 0:
            raise Lacking(f"at a baseline risk of {baseline_risk} this RR would make a risk of 1 or more")
        return work.give(
            effect.yi + math.log1p(-p0) - math.log(without),
            effect.vi / without**2,
            formula="OR = RR (1 - p0)/(1 - p0 RR); v = v/(1 - p0 RR)^2",
            source=_ZHANG,
        )

    return _converted(effect, Measure.RISK_RATIO, Measure.ODDS_RATIO, compute)


def _converted(effect: Estimated, takes: Measure, gives: Measure, compute: Callable[[Workings], Estimated]) -> Result:
    if effect.measure is not takes:
        return NotComputed(measure=gives, reason=f"this conversion takes an {takes}, not an {effect.measure}")
    return attempt(gives, compute, before=effect)


def _logistic(work: Workings, effect: Estimated, factor: float, formula: str) -> Estimated:
    work.assume("converted as if the outcome were a cut through a logistic one with the same spread in both groups")
    return work.give(effect.yi * factor, effect.vi * factor**2, formula=formula, source=_CHINN)


def _spread(work: Workings, sizes: Sizes | None) -> float:
    work.assume("converted as if membership of one of two groups were one of the two variables correlated")
    if sizes is None:
        work.assume("two large groups of one size assumed")
        return 4.0
    n1, n2 = sizes.two(work)
    return float((n1 + n2 - 2) * (1 / n1 + 1 / n2))


def _baseline(work: Workings, risk: Figure) -> float:
    value = work.take("baseline risk", risk) * unit_of(risk, bare=unit_of_bare((risk,), work=work))
    if not 0 < value < 1:
        raise Lacking(f"the baseline risk is {risk}, and has to lie between none and all")
    work.assume(f"a baseline risk of {risk}, taken as known without error")
    return float(value)
