"""Each measure is pooled on its scale and shown as it is printed."""

import pytest

from evidence.pooling.measures import PooledMeasure
from evidence.vocab import Measure


@pytest.mark.parametrize(
    ("measure", "pooled", "shown", "null", "escalc"),
    [
        (Measure.RISK_RATIO, -0.6931471805599453, 0.5, 1, "RR"),
        (Measure.HAZARD_RATIO, 0.0, 1.0, 1, "HR"),
        (Measure.PROPORTION, 0.0, 0.5, None, "PLO"),
        (Measure.CORRELATION, 0.5493061443340549, 0.5, 0, "ZCOR"),
        (Measure.MEAN, 7.25, 7.25, None, "MN"),
        (Measure.MEAN_DIFFERENCE, -2.0, -2.0, 0, "MD"),
    ],
)
def test_a_measure_has_its_scale_its_null_and_its_name_in_r(measure, pooled, shown, null, escalc):
    on = PooledMeasure(measure)
    assert on.shown(pooled) == pytest.approx(shown)
    assert on.null == null
    assert on.escalc == escalc


def test_every_measure_has_a_name():
    names = [PooledMeasure(measure).label for measure in Measure]
    assert len(set(names)) == len(Measure)
    assert all(name[0].isupper() for name in names)
