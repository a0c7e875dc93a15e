"""What a forest plot says, before it is drawn: the published numbers, and as many digits as mean something."""

import re
from dataclasses import replace

import pytest
from pooled_effects import pooled_at
from pooling.published import stroke, tuberculosis

from evidence.errors import UsageError
from evidence.pooling.intervals import IntervalMethod
from evidence.pooling.pool import pool
from evidence.pooling.pooled import Model
from evidence.pooling.rows import EffectRow
from evidence.report.forest import Kind, forest
from evidence.report.forest_numbers import number
from evidence.vocab import Measure

REDRAWN = "Intervals of studies are drawn anew from their variances; they may differ from print in the last digits."


@pytest.fixture
def vaccine():
    """With the variance that metafor prints for the trials, and its limits."""
    return pooled_at(tuberculosis(), tau2=0.31324326, low=0.11971836, high=1.11147908)


def to_two_decimals(text):
    """Metafor's figure has 0.07 where ours has 0.073."""
    return re.sub(r"\d+\.\d+", lambda number: f"{float(number[0]):.2f}", text)


def test_the_vaccine_trials_are_told_as_metafor_draws_them(vaccine):
    """The figure of dat.bcg in metafor's manual page of forest; there with the interval by Wald."""
    plot = forest(vaccine, method=IntervalMethod.WALD)
    assert [to_two_decimals(row.effect) for row in plot.rows[:-1]] == [
        "0.41 [0.13, 1.26]",
        "0.20 [0.09, 0.49]",
        "0.26 [0.07, 0.92]",
        "0.24 [0.18, 0.31]",
        "0.80 [0.52, 1.25]",
        "0.46 [0.39, 0.54]",
        "0.20 [0.08, 0.50]",
        "1.01 [0.89, 1.14]",
        "0.63 [0.39, 1.00]",
        "0.25 [0.15, 0.43]",
        "0.71 [0.57, 0.89]",
        "1.56 [0.37, 6.53]",
        "0.98 [0.58, 1.66]",
        "0.49 [0.34, 0.70]",
    ]
    assert [row.weight for row in plot.rows[:3]] == ["5.1 %", "6.4 %", "4.4 %"]
    assert max(row.share for row in plot.rows) == plot.rows[7].share == 1  # TPT Madras weighs most
    assert [row.n for row in plot.rows[-2:]] == ["357,347", ""]
    assert plot.title == "Risk ratio with 95 % confidence intervals"
    assert plot.head == "RR [95 % CI]"


def test_hartung_knapp_and_the_prediction_are_told_with_their_degrees_of_freedom(vaccine):
    plot = forest(vaccine)
    assert [(row.label, row.effect) for row in plot.rows[-2:]] == [
        ("Pooled (REML)", "0.49 [0.33, 0.73]"),
        ("Prediction interval", "[0.13, 1.79]"),
    ]
    assert plot.caption == (
        "Pooled by REML, Hartung-Knapp interval (t, 12 df), p = 0.002; prediction interval (t, 11 df).",
        "Between studies (REML): τ² 0.3132 (0.1197 to 1.111); I² 92.2 % (81.9 to 97.7); Q 152.23, 12 df, p < 0.001.",
        REDRAWN,
    )


def test_a_common_effect_has_no_prediction(vaccine):
    plot = forest(vaccine, model=Model.COMMON)
    assert [row.kind for row in plot.rows] == [Kind.STUDY] * 13 + [Kind.POOLED]
    assert plot.caption[0] == "Pooled by common effect, Wald interval, p < 0.001."


def test_ratios_lie_along_logs_and_the_rest_along_what_is_printed(vaccine):
    assert forest(vaccine).logarithmic
    assert forest(vaccine).rows[0].estimate == vaccine.studies[0].row.yi
    days = forest(pooled_at(stroke(), tau2=685.2, p=0.0123))
    assert not days.logarithmic
    assert days.rows[0].effect == "-20.0 [-32.5, -7.5]"  # Normand 1999 prints -32.5 and -7.5
    assert days.caption[1].endswith("Q 241.06, 8 df, p = 0.012.")
    shares = [replace(row, measure=Measure.PROPORTION, yi=-1.0986122886681098, vi=0.01) for row in stroke()[:2]]
    plot = forest(pooled_at(shares, tau2=0.0))
    assert plot.rows[0].estimate == pytest.approx(0.25)
    assert plot.null is None
    assert ", p" not in plot.caption[0]  # a share of one half is not the absence of an effect


def test_one_study_stands_alone():
    plot = forest(pool(tuberculosis()[:1]))
    assert [row.kind for row in plot.rows] == [Kind.STUDY]
    assert plot.caption == (REDRAWN,)


def test_nothing_is_not_drawn():
    with pytest.raises(UsageError, match="no effect to draw"):
        forest(pool([]))


def test_a_size_that_is_not_known_is_left_empty():
    rows = [replace(row, n=None) for row in tuberculosis()[:3]]
    assert [row.n for row in forest(pooled_at(rows, tau2=0.1)).rows] == [""] * 5


@pytest.mark.parametrize(
    ("yi", "vi", "measure", "told"),
    [
        (0.0100, 0.000004, Measure.RISK_RATIO, "1.010 [1.006, 1.014]"),
        (0.00001, 1e-12, Measure.RISK_DIFFERENCE, "0.000010 [0.000008, 0.000012]"),
        (120.0, 900.0, Measure.MEAN_DIFFERENCE, "120.0 [61.2, 178.8]"),
        (2000.0, 1.0, Measure.RISK_RATIO, ">1e+300 [>1e+300, >1e+300]"),
        (-2000.0, 1.0, Measure.RISK_RATIO, "<1e-300 [<1e-300, <1e-300]"),
        (-3.0, 1e-6, Measure.RISK_RATIO, "0.0498 [0.0497, 0.0499]"),
        (-0.5, 8.0, Measure.ODDS_RATIO, "0.61 [0.0024, 155.03]"),
    ],
)
def test_there_are_as_many_decimals_as_the_narrowest_interval_needs(yi, vi, measure, told):
    row = EffectRow(label="Aspirin", yi=yi, vi=vi, measure=measure)
    assert forest(pool([row])).rows[0].effect == told


@pytest.mark.parametrize(
    ("value", "told"),
    [(-0.004, "0.00"), (-0.006, "-0.01"), (1e9, "1e+09"), (-123456789.0, "-1.23e+08"), (12.5, "12.50")],
)
def test_a_number_is_short_and_has_no_empty_minus(value, told):
    assert number(value, decimals=2) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [(0.1, "0.10"), (0.0996, "0.100"), (0.073, "0.073"), (0.002, "0.0020"), (0.00012, "0.00012"), (3.21e-6, "3.2e-06")],
)
def test_no_ratio_is_told_to_be_0(value, told):
    assert number(value, decimals=2, is_ratio=True) == told


def test_a_label_is_made_visible():
    plot = forest(pool([replace(tuberculosis()[0], label="A\x1b[31m\nB" + "c" * 1000)]))
    assert plot.rows[0].label.startswith("A\\x1b[31m Bc")
    assert len(plot.rows[0].label) <= 120
