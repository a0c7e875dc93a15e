"""Expected values: mpmath 1.3.0 with 40 digits."""

import pytest
from effects.made import assert_is, assert_lacks
from hypothesis import given
from hypothesis import strategies as st

from evidence.effects.from_tests import (
    change_from_paired_t,
    correlation_from_r,
    correlation_from_t,
    difference_from_f,
    difference_from_p,
    difference_from_t,
)
from evidence.effects.sizes import Sizes
from evidence.figures import Figure

BOTH = Sizes(arms=(12, 14))
G, V = 0.9523821140629399, 0.1722048219001162


def fig(text):
    return Figure.parse(text)


def test_t_of_two_groups_gives_the_corrected_difference():
    # metafor 3.8-1 gives the same to 1e-14: escalc("SMD", ti = 2.5, n1i = 12, n2i = 14)
    result = difference_from_t(fig("2.5"), sizes=BOTH)
    assert_is(result, G, V)
    assert [str(one) for one in result.inputs] == ["t 2.5", "n1 12", "n2 14"]
    assert result.assumptions == ()
    assert_is(difference_from_t(fig("-2.5"), sizes=BOTH), -G, V)


@pytest.mark.parametrize(
    ("total", "yi", "vi"), [(26, 0.9495602349297556, 0.1711858584569202), (25, 0.9669721211497645, 0.1787007016616175)]
)
def test_only_a_total_is_halved_and_this_is_told(total, yi, vi):
    result = difference_from_t(fig("2.5"), sizes=Sizes(total=total))
    assert_is(result, yi, vi)
    assert result.assumptions == ("equal arms assumed, since only the total size is recorded",)


@pytest.mark.parametrize(("positive", "sign", "word"), [(True, 1, "above"), (False, -1, "below")])
def test_f_and_p_have_the_sign_that_is_given(positive, sign, word):
    by_f = difference_from_f(fig("6.25"), sizes=BOTH, positive=positive)
    assert_is(by_f, sign * G, V)
    assert by_f.assumptions == (f"d set {word} zero, since F has no sign",)
    by_p = difference_from_p(fig(".02"), sizes=BOTH, positive=positive)
    assert_is(by_p, sign * 0.9493952430511865, 0.1720955841374475)


def test_t_of_pairs_gives_the_standardized_change():
    assert_is(change_from_paired_t(fig("3"), n=10), 0.8669778463513149, 0.1375825293031982)


def test_r_gives_its_z():
    # metafor 3.8-1: escalc("ZCOR", ri = .5, ni = 26)
    result = correlation_from_r(fig(".5"), n=26)
    assert_is(result, 0.5493061443340549, 0.04347826086956522)
    assert [str(one) for one in result.inputs] == ["r .5", "n 26"]


def test_t_of_a_correlation_gives_its_z():
    assert_is(correlation_from_t(fig("2.5"), df=24), 0.4904146265058631, 0.04347826086956522)


@pytest.mark.parametrize(
    ("compute", "reason"),
    [
        (lambda: difference_from_t(fig("<2"), sizes=BOTH), "t is printed only as a bound, <2"),
        (lambda: difference_from_t(fig("2"), sizes=Sizes()), "the size of the sample is not recorded"),
        (lambda: difference_from_t(fig("2"), sizes=Sizes(arms=(1, 2))), "1 degrees of freedom of the 2"),
        (lambda: difference_from_f(fig("-2"), sizes=BOTH, positive=True), "F is -2, which no F can be"),
        (lambda: difference_from_p(fig(".02"), sizes=Sizes(total=2), positive=True), "2 leave no degrees of freedom"),
        (lambda: change_from_paired_t(fig("3"), n=0), "-1 degrees of freedom of the 2"),
        (lambda: correlation_from_r(fig("1.0"), n=9), "r is 1.0, which has no Fisher's z"),
        (lambda: correlation_from_r(fig(".5"), n=3), "a correlation among 3 has no sampling variance"),
        (
            lambda: correlation_from_t(fig("2"), df=1),
            "a correlation with 1 degrees of freedom has no sampling variance",
        ),
    ],
)
def test_statistics_that_do_not_suffice_tell_why(compute, reason):
    result = compute()
    assert_lacks(result, reason, *result.missing)


@given(st.decimals("0.01", "50", places=2), st.integers(2, 10**4), st.integers(2, 10**4))
def test_t_and_its_square_tell_the_same(t, n1, n2):
    sizes = Sizes(arms=(n1, n2))
    by_t = difference_from_t(fig(str(t)), sizes=sizes)
    by_f = difference_from_f(fig(str(t * t)), sizes=sizes, positive=True)
    assert_is(by_f, by_t.yi, by_t.vi)
