"""Which figures an effect is taken from. Its numbers are those of the tests of each way."""

import pytest
from effects.made import about, arm, assert_is, assert_lacks, effect

from evidence.dossier import Sample
from evidence.effects.intake import estimated, measures_of
from evidence.effects.scales import Scale
from evidence.vocab import Design, GoodDirection, Measure, SampleUnit

RR, OR, RD, MD = Measure.RISK_RATIO, Measure.ODDS_RATIO, Measure.RISK_DIFFERENCE, Measure.MEAN_DIFFERENCE
SMD, PR, COR = Measure.STANDARDIZED_MEAN_DIFFERENCE, Measure.PROPORTION, Measure.CORRELATION
DRUG, PLACEBO = arm("aspirin", n="100", events="5"), arm("placebo", n="100", events="10")
OF_TABLE = (-0.6931471805599453, 0.28)
"""Of the log RR of these arms, as in Borenstein et al. 2009, chapter 5."""


def sample(n, unit=SampleUnit.PARTICIPANTS):
    return Sample(key="study/all", population="adults", analysed=n, unit=unit)


def test_a_printed_estimate_with_its_interval_stands_before_the_arms():
    printed = effect(OR, DRUG, PLACEBO, estimate="3.7", ci_low="1.9", ci_high="7.3", good=GoodDirection.LOWER)
    result = estimated(printed)
    assert_is(result, 1.308332819650179, 0.1179090528261038)
    assert result.good is GoodDirection.LOWER
    assert result.scale is Scale.LOG


def test_the_arms_stand_in_where_no_interval_is_printed():
    result = estimated(effect(RR, DRUG, PLACEBO, estimate="0.5", p=".19", comparator="placebo"))
    assert_is(result, *OF_TABLE)
    assert result.assumptions == ("not from a printed interval, since no interval is recorded",)


def test_the_arms_give_another_measure_than_the_printed_one():
    printed = effect(OR, DRUG, PLACEBO, estimate="0.4", ci_low="0.1", ci_high="1.3", comparator="a placebo pill")
    result = estimated(printed, wanted=RR)
    assert_is(result, *OF_TABLE)
    assert result.assumptions == ("computed from the arms, since the paper's own measure is OR",)
    unnamed = estimated(effect(None, DRUG, PLACEBO, comparator="placebo"), wanted=RR)
    assert unnamed.assumptions == ("computed from the arms, since the paper's own measure is not recorded",)


def test_no_conversion_is_made_unasked():
    printed = effect(OR, estimate="3.7", ci_low="1.9", ci_high="7.3")
    assert_lacks(estimated(printed, wanted=RR), "no arms are recorded, and the measure compares two", "arms")


def test_an_estimate_with_a_p_comes_last():
    result = estimated(effect(RR, estimate="2.14", p="< .001"))
    assert_is(result, 0.7608058290337601, 0.05345850585148798)


def test_what_is_missing_is_told_for_every_way():
    result = estimated(effect(RR, estimate="2.14"))
    assert_lacks(
        result,
        "no interval is recorded; no arms are recorded, and the measure compares two; p is not recorded",
        "lower limit",
        "upper limit",
        "arms",
        "p",
    )
    assert_lacks(estimated(effect(None, estimate="2")), "it is not recorded in which measure the effect is", "measure")


def test_nothing_stands_in_for_an_estimate_outside_its_interval():
    printed = effect(SMD, estimate="0.25", ci_low="0.57", ci_high="17.02", p="0.0363")
    result = estimated(printed, sample=sample(10))
    assert "the estimate 0.25 lies outside its interval, 0.57 to 17.02" in result.reason
    assert result.contradictory
    correlation = effect(COR, estimate="0.5", ci_low="0.7", ci_high="0.9")
    assert estimated(correlation, sample=sample(100)).contradictory
    backwards = estimated(effect(MD, estimate="1.5", ci_low="2", ci_high="-1", p=".04"))
    assert "the interval 2 to -1 runs backwards" in backwards.reason
    assert backwards.contradictory


def test_the_arms_stand_in_for_a_printed_interval_that_contradicts_itself():
    printed = effect(RR, DRUG, PLACEBO, estimate="0.50", ci_low="0.6", ci_high="0.9", p=".19", comparator="placebo")
    result = estimated(printed)
    assert_is(result, *OF_TABLE)
    assert result.assumptions == (
        "the printed interval is not used, since the estimate 0.50 lies outside its interval, 0.6 to 0.9",
    )


def test_an_interval_beyond_its_scale_contradicts_itself_and_one_at_its_end_does_not():
    logarithm = estimated(effect(RR, estimate="0.3", ci_low="-0.5", ci_high="1.1", p=".3"))
    assert_lacks(logarithm, "lower limit is -0.5, which has no natural logarithm", "arms")
    assert logarithm.contradictory
    rounded = estimated(effect(RR, estimate="0.3", ci_low="0", ci_high="1.1", p=".3"))
    assert rounded.assumptions[0] == (
        "not from a printed interval, since lower limit is 0, which has no natural logarithm"
    )


def test_the_size_of_the_sample_serves_where_the_arms_have_none():
    assert_is(estimated(effect(COR, estimate="0.50"), sample=sample(100)), 0.5493061443340548, 0.01030927835051546)
    assert_is(estimated(effect(PR, estimate="80%"), sample=sample(15)), 1.386294361119891, 0.4166666666666667)
    change = effect(Measure.MEAN_CHANGE, estimate="-33.3", ci_low="-43.5", ci_high="-23.0")
    assert_is(estimated(change, sample=sample(15)), -33.3, 22.83912807441891)


def test_a_sample_of_studies_is_no_size():
    result = estimated(effect(COR, estimate="0.50"), sample=sample(100, SampleUnit.STUDIES))
    assert "n" in result.missing


@pytest.mark.parametrize("design", [Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW, Design.IPD_META_ANALYSIS])
def test_the_people_of_a_review_do_not_tell_how_sure_its_estimate_is(design):
    change = Measure.STANDARDIZED_MEAN_CHANGE
    for printed in (effect(change, estimate="1.44"), effect(RR, DRUG, PLACEBO)):
        result = estimated(printed, sample=sample(2665), design=design)
        assert "the figures are of several studies, and adding up their arms is not pooling them" in result.reason
    by_p = estimated(effect(RR, DRUG, PLACEBO, estimate="2.14", p="< .001"), sample=sample(100), design=design)
    assert_is(by_p, 0.7608058290337601, 0.05345850585148798)
    small = effect(MD, estimate="6.16", ci_low="4.44", ci_high="7.88")
    assert estimated(small, sample=sample(20), design=design).vi == about(0.7701240955813336)  # normal


def test_a_printed_percentage_is_taken_of_its_arm_where_that_has_only_a_size():
    result = estimated(effect(PR, arm("statin", n="15"), estimate="80%"), sample=sample(99))
    assert_is(result, 1.386294361119891, 0.4166666666666667)


def test_the_only_arm_is_taken_for_the_sample_where_it_has_no_size():
    result = estimated(effect(PR, arm("statin", events="12")), sample=sample(15))
    assert_is(result, 1.386294361119891, 0.4166666666666667)
    assert "statin taken to be the whole sample of 15" in result.assumptions
    own = estimated(effect(PR, arm("statin", n="15", events="12")), sample=sample(99))
    assert own.vi == result.vi
    derived = estimated(effect(PR, arm("statin", events="25", percent="31.6%")), sample=sample(99))
    assert derived.vi == about(1 / 25 + 1 / 54)
    unknown = estimated(effect(PR, arm("statin", events="12")))
    assert "n of statin" in unknown.missing


def test_a_proportion_of_one_of_two_arms_is_not_guessed():
    result = estimated(effect(PR, DRUG, PLACEBO, estimate="5%"))
    assert "2 arms are recorded, and the measure is of one group" in result.reason
    assert "no arm is recorded, and the measure is of one group" in estimated(effect(PR, estimate="5%")).reason


def test_the_p_of_a_proportion_is_not_even_asked_for():
    result = estimated(effect(PR, arm("statin", n="190", percent="27%")))
    told = "no interval is recorded; each count from 51 to 52 of 190 gives the percentage of statin, 27%"
    assert_lacks(result, told, "lower limit", "upper limit", "events")


def test_three_arms_are_no_comparison():
    result = estimated(effect(RR, DRUG, PLACEBO, PLACEBO))
    assert "3 arms are recorded, and the measure compares two" in result.reason


@pytest.mark.parametrize("design", [Design.RANDOMIZED_CROSSOVER, Design.SINGLE_ARM])
def test_arms_of_the_same_people_are_not_compared_as_two_groups(design):
    result = estimated(effect(RR, DRUG, PLACEBO), design=design)
    assert "the same people were in both arms" in result.reason


def test_people_in_both_arms_are_counted_once():
    arms = (arm("statin", n="15"), arm("placebo", n="16"))
    printed = effect(MD, *arms, estimate="-33.3", ci_low="-43.5", ci_high="-23.0")
    result = estimated(printed, design=Design.RANDOMIZED_CROSSOVER)
    assert_is(result, -33.3, 22.83912807441891)  # t with 14 degrees of freedom
    unknown = effect(MD, estimate="-33.3", ci_low="-43.5", ci_high="-23.0")
    assert estimated(unknown, sample=sample(15), design=Design.RANDOMIZED_CROSSOVER).vi == result.vi


@pytest.mark.parametrize("n", ["<50", "0", "1.5"])
def test_a_size_that_is_no_count_is_no_size(n):
    printed = effect(MD, arm("a", n=n), arm("b", n="20"), estimate="6.16", ci_low="4.44", ci_high="7.88")
    assert estimated(printed).vi == about(0.7701240955813336)  # the normal distribution


def test_arms_against_the_direction_of_the_printed_estimate_are_not_used():
    group = {"mean": "-14", "sd": "10", "n": "7"}
    arms = (arm("statin", **group), arm("placebo", mean="0", sd="12", n="7"))
    assert (
        "the arms give the other direction than the printed MD of 14"
        in estimated(effect(MD, *arms, estimate="14")).reason
    )
    assert_is(estimated(effect(MD, *arms, estimate="-14")), -14, (10**2 + 12**2) / 7)


def test_no_p_stands_in_for_arms_that_contradict_the_printed_estimate():
    result = estimated(effect(RR, DRUG, PLACEBO, estimate="2.0", p=".19", comparator="placebo"))
    assert "the arms give the other direction than the printed RR of 2.0" in result.reason
    assert result.contradictory


def test_the_measures_of_an_effect_are_those_that_its_figures_make():
    assert measures_of(effect(None, DRUG, PLACEBO)) == (RR, OR, RD)
    assert measures_of(effect(None, DRUG, PLACEBO), design=Design.CASE_CONTROL) == (OR,)
    assert measures_of(effect(None, DRUG, PLACEBO), design=Design.SINGLE_ARM) == ()
    assert measures_of(effect(OR, DRUG, PLACEBO)) == (OR, RR, RD)
    assert measures_of(effect(Measure.HAZARD_RATIO, estimate="2", ci_low="1", ci_high="4")) == (Measure.HAZARD_RATIO,)
    one = effect(None, arm("statin", events="12"))
    assert (measures_of(one), measures_of(one, sample=sample(15))) == ((), (PR,))
    assert measures_of(effect(None, estimate="2")) == ()


def test_the_mean_of_an_arm_is_a_change_only_if_it_is_the_printed_one():
    group = arm("statin", mean="-6", sd="4", n="15")
    change = Measure.MEAN_CHANGE
    for printed in (None, "-6", "-6.0"):
        assert_is(estimated(effect(change, group, estimate=printed)), -6, 16 / 15)
    result = estimated(effect(change, group, estimate="-5"))
    assert "the mean of its arm is not the printed change of -5" in result.reason


def test_cases_and_controls_have_odds_and_no_risks():
    printed = effect(OR, DRUG, PLACEBO)
    assert_is(estimated(printed, design=Design.CASE_CONTROL), -0.7472144018302211, 0.32163742690058480)
    for measure in (RR, RD):
        assert "no risks, only odds" in estimated(printed, design=Design.CASE_CONTROL, wanted=measure).reason


@pytest.mark.parametrize(
    ("measure", "needs"),
    [
        (Measure.HAZARD_RATIO, "the time of each event"),
        (Measure.INCIDENCE_RATE_RATIO, "the time that each arm was observed"),
        (COR, "both values of each member"),
    ],
)
def test_measures_that_arms_cannot_give_say_what_they_would_take(measure, needs):
    result = estimated(effect(measure, DRUG, PLACEBO), wanted=measure)
    assert f"of the arms it would take {needs}" in result.reason


@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_is_given_from_an_interval_or_says_why_not(measure):
    share = measure in {PR, COR, RD}
    printed = ("0.4", "0.2", "0.6") if share else ("4", "2", "6")
    result = estimated(effect(measure, estimate=printed[0], ci_low=printed[1], ci_high=printed[2]))
    assert result.estimate == about(float(printed[0]))
    assert result.measure is measure


def test_no_measure_of_one_group_follows_from_another():
    change = effect(Measure.MEAN_CHANGE, estimate="-18.9", ci_low="-22", ci_high="-15")
    assert estimated(change, wanted=Measure.MEAN).reason == "it is of the measure MC, from which no MN follows"
