"""What is said of an effect and none where no interval is recorded, and what becomes of a claim by it."""

import datetime as dt
from dataclasses import replace

import pytest

from evidence.figures import Figure
from evidence.limits import Limits
from evidence.rules.examples import arm, claim, effect, line
from evidence.rules.judge import judge
from evidence.rules.told_apart import told_apart
from evidence.vocab import State

TODAY = dt.date(2026, 1, 15)


def counts(zinc, placebo, *, n="200"):
    return (arm("zinc", events=zinc, n=n), arm("placebo", events=placebo, n=n))


def with_p(p, measure="MD", estimate="-2"):
    return replace(effect(measure, estimate), p=Figure.parse(p))


def state(*lines):
    return judge(claim(*lines), limits=Limits(), today=TODAY).state


@pytest.mark.parametrize(
    "lines",
    [
        [
            line("a", n=400, result=effect("RR", arms=counts("150", "158"))),
            line("b", n=400, result=effect("RR", arms=counts("152", "157"))),
        ],
        [line("a", result=with_p(".45")), line("b", result=with_p(".51"))],
        [line("a", design="meta-analysis", result=with_p(".32", estimate="1.2"))],
    ],
    ids=["counts", "p of trials", "p of a meta-analysis"],
)
def test_results_of_which_none_is_significant_support_nothing_firmly(lines):
    assert state(*lines) is State.WEAK


def test_significant_ones_do():
    assert state(line("a", result=with_p(".004")), line("b", result=with_p("< .001"))) is State.SUPPORTED


@pytest.mark.parametrize(
    ("result", "is_told"),
    [
        (effect("RD", "-40", arms=counts("40", "120")), True),
        (effect("RD", "-40%", arms=counts("40", "120")), True),
        (effect("RR", "< 0.5", arms=counts("150", "158")), None),
        (effect("RR", "-0.3", arms=counts("150", "158")), None),
        (effect("HR", "0.7", arms=counts("40", "120")), None),
        (effect("SMD", "0.3"), False),
        (effect("SMD", "0.9"), True),
        (effect("PR", "45%"), None),
        (effect("MC", "3", arms=(replace(arm("zinc", n="50"), mean=Figure.parse("3"), sd=Figure.parse("20")),)), False),
        (None, None),
    ],
)  # fmt: skip
def test_what_follows_from_other_figures(result, is_told):
    assert told_apart(line("a", result=result), Limits()).is_told is is_told


def test_a_percentage_of_an_arm_is_as_good_as_its_count():
    """Plain arithmetic: 24 % and 6 % of 50 are 12 and 3; RR 4, ln 4 = 1.386 with SE 0.611."""
    arms = (arm("zinc", percent="24%", n="50"), arm("placebo", percent="6%", n="50"))
    found = told_apart(line("a", result=effect("RR", arms=arms)), Limits())
    assert found.words == "from its counts: RR 4 (95 % CI 1.2 to 13.3) leaves out 1"


@pytest.mark.parametrize("design", ["meta-analysis", "randomized-crossover"])
def test_arms_of_several_studies_or_of_the_same_people_make_no_interval(design):
    found = told_apart(line("a", design=design, result=effect("RR", arms=counts("150", "158"))), Limits())
    assert found.is_told is None


def test_a_p_that_leaves_it_open_yields_to_counts_that_do_not():
    result = replace(effect("RR", arms=counts("150", "158")), p=Figure.parse(".05"))
    assert told_apart(line("a", result=result), Limits()).words.startswith("from its counts: RR 0.949")


def test_a_line_without_a_study_or_a_sample_is_asked_all_the_same():
    bare = replace(line("a", result=effect("RR", arms=counts("150", "158"))), study=None, sample=None)
    assert told_apart(bare, Limits()).is_told is False
