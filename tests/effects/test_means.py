"""Expected values: mpmath 1.3.0 with 40 digits, and what is published where a test says so."""

import pytest
from effects.made import EXACT, about, arm, assert_is, assert_lacks
from hypothesis import given
from hypothesis import strategies as st

from evidence.effects.means import mean, mean_change, mean_difference, ratio_of_means
from evidence.effects.standardized import hedges_correction, standardized_mean_change, standardized_mean_difference


def measured(name, mean, sd, n):
    return arm(name, mean=mean, sd=sd, n=n)


TREATED, CONTROL = measured("treated", "103", "5.5", "50"), measured("control", "100", "4.5", "50")


def test_the_mean_difference_of_borenstein_2009_chapter_4():
    assert_is(mean_difference(TREATED, CONTROL), 3, 1.01)


def test_the_standardized_difference_of_borenstein_2009_chapter_4():
    result = standardized_mean_difference(TREATED, CONTROL)
    assert round(result.yi, 4) == 0.5924
    assert_is(result, 0.5924396230348085, 0.04175492353470813)


@pytest.mark.parametrize(
    ("one", "other", "yi", "vi"),
    [
        (("-14", "10", "7"), ("0", "12", "7"), -1.186306676649255, 0.3359758403950928),
        (("12.5", "3.1", "4"), ("10.25", "2.4", "6"), 0.7567427138442542, 0.445299643414485),
    ],
)
def test_the_standardized_difference_of_small_groups_has_the_exact_correction(one, other, yi, vi):
    assert_is(standardized_mean_difference(measured("a", *one), measured("b", *other)), yi, vi)


def test_the_ratio_of_means_of_borenstein_2009_chapter_4():
    one, other = measured("treated", "61.515", "19.475", "10"), measured("control", "51.015", "19.475", "10")
    result = ratio_of_means(one, other)
    assert (round(result.yi, 4), round(result.vi, 4)) == (0.1872, 0.0246)
    assert_is(result, 0.1871613403848638, 0.02459622976260375)


def test_the_mean_of_one_group():
    assert_is(mean(measured("a", "32.1", "5.09", "25")), 32.1, 5.09**2 / 25)


def test_a_change_is_taken_from_the_mean_and_spread_of_the_changes_and_this_is_told():
    group = measured("statin", "-6", "4", "15")
    assert_is(mean_change(group), -6, 16 / 15)
    assert_is(standardized_mean_change(group), -1.417931593960216, 0.1336843335050186)
    told = ("mean and SD of statin taken as those of the change",)
    assert mean_change(group).assumptions == standardized_mean_change(group).assumptions == told


@pytest.mark.parametrize(
    ("df", "factor"),
    [
        (2, 0.5641895835477563),
        (3, 0.7236012545582677),
        (8, 0.9027033336764101),
        (58, 0.9870035810279774),
        (98, 0.9923240874205953),
        (300, 0.9974975668438586),
        (301, 0.9975058886405645),
        (1000, 0.9992497811797164),
        (10**6, 0.9999992499997812),
        (10**12, 0.99999999999925),
    ],
)
def test_the_correction_is_exact_for_groups_of_any_size(df, factor):
    assert hedges_correction(df) == about(factor, rel=1e-14)


def test_a_figure_that_is_missing_is_named():
    assert_lacks(
        mean_difference(TREATED, arm("control", mean="3", n="4")), "SD of control is not recorded", "SD of control"
    )


@pytest.mark.parametrize(
    ("compute", "one", "other", "reason"),
    [
        (mean_difference, ("1", "-2", "10"), ("1", "2", "10"), "SD of a is -2, which no SD can be"),
        (mean_difference, ("1", "2", "1"), ("1", "2", "10"), "n of a is 1, and an SD needs two"),
        (mean_difference, ("1", "2", "2.5"), ("1", "2", "10"), "n of a is 2.5, which is no count"),
        (mean_difference, ("1", "0", "9"), ("2", "0", "9"), "its figures leave no sampling variance"),
        (standardized_mean_difference, ("1", "0", "9"), ("2", "0", "9"), "neither arm has any spread"),
        (standardized_mean_difference, ("1e99", "1e-99", "9"), ("2", "1e-99", "9"), "too large to reckon with"),
        (ratio_of_means, ("-1", "1", "9"), ("2", "1", "9"), "a ratio of means needs both means above 0"),
        (ratio_of_means, ("1", "1", "9"), ("0", "1", "9"), "a ratio of means needs both means above 0"),
        (ratio_of_means, ("1e-99", "1e99", "9"), ("1", "1", "9"), "too large to reckon with"),
    ],
)
def test_figures_that_cannot_be_or_do_not_suffice_give_nothing(compute, one, other, reason):
    assert_lacks(compute(measured("a", *one), measured("b", *other)), reason)


def test_changes_without_spread_have_no_standardized_mean():
    assert_lacks(standardized_mean_change(measured("a", "1", "0", "9")), "its changes have no spread")


def test_two_changes_are_too_few_for_the_correction():
    assert_lacks(
        standardized_mean_change(measured("a", "1", "2", "2")),
        "1 degrees of freedom of the 2 that the correction needs",
    )


above = st.decimals("0.01", "1000", places=2)
groups = st.builds(lambda m, s, n: measured("a", str(m), str(s), str(n)), above, above, st.integers(2, 10**5))


@given(groups, groups)
def test_arms_that_are_swapped_turn_the_sign_and_keep_the_variance(one, other):
    for compute in (mean_difference, standardized_mean_difference, ratio_of_means):
        there, back = compute(one, other), compute(other, one)
        assert there.yi == pytest.approx(-back.yi, rel=EXACT, abs=1e-12)
        assert there.vi == about(back.vi)
