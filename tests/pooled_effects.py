"""Pooled effects for plots, made without a search: the variance between studies is given."""

from evidence.pooling.closed_form import cochran_q, h_squared, i_squared, typical_variance, weighted_mean
from evidence.pooling.intervals import hartung_knapp, wald
from evidence.pooling.measures import PooledMeasure
from evidence.pooling.pooled import Fit, Heterogeneity, Limited, Model, PooledEffect, Study


def pooled_at(rows, *, tau2, low=0.0, high=1.0, p=0.0):
    """The effect that pooling gives where it finds this variance, with these limits."""
    effects, variances = [row.yi for row in rows], [row.vi for row in rows]
    common, random = weighted_mean(effects, variances), weighted_mean(effects, variances, tau2=tau2)
    typical = typical_variance(variances)
    limits = (tau2, low, high)
    fit = Fit(
        model=Model.REML,
        tau2=tau2,
        i2=i_squared(tau2, typical=typical),
        estimate=random.estimate,
        weights=random.weights,
        wald=wald(random, level=0.95, tau2=tau2),
        hartung_knapp=hartung_knapp(random, level=0.95, tau2=tau2),
    )
    return PooledEffect(
        level=0.95,
        measure=PooledMeasure(rows[0].measure),
        studies=tuple(
            Study(row=row, low=row.yi - 1.959963984540054 * row.vi**0.5, high=row.yi + 1.959963984540054 * row.vi**0.5)
            for row in rows
        ),
        common=Fit(
            model=Model.COMMON,
            tau2=None,
            i2=None,
            estimate=common.estimate,
            weights=common.weights,
            wald=wald(common, level=0.95, tau2=None),
            hartung_knapp=None,
        ),
        dersimonian_laird=None,
        reml=fit,
        heterogeneity=Heterogeneity(
            q=cochran_q(effects, variances),
            df=len(rows) - 1,
            p=p,
            tau2=Limited(value=tau2, low=low, high=high),
            i2=Limited(
                **dict(zip(("value", "low", "high"), (i_squared(t, typical=typical) for t in limits), strict=True))
            ),
            h2=Limited(
                **dict(zip(("value", "low", "high"), (h_squared(t, typical=typical) for t in limits), strict=True))
            ),
            typical_variance=typical,
        ),
        leave_one_out=(),
        small_study_effects=None,
        notes=(),
    )
