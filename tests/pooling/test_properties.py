"""What must hold of any effects: their order, their zero and their unit make no difference."""

import math
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pooling.published import ALL, tuberculosis

from evidence.pooling.likelihood import restricted_maximum_likelihood
from evidence.pooling.pool import pool
from evidence.pooling.pooled import Model
from evidence.pooling.rows import EffectRow
from evidence.vocab import Measure

settings.register_profile("unhurried", deadline=None, max_examples=25)

studies = st.lists(
    st.tuples(st.integers(-300, 300), st.integers(1, 400)).map(
        lambda pair: EffectRow(label="S", yi=pair[0] / 100, vi=pair[1] / 100, measure=Measure.MEAN_DIFFERENCE)
    ),
    min_size=2,
    max_size=12,
)


def same(value):
    return pytest.approx(value, rel=1e-7, abs=1e-9)


def figures(pooled, *, shift=0.0, unit=1.0):
    """All figures that depend on the effects, brought to a zero and a unit."""
    told = []
    for model in Model:
        fit = pooled.fit(model)
        for interval in (fit.wald, fit.hartung_knapp):
            if interval is None:
                continue
            places = [fit.estimate, interval.low, interval.high]
            if interval.prediction:
                places += [interval.prediction.low, interval.prediction.high]
            told += [(place - shift) / unit for place in places] + [interval.se / unit]
        told.append((fit.tau2 or 0) / unit**2)
    spread = pooled.heterogeneity
    told += [spread.q, spread.p, spread.i2.value, spread.i2.low, spread.i2.high]
    return [*told, spread.tau2.low / unit**2, spread.tau2.high / unit**2]


@settings(settings.get_profile("unhurried"))
@given(studies, st.randoms(use_true_random=False))
def test_the_order_of_rows_makes_no_difference(rows, order):
    mixed = rows[:]
    order.shuffle(mixed)
    assert figures(pool(mixed)) == same(figures(pool(rows)))


@settings(settings.get_profile("unhurried"))
@given(studies, st.integers(-1000, 1000))
def test_a_constant_added_to_each_effect_is_added_to_the_pooled_one(rows, constant):
    moved = [replace(row, yi=row.yi + constant) for row in rows]
    assert figures(pool(moved), shift=constant) == same(figures(pool(rows)))


@settings(settings.get_profile("unhurried"))
@given(studies, st.sampled_from([1e-6, 1e-3, 7.0, 1e5]))
def test_another_unit_changes_nothing_but_the_unit(rows, unit):
    other = [replace(row, yi=row.yi * unit, vi=row.vi * unit**2) for row in rows]
    assert figures(pool(other), unit=unit) == same(figures(pool(rows)))


@settings(settings.get_profile("unhurried"))
@given(studies)
def test_intervals_hold_their_estimate_and_are_never_narrower_than_by_wald(rows):
    pooled = pool(rows)
    for fit in (pooled.dersimonian_laird, pooled.reml):
        assert fit.wald.low <= fit.estimate <= fit.wald.high
        assert fit.hartung_knapp.low <= fit.wald.low
        assert fit.wald.high <= fit.hartung_knapp.high
        if len(rows) > 2:
            assert fit.hartung_knapp.prediction.low <= fit.hartung_knapp.low
        assert math.fsum(fit.weights) == pytest.approx(100)
        assert fit.i2 <= 100
    assert pooled.heterogeneity.tau2.low <= pooled.heterogeneity.tau2.high


@pytest.mark.parametrize("name", sorted(ALL))
def test_order_leaves_the_published_figures_alone(name):
    rows = ALL[name]
    mixed = rows[:]
    random.Random(7).shuffle(mixed)  # noqa: S311 - only an order
    assert figures(pool(mixed)) == pytest.approx(figures(pool(rows)), rel=1e-9, abs=1e-14)


def test_swapping_the_arms_turns_the_pooled_effect_round():
    turned = [replace(row, yi=-row.yi) for row in tuberculosis()]
    there, back = pool(tuberculosis()).reml, pool(turned).reml
    assert back.estimate == pytest.approx(-there.estimate, rel=1e-12)
    assert (back.wald.low, back.wald.high) == pytest.approx((-there.wald.high, -there.wald.low), rel=1e-12)


def test_the_highest_peak_of_the_likelihood_is_found():
    """Six studies on which a search by one start ends at 0; metafor finds 1.3656."""
    effects = [3.6208, 2.9974, 1.6092, -0.4505, -0.2326, -0.3822]
    variances = [1.7195, 8.9171, 6.7634, 0.6168, 0.1881, 0.1331]
    [tau2] = restricted_maximum_likelihood([(effects, variances)])
    assert round(tau2, 4) == 1.3656
