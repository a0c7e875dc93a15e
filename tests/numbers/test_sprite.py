import itertools
from fractions import Fraction

import pytest

from evidence.errors import UsageError
from evidence.numbers.finding import Verdict
from evidence.numbers.scale import sd_limits
from evidence.numbers.sprite import sprite


def samples(n, low, high, items=1):
    return itertools.combinations_with_replacement(range(low * items, high * items + 1), n)


def figures(sums, *, items=1):
    n, total = len(sums), sum(sums)
    square = Fraction(sum(each * each for each in sums) * n - total * total, n * (n - 1) * items * items)
    return Fraction(total, n * items), square


@pytest.mark.parametrize(("n", "low", "high", "items"), [(5, 1, 5, 1), (6, -1, 3, 1), (4, 0, 6, 1), (4, 1, 3, 2)])
def test_figures_are_possible_just_where_some_answers_print_them(asked, n, low, high, items):
    """All answers that there are, one by one; with four and three decimals none was rounded from a half."""
    held = {}
    for sums in samples(n, low, high, items):
        mean, square = figures(sums, items=items)
        held.setdefault(f"{float(mean):.4f}", set()).add(f"{float(square) ** 0.5:.3f}")
    of_any = sorted(set().union(*held.values()))
    for mean, sds in held.items():
        for sd in of_any:
            found = asked(sprite, mean=mean, sd=sd, n=str(n), lowest=str(low), highest=str(high), items=str(items))
            assert found.stands is (sd in sds), (mean, sd)


@pytest.mark.parametrize(
    ("mean", "sd", "n", "possible"),
    [
        ("3.45", "1.18", "20", False),
        ("3.45", "1.19", "20", True),
        ("5.40", "1.00", "20", False),
        ("4.10", "0.10", "10", False),
        ("4.11", "0.32", "10", False),
        ("3.00", "2.05", "20", True),  # ten ones and ten fives: 4 * 20 / 19 is 2.05 squared
        ("3.00", "2.06", "20", False),
    ],
)
def test_plain_cases_on_a_scale_from_1_to_5(asked, mean, sd, n, possible):
    found = asked(sprite, mean=mean, sd=sd, n=n, lowest="1", highest="5")
    assert found.verdict is (Verdict.CONSISTENT if possible else Verdict.IMPOSSIBLE)


@pytest.mark.parametrize(
    ("mean", "n", "items", "limits"),
    [
        ("4.2", "5", "1", "0.447 to 3.033"),  # rsprite2 0.2.1 tests 0.45 to 3.03
        ("4.2", "5", "2", "0.274 to 3.033"),  # and 0.27 to 3.03
        ("1.00", "100", "1", "0.000 to 0.000"),  # and 0 to 0
    ],
)
def test_published_limits_of_an_sd_from_1_to_7(asked, mean, n, items, limits):
    found = asked(sd_limits, mean=mean, n=n, lowest="1", highest="7", items=items)
    assert (found.stands, found.computed) == (True, (("sd", limits),))


@pytest.mark.parametrize(
    ("sd", "possible"), [("0.44", False), ("0.45", True), ("3.03", True), ("3.04", False), ("-0.5", False)]
)
def test_an_sd_beyond_its_limits_is_impossible(asked, sd, possible):
    found = asked(sd_limits, mean="4.2", n="5", lowest="1", highest="7", sd=sd)
    assert found.verdict is (Verdict.CONSISTENT if possible else Verdict.IMPOSSIBLE)


@pytest.mark.parametrize("check", [sprite, sd_limits])
def test_a_mean_off_the_scale_is_impossible(asked, check):
    for mean in ("5.2", "0.8", "3.33"):
        found = asked(check, mean=mean, sd="1.0", n="10", lowest="1", highest="5")
        assert found.verdict is Verdict.IMPOSSIBLE
        assert f"have the mean {mean}" in found.reason


def test_no_possible_sample_is_called_impossible(asked, chance, printed):
    for _ in range(10_000):
        n, items, low = chance.randint(2, 14), chance.choice((1, 1, 1, 2)), chance.randint(-3, 3)
        high = low + chance.choice((1, 4, 4, 6))
        ends = sorted((chance.randint(low, high), chance.randint(low, high)))
        sums = [sum(chance.randint(*ends) for _ in range(items)) for _ in range(n)]
        mean, square = figures(sums, items=items)
        given = {
            "mean": printed(mean, chance.randint(1, 2)),
            "sd": printed(square, chance.randint(1, 2), root=True),
            "n": str(n),
            "lowest": str(low),
            "highest": str(high),
            "items": str(items),
        }
        assert asked(sprite, **given).stands, given
        assert asked(sd_limits, **given).stands, given


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"lowest": "5", "highest": "1"}, "a scale reaches from its min up to its max"),
        ({"lowest": "1", "highest": "100000"}, "10,000 at most"),
        ({"lowest": "1.5", "highest": "5"}, "min is a whole number, not 1.5"),
        ({"lowest": "1", "highest": "> 5"}, "max is one number"),
        ({"n": "1"}, "n is a whole number from 2"),
        ({"sd": "< 1"}, "sd is one number"),
        ({"mean": "3", "n": "10000000"}, "totals have the mean 3; 100,000 can be tried at most"),
        ({"mean": "3.0000", "n": "100000", "sd": "1.000000"}, "too many to try them all"),
    ],
)
def test_what_cannot_be_tried_is_refused(asked, figures, said):
    given = {"mean": "3.00", "sd": "1.00", "n": "20", "lowest": "1", "highest": "5"} | figures
    with pytest.raises(UsageError, match=said):
        asked(sprite, **given)
