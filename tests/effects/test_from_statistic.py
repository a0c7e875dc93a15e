"""Expected values: R metafor 3.8-1 with the call beside them, or arithmetic shown there."""

from dataclasses import replace

import pytest
from effects.made import about, arm, assert_is, assert_lacks, effect, figures

from evidence.dossier import Sample, StatisticalTest
from evidence.effects.from_statistic import from_p_and_size, from_statistic
from evidence.effects.intake import estimated, measures_of
from evidence.effects.sizes import Sizes
from evidence.vocab import Design, Measure, Statistic

SMD, SMCC, COR, MD, MC, RR = (
    Measure.STANDARDIZED_MEAN_DIFFERENCE,
    Measure.STANDARDIZED_MEAN_CHANGE,
    Measure.CORRELATION,
    Measure.MEAN_DIFFERENCE,
    Measure.MEAN_CHANGE,
    Measure.RISK_RATIO,
)
T, F, R, Z, CHI2 = Statistic.T, Statistic.F, Statistic.CORRELATION, Statistic.Z, Statistic.CHI_SQUARED
G, V = 0.9523821140629424, 0.1722048219001163
"""escalc("SMD", ti = 2.5, n1i = 12, n2i = 14)"""
ARMS = arm("zinc", n="12"), arm("placebo", n="14")
OWN_SIGN = "t taken to have the sign of the effect, which nothing else tells"


def with_test(measure, statistic, value, *arms, df=None, df2=None, **printed):
    test = StatisticalTest(statistic=statistic, **figures({"value": value, "df": df, "df2": df2}))
    return replace(effect(measure, *arms, **printed), test=test)


def sample(n):
    return Sample(key="study/all", population="adults", analysed=n)


def test_t_and_the_sizes_of_the_arms_give_the_standardized_difference():
    result = estimated(with_test(SMD, T, "2.5", *ARMS, df="24"))
    assert_is(result, G, V)
    assert OWN_SIGN in result.assumptions
    assert result.assumptions[0] == "not from a printed interval, since no interval is recorded"
    assert_is(estimated(with_test(SMD, T, "-2.5", *ARMS)), -G, V)


@pytest.mark.parametrize("value", ["2.5", "-2.5"])
def test_the_sign_is_that_of_the_printed_difference_where_there_is_one(value):
    printed = with_test(MD, T, value, *ARMS, df="24", estimate="-3.1")
    result = estimated(printed, wanted=SMD)
    assert_is(result, -G, V)
    assert result.assumptions[0] == "computed from its test, since the paper's own measure is MD"
    told = "its sign is that of the printed MD of -3.1"
    assert (told in result.assumptions) is (value == "2.5")


def test_the_sign_is_that_of_the_means_where_no_estimate_is_printed():
    arms = arm("placebo", n="14", mean="7"), arm("zinc", n="12", mean="4")
    result = estimated(with_test(None, F, "6.25", *arms, df="1", df2="24"), wanted=SMD)
    assert_is(result, -G, V)
    assert "its sign is that of the means, 4 against 7" in result.assumptions
    assert "placebo taken as the comparator, since only comparators are called so" in result.assumptions
    unknown = arm("low dose", n="12", mean="4"), arm("high dose", n="14", mean="7")
    by_t = estimated(with_test(None, T, "2.5", *unknown), wanted=SMD)
    assert OWN_SIGN in by_t.assumptions


@pytest.mark.parametrize("lacking", [{}, {"mean": "4"}])
def test_an_f_without_a_direction_gives_nothing(lacking):
    arms = arm("zinc", n="12"), arm("placebo", n="14", **lacking)
    result = estimated(with_test(SMD, F, "6.25", *arms, df="1"))
    assert "F has no sign, and neither an estimate nor the means of the arms tell it" in result.reason


@pytest.mark.parametrize(
    ("df", "told"),
    [(None, "not recorded"), ("2", "2")],
)
def test_an_f_of_more_than_two_groups_gives_nothing(df, told):
    result = estimated(with_test(MD, F, "6.25", *ARMS, df=df, estimate="2"), wanted=SMD)
    assert f"only with 1 degree of freedom between them, and here that is {told}" in result.reason


def test_the_sizes_follow_from_the_degrees_of_freedom():
    # 13 and 13: escalc("SMD", ti = 2.5, n1i = 13, n2i = 13)
    result = estimated(with_test(SMD, T, "2.5", df="24"))
    assert_is(result, 0.9495602349297582, 0.1711858584569204)
    assert "26 in all, since t has 24 degrees of freedom" in result.assumptions
    assert (
        "23.6 degrees of freedom, from which no size follows" in estimated(with_test(SMD, T, "2.5", df="23.6")).reason
    )
    assert "-1 degrees of freedom" in estimated(with_test(SMD, T, "2.5", df="-1")).reason
    assert "the size of the sample is not recorded" in estimated(with_test(SMD, T, "2.5", df="<24")).reason


def test_fewer_degrees_of_freedom_are_told():
    result = estimated(with_test(SMD, T, "2.5", *ARMS, df="21.7"))
    assert_is(result, G, V)
    told = "t has 21.7 degrees of freedom and not 24: taken as one of unequal variances, or of a few people less"
    assert told in result.assumptions


@pytest.mark.parametrize(
    ("df", "arms", "n"),
    [("25", ARMS, None), ("11", (arm("zinc", n="12"), arm("placebo", n="12")), None), ("12", (), 26)],
)
def test_degrees_of_freedom_that_no_test_of_two_groups_has_contradict(df, arms, n):
    result = estimated(with_test(SMD, T, "2.5", *arms, df=df), sample=None if n is None else sample(n))
    assert f"t has {df} degrees of freedom, which no test between two groups has" in result.reason
    assert result.contradictory


def test_a_test_far_from_the_printed_estimate_contradicts_it():
    result = estimated(with_test(SMD, T, "6.5", df="24", estimate="0.25"))
    assert "the test makes SMD 2.47, too far from the printed 0.25" in result.reason
    assert result.contradictory
    assert_is(estimated(with_test(SMD, T, "2.5", df="24", estimate="0.97")), 0.9495602349297582, 0.1711858584569204)


def test_the_printed_estimate_with_the_sizes_stands_before_the_test():
    result = estimated(with_test(SMD, T, "2.5", *ARMS, estimate="0.9"))
    assert result.yi == 0.9


def test_the_people_of_both_arms_and_of_reviews_make_no_standardized_difference_of_two_groups():
    printed = with_test(SMD, T, "2.5", *ARMS, df="24")
    assert "the formula for two groups" in estimated(printed, design=Design.RANDOMIZED_CROSSOVER).reason
    assert "several studies" in estimated(printed, design=Design.META_ANALYSIS).reason
    correlation = with_test(COR, R, ".5", df="24")
    assert "several studies" in estimated(correlation, design=Design.META_ANALYSIS).reason


@pytest.mark.parametrize(
    ("df", "n", "told"),
    [
        (None, 10, ()),
        ("9", 10, ()),
        ("9", None, ("10 taken as tested, since t has 9 degrees of freedom",)),
        ("9", 12, ("10 taken as tested, since t has 9 degrees of freedom",)),
    ],
)
def test_t_of_pairs_gives_the_standardized_change(df, n, told):
    # escalc of metafor by SMCC, with changes among 10 whose mean is 3/sqrt(10) and whose SD is 1
    printed = with_test(SMCC, T, "3", df=df)
    result = estimated(printed, sample=n and sample(n), design=Design.SINGLE_ARM)
    assert_is(result, 0.8669778463513151, 0.1375825293031983)
    assert result.assumptions[1:] == (*told, OWN_SIGN)


def test_more_degrees_of_freedom_than_people_contradict():
    result = estimated(with_test(SMCC, T, "3", df="10"), sample=sample(10), design=Design.SINGLE_ARM)
    assert "t has 10 degrees of freedom, more than 10 in all leave" in result.reason
    assert result.contradictory


@pytest.mark.parametrize(("df", "n"), [("24", None), (None, 26), ("24", 26)])
def test_r_and_its_t_give_fishers_z(df, n):
    # escalc of metafor by ZCOR among 26, with r .5 and with 2.5/sqrt(2.5^2 + 24)
    people = n and sample(n)
    assert_is(estimated(with_test(COR, R, ".5", df=df), sample=people), 0.5493061443340549, 0.04347826086956522)
    by_t = estimated(with_test(COR, T, "2.5", df=df), sample=people)
    assert_is(by_t, 0.4904146265058631, 0.04347826086956522)
    assert OWN_SIGN in by_t.assumptions


def test_r_tells_a_correlation_where_no_measure_is_recorded_and_t_a_difference():
    assert measures_of(with_test(None, R, ".5", df="24")) == (COR,)
    assert measures_of(with_test(None, T, "2.5", df="24")) == (SMD,)
    assert measures_of(with_test(MD, T, "2.5", df="24", estimate="3")) == (MD, SMD)


@pytest.mark.parametrize(
    ("measure", "statistic", "value", "estimate", "yi", "vi", "told"),
    [
        (MD, T, "2.5", "5", 5, 4, "t taken as the estimate over its SE"),
        (MC, T, "-2.5", "-5", -5, 4, "t taken as the estimate over its SE"),
        (MD, F, "6.25", "-5", -5, 4, "sqrt(F) taken as the estimate over its SE"),
        (SMD, Z, "2", "0.5", 0.5, 0.0625, "z taken as the estimate over its SE"),
        (
            RR,
            Z,
            "2",
            "2.718281828459045",
            1,
            0.25,
            "z taken as the estimate over its SE on the scale of the natural logarithm",
        ),
    ],
)
def test_an_estimate_over_its_test_is_its_standard_error(measure, statistic, value, estimate, yi, vi, told):
    # (5/2.5)^2 = 4, (0.5/2)^2 = 0.0625, (ln e/2)^2 = 0.25
    result = estimated(
        with_test(measure, statistic, value, df="1" if statistic is F else None, estimate=estimate, p=".04")
    )
    assert_is(result, yi, vi)
    assert told in result.assumptions


@pytest.mark.parametrize(
    ("measure", "statistic", "value", "reason"),
    [
        (MD, T, "0", "from t no standard error follows"),
        (MD, F, "-2", "from sqrt(F) no standard error follows"),
        (RR, T, "2", "no RR follows from t"),
        (RR, CHI2, "4", "no RR follows from chi2"),
        (COR, F, "4", "no COR follows from F"),
        (SMCC, F, "4", "no SMCC follows from F"),
    ],
)
def test_a_test_that_does_not_suffice_tells_why(measure, statistic, value, reason):
    result = estimated(with_test(measure, statistic, value, df="1", estimate="0.5"))
    assert reason in result.reason


def test_an_effect_of_one_group_asks_no_test_against_none():
    result = estimated(with_test(Measure.PROPORTION, Z, "2", estimate="40%"))
    assert "z" not in result.reason.split()


def test_without_a_test_or_a_p_there_is_nothing():
    bare = effect(SMD)
    assert_lacks(from_statistic(bare, SMD, sizes=Sizes()), "no test statistic is recorded", "test")
    assert_lacks(from_p_and_size(bare, SMD, sizes=Sizes()), "p is not recorded", "p")


def test_an_exact_p_and_the_sizes_give_the_standardized_difference():
    # escalc("SMD", ti = qt(.01, 24, lower.tail = FALSE), n1i = 12, n2i = 14)
    arms = arm("zinc", n="12", mean="4"), arm("placebo", n="14", mean="7")
    result = estimated(effect(SMD, *arms, p=".02"))
    assert_is(result, -0.9493952430511891, 0.1720955841374476)
    assert result.assumptions[1:] == (
        "p taken as that of a t test between the two groups",
        "p taken as two-sided",
        "t distribution with 24 degrees of freedom",
        "d set below zero, since p has no sign",
        "placebo taken as the comparator, since only comparators are called so",
        "its sign is that of the means, 4 against 7",
    )
    assert (
        "p is printed only as < .02, and the size of a difference takes p itself"
        in estimated(effect(SMD, *arms, p="< .02")).reason
    )
    assert "p has no sign" in estimated(effect(SMD, *ARMS, p=".02")).reason
    assert "p has no sign" in estimated(effect(SMD, p=".02"), sample=sample(26)).reason
    many = estimated(effect(SMD, *arms, p=".02"), design=Design.META_ANALYSIS)
    assert "several studies" in many.reason


def test_an_estimate_of_no_effect_has_no_side():
    result = estimated(with_test(MD, F, "6.25", *ARMS, df="1", estimate="0"), wanted=SMD)
    assert "F has no sign" in result.reason
    assert about(G) == estimated(with_test(MD, F, "6.25", *ARMS, df="1", estimate="0.1"), wanted=SMD).yi
    correlation = estimated(with_test(COR, T, "2.5", df="24", estimate="1.0"))
    assert "no Fisher's z" in correlation.reason
