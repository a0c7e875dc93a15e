import pytest
from effects.made import about, assert_lacks
from hypothesis import given
from hypothesis import strategies as st

from evidence.effects.direction import with_good
from evidence.effects.estimated import Estimated
from evidence.vocab import GoodDirection, Measure

HIGHER, LOWER = GoodDirection.HIGHER, GoodDirection.LOWER
INTO_OTHERS = "it is turned into that of those without the event (1 - proportion)"


def known(measure=Measure.ODDS_RATIO, yi=-0.5, vi=0.1, good=LOWER):
    return Estimated(measure=measure, yi=yi, vi=vi, formula="f", inputs=(), source="s", good=good)


@pytest.mark.parametrize(
    ("measure", "told"),
    [
        (Measure.ODDS_RATIO, "it is inverted (1/ratio), since lower was good, so that higher is"),
        (Measure.MEAN_DIFFERENCE, "its sign is turned, since lower was good, so that higher is"),
        (Measure.CORRELATION, "its sign is turned, since lower was good, so that higher is"),
        (Measure.PROPORTION, f"{INTO_OTHERS}, since lower was good, so that higher is"),
    ],
)
def test_an_effect_of_which_lower_is_good_is_turned_and_this_is_told(measure, told):
    turned = with_good(known(measure))
    assert (turned.yi, turned.vi, turned.good) == (0.5, 0.1, HIGHER)
    assert turned.assumptions == (told,)


def test_a_ratio_that_is_turned_is_its_inverse():
    assert with_good(known(yi=-1.0986122886681098)).estimate == about(3)


def test_an_effect_that_already_is_so_comes_back_as_it_is():
    effect = known(good=HIGHER)
    assert with_good(effect) is effect


def test_good_can_be_put_below():
    effect = known(good=LOWER)
    assert with_good(effect, LOWER) is effect
    assert with_good(known(good=HIGHER), LOWER).yi == 0.5


def test_without_a_good_direction_nothing_is_turned():
    assert_lacks(with_good(known(good=None)), "it is not recorded which direction of it is good", "good")


@pytest.mark.parametrize("measure", [Measure.RISK_RATIO, Measure.INCIDENCE_RATE_RATIO, Measure.MEAN])
def test_what_has_no_opposite_is_not_turned(measure):
    assert with_good(known(measure)).reason.startswith("lower of it is good, and ")
    assert with_good(known(measure), LOWER) == known(measure)


TURNED = sorted(set(Measure) - {Measure.RISK_RATIO, Measure.INCIDENCE_RATE_RATIO, Measure.MEAN})


@given(st.sampled_from(TURNED), st.floats(-10, 10), st.floats(1e-9, 10), st.sampled_from(GoodDirection))
def test_turning_twice_gives_the_same_effect(measure, yi, vi, good):
    effect = known(measure, yi, vi, good)
    other = LOWER if good is HIGHER else HIGHER
    again = with_good(with_good(effect, other), good)
    assert (again.yi, again.vi, again.good) == (yi, vi, good)
