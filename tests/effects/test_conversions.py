"""Expected values: mpmath 1.3.0 with 40 digits, derivatives for the delta method by mpmath's ``diff``."""

import pytest
from effects.made import about, arm, assert_is, assert_lacks
from hypothesis import given
from hypothesis import strategies as st

from evidence.effects.conversions import (
    correlation_to_smd,
    odds_ratio_to_risk_ratio,
    odds_ratio_to_smd,
    risk_ratio_to_odds_ratio,
    smd_to_correlation,
    smd_to_odds_ratio,
)
from evidence.effects.estimated import Estimated, Input
from evidence.effects.sizes import Sizes
from evidence.effects.tables import odds_ratio, risk_ratio
from evidence.figures import Figure
from evidence.vocab import GoodDirection, Measure

SMD, OR, RR, COR = (
    Measure.STANDARDIZED_MEAN_DIFFERENCE,
    Measure.ODDS_RATIO,
    Measure.RISK_RATIO,
    Measure.CORRELATION,
)


def known(measure, yi, vi, good=GoodDirection.LOWER):
    inputs = (Input(name="x", printed="1"),)
    told = ("as told",)
    return Estimated(measure=measure, yi=yi, vi=vi, formula="f", inputs=inputs, assumptions=told, source="s", good=good)


def test_an_odds_ratio_and_a_difference_as_in_borenstein_2009_chapter_7():
    there = odds_ratio_to_smd(known(OR, 0.9069, 0.0676))
    assert (round(there.yi, 4), round(there.vi, 4)) == (0.5000, 0.0205)
    assert_is(there, 0.5000001752580232, 0.0205479360426661)
    back = smd_to_odds_ratio(known(SMD, 0.5, 0.0205))
    assert round(back.yi, 4) == 0.9069
    assert_is(back, 0.9068996821171089, 0.06744229674077728)


def test_a_correlation_and_a_difference_as_in_borenstein_2009_chapter_7():
    there = correlation_to_smd(known(COR, 0.5493061443340548, 1 / 97))
    assert (round(there.yi, 4), round(there.vi, 4)) == (1.1547, 0.0550)
    assert_is(there, 1.154700538379252, 0.05498281786941581)
    back = smd_to_correlation(known(SMD, 1.1547, 0.0550))
    assert round(back.estimate, 4) == 0.5
    assert round(back.vi * (1 - back.estimate**2) ** 2, 4) == 0.0058  # the variance of r that the book gives
    assert_is(back, 0.5493059112089869, 0.01031250240410212)


def test_a_difference_of_small_groups_is_a_point_biserial_correlation():
    result = smd_to_correlation(known(SMD, 1.1547, 0.0550), sizes=Sizes(arms=(12, 14)))
    assert_is(result, 0.5680910980478369, 0.01089622909906171)
    assert [str(one) for one in result.inputs] == ["x 1", "n1 12", "n2 14"]


def test_an_odds_ratio_at_a_baseline_risk_is_the_risk_ratio_of_the_same_table():
    # 10 of 20 against 5 of 20: OR 3, RR 2, baseline risk 25 %
    result = odds_ratio_to_risk_ratio(known(OR, 1.0986122886681098, 0.1), baseline_risk=Figure.parse("25%"))
    assert_is(result, 0.6931471805599453, 0.025)
    back = risk_ratio_to_odds_ratio(known(RR, 0.6931471805599453, 0.1), baseline_risk=Figure.parse("0.25"))
    assert_is(back, 1.09861228866811, 0.4)


def test_a_conversion_keeps_what_was_before_it_and_tells_what_it_takes_for_granted():
    result = odds_ratio_to_risk_ratio(known(OR, 1.0, 0.1), baseline_risk=Figure.parse("25"))
    assert result.measure is RR
    assert result.formula.startswith("f; then RR = OR/")
    assert result.source.startswith("s; then Zhang & Yu 1998")
    assert result.good is GoodDirection.LOWER
    assert [str(one) for one in result.inputs] == ["x 1", "baseline risk 25"]
    assert result.assumptions == (
        "as told",
        "25 taken as a percentage",
        "a baseline risk of 25, taken as known without error",
    )


def test_each_conversion_tells_its_assumption():
    (_, logistic) = smd_to_odds_ratio(known(SMD, 1, 1)).assumptions
    assert "logistic" in logistic
    (_, groups, sizes) = correlation_to_smd(known(COR, 1, 1)).assumptions
    assert "one of two groups" in groups
    assert sizes == "two large groups of one size assumed"


@pytest.mark.parametrize("risk", ["0%", "100%", "-5%", "120%", "< 5%"])
def test_a_baseline_risk_that_is_none_gives_nothing(risk):
    result = odds_ratio_to_risk_ratio(known(OR, 1.0, 0.1), baseline_risk=Figure.parse(risk))
    assert_lacks(result, "baseline risk is", *result.missing)


def test_a_risk_ratio_that_would_pass_certainty_gives_nothing():
    result = risk_ratio_to_odds_ratio(known(RR, 1.0986122886681098, 0.1), baseline_risk=Figure.parse("40%"))
    assert_lacks(result, "at a baseline risk of 40% this RR would make a risk of 1 or more")


def test_a_conversion_of_another_measure_gives_nothing():
    assert_lacks(smd_to_odds_ratio(known(RR, 1, 1)), "this conversion takes an SMD, not an RR")


def test_an_effect_beyond_any_float_gives_nothing():
    assert_lacks(correlation_to_smd(known(COR, 1000.0, 1)), "too large to reckon with")


effects = st.floats(-3, 3)
variances = st.floats(1e-6, 1e3)
sizes = st.none() | st.builds(lambda one, other: Sizes(arms=(one, other)), st.integers(2, 10**4), st.integers(2, 10**4))


@given(effects, variances, sizes)
def test_every_conversion_and_its_inverse_come_back(yi, vi, sizes):
    risk = Figure.parse("4%")
    for there, back, measure in (
        (smd_to_odds_ratio, odds_ratio_to_smd, SMD),
        (lambda e: smd_to_correlation(e, sizes=sizes), lambda e: correlation_to_smd(e, sizes=sizes), SMD),
        (
            lambda e: odds_ratio_to_risk_ratio(e, baseline_risk=risk),
            lambda e: risk_ratio_to_odds_ratio(e, baseline_risk=risk),
            OR,
        ),
    ):
        result = back(there(known(measure, yi, vi)))
        assert result.measure is measure
        assert result.yi == pytest.approx(yi, rel=1e-9, abs=1e-12)
        assert result.vi == about(vi)


@given(st.integers(1, 500), st.integers(1, 500), st.integers(1, 500), st.integers(1, 500))
def test_the_odds_ratio_of_any_table_becomes_its_risk_ratio_at_its_own_baseline_risk(a, b, c, d):
    one, other = arm(n=str(a + b), events=str(a)), arm("control", n=str(c + d), events=str(c))
    share = Figure(f"{c}/{c + d}", Figure.parse(str(c)).value / Figure.parse(str(c + d)).value, Figure.parse("0").step)
    result = odds_ratio_to_risk_ratio(odds_ratio(one, other), baseline_risk=share)
    assert result.yi == pytest.approx(risk_ratio(one, other).yi, rel=1e-9, abs=1e-11)
