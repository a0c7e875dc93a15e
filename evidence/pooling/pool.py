"""Pooling itself: rows in, one frozen result out."""

from collections.abc import Sequence

from evidence.errors import UsageError
from evidence.numbers.distributions import chi_squared_upper_tail
from evidence.pooling import notes
from evidence.pooling.closed_form import (
    cochran_q,
    h_squared,
    i_squared,
    typical_variance,
    weighted_mean,
)
from evidence.pooling.fits import by_moments, common_effect, random_effects
from evidence.pooling.intervals import hartung_knapp, wald
from evidence.pooling.likelihood import q_profile, restricted_maximum_likelihood
from evidence.pooling.measures import PooledMeasure
from evidence.pooling.pooled import Heterogeneity, LeftOut, Limited, Model, PooledEffect, Study
from evidence.pooling.rows import EffectRow, checked
from evidence.pooling.small_study_effects import FEWEST, egger

_FEWEST_POOLED = 2
_FEWEST_LEFT_OUT = 3


def pool(rows: Sequence[EffectRow], *, level: float = 0.95) -> PooledEffect:
    """Pool independent effects of one measure by common effect, DerSimonian-Laird and REML.

    With one effect nothing is pooled; with none the result is empty. Its notes say so. Raises ``UsageError``
    for a row that is no effect, for mixed measures, for a level that is none, and where PyMARE is missing.
    """
    if not 0 < level < 1:
        raise UsageError(f"{level} is no confidence level: give a fraction between 0 and 1, as 0.95")
    rows = checked(rows)
    effects, variances = [row.yi for row in rows], [row.vi for row in rows]
    common = common_effect(effects, variances, level=level) if rows else None
    moments = reml = heterogeneity = None
    if len(rows) >= _FEWEST_POOLED:
        moments = by_moments(effects, variances, level=level)
        [tau2] = restricted_maximum_likelihood([(effects, variances)])
        reml = random_effects(Model.REML, effects, variances, tau2=tau2, level=level)
        heterogeneity = _heterogeneity(effects, variances, tau2=tau2, level=level)
    small_studies = egger(effects, variances) if len(rows) >= FEWEST else None
    return PooledEffect(
        level=level,
        measure=PooledMeasure(rows[0].measure) if rows else None,
        studies=tuple(_study(row, level=level) for row in rows),
        common=common,
        dersimonian_laird=moments,
        reml=reml,
        heterogeneity=heterogeneity,
        leave_one_out=_leave_one_out(rows, level=level) if len(rows) >= _FEWEST_LEFT_OUT else (),
        small_study_effects=small_studies,
        notes=notes.of(len(rows), reml=reml, heterogeneity=heterogeneity, small_studies=small_studies),
    )


def _study(row: EffectRow, *, level: float) -> Study:
    interval = wald(weighted_mean([row.yi], [row.vi]), level=level, tau2=None)
    return Study(row=row, low=interval.low, high=interval.high)


def _heterogeneity(effects: Sequence[float], variances: Sequence[float], *, tau2: float, level: float) -> Heterogeneity:
    q, df, typical = cochran_q(effects, variances), len(effects) - 1, typical_variance(variances)
    low, high = q_profile(effects, variances, level=level)
    shares = [i_squared(value, typical=typical) for value in (tau2, low, high)]
    ratios = [h_squared(value, typical=typical) for value in (tau2, low, high)]
    return Heterogeneity(
        q=q,
        df=df,
        p=chi_squared_upper_tail(q, df=df),
        tau2=Limited(value=tau2, low=low, high=high),
        i2=Limited(value=shares[0], low=shares[1], high=shares[2]),
        h2=Limited(value=ratios[0], low=ratios[1], high=ratios[2]),
        typical_variance=typical,
    )


def _leave_one_out(rows: tuple[EffectRow, ...], *, level: float) -> tuple[LeftOut, ...]:
    """Pool as often as there are studies, each time without one; PyMARE fits all of them at once."""
    others = [[row for place, row in enumerate(rows) if place != left_out] for left_out in range(len(rows))]
    sets = [([row.yi for row in kept], [row.vi for row in kept]) for kept in others]
    found = zip(rows, sets, restricted_maximum_likelihood(sets), strict=True)
    return tuple(_left_out(row.label, *kept, tau2=tau2, level=level) for row, kept, tau2 in found)


def _left_out(
    label: str, effects: Sequence[float], variances: Sequence[float], *, tau2: float, level: float
) -> LeftOut:
    mean = weighted_mean(effects, variances, tau2=tau2)
    return LeftOut(
        label=label,
        estimate=mean.estimate,
        interval=hartung_knapp(mean, level=level, tau2=tau2),
        tau2=tau2,
        i2=i_squared(tau2, typical=typical_variance(variances)),
        q=cochran_q(effects, variances),
    )
