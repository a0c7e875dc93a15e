"""Inconsistency: how far the effects differ beyond chance."""

import math
from collections.abc import Iterator
from statistics import NormalDist
from typing import Final

from evidence.certainty.body import Body
from evidence.certainty.signals import Sheet, Signal
from evidence.certainty.words import between, number
from evidence.numbers.distributions import chi_squared_upper_tail
from evidence.pooling.closed_form import cochran_q, typical_variance
from evidence.rules.body import TOO_FEW
from evidence.rules.words import several
from evidence.vocab import Rating, Step

_GRADE: Final = "GRADE guidelines 7: inconsistency, Guyatt 2011, J Clin Epidemiol 64:1294"
_COCHRANE: Final = "Cochrane Handbook 6.5, section 10.10.2"
_PREDICTION: Final = "Higgins 2009, J R Stat Soc A 172:137"
_FEWEST_DF: Final = 3
_BANDS: Final = (
    (0, 40, "might not be important"),
    (30, 60, "may be moderate"),
    (50, 90, "may be substantial"),
    (75, 100, "considerable"),
)


def inconsistency(body: Body) -> Sheet:
    """Compare the effects with one another, and the next one with no effect."""
    unknown: list[str] = []
    if len(body.effects) == 1:
        unknown.append("One effect has none to differ from; what a second study would find is not known")
    if left := len(body.poolable.left_out):
        unknown.append(f"How {several(left, 'line')} that cannot be pooled would change it: see evidence pool")
    return Sheet(
        step=Step.INCONSISTENCY,
        computed=(*_heterogeneity(body), *_directions(body), *_parted(body), *_prediction(body)),
        to_judge=("Whether something explains how the effects differ, and whether it would change a decision",),
        unknown=tuple(unknown),
    )


def _heterogeneity(body: Body) -> Iterator[Signal]:
    fit, variances = body.fit, body.vi
    if fit is None or fit.tau2 is None or fit.i2 is None:
        return
    q, df, typical = cochran_q(body.yi, variances), len(variances) - 1, typical_variance(variances)
    p = chi_squared_upper_tail(q, df=df)
    yield Signal(told=f"Q = {number(q)} on {df} df, p = {p:.2g}", source=_COCHRANE)
    tau2, i2 = number(fit.tau2), f"{fit.i2:.0f}"
    bands = " and ".join(f"{low} to {high} % ({said})" for low, high, said in _BANDS if low <= fit.i2 <= high)
    yield Signal(
        told=f"I\N{SUPERSCRIPT TWO} = {i2} %, of the variance between studies {tau2} / ({tau2} + the typical sampling "
        f"variance {number(typical)}): {bands}",
        source=_COCHRANE,
    )


def _directions(body: Body) -> Iterator[Signal]:
    measure = body.measure
    if len(body.effects) > 1 and measure is not None and measure.null is not None:
        above, below = sum(value > 0 for value in body.yi), sum(value < 0 for value in body.yi)
        null = number(measure.null)
        at = len(body.effects) - above - below
        told = f"Of {len(body.effects)} effects {above} above {null}, {below} below, {at} at it"
        yield Signal(told=told, source=_GRADE)


def _prediction(body: Body) -> Iterator[Signal]:
    interval, measure = body.interval, body.measure
    if interval is None or measure is None or interval.prediction is None:
        return
    ahead = interval.prediction
    told = f"A new study's effect may lie at {between(measure, ahead.low, ahead.high)} (t on {ahead.df} df)"
    if measure.null is not None and interval.low * interval.high > 0:
        beyond = ahead.low < 0 < ahead.high
        told += (
            f": {'that includes no effect, the pooled interval does not' if beyond else 'neither includes no effect'}"
        )
    if ahead.df < _FEWEST_DF:
        told += f"; on {ahead.df} df it is wide by that alone"
    yield Signal(told=told, source=_PREDICTION)


def _parted(body: Body) -> Iterator[Signal]:
    """Tell whether some of the pooled effects are told from none and others not, by more than chance."""
    fit, measure = body.fit, body.measure
    if fit is None or fit.i2 is None or measure is None or measure.null is None or len(body.effects) < TOO_FEW:
        return
    reach = NormalDist().inv_cdf((1 + body.limits.confidence_level / 100) / 2)
    sides = [
        0 if abs(each.result.yi) <= reach * math.sqrt(each.result.vi) else math.copysign(1, each.result.yi)
        for each in body.effects
    ]
    p = chi_squared_upper_tail(cochran_q(body.yi, body.vi), df=len(sides) - 1)
    differ = fit.i2 > body.limits.most_inconsistency and p < body.limits.inconsistency_p
    told = f"{sides.count(1)} told from {number(measure.null)} above it, {sides.count(-1)} below, {sides.count(0)} not"
    yield Signal(told=told, source=_GRADE, suggests=Rating.SERIOUS if differ and len(set(sides)) > 1 else None)
