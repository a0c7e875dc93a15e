import math
from fractions import Fraction
from statistics import NormalDist

import pytest

from evidence.errors import UsageError
from evidence.numbers.finding import Verdict
from evidence.numbers.interval_and_p import ci_p
from evidence.numbers.intervals import ci_shape

HACKSHAW = (
    "1.18 0.90 1.54", "1.45 1.02 2.08", "2.02 0.48 8.56", "1.2 0.8 1.6", "0.75 0.43 1.30", "2.07 0.81 5.25",
    "2.13 1.19 3.83", "0.80 0.34 1.90", "0.79 0.25 2.45", "2.01 1.09 3.72", "1.23 0.81 1.87", "1.2 0.5 3.3",
    "1.52 0.87 2.63", "1.03 0.41 2.55", "1.55 0.90 2.67", "1.03 0.61 1.74", "2.34 0.81 6.75", "1.65 1.16 2.35",
    "1.19 0.82 1.73", "1.52 0.39 5.96", "2.16 1.08 4.29", "1.08 0.64 1.82", "2.55 0.74 8.78", "1.62 0.90 2.91",
    "1.06 0.74 1.52", "0.79 0.62 1.02", "0.74 0.32 1.69", "2.27 0.75 6.82", "0.97 0.78 1.21", "1.6 0.8 3.0",
    "1.19 0.66 2.13", "1.66 0.73 3.78", "1.26 1.04 1.54", "1.10 0.62 1.96", "1.66 1.12 2.45", "1.16 0.80 1.69",
    "1.11 0.67 1.84",
)  # fmt: skip
"""The odds ratios of Hackshaw 1998, from metadat (dat.hackshaw1998), three of them with the one decimal they have."""


@pytest.mark.parametrize("case", HACKSHAW)
def test_real_odds_ratios_lie_half_way_on_the_log_scale(asked, case):
    estimate, low, high = case.split()
    assert asked(ci_shape, estimate=estimate, low=low, high=high, ratio=True).verdict is Verdict.CONSISTENT


@pytest.mark.parametrize("case", ["1.20 0.80 1.60", "1.20 0.50 3.30", "1.60 0.80 3.00"])
def test_a_decimal_that_was_never_printed_makes_them_look_askew(asked, case):
    estimate, low, high = case.split()
    found = asked(ci_shape, estimate=estimate, low=low, high=high, ratio=True)
    assert found.verdict is Verdict.INCONSISTENT
    assert "half-way between" in found.reason


@pytest.mark.parametrize(
    ("estimate", "low", "high", "ratio", "verdict"),
    [
        ("17", "1.4", "32.6", False, "consistent"),  # Altman and Bland 2011, BMJ 343:d2090
        ("0.81", "0.70", "0.94", True, "consistent"),  # their d2304
        ("0.30", "0.10", "0.91", True, "consistent"),
        ("0.81", "0.94", "0.70", True, "impossible"),
        ("0.81", "-0.70", "0.94", True, "impossible"),
        ("0.25", "0.57", "17.02", False, "inconsistent"),
        ("1.3", "0.8", "1.1", True, "inconsistent"),
        ("2.0", "0.0", "3.0", False, "inconsistent"),
        ("0.4", "0.0", "2.9", True, "consistent"),  # 0.0 may be 0.05, and 0.05 * 2.95 is 0.38 squared
        ("0.0", "0.0", "0.0", True, "consistent"),
        ("-0.5", "-1.0", "0.0", False, "consistent"),
    ],
)
def test_shapes(asked, estimate, low, high, ratio, verdict):
    assert asked(ci_shape, estimate=estimate, low=low, high=high, ratio=ratio).verdict == verdict


@pytest.mark.parametrize(
    ("estimate", "low", "high", "p", "ratio", "verdict"),
    [
        ("17", "1.4", "32.6", ".032", False, "consistent"),
        ("0.81", "0.70", "0.94", ".005", True, "consistent"),
        ("0.30", "0.10", "0.91", ".034", True, "consistent"),
        ("0.81", "0.70", "0.94", ".012", True, "consistent"),  # by the factor of 1.5 from .009
        ("0.81", "0.70", "0.94", ".015", True, "inconsistent"),
        ("0.81", "0.70", "0.94", "< .0001", True, "inconsistent"),
        ("0.81", "0.70", "0.94", "< .01", True, "consistent"),
        ("0.81", "0.70", "0.94", ".20", True, "decision-error"),
        ("0.81", "0.70", "0.94", "> .05", True, "decision-error"),
        ("0.81", "0.60", "1.09", ".01", True, "decision-error"),
        ("0.81", "0.60", "1.09", "< .05", True, "decision-error"),
        ("0.77", "0.60", "1.00", ".05", True, "consistent"),
        ("0.81", "0.70", "0.94", "1.5", True, "impossible"),
        ("0.81", "0.94", "0.70", ".005", True, "impossible"),
        ("0.5", "0.0", "2.9", ".9", True, "consistent"),  # an end at zero says nothing of the width
        ("0.5", "0.5", "0.5", "< .001", False, "consistent"),  # nor does an interval without any
        ("0.0", "-1.0", "1.0", "1.0", False, "consistent"),
    ],
)
def test_intervals_and_p_values(asked, estimate, low, high, p, ratio, verdict):
    found = asked(ci_p, estimate=estimate, low=low, high=high, p=p, ratio=ratio)
    assert found.verdict == verdict, found.reason


def test_z_of_the_published_examples_is_within_what_is_computed(asked):
    for figures, z in (
        ({"estimate": "17.0", "low": "1.44", "high": "32.56", "p": ".032"}, 2.141),
        ({"estimate": "0.30", "low": "0.0984", "high": "0.9146", "p": ".034", "ratio": True}, 2.117),
    ):
        computed = dict(asked(ci_p, **figures).computed)
        p = 2 * NormalDist().cdf(-z)
        assert float(computed["p_low"]) <= p <= float(computed["p_high"])


def test_a_small_sample_is_judged_by_t_where_its_df_is_given(asked):
    """Of 4 with a standard error of 1 and 4 degrees of freedom: t is 2.776 at .05, and p of t(4) = 4 is 0.016."""
    figures = {"estimate": "4.000", "low": "1.224", "high": "6.776", "p": ".016"}
    assert asked(ci_p, **figures, df="4").verdict is Verdict.CONSISTENT
    found = asked(ci_p, **figures)
    assert (found.verdict, "give df" in found.reason) == (Verdict.INCONSISTENT, True)


def test_other_levels_and_other_null_values(asked):
    figures = {"estimate": "2.0", "low": "0.4", "high": "3.6", "p": ".04"}
    for level in ("90", "90%", "0.9"):
        assert asked(ci_p, **figures, level=level).verdict is Verdict.CONSISTENT
    assert asked(ci_p, **figures, null="2").verdict is Verdict.DECISION_ERROR


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"level": "100"}, "between 0 and 100 %, not at 100"),
        ({"level": "200%"}, "between 0 and 100 %, not at 200%"),
        ({"level": "0"}, "between 0 and 100 %"),
        ({"level": "> 95"}, "level is one number"),
        ({"null": "0", "ratio": True}, "the null value of a ratio lies above zero"),
        ({"null": "< 1"}, "null is one number"),
        ({"df": "0"}, "df lies from"),
        ({"low": "< 0.4"}, "low is one number"),
    ],
)
def test_what_cannot_be_checked_is_refused(asked, more, said):
    with pytest.raises(UsageError, match=said):
        asked(ci_p, **({"estimate": "2.0", "low": "0.4", "high": "3.6", "p": ".04"} | more))


def test_no_interval_of_one_analysis_is_called_inconsistent(asked, chance, printed):
    """An estimate with its standard error gives the interval and p; then all are rounded."""
    for _ in range(10_000):
        level = chance.choice((90, 95, 99))
        critical = NormalDist().inv_cdf((1 + level / 100) / 2)
        error, ratio = chance.uniform(0.01, 1), chance.random() < 0.5
        middle = chance.gauss(0, 2 * error)
        places = chance.randint(1, 3)
        ends = [middle, middle - critical * error, middle + critical * error]
        estimate, low, high = (printed(Fraction(math.exp(end) if ratio else end), places) for end in ends)
        p = math.erfc(abs(middle) / error / math.sqrt(2))
        figures = {"estimate": estimate, "low": low, "high": high, "ratio": ratio}
        assert asked(ci_shape, **figures).stands, figures
        found = asked(ci_p, **figures, p=printed(Fraction(p), chance.randint(2, 4)), level=str(level))
        assert found.stands, (found.reason, p)


def test_a_p_value_that_rounding_leaves_alone_is_told_once(asked):
    """Of 2.5 with a standard error of 1: p is 0.0124 by the normal distribution."""
    found = asked(ci_p, estimate="2.50000", low="0.54004", high="4.45996", p=".0124")
    assert found.reason == "2.50000 (0.54004 to 4.45996) gives p = 0.012, which p = .0124 agrees with"
