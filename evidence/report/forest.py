"""What a forest plot shows, whatever it is drawn in: its rows with their numbers as words, and what stands below.

A table that prints these rows and a plot that draws them say the same to the last digit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from evidence.effects.scales import Scale
from evidence.errors import UsageError
from evidence.pooling.intervals import IntervalMethod
from evidence.pooling.measures import PooledMeasure
from evidence.pooling.pooled import Fit, Heterogeneity, Limited, Model, PooledEffect
from evidence.report import words
from evidence.report.forest_numbers import numbers_of, p_value

_REDRAWN: Final = (
    "Intervals of studies are drawn anew from their variances; they may differ from print in the last digits."
)


class Kind(StrEnum):
    """What a row of a forest plot is about."""

    STUDY = "study"
    POOLED = "pooled"
    PREDICTION = "prediction"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One row: what its columns say, and where its mark lies along the axis."""

    kind: Kind
    label: str
    n: str
    effect: str
    """The estimate with its interval, as printed."""
    weight: str
    """In percent; empty for all but studies."""
    share: float
    """The weight as a fraction of the largest; 0 for all but studies."""
    estimate: float | None
    low: float
    high: float
    """Along the axis: logs for ratios, else the values as printed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Forest:
    """A forest plot before it is drawn."""

    title: str
    head: str
    """Of the column of effects."""
    rows: tuple[Row, ...]
    logarithmic: bool
    """Whether the axis bears logs, as for ratios."""
    null: float | None
    """Where along the axis there is no effect; none for measures of one group."""
    caption: tuple[str, ...]
    """What stands below: the model, how much the studies differ, and how their intervals were made."""


def forest(
    pooled: PooledEffect, *, model: Model = Model.REML, method: IntervalMethod = IntervalMethod.HARTUNG_KNAPP
) -> Forest:
    """Give what a forest plot of a result shows, with the pooled effect by a model and an interval by a method.

    One study stands alone, without a pooled effect. Raises ``UsageError`` where there is no study.
    """
    if pooled.measure is None or pooled.common is None:
        raise UsageError("there is no effect to draw")
    fit = pooled.fit(model) or pooled.common
    level = f"{100 * pooled.level:.6g} %"
    return Forest(
        title=f"{pooled.measure.label} with {level} confidence intervals",
        head=f"{pooled.measure.measure} [{level} CI]",
        rows=tuple(_rows(pooled, pooled.measure, fit=fit, method=method)),
        logarithmic=pooled.measure.scale is Scale.LOG,
        null=None if pooled.measure.null is None else 0.0,
        caption=(*_caption(pooled, pooled.measure, fit=fit, method=method), _REDRAWN),
    )


def _rows(pooled: PooledEffect, measure: PooledMeasure, *, fit: Fit, method: IntervalMethod) -> Iterator[Row]:
    interval = fit.interval(method)
    numbers = numbers_of(pooled, measure, interval)
    heaviest = max(fit.weights)
    for study, weight in zip(pooled.studies, fit.weights, strict=True):
        yield Row(
            kind=Kind.STUDY,
            label=words.name(study.row.label),
            n="" if study.row.n is None else f"{study.row.n:,}",
            effect=f"{numbers.told(study.row.yi)} {numbers.limits(study.low, study.high)}",
            weight=f"{weight:.1f} %",
            share=weight / heaviest,
            estimate=_place(measure, study.row.yi),
            low=_place(measure, study.low),
            high=_place(measure, study.high),
        )
    if len(pooled.studies) == 1:
        return
    yield Row(
        kind=Kind.POOLED,
        label=f"Pooled ({fit.model})",
        n="" if pooled.n is None else f"{pooled.n:,}",
        effect=f"{numbers.told(fit.estimate)} {numbers.limits(interval.low, interval.high)}",
        weight="",
        share=0,
        estimate=_place(measure, fit.estimate),
        low=_place(measure, interval.low),
        high=_place(measure, interval.high),
    )
    if (new := interval.prediction) is not None:
        yield Row(
            kind=Kind.PREDICTION,
            label="Prediction interval",
            n="",
            effect=numbers.limits(new.low, new.high),
            weight="",
            share=0,
            estimate=None,
            low=_place(measure, new.low),
            high=_place(measure, new.high),
        )


def _place(measure: PooledMeasure, value: float) -> float:
    return value if measure.scale is Scale.LOG else measure.shown(value)


def _caption(pooled: PooledEffect, measure: PooledMeasure, *, fit: Fit, method: IntervalMethod) -> Iterator[str]:
    if pooled.heterogeneity is None:
        return
    interval = fit.interval(method)
    told = f"Pooled by {fit.model}, {interval.method} interval"
    if interval.df is not None:
        told += f" (t, {interval.df} df)"
    if measure.null is not None:
        told += f", {p_value(interval.p)}"
    if interval.prediction is not None:
        told += f"; prediction interval (t, {interval.prediction.df} df)"
    yield f"{told}."
    yield _differences(pooled.heterogeneity)


def _differences(found: Heterogeneity) -> str:
    return (
        f"Between studies (REML): τ² {_limited(found.tau2, '.4g')}; I² {_limited(found.i2, '.1f', unit=' %')}; "
        f"Q {found.q:.2f}, {found.df} df, {p_value(found.p)}."
    )


def _limited(figure: Limited, form: str, *, unit: str = "") -> str:
    return f"{figure.value:{form}}{unit} ({figure.low:{form}} to {figure.high:{form}})"
