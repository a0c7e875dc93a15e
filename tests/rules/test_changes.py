from decimal import Decimal

import pytest

from evidence.rules.changes import Way, changes, way_of
from evidence.rules.examples import arm, effect, line


def told(*given, arms=()):
    return [change.told for change in changes(line(result=effect(*given, arms=arms)))]


@pytest.mark.parametrize(
    ("measure", "estimate", "words"),
    [
        ("RR", "0.75", ["25% less (RR 0.75)"]),
        ("HR", "1.25", ["25% more (HR 1.25)"]),
        ("OR", "2.5", ["150% more (OR 2.5)"]),
        ("IRR", "0.755", ["24.5% less (IRR 0.755)"]),
        ("ROM", "0.9", ["10% less (ROM 0.9)"]),
        ("RR", "1.0", ["0% less (RR 1.0)", "0% more (RR 1.0)"]),
        ("RD", "-5%", ["5% apart (RD -5%)"]),
        ("RD", "0.05", ["5% apart (RD 0.05)"]),
        ("RD", "-14.2", ["14.2% apart (RD -14.2)"]),
        ("MD", "-30%", ["30% apart (MD -30%)"]),
        ("MC", "12%", ["12% apart (MC 12%)"]),
        ("MD", "-1.6", []),
        ("SMD", "0.5", []),
        ("PR", "70%", []),
        ("MN", "70%", []),
        (None, "0.75", []),
        ("RR", None, []),
    ],
)
def test_an_estimate_tells_how_much_less_or_more(measure, estimate, words):
    assert told(measure, estimate) == words


def test_two_arms_tell_their_difference_and_the_part_that_each_has_less_or_more():
    arms = (arm("statin", events="300", n="2000"), arm("placebo", events="400", n="2000"))
    assert told(arms=arms) == [
        "5% apart (300 of 2000 against 400 of 2000)",
        "25% less (300 of 2000 against 400 of 2000)",
        "33.3% more (400 of 2000 against 300 of 2000)",
    ]


def test_arms_of_one_group_or_with_bounds_or_nobody_tell_no_ratio():
    assert told("PR", "70%", arms=(arm("a", percent="70%"), arm("b", percent="20%"))) == []
    assert told(arms=(arm("a", percent="<1%"), arm("b", percent="20%"))) == []
    assert told(arms=(arm("a", events="0", n="20"), arm("b", events="5", n="20"))) == [
        "25% apart (0 of 20 against 5 of 20)",
        "100% less (0 of 20 against 5 of 20)",
    ]
    assert changes(line()) == ()


def test_a_change_is_known_as_far_as_its_figures_were_printed():
    (change,) = changes(line(result=effect("RR", "0.7")))
    assert (change.least, change.most) == (Decimal("0.25"), Decimal("0.35"))
    (bound,) = changes(line(result=effect("RR", "< 0.5")))
    assert (bound.least, bound.most) == (Decimal("0.5"), Decimal("Infinity"))
    difference = changes(line(result=effect(arms=(arm("a", percent="35%"), arm("b", percent="50%")))))[0]
    assert (difference.least, difference.most) == (Decimal("0.14"), Decimal("0.16"))


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("reduction in risk", Way.LESS),
        ("lower odds", Way.LESS),
        ("vaccine efficacy", Way.LESS),
        ("more deaths", Way.MORE),
        ("increase in weight", Way.MORE),
        ("risk difference", Way.EITHER),
        ("reduced or increased risk", Way.EITHER),
        ("those recovered", None),
        ("people with lower back pain", None),
        ("more than half of them", None),
        ("", None),
    ],
)
def test_words_tell_which_way_a_change_goes(words, way):
    assert way_of(words) is way
