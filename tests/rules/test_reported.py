from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.figures import Figure
from evidence.rules.examples import arm, effect, line, sample, without_study
from evidence.rules.reported import bears_out, comparable_with, from_counts, nearest, numbers, percentages


def printed(figures):
    return [str(figure) for figure in figures]


@pytest.mark.parametrize(
    ("quoted", "reported", "agree"),
    [
        ("70%", "70.4%", True),
        ("70%", "70.5%", True),  # half-way may have been rounded either way
        ("70%", "70.8%", False),
        ("70.8%", "0.708", True),
        ("> 70%", "70.8%", True),
        ("≥ 71%", "70.8%", False),
        ("< 1%", "0.4%", True),
        ("< 1%", "2%", False),
        ("0.05", "< .05", True),
        ("0.2", "< .05", False),
        ("1,000", "1000", True),
        ("-1.6", "\N{MINUS SIGN}1.6", True),
        ("1.6", "-1.6", False),
    ],
)
def test_a_figure_bears_another_out_when_one_number_could_stand_behind_both(quoted, reported, agree):
    assert bears_out(Figure.parse(quoted), Figure.parse(reported)) is agree
    assert bears_out(Figure.parse(reported), Figure.parse(quoted)) is agree


def test_a_line_reports_the_percentages_of_its_estimate_and_its_arms():
    result = effect(
        "PR", "0.708", arms=(arm("a", percent="52.2"), arm("b", percent="20.6%"), arm("c", events="17", n="24"))
    )
    assert printed(percentages(line(result=result))) == ["0.708", "52.2%", "20.6%", "17 of 24"]


def test_a_proportion_printed_as_a_number_above_one_is_a_percentage():
    assert printed(percentages(line(result=effect("PR", "70.8")))) == ["70.8%"]
    assert percentages(line(result=effect("PR", "70.8")))[0].value == Decimal("0.708")


def test_an_estimate_that_is_no_proportion_is_a_plain_number():
    told = line(n=24, result=effect("RD", "14.2%", arms=(arm("a", events="17", n="24"),)))
    assert printed(numbers(told)) == ["14.2%", "24", "17", "24"]
    assert printed(percentages(told)) == ["17 of 24"]


def test_a_quoted_percentage_is_compared_with_percentages_and_a_plain_number_with_numbers():
    told = line(of_sample=sample("hulisz2004zinc", 24), result=effect("PR", "70.8%"))
    assert printed(comparable_with(Figure.parse("70%"), told)) == ["70.8%"]
    assert printed(comparable_with(Figure.parse("24"), told)) == ["24"]


def test_a_line_without_effect_or_sample_reports_nothing():
    assert percentages(without_study()) == numbers(without_study()) == ()
    assert percentages(line(result=effect("PR"))) == ()


def test_counts_give_a_proportion_only_of_somebody():
    assert from_counts(arm("a", events="3", n="0")) == []
    assert from_counts(arm("a", events="3")) == []


@pytest.mark.parametrize(("events", "n"), [("<17", "24"), ("17", ">24"), ("17.5", "24"), ("17", "24.5"), ("-1", "24")])
def test_what_is_a_bound_or_no_count_gives_no_proportion(events, n):
    assert from_counts(arm("a", events=events, n=n)) == []


def test_the_nearest_figure_is_that_of_the_least_difference():
    found = nearest(Figure.parse("70%"), [Figure.parse("45%"), Figure.parse("68.0%"), Figure.parse("73%")])
    assert str(found) == "68.0%"
    assert nearest(Figure.parse("70%"), []) is None


@given(st.integers(min_value=0, max_value=500), st.integers(min_value=1, max_value=500), st.integers(0, 3))
def test_the_percentage_rounded_from_a_count_always_agrees_with_the_count(events, more, places):
    n = max(events, more)
    (share,) = from_counts(arm("a", events=str(events), n=str(n)))
    assert bears_out(Figure.parse(f"{Decimal(events) / n * 100:.{places}f}%"), share)


def test_a_figure_as_long_as_any_may_be_a_percentage():
    longest = effect("PR", "7" * 64)
    assert len(percentages(line(result=longest))) == 1


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("0.9", "0.90", True),
        ("0.9", "0.94", True),
        ("0.9", "0.95", True),  # 0.95 itself rounds to either
        ("0.9", "0.96", False),
        ("0.90", "0.94", False),
        ("70%", "0.7", True),
        ("70%", "0.71", True),  # 0.705 is what both could round
        ("70%", "0.72", False),
        ("70", "70%", False),
        ("-1.12", "1.12", False),
        ("\u22121.12", "-1.1", True),
        ("1e3", "1499", True),
        ("1,000", "1001", True),
        ("1,000", "1002", False),
    ],
)
def test_two_figures_agree_when_one_number_could_stand_behind_both(one, other, agree):
    first, second = Figure.parse(one), Figure.parse(other)
    assert bears_out(first, second) is agree
    assert bears_out(second, first) is agree
