"""Conversions that are asked for. Expected values: R metafor 3.8-1 with its call, or the arithmetic beside them."""

import math

import pytest
from effects.made import arm, assert_is, assert_lacks, effect, figures
from hypothesis import given
from hypothesis import strategies as st

from evidence.dossier import Sample
from evidence.effects.converted import converted
from evidence.effects.estimated import Estimated
from evidence.effects.intake import estimated
from evidence.figures import Figure
from evidence.vocab import Design, GoodDirection, Measure

RR, OR, RD, HR, MD, SMD, COR = (
    Measure.RISK_RATIO,
    Measure.ODDS_RATIO,
    Measure.RISK_DIFFERENCE,
    Measure.HAZARD_RATIO,
    Measure.MEAN_DIFFERENCE,
    Measure.STANDARDIZED_MEAN_DIFFERENCE,
    Measure.CORRELATION,
)
STATIN, PLACEBO = arm("statin", n="50", events="10"), arm("placebo", n="50", events="20")
ODDS = {"estimate": "3", "ci_low": "1.5", "ci_high": "6"}
V = (math.log(4) / (2 * 1.959963984540054)) ** 2
"""Of the log of this odds ratio: from 1.5 to 6 is a fourfold."""


def sample(n):
    return Sample(key="study/all", population="adults", analysed=n)


def test_what_the_record_gives_is_not_converted():
    printed = effect(OR, STATIN, PLACEBO, estimate="0.375", ci_low="0.15", ci_high="0.92")
    assert converted(printed, wanted=RR) == estimated(printed, wanted=RR)
    assert converted(printed, wanted=OR) == estimated(printed)


def test_an_odds_ratio_becomes_a_difference_and_a_difference_an_odds_ratio():
    result = converted(effect(OR, good=GoodDirection.HIGHER, **ODDS), wanted=SMD)
    assert_is(result, math.log(3) * math.sqrt(3) / math.pi, V * 3 / math.pi**2)
    assert result.good is GoodDirection.HIGHER
    assert [str(one) for one in result.inputs][:3] == ["estimate 3", "lower limit 1.5", "upper limit 6"]
    # escalc("D2ORL", m1i = 10, sd1i = 4, n1i = 20, m2i = 7, sd2i = 4, n2i = 20), but for Hedges' correction of d
    means = arm("zinc", mean="10", sd="4", n="20"), arm("placebo", mean="7", sd="4", n="20")
    there = converted(effect(MD, *means), wanted=OR)
    correction = 0.7350828015982127 / 0.75
    assert there.yi == pytest.approx(1.360349523175663 * correction, rel=1e-9)


def test_counts_without_a_measure_become_a_difference():
    # escalc of metafor by OR2DL, with 10 of 50 against 20 of 50
    result = converted(effect(None, STATIN, PLACEBO), wanted=SMD)
    assert_is(result, -0.5407595086603365, 0.06332573977646111)
    assert "computed from the arms, since the paper's own measure is not recorded" in result.assumptions


def test_a_mean_difference_with_its_interval_becomes_a_standardized_one():
    # metafor: escalc("SMD", m1i = 10, sd1i = 4, n1i = 20, m2i = 7, sd2i = 4, n2i = 20), of which MD is 3, SE sqrt(1.6);
    # t with 38 degrees of freedom is 2.0243941639119697, so that the interval is 3 -+ 2.560678
    printed = effect(MD, estimate="3", ci_low="0.4393215", ci_high="5.5606785")
    result = converted(printed, wanted=SMD, sample=sample(40))
    assert_is(result, 0.7350828015982127, 0.1067543340650685, rel=1e-7)
    told = "SE taken as that of a plain comparison of two groups; of an adjusted one the SMD is too large"
    assert told in result.assumptions
    assert "equal arms assumed, since only the total size is recorded" in result.assumptions


def test_a_mean_difference_of_unknown_people_or_of_the_same_becomes_nothing():
    printed = effect(MD, estimate="3", ci_low="0.4", ci_high="5.6")
    assert "the size of the sample is not recorded" in converted(printed, wanted=SMD).reason
    same = converted(printed, wanted=SMD, sample=sample(40), design=Design.RANDOMIZED_CROSSOVER)
    assert "the same people were in both arms" in same.reason
    many = converted(printed, wanted=SMD, sample=sample(40), design=Design.META_ANALYSIS)
    assert "several studies" in many.reason


@pytest.mark.parametrize(
    ("given", "told"),
    [("25%", "a baseline risk of 25%, taken as known without error"), ("0.25", "a baseline risk of 0.25")],
)
def test_an_odds_ratio_becomes_a_risk_ratio_at_a_given_risk(given, told):
    # Zhang & Yu 1998: 3/(1 - 0.25 + 0.25 x 3) = 2; v (0.75/1.5)^2
    result = converted(effect(OR, **ODDS), wanted=RR, baseline_risk=Figure.parse(given))
    assert_is(result, math.log(2), V / 4)
    assert any(one.startswith(told) for one in result.assumptions)


@pytest.mark.parametrize(
    "printed",
    [{"n": "20", "events": "5"}, {"percent": "25"}, {"percent": "25%"}, {"n": "20", "events": "5", "percent": "30%"}],
)
def test_the_risk_is_that_of_the_comparator_where_none_is_given(printed):
    arms = arm("placebo", **printed), arm("statin")
    result = converted(effect(OR, *arms, **ODDS), wanted=RR)
    assert_is(result, math.log(2), V / 4)
    assert "the baseline risk taken from placebo" in result.assumptions
    given = converted(effect(OR, *arms, **ODDS), wanted=RR, baseline_risk=Figure.parse("10%"))
    assert given.estimate == pytest.approx(3 / (1 - 0.1 + 0.3))


def test_a_percentage_below_one_stays_one():
    arms = arm("placebo", percent="0.5"), arm("statin")
    result = converted(effect(OR, *arms, **ODDS), wanted=RR)
    assert result.estimate == pytest.approx(3 / (1 - 0.005 + 0.015))


@pytest.mark.parametrize(
    ("arms", "design", "reason"),
    [
        ((), None, "no baseline risk is given, and no arm of a comparator is recorded"),
        ((arm("statin"), arm("placebo")), None, "no baseline risk is given, and that of placebo is not recorded"),
        ((arm("statin"), arm("placebo", n="20")), None, "and that of placebo is not recorded"),
        ((arm("statin"), arm("placebo", events="20")), None, "and that of placebo is not recorded"),
        ((STATIN, PLACEBO), Design.CASE_CONTROL, "a study that chose its cases and controls has no baseline risk"),
        ((arm("high dose"), arm("low dose", percent="5%")), None, "tell which is the comparator"),
        ((arm("statin"), arm("placebo", percent="0%")), None, "the baseline risk is 0%"),
    ],
)
def test_without_a_baseline_risk_an_odds_ratio_becomes_no_risk_ratio(arms, design, reason):
    result = converted(effect(OR, *arms, **ODDS), wanted=RR, design=design)
    assert reason in result.reason


def test_a_risk_ratio_goes_by_way_of_the_odds_ratio():
    # RR 2 at 25 % is OR 3, and d = ln 3 sqrt(3)/pi; v/(1 - 0.25 x 2)^2 3/pi^2
    printed = effect(RR, estimate="2", ci_low="1", ci_high="4")
    result = converted(printed, wanted=SMD, baseline_risk=Figure.parse("25%"))
    assert_is(result, math.log(3) * math.sqrt(3) / math.pi, 4 * V * 3 / math.pi**2)
    assert result.formula.count("; then ") == 2
    assert "no baseline risk is given" in converted(printed, wanted=SMD).reason
    assert_is(converted(printed, wanted=OR, baseline_risk=Figure.parse("25%")), math.log(3), 4 * V)


def test_a_correlation_and_a_difference_become_each_other():
    # Borenstein et al. 2009, chapter 7: r 0.50 among 100 is d 1.1547 with v 0.0550
    result = converted(effect(COR, estimate="0.50"), wanted=SMD, sample=sample(100))
    assert (result.yi, result.vi) == pytest.approx((1.1547, 0.0550), rel=0.03)  # h is 3.92 among 100, not 4
    assert "equal arms assumed, since only the total size is recorded" in result.assumptions
    unknown = converted(effect(COR, estimate="0.50", ci_low="0.34", ci_high="0.63"), wanted=SMD)
    assert (round(unknown.yi, 4), round(unknown.vi, 3)) == (1.1547, 0.052)
    back = converted(effect(SMD, estimate="1.1547", ci_low="0.695", ci_high="1.614"), wanted=COR)
    assert round(back.estimate, 4) == 0.5
    assert "two large groups of one size assumed" in back.assumptions
    review = converted(
        effect(SMD, estimate="1.1547", ci_low="0.695", ci_high="1.614"),
        wanted=COR,
        sample=sample(20),
        design=Design.META_ANALYSIS,
    )
    assert review.yi == back.yi
    same = effect(SMD, estimate="1.1547", ci_low="0.695", ci_high="1.614")
    assert "same people" in converted(same, wanted=COR, design=Design.RANDOMIZED_CROSSOVER).reason


@pytest.mark.parametrize(
    ("measure", "wanted"), [(HR, RR), (OR, HR), (RD, SMD), (SMD, MD), (Measure.PROPORTION, OR), (None, SMD)]
)
def test_where_no_conversion_leads_that_is_told(measure, wanted):
    printed = effect(measure, estimate="0.5", ci_low="0.3", ci_high="0.8")
    result = converted(printed, wanted=wanted, baseline_risk=Figure.parse("20%"))
    assert_lacks(result, f"nothing that is recorded of it converts to {wanted}", *result.missing)


def test_an_estimate_outside_its_interval_is_not_converted_either():
    printed = effect(OR, estimate="0.25", ci_low="0.57", ci_high="17.02", p=".04")
    assert isinstance(estimated(printed).reason, str)
    assert not isinstance(converted(printed, wanted=SMD), Estimated)


@given(st.sampled_from([OR, RR, SMD, COR, MD]), st.sampled_from([OR, RR, SMD, COR]))
def test_no_conversion_turns_an_effect(measure, wanted):
    numbers = ("0.30", "0.10", "0.48") if measure in {SMD, COR, MD} else ("1.30", "1.10", "1.54")
    printed = effect(measure, **dict(zip(("estimate", "ci_low", "ci_high"), numbers, strict=True)))
    risk = figures({"risk": "20%"})["risk"]
    there = converted(printed, wanted=wanted, sample=sample(200), baseline_risk=risk)
    assert there.yi > 0
    assert there.measure is wanted
