"""A pooled effect as rows of one shape, the same here, in JSON and from the R script."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidence.pooling.intervals import Interval
from evidence.pooling.pooled import Fit, PooledEffect


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One figure of the result, on the scale of pooling; what does not apply is empty."""

    quantity: str
    model: str = ""
    interval: str = ""
    study: str = ""
    """Which study was left out."""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    df: int | None = None
    p: float | None = None


def lines(pooled: PooledEffect) -> tuple[Line, ...]:
    """Give every figure of a result, a line each."""
    return (*_fits(pooled), *_heterogeneity(pooled), *_small_studies(pooled), *_left_out(pooled))


def _fits(pooled: PooledEffect) -> Iterator[Line]:
    for fit in (pooled.common, pooled.dersimonian_laird, pooled.reml):
        if fit is None:
            continue
        for interval in (fit.wald, fit.hartung_knapp):
            if interval is not None:
                yield from _interval(fit, interval)
        if fit.tau2 is not None:
            yield Line(quantity="tau2", model=fit.model, value=fit.tau2)
            yield Line(quantity="I2", model=fit.model, value=fit.i2)


def _interval(fit: Fit, interval: Interval) -> Iterator[Line]:
    estimate = Line(
        quantity="estimate",
        model=fit.model,
        interval=interval.method,
        value=fit.estimate,
        low=interval.low,
        high=interval.high,
        df=interval.df,
        p=interval.p,
    )
    beside = Line(quantity="", model=fit.model, interval=interval.method)
    yield estimate
    yield replace(beside, quantity="standard error", value=interval.se)
    if interval.factor is not None:
        yield replace(beside, quantity="factor", value=interval.factor)
    if (new := interval.prediction) is not None:
        yield replace(beside, quantity="prediction", low=new.low, high=new.high, df=new.df)


def _heterogeneity(pooled: PooledEffect) -> Iterator[Line]:
    if (found := pooled.heterogeneity) is None:
        return
    yield Line(quantity="Q", value=found.q, df=found.df, p=found.p)
    for quantity, limited in (("tau2", found.tau2), ("I2", found.i2), ("H2", found.h2)):
        yield Line(
            quantity=quantity,
            model="REML",
            interval="Q-profile",
            value=limited.value,
            low=limited.low,
            high=limited.high,
        )


def _small_studies(pooled: PooledEffect) -> Iterator[Line]:
    if (found := pooled.small_study_effects) is None:
        return
    yield Line(quantity="Egger slope", value=found.slope, df=found.df, p=found.p)


def _left_out(pooled: PooledEffect) -> Iterator[Line]:
    for study in pooled.leave_one_out:
        yield Line(
            quantity="estimate without",
            model="REML",
            interval=study.interval.method,
            study=study.label,
            value=study.estimate,
            low=study.interval.low,
            high=study.interval.high,
            df=study.interval.df,
            p=study.interval.p,
        )
