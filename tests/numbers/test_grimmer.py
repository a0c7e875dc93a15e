import itertools
import math
from fractions import Fraction

import pytest

from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.numbers.finding import Verdict
from evidence.numbers.grimmer import grimmer
from evidence.numbers.squares import least, most_alike, some_numbers_have, total_with


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


@pytest.mark.parametrize(
    ("mean", "sd", "n", "possible"),
    [
        ("3.4", "1.2", "1000000", True),
        ("3", "0.00", "1000000", True),  # all threes
        ("3.4", "0.00", "1000000", False),  # from 3.35 to 3.45 there is no whole number, so not all are alike
        ("3.4", "0.47", "1000000", False),  # the most alike are threes and fours, 35 in a hundred fours: 0.477
        ("3.4", "0.48", "1000000", True),
        ("3.6", "0.48", "1000000", True),  # likewise 65 in a hundred
        ("3.6", "0.47", "1000000", False),
        ("1e100", "1", "5", True),
        ("1e100", "0.5", "5", True),  # one of five differs by one: 0.447
        ("1e100", "0.2", "5", False),
        ("1e100", "1", "3", True),
        ("3.4", "1.2000000", "1000000", True),
    ],
)
def test_samples_of_any_size_are_answered(asked, mean, sd, n, possible):
    found = asked(grimmer, mean=mean, sd=sd, n=n)
    assert found.verdict is (Verdict.CONSISTENT if possible else Verdict.IMPOSSIBLE)


@pytest.mark.parametrize("n", [2, 3, 4, 5, 6, 7])
def test_few_totals_stand_for_all(n):
    """Against each total of a range by itself."""
    for start, size, cents in itertools.product(range(-8, 9), (1, 2, 3, n - 1, n, n + 3), range(0, 300, 7)):
        totals = range(start, start + size)
        sd = Figure.parse(f"{cents / 100:.2f}")
        each = [total for total in totals if some_numbers_have(total, n=n, sd=sd, items=1)]
        found = total_with(totals, n=n, sd=sd, items=1)
        assert found in each if each else found is None, (totals, sd)


def test_the_most_alike_of_some_totals_differ_least():
    for n, start, size in itertools.product(range(2, 9), range(-9, 10), range(1, 12)):
        spreads = {total: least(total, n=n) - Fraction(total * total, n) for total in range(start, start + size)}
        assert spreads[most_alike(range(start, start + size), n=n)] == min(spreads.values())


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
        ({"mean": "3", "sd": "1e9", "n": "3"}, "an SD of 1e9 among 3 numbers is too large to try them all"),
        (
            {"mean": "3.41", "sd": "1.2" + "0" * 40, "n": "99999999"},
            "the first 20,000 totals that give the mean do not",
        ),
    ],
)
def test_what_cannot_be_checked_is_refused(asked, figures, said):
    with pytest.raises(UsageError, match=said):
        asked(grimmer, **figures)
