"""Inconsistency: how far the effects differ beyond chance."""

from collections.abc import Iterator
from typing import Final

from evidence.certainty.body import Body
from evidence.certainty.signals import Sheet, Signal
from evidence.certainty.words import between, number
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
    fit, apart = body.fit, body.apart
    if fit is None or fit.tau2 is None or fit.i2 is None or apart is None:
        return
    yield Signal(told=f"Q = {number(apart.q)} on {apart.df} df, p = {apart.p:.2g}", source=_COCHRANE)
    tau2, i2 = number(fit.tau2), f"{fit.i2:.0f}"
    bands = " and ".join(f"{low} to {high} % ({said})" for low, high, said in _BANDS if low <= fit.i2 <= high)
    yield Signal(
        told=f"I\N{SUPERSCRIPT TWO} = {i2} %, of the variance between studies {tau2} / ({tau2} + the typical sampling "
        f"variance {number(apart.typical_variance)}): {bands}",
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
    fit, measure, apart = body.fit, body.measure, body.apart
    if fit is None or fit.i2 is None or measure is None or measure.null is None or apart is None:
        return
    differ = fit.i2 > body.limits.most_inconsistency and apart.p < body.limits.inconsistency_p
    told = f"{apart.above} told from {number(measure.null)} above it, {apart.below} below, {apart.neither} not"
    is_serious = differ and apart.are_parted and len(body.effects) >= TOO_FEW
    yield Signal(told=told, source=_GRADE, suggests=Rating.SERIOUS if is_serious else None)
