"""What papers printed comes out, and what scipy and exact arithmetic compute comes out to many digits."""

import math
from fractions import Fraction

import numpy as np
import pytest
from pooling.published import ALL, expectancy, stroke, tuberculosis
from scipy import optimize, stats

from evidence.pooling.intervals import IntervalMethod
from evidence.pooling.pool import pool
from evidence.pooling.pooled import Model


def near(value, *, rel=1e-6):
    return pytest.approx(value, rel=rel, abs=1e-13)


@pytest.fixture(params=sorted(ALL))
def data(request):
    return ALL[request.param]


def test_the_vaccine_trials_come_out_as_metafor_prints_them():
    """Viechtbauer, J Stat Softw 2010;36(3), and metafor's manual pages of rma, confint and regtest."""
    pooled = pool(tuberculosis())
    interval, heterogeneity = pooled.reml.hartung_knapp, pooled.heterogeneity
    assert (round(pooled.reml.estimate, 4), round(interval.low, 4), round(interval.high, 4)) == (
        -0.7145,
        -1.1084,
        -0.3206,
    )
    assert (round(pooled.reml.wald.low, 4), round(pooled.reml.wald.high, 4)) == (-1.0669, -0.3622)
    assert (round(heterogeneity.q, 4), heterogeneity.df) == (152.2330, 12)
    assert [
        round(figure, 4) for figure in (heterogeneity.tau2.value, heterogeneity.tau2.low, heterogeneity.tau2.high)
    ] == [
        0.3132,
        0.1197,
        1.1115,
    ]
    assert [round(figure, 2) for figure in (heterogeneity.i2.value, heterogeneity.i2.low, heterogeneity.i2.high)] == [
        92.22,
        81.92,
        97.68,
    ]
    assert [round(figure, 2) for figure in (heterogeneity.h2.value, heterogeneity.h2.low, heterogeneity.h2.high)] == [
        12.86,
        5.53,
        43.07,
    ]
    assert round(pooled.dersimonian_laird.estimate, 4) == -0.7141
    assert round(pooled.dersimonian_laird.tau2, 4) == 0.3088
    egger = pooled.small_study_effects
    assert (round(egger.statistic, 4), egger.df, round(egger.p, 4)) == (-1.4013, 11, 0.1887)
    assert pooled.n == 357347
    assert pooled.notes == ()


def test_the_expectancy_studies_come_out_as_printed():
    """Raudenbush, in The Handbook of Research Synthesis and Meta-Analysis, 2009, pages 83 to 86."""
    pooled = pool(expectancy())
    assert round(pooled.reml.estimate, 4) == 0.0837
    assert round(pooled.reml.tau2, 4) == 0.0188
    assert round(pooled.heterogeneity.q, 4) == 35.8295
    assert round(pooled.reml.estimate / pooled.reml.wald.se, 4) == 1.6208


def test_the_stroke_trials_come_out_as_printed():
    """Normand, Stat Med 1999;18:321, tables VIII and IX."""
    rows = stroke()
    assert [round(row.vi, 2) for row in rows] == [40.59, 2.05, 15.28, 150.22, 20.19, 1.22, 95.38, 8.03, 20.69]
    pooled = pool(rows)
    printed = {
        Model.COMMON: (-3.49, -5.03, -1.96),
        Model.DERSIMONIAN_LAIRD: (-14.10, -24.45, -3.75),
        Model.REML: (-15.12, -32.67, 2.43),
    }
    for model, figures in printed.items():
        fit = pooled.fit(model)
        assert (round(fit.estimate, 2), round(fit.wald.low, 2), round(fit.wald.high, 2)) == figures
    assert round(pooled.dersimonian_laird.tau2, 2) == 218.72
    assert round(pooled.reml.tau2, 2) == 685.20


def test_common_effect_q_and_moments_agree_with_exact_arithmetic(data):
    effects = [Fraction(row.yi) for row in data]
    weights = [1 / Fraction(row.vi) for row in data]
    total = sum(weights)
    mean = sum(w * y for w, y in zip(weights, effects, strict=True)) / total
    q = sum(w * (y - mean) ** 2 for w, y in zip(weights, effects, strict=True))
    moment = total - sum(w * w for w in weights) / total
    tau2 = max(0, (q - (len(data) - 1)) / moment)
    weights_of_random = [1 / (Fraction(row.vi) + tau2) for row in data]
    mean_of_random = sum(w * y for w, y in zip(weights_of_random, effects, strict=True)) / sum(weights_of_random)
    pooled = pool(data)
    exactly = {"rel": 1e-9}
    assert pooled.common.estimate == near(float(mean), **exactly)
    assert pooled.common.wald.se == near(math.sqrt(1 / total), **exactly)
    assert pooled.heterogeneity.q == near(float(q), **exactly)
    assert pooled.heterogeneity.typical_variance == near(float((len(data) - 1) / moment), **exactly)
    assert pooled.dersimonian_laird.tau2 == near(float(tau2), **exactly)
    assert pooled.dersimonian_laird.estimate == near(float(mean_of_random), **exactly)
    assert pooled.dersimonian_laird.wald.se == near(math.sqrt(1 / sum(weights_of_random)), **exactly)
    assert pooled.dersimonian_laird.i2 == near(float(max(0, 100 * (q - (len(data) - 1)) / q)), **exactly)
    assert pooled.common.weights == near([float(100 * w / total) for w in weights], **exactly)


def restricted(tau2, y, v):
    """Minus the log restricted likelihood, by numpy."""
    w = 1 / (v + tau2)
    mean = (w * y).sum() / w.sum()
    return 0.5 * (np.log(v + tau2).sum() + np.log(w.sum()) + (w * (y - mean) ** 2).sum())


def by_scipy(rows):
    """The variance between studies: a fine scan, scipy's bounded search, then scipy's root of a slope by numpy."""
    y, v = np.array([row.yi for row in rows]), np.array([row.vi for row in rows])

    def slope(tau2):
        w = 1 / (v + tau2)
        mean = (w * y).sum() / w.sum()
        return (w**2 * (y - mean) ** 2).sum() - w.sum() + (w**2).sum() / w.sum()

    grid = np.concatenate([[0.0], np.geomspace(1e-6, 100, 400) * (y.var() + v.mean())])
    best = int(np.argmin([restricted(tau2, y, v) for tau2 in grid]))
    if best == 0 and slope(0.0) <= 0:
        return 0.0
    low, high = grid[max(best - 1, 0)], grid[best + 1]
    found = optimize.minimize_scalar(restricted, bounds=(low, high), args=(y, v), method="bounded")
    root = optimize.brentq(slope, low, high, xtol=1e-300, rtol=1e-14)
    assert root == pytest.approx(found.x, rel=1e-3)
    return root


def test_reml_hartung_knapp_and_prediction_agree_with_scipy(data):
    y, v = np.array([row.yi for row in data]), np.array([row.vi for row in data])
    k, tau2 = len(data), by_scipy(data)
    w = 1 / (v + tau2)
    mean = (w * y).sum() / w.sum()
    pooled = pool(data, level=0.9)
    assert pooled.reml.tau2 == near(tau2)
    assert pooled.reml.estimate == near(mean)
    factor = (w * (y - mean) ** 2).sum() / (k - 1)
    for method, scale, spread in (
        (IntervalMethod.WALD, 1, stats.norm()),
        (IntervalMethod.HARTUNG_KNAPP, max(1, factor), stats.t(k - 1)),
    ):
        interval, se = pooled.reml.interval(method), math.sqrt(scale / w.sum())
        assert interval.se == near(se)
        assert (interval.low, interval.high) == near((mean - spread.ppf(0.95) * se, mean + spread.ppf(0.95) * se))
        assert interval.p == near(2 * spread.sf(abs(mean) / se))
        reach = stats.t(k - 2).ppf(0.95) * math.sqrt(tau2 + se**2)
        assert (interval.prediction.low, interval.prediction.high) == near((mean - reach, mean + reach))
        assert interval.prediction.df == k - 2
    assert pooled.reml.hartung_knapp.factor == near(factor)
    assert pooled.reml.hartung_knapp.df == k - 1


def test_the_limits_of_the_variance_are_where_q_is_at_the_edge_of_chance(data):
    y, v = np.array([row.yi for row in data]), np.array([row.vi for row in data])
    found = pool(data).heterogeneity

    def q(tau2):
        w = 1 / (v + tau2)
        return (w * (y - (w * y).sum() / w.sum()) ** 2).sum()

    for limit, tail in ((found.tau2.low, 0.975), (found.tau2.high, 0.025)):
        edge = stats.chi2(len(data) - 1).ppf(tail)
        expected = optimize.brentq(lambda tau2, edge=edge: q(tau2) - edge, 0, 1e5, xtol=1e-300, rtol=1e-14)
        assert limit == near(expected)
    assert found.p == near(stats.chi2(len(data) - 1).sf(found.q))
    for name in ("value", "low", "high"):
        tau2 = getattr(found.tau2, name)
        assert getattr(found.i2, name) == near(100 * tau2 / (tau2 + found.typical_variance))
        assert getattr(found.h2, name) == near(1 + tau2 / found.typical_variance)


def test_each_study_left_out_is_as_if_it_had_not_been_given(data):
    pooled = pool(data)
    assert [left.label for left in pooled.leave_one_out] == [row.label for row in data]
    for place, left in enumerate(pooled.leave_one_out):
        others = data[:place] + data[place + 1 :]
        alone = pool(others)
        assert left.tau2 == near(by_scipy(others))
        assert left.estimate == near(alone.reml.estimate)
        assert left.interval.low == near(alone.reml.hartung_knapp.low)
        assert left.q == near(alone.heterogeneity.q)
        assert left.i2 == near(alone.reml.i2)


def test_egger_is_the_regression_that_numpy_does(data):
    if len(data) < 10:
        assert pool(data).small_study_effects is None
        return
    se = np.sqrt([row.vi for row in data])
    across = np.column_stack([np.ones_like(se), se]) / se[:, None]
    y = np.array([row.yi for row in data]) / se
    (_, slope), [left], _, _ = np.linalg.lstsq(across, y)
    error = math.sqrt(left / (len(data) - 2) * np.linalg.inv(across.T @ across)[1, 1])
    found = pool(data).small_study_effects
    assert (found.slope, found.se, found.statistic) == near((slope, error, slope / error))
    assert found.p == near(2 * stats.t(len(data) - 2).sf(abs(slope / error)))
