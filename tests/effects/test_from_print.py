"""Expected values: mpmath 1.3.0 with 40 digits, and what is published where a test says so."""

import pytest
from effects.made import about, assert_is, assert_lacks, effect

from evidence.effects.from_print import from_interval, from_p
from evidence.effects.from_size import from_size
from evidence.effects.sizes import Sizes
from evidence.vocab import Measure

UNKNOWN = Sizes()
RR, OR, HR, RD, MD = (
    Measure.RISK_RATIO,
    Measure.ODDS_RATIO,
    Measure.HAZARD_RATIO,
    Measure.RISK_DIFFERENCE,
    Measure.MEAN_DIFFERENCE,
)
PR, SMD, COR, MEAN, CHANGE = (
    Measure.PROPORTION,
    Measure.STANDARDIZED_MEAN_DIFFERENCE,
    Measure.CORRELATION,
    Measure.MEAN,
    Measure.MEAN_CHANGE,
)


def by_interval(measure, *printed, sizes=UNKNOWN, level=None):
    estimate, low, high = printed
    printed = effect(measure, estimate=estimate, ci_low=low, ci_high=high, ci_level=level)
    return from_interval(printed, measure, sizes=sizes)


def by_p(measure, estimate, p, *, sizes=UNKNOWN):
    return from_p(effect(measure, estimate=estimate, p=p), measure, sizes=sizes)


@pytest.mark.parametrize(
    ("measure", "printed", "level", "yi", "vi"),
    [
        (OR, ("3.7", "1.9", "7.3"), "95", 1.308332819650179, 0.1179090528261038),
        (HR, ("0.75", "0.60", "0.94"), "90", -0.2876820724517809, 0.01862438207894633),
        (RR, ("1.5", "1.1", "2.0"), "99.9", 0.4054651081081644, 0.008252294971904094),
        (RR, ("1.5", "1.1", "2.0"), "99.9%", 0.4054651081081644, 0.008252294971904094),
        (RR, ("1.5", "1.1", "2.0"), "0.999", 0.4054651081081644, 0.008252294971904094),
        (RD, ("14.2%", "3.9%", "24.2%"), "95", 0.142, 0.002681858762744319),
        (RD, ("14.2", "3.9", "24.2"), "95", 0.142, 0.002681858762744319),
        (RD, ("14.2%", "3.9", "24.2%"), "95", 0.142, 0.002681858762744319),
        (MD, ("6.16", "4.44", "7.88"), "95", 6.16, 0.7701240955813336),
        (SMD, ("-0.63", "-0.8", "-0.45"), "95", -0.63, 0.007972231756077049),
        (COR, ("0.50", "0.34", "0.63"), "95", 0.5493061443340548, 0.009763190875606202),
        (Measure.PROPORTION, ("45%", "35%", "55%"), "95", -0.2006706954621512, 0.04372846084410763),
        (Measure.PROPORTION, ("0.45", "0.35", "0.55"), "95", -0.2006706954621512, 0.04372846084410763),
    ],
)
def test_the_width_of_an_interval_of_any_level_gives_the_variance_on_the_scale_of_the_measure(
    measure, printed, level, yi, vi
):
    assert_is(by_interval(measure, *printed, level=level), yi, vi)


def test_the_interval_of_altman_and_bland_2011():
    # BMJ 343:d2304: RR 0.81 (0.70 to 0.94) has a log of -0.211 with an SE of 0.0752
    result = by_interval(RR, "0.81", "0.70", "0.94")
    assert (round(result.yi, 3), round(result.se, 4)) == (-0.211, 0.0752)
    assert result.assumptions == (
        "a 95 % interval, since no level is printed",
        "SE taken from the width of the interval on the scale of the natural logarithm",
    )
    assert result.formula == "y = ln(estimate); v = ((ln(upper limit) - ln(lower limit))/(2 q))^2, q = 1.959964"


def test_a_bare_number_beyond_one_makes_percentages_of_all_and_is_told():
    result = by_interval(RD, "0.9", "-3.1", "4.9")
    assert result.yi == about(0.009)
    assert "-3.1 taken as a percentage" in result.assumptions


def test_the_mean_of_the_cochrane_handbook_6_5_2_2():
    # 30.0 to 34.2 among 25: SD = sqrt(25) (34.2 - 30.0)/4.128 = 5.09
    result = by_interval(MEAN, "32.1", "30.0", "34.2", sizes=Sizes(total=25))
    assert round(result.se * 5, 2) == 5.09
    assert result.vi == about(1.035289698652412)
    assert "t distribution with 24 degrees of freedom" in result.assumptions


def test_the_mean_difference_of_the_cochrane_handbook_6_5_2_3():
    # 3.8 with p = 0.008 among 25 and 22: t with 45 degrees of freedom 2.78, SE 1.37
    result = by_p(MD, "3.8", "0.008", sizes=Sizes(arms=(25, 22)))
    assert round(result.se, 2) == 1.37
    assert result.vi == about(1.874435633391315)


@pytest.mark.parametrize(
    ("measure", "sizes", "vi"),
    [
        (MD, Sizes(arms=(30, 31)), 0.7388643675857485),
        (MD, Sizes(total=61), 0.7388643675857485),
        (MD, Sizes(total=60, within=True), 0.7701240955813336),
        (MD, Sizes(total=120), 0.7701240955813336),
        (MD, Sizes(arms=(60, 60)), 0.7701240955813336),
        (MD, Sizes(arms=(1, 1)), 0.7701240955813336),
        (CHANGE, Sizes(total=60), 0.7701240955813336),
        (CHANGE, Sizes(arms=(10, 10)), 0.7701240955813336),
        (SMD, Sizes(total=10), 0.7701240955813336),
    ],
)
def test_small_groups_of_a_mean_take_the_t_distribution(measure, sizes, vi):
    assert by_interval(measure, "6.16", "4.44", "7.88", sizes=sizes).vi == about(vi)


@pytest.mark.parametrize("sizes", [Sizes(total=15), Sizes(total=15, within=True)])
def test_a_change_within_a_small_group_takes_its_own_degrees_of_freedom(sizes):
    measure = MD if sizes.within else CHANGE
    result = by_interval(measure, "-33.3", "-43.5", "-23.0", sizes=sizes)
    assert_is(result, -33.3, 22.83912807441891)  # t with 14 degrees of freedom 2.144787


@pytest.mark.parametrize(
    ("printed", "reason", "missing"),
    [
        ((None, "1", "2"), "estimate is not recorded", ("estimate",)),
        (("1.5", None, None), "no interval is recorded", ("lower limit", "upper limit")),
        (("1.5", None, "2"), "lower limit is not recorded", ("lower limit",)),
        (("1.5", "1", None), "upper limit is not recorded", ("upper limit",)),
        (("1.5", "1", ">2"), "upper limit is printed only as a bound, >2", ("upper limit",)),
        (("0", "0", "2"), "estimate is 0, which has no natural logarithm", ()),
        (("1.5", "-1", "2"), "lower limit is -1, which has no natural logarithm", ()),
        (("1.5", "2", "1"), "the interval 2 to 1 runs backwards", ()),
        (("0.25", "0.57", "17.02"), "the estimate 0.25 lies outside its interval, 0.57 to 17.02", ()),
        (("20.1", "0.57", "17.02"), "the estimate 20.1 lies outside its interval, 0.57 to 17.02", ()),
        (("1.0", "1.0", "1.0"), "its figures leave no sampling variance", ()),
    ],
)
def test_an_interval_that_does_not_suffice_tells_why(printed, reason, missing):
    assert_lacks(by_interval(RR, *printed), reason, *missing)


def test_an_estimate_at_its_limit_but_for_rounding_is_inside():
    assert by_interval(RR, "1.2", "1.21", "1.5").yi == about(0.1823215567939546)


@pytest.mark.parametrize("level", ["0", "100", "100%", "195", "1e-30"])
def test_a_level_that_no_interval_has_gives_nothing(level):
    assert_lacks(by_interval(RR, "1.5", "1", "2", level=level), f"the level of the interval is {level}")


def test_a_proportion_whose_interval_reaches_none_has_no_logit():
    assert_lacks(by_interval(Measure.PROPORTION, "5%", "0%", "12%"), "lower limit is 0%, which has no logit")


@pytest.mark.parametrize(
    ("measure", "printed", "vi"),
    [
        # (width/(2 x 1.959964)/slope)^2; slope p(1 - p), 1 - r^2 and the ratio itself: qnorm(.975) of R 4.2.2
        (PR, ("0.10", "0.02", "0.18"), 0.2056831775818317),
        (PR, ("10%", "2%", "18%"), 0.2056831775818317),
        (PR, ("10", "2", "18"), 0.2056831775818317),
        (COR, ("0.500", "0.300", "0.700"), 0.01851148598236485),
        (RR, ("1.50", "1.00", "2.00"), 0.02892419684744509),
    ],
)
def test_an_interval_half_way_as_printed_only_has_its_width_there(measure, printed, vi):
    result = by_interval(measure, *printed)
    assert result.vi == about(vi)
    assert any("as it is printed, since the estimate is half-way there and not on" in one for one in result.assumptions)
    assert result.source.endswith("for the delta method")
    assert "(upper limit - lower limit)/(2 q) /" in result.formula


def test_the_interval_of_a_proportion_half_way_on_the_logit_has_its_width_there():
    result = by_interval(PR, "0.10", "0.044", "0.212")
    assert result.assumptions == (
        "a 95 % interval, since no level is printed",
        "SE taken from the width of the interval on the scale of the logit",
    )


def test_a_proportion_may_have_an_interval_that_reaches_below_none():
    # (8/100/(2 x 1.959964)/(0.03 x 0.97))^2, by hand: 0.0204085^2/0.0291^2
    assert by_interval(PR, "3%", "-1%", "7%").vi == pytest.approx(0.49185, rel=1e-4)
    assert_lacks(by_interval(PR, "5%", "0%", "10%"), "lower limit is 0%, which has no logit")
    assert_lacks(by_interval(PR, "5%", "-1%", "30%"), "lower limit is -1%, which has no logit")
    assert_lacks(by_interval(COR, "0.9", "0.7", "1.5"), "upper limit is 1.5, which has no Fisher's z")
    assert_lacks(by_interval(RR, "0.5", "0.0", "1.0"), "lower limit is 0.0, which has no natural logarithm")


@pytest.mark.parametrize(
    ("measure", "printed", "told"),
    [
        (
            HR,
            ("0.49", "0.29", "8.4"),
            "between 0.29 and 8.4 that is 1.56 on the scale of the natural logarithm, not 0.49",
        ),
        (MD, ("-2.4", "-3.1", "-0.5"), "between -3.1 and -0.5 that is -1.8, not -2.4"),
        (PR, ("45%", "30%", "72%"), "between 30% and 72% that is 51.2% on the scale of the logit, not 45%"),
        (RD, ("14.2", "3.9", "27"), "between 3.9 and 27 that is 15.4, not 14.2"),
        (COR, ("0.50", "0.10", "0.63"), "between 0.10 and 0.63 that is 0.398 on the scale of Fisher's z, not 0.50"),
    ],
)
def test_an_interval_that_is_not_half_way_is_told(measure, printed, told):
    # tanh((atanh 0.10 + atanh 0.63)/2) = tanh(0.4209) = 0.398;
    # sqrt(0.29 x 8.4) = 1.56; (-3.1 - 0.5)/2 = -1.8; odds sqrt(30/70 x 72/28) = 1.0498, 1.0498/2.0498 = 0.512
    note = by_interval(measure, *printed).assumptions[-1]
    assert note == f"the printed interval is not half-way: {told}; an exact, profile or bootstrap interval may lie so"


def test_two_limits_below_zero_may_be_printed_by_their_size():
    result = by_interval(MD, "-1.6", "-0.2", "-3.0")
    assert_is(result, -1.6, by_interval(MD, "-1.6", "-3.0", "-0.2").vi)
    assert "the interval -0.2 to -3.0 read as -3.0 to -0.2" in result.assumptions
    assert by_interval(MD, "1.6", "0.2", "-3.0").contradictory


@pytest.mark.parametrize(
    ("p", "vi", "told"),
    [
        ("< .001", 0.05345850585148798, "p < .001 taken as 0.001, so the standard error is rather too large"),
        ("<=0.001", 0.05345850585148798, "p <=0.001 taken as 0.001, so the standard error is rather too large"),
        ("0.000", 0.04777496757277679, "p 0.000 taken as 0.0005, so the standard error is rather too large"),
    ],
)
def test_a_p_below_a_bound_is_taken_as_the_bound(p, vi, told):
    result = by_p(RR, "2.14", p)
    assert_is(result, 0.7608058290337601, vi)
    assert result.assumptions == (
        "p taken as two-sided",
        told,
        "SE taken from p on the scale of the natural logarithm",
    )


def test_the_ps_of_altman_and_bland_2011():
    # BMJ 343:d2090: 17 points with p = 0.032, RR 0.30 with p = 0.034; their formula for z is an approximation
    points, ratio = by_p(RD, "17%", "0.032"), by_p(RR, "0.30", "0.034")
    assert points.se * 100 == pytest.approx(7.940, rel=2e-3)
    assert ratio.se == pytest.approx(1.204 / 2.117, rel=3e-3)
    assert_is(points, 0.17, 0.00628466226222074)
    assert_is(ratio, -1.203972804325936, 0.3225018874091899)


@pytest.mark.parametrize(
    ("measure", "estimate", "p", "reason", "missing"),
    [
        (RR, None, ".01", "estimate is not recorded", ("estimate",)),
        (RR, "1.2", None, "p is not recorded", ("p",)),
        (RR, "1.2", "> .05", "p is printed only as > .05", ("p",)),
        (RR, "1.2", ">=.05", "p is printed only as >=.05", ("p",)),
        (RR, "1.2", "1", "no standard error follows from a p of 1", ("lower limit", "upper limit")),
        (
            RR,
            "1.2",
            "0." + "9" * 30,
            "no standard error follows from a p of 0.9999",
            ("lower limit", "upper limit"),
        ),
        (RR, "1.2", "-0.1", "no standard error follows from a p of -0.1", ("lower limit", "upper limit")),
        (
            RR,
            "1.0",
            ".9",
            "from p no standard error follows for an estimate of no effect",
            ("lower limit", "upper limit"),
        ),
        (Measure.PROPORTION, "45%", "<.01", "p of a single group does not tell", ("lower limit", "upper limit")),
        (MEAN, "45", "<.01", "p of a single group does not tell", ("lower limit", "upper limit")),
    ],
)
def test_a_p_that_does_not_suffice_tells_why(measure, estimate, p, reason, missing):
    assert_lacks(by_p(measure, estimate, p), reason, *missing)


def test_a_correlation_has_the_variance_of_its_size():
    # Borenstein et al. 2009, chapter 6: r 0.50 among 100, z 0.5493, v 0.0103
    result = from_size(effect(COR, estimate="0.50"), COR, sizes=Sizes(total=100))
    assert (round(result.yi, 4), round(result.vi, 4)) == (0.5493, 0.0103)
    assert_is(result, 0.5493061443340548, 0.01030927835051546)
    assert result.estimate == about(0.5)
    assert_is(from_size(effect(COR, estimate="-0.54"), COR, sizes=Sizes(arms=(7, 8))), -0.6041556029622671, 1 / 12)


@pytest.mark.parametrize(
    ("estimate", "n", "reason", "missing"),
    [
        ("1.0", 100, "estimate is 1.0, which has no Fisher's z", ()),
        ("0.5", 3, "a correlation among 3 has no sampling variance", ()),
        ("0.5", None, "the size of the sample is not recorded", ("n",)),
    ],
)
def test_a_correlation_that_has_no_variance_tells_why(estimate, n, reason, missing):
    assert_lacks(from_size(effect(COR, estimate=estimate), COR, sizes=Sizes(total=n)), reason, *missing)


def test_a_printed_standardized_difference_has_the_variance_of_its_sizes():
    printed = effect(SMD, estimate="0.25")
    assert_is(from_size(printed, SMD, sizes=Sizes(arms=(40, 45))), 0.25, 0.04758986928104575)
    halves = from_size(printed, SMD, sizes=Sizes(total=85))
    assert_is(halves, 0.25, 0.04742647058823529)
    assert halves.assumptions == (
        "the estimate taken as it is printed, whether corrected for small samples or not",
        "equal arms assumed, since only the total size is recorded",
    )
    assert_lacks(from_size(printed, SMD, sizes=Sizes(total=9, within=True)), "the same people were in both arms")
    assert_lacks(from_size(printed, SMD, sizes=Sizes(arms=(9, 0))), "a sample of 0 has nobody in it")


def test_a_printed_standardized_change_has_the_variance_of_its_size():
    change = Measure.STANDARDIZED_MEAN_CHANGE
    result = from_size(effect(change, estimate="2.17"), change, sizes=Sizes(total=15))
    assert_is(result, 2.17, 0.22363)
    assert "the SD of the changes taken as its unit" in result.assumptions


@pytest.mark.parametrize(
    ("printed", "edge"), [(("2", "1.1", "4.0"), True), (("3", "1.0", "3.9"), True), (("3", "0.9", "3.9"), False)]
)
def test_an_interval_half_way_at_the_edge_of_rounding_is_half_way(printed, edge):
    # 2 is up to 2.5, (1.05 + 3.95)/2; 3 is from 2.5, (1.05 + 3.95)/2, and not (0.95 + 3.95)/2
    assert any("not half-way" in one for one in by_interval(MD, *printed).assumptions) is not edge
