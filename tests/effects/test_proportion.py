"""Expected values: mpmath 1.3.0 with 40 digits."""

import pytest
from effects.made import about, arm, assert_is, assert_lacks, effect

from evidence.effects.from_size import from_size
from evidence.effects.proportion import proportion
from evidence.effects.sizes import Sizes
from evidence.vocab import Measure


def test_a_proportion_is_given_as_its_logit():
    result = proportion(arm(n="15", events="12"))
    assert_is(result, 1.386294361119891, 0.4166666666666667)  # ln 4; 1/12 + 1/3
    assert result.estimate == about(0.8)


@pytest.mark.parametrize(("events", "sign", "who"), [("0", 1, "nobody"), ("10", -1, "everybody")])
def test_nobody_and_everybody_take_a_half_on_both_sides(events, sign, who):
    result = proportion(arm(n="10", events=events))
    assert_is(result, sign * -3.044522437723423, 2.095238095238095)
    assert result.assumptions == (f"0.5 added to those with and those without the event, since {who} had it",)


@pytest.mark.parametrize("estimate", ["80%", "80", "0.80"])
def test_a_printed_proportion_is_a_count_where_one_only_rounds_to_it(estimate):
    result = from_size(effect(Measure.PROPORTION, estimate=estimate), Measure.PROPORTION, sizes=Sizes(total=15))
    assert_is(result, 1.386294361119891, 0.4166666666666667)
    assert [str(one) for one in result.inputs] == [f"estimate {estimate}", "n 15"]
    assert f"12 with the event: the only count of 15 that rounds to {estimate}" in result.assumptions


def test_a_bare_one_is_everybody():
    result = from_size(effect(Measure.PROPORTION, estimate="1.00"), Measure.PROPORTION, sizes=Sizes(total=10))
    assert_is(result, 3.044522437723423, 2.095238095238095)


def test_a_printed_proportion_needs_the_size_of_its_one_group():
    of = effect(Measure.PROPORTION, estimate="45%")
    assert_lacks(from_size(of, Measure.PROPORTION, sizes=Sizes()), "the size of the sample is not recorded", "n")
    two = Sizes(arms=(10, 12))
    assert_lacks(from_size(of, Measure.PROPORTION, sizes=two), "two arms are recorded, and the measure is of one group")
    nobody = Sizes(total=0)
    assert_lacks(from_size(of, Measure.PROPORTION, sizes=nobody), "a sample of 0 has nobody in it")
    many = Sizes(total=2665)
    assert_lacks(from_size(of, Measure.PROPORTION, sizes=many), "each count from 1186 to 1212 of 2665", "events")
