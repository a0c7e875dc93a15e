"""A result told in lines says every figure once."""

import pytest
from pooling.published import tuberculosis

from evidence.pooling.pool import pool
from evidence.pooling.table import lines


def test_the_result_says_every_figure_once():
    pooled = pool(tuberculosis())
    told = {(line.quantity, line.model, line.interval, line.study): line for line in lines(pooled)}
    assert len(told) == len(lines(pooled)) == 38
    estimate = told["estimate", "REML", "Hartung-Knapp", ""]
    interval = pooled.reml.hartung_knapp
    assert (estimate.value, estimate.low, estimate.high, estimate.df, estimate.p) == (
        pooled.reml.estimate,
        interval.low,
        interval.high,
        12,
        interval.p,
    )
    assert told["estimate", "REML", "Wald", ""].df is None
    assert told["prediction", "REML", "Hartung-Knapp", ""].df == 11
    assert told["I2", "REML", "Q-profile", ""].low == pooled.heterogeneity.i2.low
    assert told["Egger slope", "", "", ""].p == pooled.small_study_effects.p


@pytest.mark.parametrize(("studies", "expected"), [(0, 0), (1, 2), (2, 20), (3, 27)])
def test_few_effects_give_few_lines(studies, expected):
    assert len(lines(pool(tuberculosis()[:studies]))) == expected
