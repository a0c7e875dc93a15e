"""Expected values: mpmath 1.3.0 with 40 digits, and what is published where a test says so."""

import pytest
from effects.made import about, arm, assert_is, assert_lacks
from hypothesis import given
from hypothesis import strategies as st

from evidence.dossier import Arm
from evidence.effects.tables import odds_ratio, risk_difference, risk_ratio
from evidence.figures import Figure

# Colditz et al. 1994, JAMA 271:698, the 13 trials of BCG vaccine as in metafor's dat.bcg: cases and others among the
# vaccinated, cases and others among the controls.
BCG = [
    (4, 119, 11, 128),
    (6, 300, 29, 274),
    (3, 228, 11, 209),
    (62, 13536, 248, 12619),
    (33, 5036, 47, 5761),
    (180, 1361, 372, 1079),
    (8, 2537, 10, 619),
    (505, 87886, 499, 87892),
    (29, 7470, 45, 7232),
    (17, 1699, 65, 1600),
    (186, 50448, 141, 27197),
    (5, 2493, 3, 2338),
    (27, 16886, 29, 17825),
]
LOG_RR = [
    (-0.8893113339202057, 0.3255847650039614),
    (-1.585388657201431, 0.1945811213981439),
    (-1.348073148299693, 0.4153679653679654),
    (-1.441551190021305, 0.02001003190224757),
    (-0.2175473222112957, 0.05121017216963087),
    (-0.7861155858188641, 0.006905618455908757),
    (-1.620898223598392, 0.2230172475723152),
    (0.01195233352384116, 0.00396157929781773),
    (-0.4694176487381487, 0.05643421046324896),
    (-1.371344803472784, 0.07302479361302891),
    (-0.3393588283383903, 0.01241221397155972),
    (0.4459134005713785, 0.5325058452001527),
    (-0.01731394821687959, 0.07140465968398629),
]
LOG_OR = [
    (-0.9386941408703921, 0.3571249522536287),
    (-1.66619072902655, 0.208132393657186),
    (-1.386294361119891, 0.4334130781499203),
    (-1.456443549312985, 0.02031441297319737),
    (-0.219141085675433, 0.05195177731712027),
    (-0.9581220407762676, 0.00990526551533824),
    (-1.633775838228896, 0.2270096752234936),
    (0.01202060145273249, 0.004006962012148831),
    (-0.4717460358386963, 0.05697712398776267),
    (-1.40121013928348, 0.07542172631492041),
    (-0.3408496463662109, 0.01252513382021552),
    (0.4466346822744465, 0.5341621724747171),
    (-0.0173418739290935, 0.07163511729565874),
]
RD = [
    (-0.04661636544422998, 0.0007800686648559379),
    (-0.07610172781984081, 0.0003484625747265831),
    (-0.03701298701298701, 0.0002713997856306846),
    (-0.01471461802639385, 1.802854935336377e-6),
    (-0.001582126706546083, 2.657972482603194e-6),
    (-0.1395676458447284, 0.0001983356541498058),
    (-0.01275483272478534, 2.610485622955204e-5),
    (6.788021404894163e-5, 1.277744456783911e-7),
    (-0.002316684687178207, 1.358226306043311e-6),
    (-0.02913227913227913, 2.824750370764277e-5),
    (-0.001484234988501482, 2.599714691855968e-7),
    (0.0007200976500978656, 1.346393359736824e-6),
    (-2.788074216700997e-5, 1.850668012516021e-7),
]
# The same to the four decimals that metafor-project.org prints for dat.bcg.
PUBLISHED_LOG_RR = [
    (-0.8893, 0.3256), (-1.5854, 0.1946), (-1.3481, 0.4154), (-1.4416, 0.0200), (-0.2175, 0.0512), (-0.7861, 0.0069),
    (-1.6209, 0.2230), (0.0120, 0.0040), (-0.4694, 0.0564), (-1.3713, 0.0730), (-0.3394, 0.0124), (0.4459, 0.5325),
    (-0.0173, 0.0714),
]  # fmt: skip


def table(a, b, c, d):
    return counted("vaccine", a, a + b), counted("control", c, c + d)


def counted(name, events, n):
    return arm(name, events=str(events), n=str(n))


@pytest.mark.parametrize(("compute", "expected"), [(risk_ratio, LOG_RR), (odds_ratio, LOG_OR), (risk_difference, RD)])
def test_the_bcg_trials_as_mpmath_has_them(compute, expected):
    for trial, (yi, vi) in zip(BCG, expected, strict=True):
        result = compute(*table(*trial))
        assert_is(result, yi, vi)
        assert result.assumptions == ()


@pytest.mark.parametrize(("trial", "published"), list(zip(BCG, PUBLISHED_LOG_RR, strict=True)))
def test_the_bcg_trials_as_published(trial, published):
    result = risk_ratio(*table(*trial))
    assert (round(result.yi, 4), round(result.vi, 4)) == published


def test_the_example_of_borenstein_2009_chapter_5():
    arms = table(5, 95, 10, 90)
    shown = [(round(one.yi, 4), round(one.vi, 6)) for one in (m(*arms) for m in (risk_ratio, odds_ratio))]
    assert shown == [(-0.6931, 0.28), (-0.7472, 0.321637)]
    assert_is(risk_difference(*arms), -0.05, 0.001375)


def test_what_went_in_is_kept_as_printed():
    result = risk_ratio(*table(4, 119, 11, 128))
    assert [str(one) for one in result.inputs] == [
        "events in vaccine 4",
        "n of vaccine 123",
        "events in control 11",
        "n of control 139",
    ]
    assert "1/a - 1/n1" in result.formula
    assert "Borenstein" in result.source
    assert result.estimate == about(4 / 123 / (11 / 139))
    assert result.se == about(0.3255847650039614**0.5)


def test_half_is_added_to_all_four_cells_of_a_table_with_a_zero_and_told():
    arms = table(0, 10, 5, 7)
    told = ("0.5 added to each of the four cells, since nobody in vaccine had the event",)
    for measure, yi, vi in (
        (risk_ratio, -2.230841188135204, 2.013986013986014),
        (odds_ratio, -2.734367509419583, 2.41038961038961),
        (risk_difference, -0.3776223776223776, 0.02272000579986301),
    ):
        assert_is(measure(*arms), yi, vi)
        assert measure(*arms).assumptions == told


def test_each_empty_cell_is_told():
    (told,) = odds_ratio(*table(8, 0, 0, 9)).assumptions
    assert told.endswith("since everybody in vaccine had the event and nobody in control had the event")


@pytest.mark.parametrize("measure", [risk_ratio, odds_ratio])
def test_a_table_without_events_or_without_others_gives_no_ratio(measure):
    assert_lacks(measure(*table(0, 10, 0, 12)), "nobody in either arm had the event")
    assert_lacks(measure(*table(10, 0, 12, 0)), "everybody in either arm had the event")


def test_a_table_without_events_gives_a_risk_difference():
    # escalc: (0.5/11 - 0.5/11) and twice 0.5 * 10.5 / 11^3
    assert_is(risk_difference(*table(0, 10, 0, 10)), 0, 2 * 0.5 * 10.5 / 11**3)


def test_a_count_that_is_missing_is_named():
    control = arm("control", events="3")
    assert_lacks(risk_ratio(counted("vaccine", 4, 10), control), "n of control is not recorded", "n of control")
    assert_lacks(risk_ratio(arm("a", n="10"), control), "events in a are not recorded", "events in a")
    bound = arm("control", events="<5", n="20")
    assert_lacks(
        risk_ratio(counted("vaccine", 4, 10), bound),
        "events in control is printed only as a bound, <5",
        "events in control",
    )


@pytest.mark.parametrize(("events", "n"), [("11", "10"), ("2.5", "10"), ("-1", "10"), ("0", "0"), ("1", "1e90")])
def test_counts_that_cannot_be_give_nothing(events, n):
    assert_lacks(risk_ratio(arm(events=events, n=n), counted("control", 1, 10)), " ", *())


def test_a_percentage_stands_for_a_count_where_only_one_rounds_to_it():
    # 55.4 % of 195: 108 is 55.385 %, 107 is 54.87 %; 41.2 % of 170: 70 is 41.176 %
    result = risk_difference(arm("ketamine", n="195", percent="55.4%"), arm("ECT", n="170", percent="41.2"))
    assert_is(result, 108 / 195 - 70 / 170, 108 * 87 / 195**3 + 70 * 100 / 170**3)
    assert result.assumptions == (
        "108 with the event: the only count of 195 that rounds to 55.4%",
        "70 with the event: the only count of 170 that rounds to 41.2",
    )


def test_a_percentage_of_several_counts_or_of_none_gives_nothing():
    control = counted("control", 1, 10)
    assert_lacks(risk_ratio(arm(n="2000", percent="45%"), control), "each count from 890 to 910 of 2000", "events")
    assert_lacks(risk_ratio(arm(n="190", percent="27%"), control), "each count from 51 to 52 of 190", "events")
    assert_lacks(risk_ratio(arm(n="200", percent="100%"), control), "each count from 199 to 200 of 200", "events")
    assert_lacks(risk_ratio(arm(n="24", percent="70%"), control), "no count of 24 gives the percentage of statin, 70%")
    # both ends of a rounding interval could be meant: 12.5 % is 12 % or 13 % as one rounds
    assert_is(risk_ratio(arm(n="8", percent="13%"), control), 0.22314355131420976, 1 - 1 / 8 + 1 - 1 / 10)
    assert_is(risk_ratio(arm(n="8", percent="12%"), control), 0.22314355131420976, 1 - 1 / 8 + 1 - 1 / 10)


def test_a_size_follows_from_events_and_their_percentage_where_only_one_fits():
    # 25 are 31.6 % of 79 (31.646 %) only: of 80 they are 31.25 %
    result = odds_ratio(arm("drug", n="73", events="46"), arm("placebo", events="25", percent="31.6%"))
    assert_is(
        result, odds_ratio(counted("drug", 46, 73), counted("placebo", 25, 79)).yi, 1 / 46 + 1 / 27 + 1 / 25 + 1 / 54
    )
    assert result.assumptions == ("79 in placebo: the only number of which 25 events are 31.6%",)


@pytest.mark.parametrize(
    ("events", "percent", "reason", "missing"),
    [
        ("25", "3%", "25 are 3% of 715 as of 1000", ("n of placebo",)),
        ("0", "0%", "0% leaves it open", ("n of placebo",)),
        ("1", "0.4%", "1 are 0.4% of 223 as of 285", ("n of placebo",)),
        ("7", "0%", "0% leaves it open", ("n of placebo",)),
        ("7", "73.7%", "7 events in placebo are 73.7% of no number", ()),
        ("7", "170%", "7 events in placebo are 170% of no number", ()),
    ],
)
def test_a_size_that_events_and_percentage_leave_open_is_missing(events, percent, reason, missing):
    result = odds_ratio(counted("drug", 5, 10), arm("placebo", events=events, percent=percent))
    assert_lacks(result, reason, *missing)


def test_a_hostile_name_is_shown_harmless():
    (told,) = risk_ratio(counted("x" * 10**6, 0, 10), counted("\x1b[31mred", 1, 10)).assumptions
    assert len(told) < 200
    result = risk_ratio(counted("a", 1, 10), Arm(name="\x1b[31mred", n=Figure.parse("5")))
    assert result.reason.startswith("events in \\x1b[31mred")


tables = st.builds(lambda a, b, c, d: (a, b, c, d), *[st.integers(0, 10**6)] * 4).filter(
    lambda cells: cells[0] + cells[1] > 0 and cells[2] + cells[3] > 0
)


@given(tables)
def test_arms_that_are_swapped_turn_the_sign_and_keep_the_variance(cells):
    one, other = table(*cells)
    for measure in (risk_ratio, odds_ratio, risk_difference):
        there, back = measure(one, other), measure(other, one)
        if hasattr(there, "yi"):
            assert there.yi == pytest.approx(-back.yi, rel=1e-9, abs=1e-12)
            assert there.vi == pytest.approx(back.vi)
            assert there.vi > 0
        else:
            assert there == back


@given(tables)
def test_events_and_others_that_are_swapped_turn_the_sign_of_the_log_odds_ratio(cells):
    a, b, c, d = cells
    there, back = odds_ratio(*table(a, b, c, d)), odds_ratio(*table(b, a, d, c))
    assert not hasattr(there, "yi") or there.yi == pytest.approx(-back.yi, rel=1e-9, abs=1e-12)
