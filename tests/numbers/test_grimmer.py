import itertools
import math
from fractions import Fraction

import pytest

from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.numbers.finding import Verdict
from evidence.numbers.grimmer import grimmer
from evidence.numbers.squares import least, some_numbers_have


@pytest.mark.parametrize(
    ("mean", "sd", "n", "possible"),
    [
        ("5.21", "1.6", "28", True),  # the tests of rsprite2 0.2.1
        ("3.44", "2.47", "18", False),  # likewise
        ("7.3", "2.51", "12", False),  # the vignette of scrutiny 0.6.1
        ("5.19", "1.6", "28", False),  # the mean alone is impossible
        ("2.00", "0.00", "10", True),  # all alike
        ("2.50", "0.40", "10", False),  # five twos and five threes have the least SD, 0.53
        ("2.50", "0.24", "10", False),  # the sum of squares would be odd, as it must, but below the least
        ("2.50", "0.53", "10", True),
        ("2.50", "-0.53", "10", False),
    ],
)
def test_published_and_plain_cases(asked, mean, sd, n, possible):
    found = asked(grimmer, mean=mean, sd=sd, n=n)
    assert found.verdict is (Verdict.CONSISTENT if possible else Verdict.IMPOSSIBLE)


@pytest.mark.parametrize("n", [2, 3, 4, 5, 6])
def test_a_total_and_an_sd_go_together_just_where_some_numbers_have_them(n):
    """Against all whole numbers between -7 and 7: whoever has a sum of squares up to 49 is among them."""
    held = {
        (sum(numbers), sum(number * number for number in numbers))
        for numbers in itertools.combinations_with_replacement(range(-7, 8), n)
    }
    for total, squares in itertools.product(range(n), range(50)):
        square = Fraction(squares * n - total * total, n * (n - 1))
        if square >= 0:
            sd = Figure.parse(f"{math.sqrt(square):.9f}")
            assert some_numbers_have(total, n=n, sd=sd, items=1) is ((total, squares) in held), (total, squares)


def test_the_least_sum_of_squares_is_that_of_numbers_most_alike():
    assert least(21, n=5) == 4 * 16 + 25
    assert least(-7, n=3) == 4 + 4 + 9


def test_no_possible_sample_is_called_impossible(asked, chance, printed):
    for _ in range(10_000):
        n, items = chance.randint(2, 40), chance.choice((1, 1, 1, 2, 3))
        width = chance.choice((1, 2, 5, 7, 100))
        sums = [sum(chance.randint(-width, width) for _ in range(items)) for _ in range(n)]
        total, squares = sum(sums), sum(each * each for each in sums)
        mean = printed(Fraction(total, n * items), chance.randint(0, 3))
        square = Fraction(squares * n - total * total, n * (n - 1) * items * items)
        sd = printed(square, chance.randint(0, 3), root=True)
        assert asked(grimmer, mean=mean, sd=sd, n=str(n), items=str(items)).stands, (mean, sd, n, items)


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"mean": "3.5", "sd": "1", "n": "1"}, "n is a whole number from 2"),
        ({"mean": "3.5", "sd": "< 1", "n": "20"}, "sd is one number"),
        ({"mean": "> 3.5", "sd": "1", "n": "20"}, "mean is one number"),
        ({"mean": "3", "sd": "1", "n": "1000000"}, "1,000,001 totals have the mean 3; GRIMMER tries"),
        ({"mean": "1e100", "sd": "1", "n": "5"}, "totals have the mean"),
        ({"mean": "3", "sd": "1e9", "n": "3"}, "too large to try them all"),
    ],
)
def test_what_cannot_be_checked_is_refused(asked, figures, said):
    with pytest.raises(UsageError, match=said):
        asked(grimmer, **figures)
