import math

import pytest
from effects.made import about
from hypothesis import given
from hypothesis import strategies as st

from evidence.effects.scales import Scale, back, onto, scale_of, slope
from evidence.vocab import Measure


def test_ratios_are_pooled_as_logarithms_and_the_rest_as_escalc_does():
    logs = {Measure(code) for code in ("RR", "OR", "HR", "IRR", "ROM")}
    assert {measure for measure in Measure if scale_of(measure) is Scale.LOG} == logs
    assert scale_of(Measure.PROPORTION) is Scale.LOGIT
    assert scale_of(Measure.CORRELATION) is Scale.FISHER_Z
    assert scale_of(Measure.RISK_DIFFERENCE) is Scale.NATURAL


@pytest.mark.parametrize(
    ("scale", "outside"), [(Scale.LOG, (0, -1)), (Scale.LOGIT, (0, 1, -0.1)), (Scale.FISHER_Z, (-1, 1, 2))]
)
def test_what_has_no_place_on_a_scale_has_none(scale, outside):
    assert [onto(scale, value) for value in outside] == [None] * len(outside)


def test_what_is_beyond_any_float_is_infinite_or_none():
    assert back(Scale.LOG, 1e6) == math.inf
    assert back(Scale.LOGIT, -1e6) == 0
    assert back(Scale.LOGIT, 1e6) == 1


@given(st.sampled_from(Scale), st.floats(0.001, 0.999))
def test_there_and_back_is_the_same(scale, value):
    assert back(scale, onto(scale, value)) == about(value)


@given(st.sampled_from(Scale), st.floats(0.01, 0.99))
def test_the_slope_is_that_of_a_short_step(scale, value):
    step = 1e-6
    rise = onto(scale, value + step) - onto(scale, value - step)
    assert slope(scale, value) == pytest.approx(rise / (2 * step), rel=1e-6)
