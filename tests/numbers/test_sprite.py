import itertools
from fractions import Fraction

import pytest

from evidence.errors import UsageError
from evidence.figures import Figure
from evidence.numbers.finding import Verdict
from evidence.numbers.scale import on_scale, sd_limits, variance_limits
from evidence.numbers.spread import can_be_built
from evidence.numbers.sprite import sprite
from evidence.numbers.squares import greatest, least


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


@pytest.mark.parametrize(
    ("mean", "sd", "n", "highest", "possible"),
    [
        ("50.3", "20.1", "12", "100", True),
        # Of the total 603 the greatest sum of squares is 6 * 100^2 + 3^2, an SD of 51.969; the next are 59,817 and
        # 59,811, which take one from 100 to 99 and another from 3 to 4 or from 0 to 1: 51.801 and 51.795.
        ("50.25", "51.97", "12", "100", True),
        ("50.25", "51.90", "12", "100", False),
        ("50.25", "51.80", "12", "100", True),
        ("50.25", "52.00", "12", "100", False),
        ("50.0", "20.0", "100", "100", True),
        ("10.0", "25.0", "100", "100", True),
        ("33333.3", "20000.0", "13", "100000", True),
        ("3.0", "1.00", "10000000", "5", True),
        ("50.00", "50.000", "100000", "100", True),  # half at either end
    ],
)
def test_wide_scales_and_large_samples_are_answered(asked, mean, sd, n, highest, possible):
    found = asked(sprite, mean=mean, sd=sd, n=n, lowest="0", highest=highest)
    assert found.verdict is (Verdict.CONSISTENT if possible else Verdict.IMPOSSIBLE)


@pytest.mark.parametrize(("n", "width"), [(1, 3), (2, 4), (5, 4), (8, 3), (10, 4), (12, 3)])
def test_only_answers_that_there_are_are_put_together(n, width):
    held = {(sum(each), sum(value * value for value in each)) for each in samples(n, 0, width)}
    found = {
        (total, squares)
        for total, squares in itertools.product(range(n * width + 1), range(n * width * width + 2))
        if can_be_built(total, squares, n=n, width=width)
    }
    assert found <= held
    assert len(found) > 0.9 * len(held)


def test_the_limits_of_an_sd_are_those_of_all_totals(chance):
    for _ in range(2000):
        n, low, items = chance.randint(2, 30), chance.randint(-3, 2), chance.choice((1, 1, 2, 3))
        high = low + chance.randint(1, 9)
        ends = {"lowest": Figure.parse(str(low)), "highest": Figure.parse(str(high)), "items": Figure.parse(str(items))}
        mean = Figure.parse(f"{chance.uniform(low, high):.{chance.randint(0, 2)}f}")
        scale = on_scale(mean, n=Figure.parse(str(n)), **ends)
        if scale.totals:
            assert variance_limits(scale) == (
                min(scale.variance(total, least(total, n=n)) for total in scale.totals),
                max(scale.variance(total, greatest(total, width=scale.width)) for total in scale.totals),
            )


def test_limits_of_an_sd_need_no_small_sample(asked):
    found = asked(sd_limits, mean="4.2", n="100000000", lowest="1", highest="7")
    # 15 in a hundred of 4 and 5, as 4.15 allows, differ least; 3 * sqrt(1 - (0.15 / 3)^2) at 4.15 is most
    assert found.computed == (("sd", "0.357 to 2.996"),)


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
        ({"lowest": "5", "highest": "5"}, "not from 5 to 5"),
        ({"lowest": "1.5", "highest": "5"}, "min is a whole number, not 1.5"),
        ({"lowest": "1", "highest": "> 5"}, "max is one number"),
        ({"n": "1"}, "n is a whole number from 2"),
        ({"sd": "< 1"}, "sd is one number"),
        ({"mean": "23.00", "n": "300", "sd": "42.0824", "lowest": "0", "highest": "100"}, "none that fit were put tog"),
    ],
)
def test_what_cannot_be_tried_is_refused(asked, figures, said):
    given = {"mean": "3.00", "sd": "1.00", "n": "20", "lowest": "1", "highest": "5"} | figures
    with pytest.raises(UsageError, match=said):
        asked(sprite, **given)
