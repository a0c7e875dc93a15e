"""The axis names round values, and one vague study does not press the others together."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pooled_effects import pooled_at
from pooling.published import tuberculosis

from evidence.pooling.pool import pool
from evidence.pooling.rows import EffectRow
from evidence.report.forest import forest
from evidence.report.forest_axis import Axis, axis_of
from evidence.vocab import Measure


def named(low, high, *, most, logarithmic=False):
    ends = (math.log(low), math.log(high)) if logarithmic else (low, high)
    return [tick.text for tick in Axis(low=ends[0], high=ends[1], logarithmic=logarithmic).ticks(most)]


@pytest.mark.parametrize(
    ("low", "high", "most", "told"),
    [
        (-1.1, 2.3, 4, ["-1", "0", "1", "2"]),
        (-0.31, 0.42, 4, ["-0.2", "0.0", "0.2", "0.4"]),
        (0.0, 100.0, 3, ["0", "50", "100"]),
        (0.0012, 0.0049, 4, ["0.002", "0.003", "0.004"]),
        (0.0, 4e-9, 2, ["0", "2e-09", "4e-09"]),
        (1e7, 4e7, 3, ["1e+07", "2e+07", "3e+07", "4e+07"]),
    ],
)
def test_differences_have_even_ticks(low, high, most, told):
    assert named(low, high, most=most) == told


@pytest.mark.parametrize(
    ("low", "high", "most", "told"),
    [
        (0.09, 7.0, 7, ["0.1", "0.2", "0.5", "1", "2", "5"]),
        (0.09, 7.0, 4, ["0.1", "0.3", "1", "3"]),
        (0.09, 20.0, 3, ["0.1", "1", "10"]),
        (0.4, 2.6, 7, ["0.5", "1", "2"]),
        (0.6, 1.9, 7, ["0.7", "1", "1.2", "1.5"]),
        (0.09, 7.0, 3, ["0.1", "1"]),
        (0.93, 1.12, 4, ["0.95", "1.00", "1.05", "1.10"]),
        (9e-5, 11000, 5, ["0.0001", "0.01", "1", "100", "10000"]),
        (1e-9, 1e9, 4, ["1e-5", "1", "100000"]),
    ],
)
def test_ratios_have_round_ticks_on_logs(low, high, most, told):
    assert named(low, high, most=most, logarithmic=True) == told


def test_a_ratio_stands_where_its_log_does():
    axis = Axis(low=math.log(0.01) - 1e-9, high=math.log(100) + 1e-9, logarithmic=True)
    assert [tick.text for tick in axis.ticks(5)] == ["0.01", "0.1", "1", "10", "100"]
    assert [axis.fraction(tick.place) for tick in axis.ticks(5)] == pytest.approx([0, 0.25, 0.5, 0.75, 1], abs=1e-6)


def test_there_is_no_tick_without_room():
    assert named(0.0, 1.0, most=0) == []


def test_the_axis_holds_every_estimate_and_cuts_what_is_vague():
    rows = [*tuberculosis(), EffectRow(label="Vague", yi=-0.5, vi=400.0, measure=Measure.RISK_RATIO)]
    plot = forest(pooled_at(rows, tau2=0.3132))
    axis = axis_of(plot)
    vague = plot.rows[13]
    assert vague.low < axis.low
    assert axis.high < vague.high
    assert all(axis.low < each.low and each.high < axis.high for each in plot.rows if each is not vague)
    assert axis.low < 0 < axis.high


def row(label, yi, vi):
    return EffectRow(label=label, yi=yi, vi=vi, measure=Measure.RISK_RATIO)


def test_what_three_studies_predict_does_not_press_them_together():
    """Of three the prediction rests on one degree of freedom; 0.50, 0.70 and 1.30 fell into one cell of sixty."""
    plot = forest(
        pool([row("Zinc", math.log(0.5), 0.02), row("Iron", math.log(0.7), 0.02), row("C", math.log(1.3), 0.02)])
    )
    *studies, pooled, prediction = plot.rows
    axis = axis_of(plot)
    assert all(axis.low < study.low < study.high < axis.high for study in studies)
    assert axis.low < pooled.low < pooled.high < axis.high  # it reaches little beyond them, so it is whole
    assert prediction.low < axis.low < axis.high < prediction.high
    told = [float(number) for number in prediction.effect.strip("[]").split(", ")]
    assert told == pytest.approx([math.exp(prediction.low), math.exp(prediction.high)], rel=0.01)
    places = [axis.fraction(study.estimate) for study in studies]
    assert places[1] - places[0] > 0.1
    assert places[2] - places[1] > 0.2


def test_a_pooled_interval_far_beyond_its_studies_is_cut_and_they_are_not():
    """By Hartung-Knapp that of two holds nearly everything."""
    plot = forest(pool([row("Zinc", math.log(0.5), 0.09), row("Iron", math.log(1.3), 0.04)]))
    zinc, iron, pooled = plot.rows
    axis = axis_of(plot)
    assert pooled.low < axis.low < zinc.low
    assert iron.high < axis.high < pooled.high


def test_intervals_of_studies_as_good_as_equal_are_shown_whole():
    """Their estimates alone are no measure of how wide the axis has to be."""
    plot = forest(pool([row(str(place), place / 1000, 0.06 + place / 100) for place in range(4)]))
    axis = axis_of(plot)
    assert all(axis.low < study.low < study.high < axis.high for study in plot.rows)


def test_one_study_is_shown_whole():
    plot = forest(pool([EffectRow(label="Alone", yi=5.0, vi=4.0, measure=Measure.MEAN)]))
    axis = axis_of(plot)
    assert axis.low < plot.rows[0].low < plot.rows[0].high < axis.high
    assert axis.low > 0  # a mean has no value that means no effect, so the axis need not reach to 0


def test_effects_all_at_the_null_still_have_an_axis():
    rows = [EffectRow(label="S", yi=0.0, vi=1e-30, measure=Measure.MEAN_DIFFERENCE)] * 2
    axis = axis_of(forest(pooled_at(rows, tau2=0.0)))
    assert axis.low < 0 < axis.high


@given(st.floats(-1e15, 1e15), st.floats(1e-6, 1e15), st.integers(1, 12), st.booleans())
def test_any_axis_names_few_values_and_all_within_it(low, width, most, logarithmic):
    high = low + max(width, abs(low) * 1e-9)
    ticks = Axis(low=low, high=high, logarithmic=logarithmic).ticks(most)
    assert len(ticks) <= most + 1
    slack = (high - low) * 1e-6
    assert all(low - slack <= tick.place <= high + slack for tick in ticks)
    assert all(len(tick.text) < 25 for tick in ticks)
