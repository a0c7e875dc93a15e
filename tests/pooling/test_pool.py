"""What pooling does with few effects, with effects that are none, and with effects too much alike."""

import sys

import pytest
from pooling.published import tuberculosis

from evidence.errors import UsageError
from evidence.pooling.intervals import IntervalMethod
from evidence.pooling.pool import pool
from evidence.pooling.pooled import Model
from evidence.pooling.rows import EffectRow, faults
from evidence.pooling.small_study_effects import egger
from evidence.vocab import Measure


def row(yi, vi, *, label="Zinc 1996", measure=Measure.MEAN_DIFFERENCE, n=None):
    return EffectRow(label=label, yi=yi, vi=vi, measure=measure, n=n)


def test_no_effect_gives_an_empty_result_that_says_so():
    pooled = pool([])
    assert (pooled.measure, pooled.studies, pooled.common, pooled.reml, pooled.heterogeneity) == (
        None,
        (),
        None,
        None,
        None,
    )
    assert pooled.n is None
    assert pooled.notes == ("No effect to pool.",)


def test_one_effect_stands_alone_with_no_variance_between_studies():
    pooled = pool([row(2.0, 4.0, n=40)])
    assert (pooled.common.estimate, pooled.common.wald.se, pooled.common.weights) == (2.0, 2.0, (100.0,))
    assert pooled.common.wald.low == pytest.approx(2 - 2 * 1.959963984540054)
    assert pooled.studies[0].low == pooled.common.wald.low
    assert [pooled.fit(model) for model in (Model.DERSIMONIAN_LAIRD, Model.REML)] == [None, None]
    assert (pooled.heterogeneity, pooled.leave_one_out) == (None, ())
    assert pooled.n == 40
    assert pooled.notes == ("One effect: nothing is pooled.",)


def test_two_effects_have_no_prediction_interval_and_a_warning():
    pooled = pool([row(1.0, 1.0), row(5.0, 1.0)])
    assert pooled.reml.tau2 == pytest.approx(7)  # the variance of 1 and 5 is 8, of which 1 is chance
    assert pooled.reml.estimate == pytest.approx(3)
    interval = pooled.reml.hartung_knapp
    assert interval.df == 1
    assert interval.high == pytest.approx(3 + 12.706204736 * 2)  # Student's t on one degree of freedom
    assert interval.prediction is None
    assert pooled.leave_one_out == ()
    assert pooled.notes[0].startswith("Two effects: no prediction interval")
    assert pooled.notes[1] == "Small-study effects are not tested: 2 effects are fewer than 10."


def test_a_common_effect_has_no_hartung_knapp_and_answers_with_wald():
    pooled = pool([row(1.0, 1.0), row(5.0, 1.0), row(2.0, 1.0)])
    assert pooled.common.hartung_knapp is None
    assert pooled.common.interval(IntervalMethod.HARTUNG_KNAPP) is pooled.common.wald
    assert pooled.common.wald.prediction is None


def test_the_size_of_all_is_told_only_where_each_says_its_own():
    assert pool([row(1.0, 1.0, n=30), row(2.0, 1.0, n=12)]).n == 42
    assert pool([row(1.0, 1.0, n=30), row(2.0, 1.0)]).n is None


def test_identical_effects_keep_the_width_that_their_errors_give():
    pooled = pool([row(0.5, 0.04)] * 4)
    interval = pooled.reml.hartung_knapp
    assert pooled.reml.tau2 == 0
    assert interval.se == pytest.approx(0.1)  # the root of 0.04 / 4
    assert interval.low < interval.high
    assert pooled.heterogeneity.q == pytest.approx(0)
    assert pooled.heterogeneity.tau2.high == 0
    told = " ".join(pooled.notes)
    assert "is held at 1" in told
    assert "more alike than chance" in told


def test_a_variance_outside_its_own_interval_is_told():
    """One study far off among precise ones: the likelihood takes it for chance, Q does not."""
    effects = [(-0.2, 0.112), (-2.38, 0.253), (-0.34, 0.002), (-0.39, 0.006), (-0.48, 0.037), (-0.33, 0.152)]
    pooled = pool([row(yi, vi) for yi, vi in effects])
    tau2 = pooled.heterogeneity.tau2
    assert tau2.value == 0 < tau2.low
    assert not tau2.low <= tau2.value <= tau2.high
    assert any("lies outside its Q-profile interval" in note for note in pooled.notes)


@pytest.mark.parametrize(
    ("yi", "vi", "n", "told"),
    [
        (1.0, 0.0, None, "0.0 is no variance"),
        (1.0, -1.0, None, "-1.0 is no variance"),
        (1.0, float("nan"), None, "nan is no variance"),
        (1.0, float("inf"), None, "inf is no variance"),
        (1.0, 1e-320, None, "1e-320 is no variance"),
        (float("nan"), 1.0, None, "nan is no effect"),
        (float("-inf"), 1.0, None, "-inf is no effect"),
        (1e300, 1.0, None, "1e+300 is no effect"),
        (1.0, 1.0, 0, "0 is no sample size"),
    ],
)
def test_what_is_no_effect_is_named_and_refused(yi, vi, n, told):
    with pytest.raises(UsageError, match=r"effect 2, Vitamin\\x1b D") as caught:
        pool([row(1.0, 1.0), row(yi, vi, n=n, label="Vitamin\x1b D")])
    assert told in str(caught.value)


def test_an_effect_without_a_label_is_refused():
    with pytest.raises(UsageError, match="effect 1, without a name: it has no label"):
        pool([row(1.0, 1.0, label=" ")])


def test_measures_are_not_mixed():
    with pytest.raises(UsageError, match=r"OR \(Aspirin\), RR \(Statin\)"):
        pool(
            [
                row(1.0, 1.0, measure=Measure.ODDS_RATIO, label="Aspirin"),
                row(1.0, 1.0, measure=Measure.RISK_RATIO, label="Statin"),
            ]
        )


def test_variances_of_different_units_are_not_pooled():
    with pytest.raises(
        UsageError, match=r"effect 1, Aspirin: its variance 1e-06 is too far from the median of all, 1, to be"
    ):
        pool([row(1.0, 1e-6, label="Aspirin"), row(1.0, 1.0), row(1.0, 1e5, label="Statin")])


@pytest.mark.parametrize(
    ("variances", "at_fault"),
    [
        ([1.0, 1e10], []),
        ([1.0, 1.1e10], [0, 1]),  # nothing tells which of two it is
        ([1.0, 2.0, 3.0, 1e-10], [3]),
        ([1.0, 1e11, 2.0, 3.0], [1]),
        ([1.0, 1e5, 1.1e5, 1e-6, 1.0], [2, 3]),
        ([1.0, 0.0, 2.0], [1]),
        ([1.0, 1e6, 1e9], []),
        ([], []),
    ],
)
def test_variances_far_from_the_median_are_at_fault_where_all_cannot_be_of_one_unit(variances, at_fault):
    told = faults([row(1.0, variance) for variance in variances])
    assert [place for place, fault in enumerate(told) if fault] == at_fault


@pytest.mark.parametrize("level", [0, 1, 95, -0.5, float("nan")])
def test_a_level_is_a_fraction(level):
    with pytest.raises(UsageError, match="is no confidence level"):
        pool([row(1.0, 1.0)], level=level)


def test_without_pymare_one_line_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pymare", None)
    with pytest.raises(UsageError, match=r"pip install 'evidence\[pooling\]'"):
        pool(tuberculosis())


def test_one_effect_needs_no_pymare(monkeypatch):
    monkeypatch.setitem(sys.modules, "pymare", None)
    assert pool([row(1.0, 1.0)]).common.estimate == 1


@pytest.mark.parametrize("effects", [[1.0, 4.0, 2.0], [1.0, 2.0, 3.0]])
def test_egger_says_nothing_where_nothing_varies(effects):
    same = [1.0] * 3 if effects[1] == 4 else [1.0, 4.0, 9.0]  # the second: standard errors 1, 2, 3 and effects alike
    assert egger(effects, same) is None


def test_ten_studies_of_one_size_are_told_to_be_beyond_egger():
    pooled = pool([row(float(place % 3), 1.0) for place in range(10)])
    assert pooled.small_study_effects is None
    assert "Small-study effects cannot be tested: the effects or their standard errors do not vary." in pooled.notes
