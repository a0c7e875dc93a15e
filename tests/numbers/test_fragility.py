"""Expected p values and indices by scipy 1.17 (scipy.stats.fisher_exact), turned by a loop of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.errors import UsageError
from evidence.numbers.fragility import fisher_two_sided, fragility_index

ARMS = [
    ((1, 100, 9, 100), 0.018487679877476362),
    ((2, 100, 9, 100), 0.058220717580287525),
    ((200, 4000, 250, 4000), 0.017333513842837763),
    ((3, 50, 12, 50), 0.02260438688192351),
    ((186, 50634, 141, 27338), 0.0025081449357228216),
    ((0, 5, 5, 5), 0.007936507936507938),
    ((8, 8, 4, 7), 0.07692307692307691),
    ((35, 152, 0, 145), 8.71525548965195e-12),
    ((3, 3, 2, 9), 0.045454545454545456),
    ((0, 5, 0, 7), 1.0),
    ((5, 5, 7, 7), 1.0),
]


@pytest.mark.parametrize(("arms", "p"), ARMS)
def test_p_is_that_of_another_program(arms, p):
    assert fisher_two_sided(*arms) == pytest.approx(p, rel=1e-9)


@pytest.mark.parametrize(
    ("arms", "index"),
    [
        ((1, 100, 9, 100), 1),  # the example of Walsh 2014
        ((200, 4000, 250, 4000), 9),
        ((3, 50, 12, 50), 1),
        ((35, 152, 0, 145), 20),
        ((91, 336, 60, 340), 10),
        ((8, 100, 9, 100), 0),
    ],
)
def test_as_many_are_turned_as_undo_the_difference(arms, index):
    assert fragility_index(*arms) == index
    assert fragility_index(*arms[2:], *arms[:2]) == index


def test_it_ends_where_the_arm_with_more_events_has_the_lower_share():
    assert fragility_index(186, 50634, 141, 27338) == 25


def test_it_stops_at_as_many_as_are_asked_for():
    assert fragility_index(200, 4000, 250, 4000, most=9) == 9
    assert fragility_index(200, 4000, 250, 4000, most=8) is None


def test_a_table_beyond_all_that_is_likely_has_no_probability():
    assert fisher_two_sided(0, 400_000, 400_000, 400_000) == 0


@given(st.integers(1, 40), st.integers(1, 40), st.data())
def test_which_arm_comes_first_and_what_is_called_an_event_do_not_matter(n1, n2, data):
    events1, events2 = data.draw(st.integers(0, n1)), data.draw(st.integers(0, n2))
    p = fisher_two_sided(events1, n1, events2, n2)
    assert 0 < p <= 1
    assert fisher_two_sided(events2, n2, events1, n1) == pytest.approx(p, rel=1e-9)
    assert fisher_two_sided(n1 - events1, n1, n2 - events2, n2) == pytest.approx(p, rel=1e-9)


@pytest.mark.parametrize("arms", [(-1, 5, 1, 5), (6, 5, 1, 5), (1, 5, 6, 5), (0, 0, 1, 5), (1, 5, 0, 0)])
def test_what_is_no_table_is_refused(arms):
    with pytest.raises(UsageError, match="no two arms"):
        fragility_index(*arms)


def test_more_people_than_can_be_waited_for_are_refused():
    with pytest.raises(UsageError, match="1,000,001 people"):
        fisher_two_sided(1, 1_000_000, 0, 1)
