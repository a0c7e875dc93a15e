from fractions import Fraction

import pytest

from evidence.errors import UsageError
from evidence.numbers.finding import Verdict
from evidence.numbers.grim import grim, grim_percentage

PUBLISHED = {
    ("5.19", "28", "1"): False,  # Brown and Heathers 2017
    ("3.48", "25", "1"): True,  # 87 of 25
    ("5.93", "49", "1"): False,  # The Economist of 18 June 2016, on the same paper
    ("3.45", "10", "1"): False,  # Allard 2018
    ("5.18", "14", "2"): True,  # the tests of rsprite2 0.2.1
}
FLYING_PIGS = {
    "7.22": (32, True), "4.74": (25, False), "5.23": (29, False), "2.57": (24, False), "6.77": (27, False),
    "2.68": (28, True), "7.01": (29, False), "7.38": (26, True), "3.14": (27, False), "6.89": (31, False),
    "5.00": (25, True), "0.24": (28, False),
}  # fmt: skip
"""The data set pigs1 of scrutiny, with the answers that dividing gives by hand."""


@pytest.mark.parametrize(("figures", "possible"), PUBLISHED.items(), ids=str)
def test_published_means_come_out_as_published(asked, figures, possible):
    mean, n, items = figures
    found = asked(grim, mean=mean, n=n, items=items)
    assert found.verdict is (Verdict.CONSISTENT if possible else Verdict.IMPOSSIBLE)
    assert found.stands is possible


@pytest.mark.parametrize("mean", FLYING_PIGS)
def test_means_of_flying_pigs(asked, mean):
    n, possible = FLYING_PIGS[mean]
    assert asked(grim, mean=mean, n=str(n)).stands is possible


@pytest.mark.parametrize(
    ("percent", "possible"),
    [("70", False), ("70.8", True), ("70.8%", True), ("70.9 %", False), ("70.83", True), ("67", True), ("71", True),
     ("0", True), ("100.0", True), ("101", False), ("-1", False)],
)  # fmt: skip
def test_percentages_of_24(asked, percent, possible):
    found = asked(grim_percentage, percent=percent, n="24")
    assert found.verdict is (Verdict.CONSISTENT if possible else Verdict.IMPOSSIBLE)


def test_what_is_near_is_told(asked):
    found = asked(grim, mean="5.19", n="28")
    assert found.reason == "no 28 whole numbers have the mean 5.19; the nearest means are 5.18 and 5.21"
    assert found.computed == (("below", "5.18"), ("above", "5.21"))
    assert asked(grim_percentage, percent="70", n="24").reason.endswith("the nearest are 67% and 71%")


@pytest.mark.parametrize(
    ("check", "figures", "told"),
    [
        (grim, {"mean": "2.13", "n": "8"}, "the total 17 have the mean 2.125, which rounds to 2.13"),
        (grim, {"mean": "2.12", "n": "8"}, "the total 17 have the mean 2.125, which rounds to 2.12"),
        (grim, {"mean": "3.48", "n": "25"}, "the total 87 have the mean 3.48"),
        (grim, {"mean": "0.68", "n": "28"}, "the total 19 have the mean 0.6785…, which rounds to 0.68"),
        (grim, {"mean": "-0.68", "n": "28"}, "the total -19 have the mean -0.6785…, which rounds to -0.68"),
        (grim, {"mean": "1e2", "n": "0.001e3", "items": "1"}, "tells nothing"),
        (grim, {"mean": "3", "n": "2", "items": "1"}, "tells nothing"),
        (grim_percentage, {"percent": "70.8", "n": "24"}, "17 of 24 are 70.833…%, which rounds to 70.8%"),
        (grim_percentage, {"percent": "62", "n": "8"}, "5 of 8 are 62.5%, which rounds to 62%"),
        (grim_percentage, {"percent": "63%", "n": "8"}, "5 of 8 are 62.5%, which rounds to 63%"),
        (grim_percentage, {"percent": "25.0%", "n": "8"}, "2 of 8 are 25.0%"),
    ],
)
def test_what_some_numbers_have_is_told_exactly_and_does_not_contradict_what_was_asked(asked, check, figures, told):
    assert asked(check, **figures).reason.endswith(told)


@pytest.mark.parametrize(
    ("check", "figures"),
    [
        (grim, {"mean": "3.48", "n": "100"}),
        (grim, {"mean": "3.48", "n": "25", "items": "4"}),
        (grim, {"mean": "3", "n": "1"}),
        (grim_percentage, {"percent": "70.8", "n": "1000"}),
        (grim_percentage, {"percent": "70", "n": "100"}),
    ],
)
def test_where_any_figure_would_pass_nothing_is_said_to_be_learnt(asked, check, figures):
    found = asked(check, **figures)
    assert (found.verdict, found.stands) == (Verdict.NOT_TESTABLE, True)
    assert "tells nothing" in found.reason


def test_a_mean_is_possible_just_where_some_total_is_within_half_a_unit_of_it(asked):
    for n in (1, 2, 3, 7, 24, 28, 64, 99):
        held = [Fraction(total, n) for total in range(-1, n + 2)]
        for cents in range(100):
            mean = Fraction(cents, 100)
            possible = any(abs(mean - each) <= Fraction(1, 200) for each in held)
            assert asked(grim, mean=f"0.{cents:02}", n=str(n)).stands is possible, (cents, n)


def test_no_possible_mean_is_called_impossible(asked, chance, printed):
    for _ in range(10_000):
        n, items, places = chance.randint(1, 300), chance.randint(1, 5), chance.randint(0, 3)
        mean = printed(Fraction(chance.randint(-9 * n, 9 * n), n * items), places)
        assert asked(grim, mean=mean, n=str(n), items=str(items)).stands, (mean, n, items)


def test_no_possible_percentage_is_called_impossible(asked, chance, printed):
    for _ in range(10_000):
        n, places = chance.randint(1, 1500), chance.randint(0, 2)
        percent = printed(Fraction(100 * chance.randint(0, n), n), places)
        assert asked(grim_percentage, percent=percent, n=str(n)).stands, (percent, n)


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"mean": "< 5", "n": "10"}, "mean is one number, not a bound such as < 5"),
        ({"mean": "5", "n": "0"}, "n is a whole number from 1 to"),
        ({"mean": "5", "n": "2.5"}, "n is a whole number from 1 to"),
        ({"mean": "5", "n": "1e13"}, "n is a whole number from 1 to"),
        ({"mean": "5", "n": "> 10"}, "n is one number"),
        ({"mean": "5", "n": "10", "items": "0"}, "items is a whole number"),
    ],
)
def test_figures_that_cannot_be_checked_are_refused(asked, figures, said):
    with pytest.raises(UsageError, match=said):
        asked(grim, **figures)


def test_figures_as_large_as_they_are_read_are_answered(asked):
    assert asked(grim, mean="0." + "3" * 60, n="3").verdict is Verdict.CONSISTENT
    assert asked(grim, mean="0." + "3" * 59 + "4", n="3").verdict is Verdict.IMPOSSIBLE
    assert asked(grim, mean="1e100", n="1000000000000").stands
    assert asked(grim, mean="1e-100", n="7").verdict is Verdict.IMPOSSIBLE
    assert asked(grim_percentage, percent="33." + "3" * 61, n="3").verdict is Verdict.CONSISTENT
    assert asked(grim_percentage, percent="33." + "3" * 60 + "4", n="3").verdict is Verdict.IMPOSSIBLE
