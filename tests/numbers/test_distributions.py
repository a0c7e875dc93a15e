"""Expected values were computed with scipy.stats 1.17.1; those of t agree with mpmath 1.3.0 at 40 digits."""

import math

import pytest

from evidence.errors import UsageError
from evidence.numbers.distributions import (
    chi_squared_upper_tail,
    f_upper_tail,
    normal_two_tailed,
    t_quantile,
    t_two_tailed,
)

NEAR = 1e-10


@pytest.mark.parametrize(
    ("t", "df", "expected"),
    [
        (2.2, 28, 0.03622548477883782),
        (0.5, 1, 0.7048327646991335),
        (12.706, 1, 0.05000080235813319),
        (1.96, 1e6, 0.04999606758526979),
        (-3.3, 4.5, 0.025119470989146065),
        (40, 3, 3.4380680789158528e-05),
        (1e-3, 7, 0.9992300172449988),
        (0, 5, 1),
        (math.inf, 5, 0),
        (1e200, 5, 0),
    ],
)
def test_t_has_the_tails_that_scipy_gives_it(t, df, expected):
    assert t_two_tailed(t, df=df) == pytest.approx(expected, rel=NEAR, abs=0)


@pytest.mark.parametrize(
    ("f", "df1", "df2", "expected"),
    [
        (22.2, 2, 28, 1.6744512655280606e-06),
        (2.2, 2, 28, 0.129593224474093),
        (0.3, 5, 10, 0.9019579816310673),
        (4.84, 1, 11, 0.05008611098180428),
        (1.02, 300, 400, 0.4252677601631507),
        (150, 3.5, 7.25, 5.753276254471162e-07),
        (0, 2, 28, 1),
        (-1, 2, 28, 1),
        (math.inf, 2, 28, 0),
    ],
)
def test_f_has_the_upper_tail_that_scipy_gives_it(f, df1, df2, expected):
    assert f_upper_tail(f, df1=df1, df2=df2) == pytest.approx(expected, rel=NEAR, abs=0)


@pytest.mark.parametrize(
    ("value", "df", "expected"),
    [
        (2.2, 28, 0.9999999999843586),
        (52.2, 28, 0.0036374026344387447),
        (3.841, 1, 0.050013683763956804),
        (0.01, 2, 0.9950124791926823),
        (1000, 900, 0.010994608942135844),
        (80, 3.7, 1.0552569621004644e-16),
        (200, 10, 1.6139305336977317e-37),
        (10_010_000, 1e7, 0.012693185164478446),
        (0, 3, 1),
        (math.inf, 3, 0),
    ],
)
def test_chi_squared_has_the_upper_tail_that_scipy_gives_it(value, df, expected):
    assert chi_squared_upper_tail(value, df=df) == pytest.approx(expected, rel=NEAR, abs=0)


@pytest.mark.parametrize(
    ("z", "expected"),
    [(0, 1), (1.959963984540054, 0.05), (2.141, 0.03227403806044894), (-3, 0.0026997960632601866), (math.inf, 0)],
)
def test_the_normal_has_the_tails_that_scipy_gives_it(z, expected):
    assert normal_two_tailed(z) == pytest.approx(expected, rel=NEAR, abs=0)


@pytest.mark.parametrize(
    ("probability", "df", "expected"),
    [
        (0.975, 1, 12.706204736174694),
        (0.975, 4.5, 2.6589123472044034),
        (0.975, 30, 2.0422724563012378),
        (1e-06, 3, -103.29946778041935),
        (0.5, 3, 0),
        (0.995, 1e6, 2.5758342201053344),
        (0.6, 0.7, 0.35603136523468015),
        (0.025, 12, -2.1788128296672293),
    ],
)
def test_t_has_the_quantiles_that_scipy_gives_it(probability, df, expected):
    assert t_quantile(probability, df=df) == pytest.approx(expected, rel=NEAR, abs=1e-300)


def test_tails_of_a_thousand_million_degrees_of_freedom_are_those_of_the_limit():
    assert t_two_tailed(1.8, df=1e9) == pytest.approx(normal_two_tailed(1.8), rel=1e-6)
    assert f_upper_tail(2, df1=3, df2=1e9) == pytest.approx(chi_squared_upper_tail(6, df=3), rel=1e-6)


@pytest.mark.parametrize("probability", [0, 1, -0.1, math.nan])
def test_a_quantile_of_no_probability_is_refused(probability):
    with pytest.raises(UsageError, match="between 0 and 1"):
        t_quantile(probability, df=3)


@pytest.mark.parametrize("df", [0, -1, math.nan])
def test_degrees_of_freedom_that_no_test_has_are_refused(df):
    for tail in (
        lambda: t_two_tailed(1, df=df),
        lambda: f_upper_tail(1, df1=df, df2=3),
        lambda: f_upper_tail(1, df1=3, df2=df),
        lambda: chi_squared_upper_tail(1, df=df),
    ):
        with pytest.raises(UsageError, match="above zero"):
            tail()


def test_with_more_degrees_of_freedom_than_any_sample_gives_t_is_normal_and_the_others_are_refused():
    """The quantile is that of any table of the normal distribution, to fifteen digits by statistics.NormalDist."""
    assert t_quantile(0.975, df=1e15) == pytest.approx(1.959963984540054, rel=1e-12)
    assert t_two_tailed(2, df=1e9) == pytest.approx(t_two_tailed(2, df=1e15), rel=1e-7)
    for refused in (lambda: chi_squared_upper_tail(1e15, df=1e15), lambda: f_upper_tail(1, df1=2, df2=1e15)):
        with pytest.raises(UsageError, match=r"1e\+15 degrees of freedom are those of no sample: give 1e\+09 at most"):
            refused()
