from fractions import Fraction

import pytest

from evidence.errors import UsageError
from evidence.numbers.debit import debit
from evidence.numbers.finding import Verdict


@pytest.mark.parametrize(
    ("mean", "sd", "n", "possible"),
    [
        ("0.35", "0.18", "20", False),  # the vignette of scrutiny 0.6.1
        *((mean, sd, "1683", True) for mean, sd in (("0.53", "0.50"), ("0.44", "0.50"), ("0.77", "0.42"))),
        *((mean, sd, "1683", True) for mean, sd in (("0.34", "0.47"), ("0.93", "0.25"), ("0.12", "0.33"))),
        ("0.19", "0.35", "1683", False),  # the one of its data set pigs3 that fails
        ("1.00", "0.00", "12", True),
        ("1.20", "0.00", "12", False),
        ("-0.10", "0.00", "12", False),
        ("0.34", "0.48", "12", False),  # 4 of 12 are 0.33
        ("0.00", "-0.10", "12", False),
    ],
)
def test_published_and_plain_cases(asked, mean, sd, n, possible):
    found = asked(debit, mean=mean, sd=sd, n=n)
    assert found.verdict is (Verdict.CONSISTENT if possible else Verdict.IMPOSSIBLE)


def test_figures_are_possible_just_where_some_count_prints_both(asked):
    for n in (2, 3, 7, 12, 15):
        held = {(f"{k / n:.3f}", f"{(k * (n - k) / (n * (n - 1))) ** 0.5:.2f}") for k in range(n + 1)}
        for mean in {mean for mean, _ in held}:
            for cents in range(75):
                sd = f"0.{cents:02}"
                assert asked(debit, mean=mean, sd=sd, n=str(n)).stands is ((mean, sd) in held), (mean, sd, n)


def test_the_sd_that_the_mean_needs_is_told(asked):
    assert asked(debit, mean="0.19", sd="0.35", n="1683").reason == (
        "1,683 zeros and ones with the mean 0.19 have the SD 0.39 to 0.40, not 0.35"
    )


def test_no_possible_sample_is_called_impossible(asked, chance, printed):
    for _ in range(10_000):
        n = chance.randint(2, 3000)
        ones = chance.randint(0, n)
        mean = printed(Fraction(ones, n), chance.randint(0, 4))
        sd = printed(Fraction(ones * (n - ones), n * (n - 1)), chance.randint(0, 4), root=True)
        assert asked(debit, mean=mean, sd=sd, n=str(n)).stands, (mean, sd, n, ones)


def test_a_sample_of_a_million_million_is_answered(asked):
    assert asked(debit, mean="0.5", sd="0.5", n="1000000000000").stands


def test_bounds_are_refused(asked):
    with pytest.raises(UsageError, match="sd is one number"):
        asked(debit, mean="0.5", sd="< 0.5", n="10")
