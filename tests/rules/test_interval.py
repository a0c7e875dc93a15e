"""Recorded intervals, as far as they can be reckoned with."""

from decimal import Decimal

import pytest

from evidence.limits import Limits
from evidence.rules.examples import effect
from evidence.rules.interval import distinct, recorded_interval


def interval(measure="RR", *, estimate="0.7", ends=("0.5", "0.9"), level=None):
    return recorded_interval(effect(measure, estimate, ci=ends, level=level), Limits())


@pytest.mark.parametrize(
    ("level", "percent"), [("95", 95), ("95%", 95), ("0.95", 95), ("99.9", Decimal("99.9")), (None, 95)]
)
def test_a_level_is_read_however_it_is_printed(level, percent):
    found = interval(level=level)
    assert (found.level, found.fault) == (percent, None)
    assert found.told == f"RR 0.7 ({percent} % CI 0.5 to 0.9)"


@pytest.mark.parametrize("level", ["1e-30", "100", "1", "200", "40", "> 95", "-95", "99." + "9" * 30])
def test_what_is_no_level_is_a_fault(level):
    assert interval(level=level).fault == f"the level of the interval is told as {level}, and none is printed at that"


@pytest.mark.parametrize("measure", ["RR", "OR", "HR", "IRR", "ROM"])
def test_a_ratio_below_zero_is_a_fault_and_a_difference_is_none(measure):
    assert "of no ratio" in interval(measure, estimate="-0.3", ends=("-0.7", "0.1")).fault
    assert interval("MD", estimate="-0.3", ends=("-0.7", "0.1")).fault is None
    assert interval(measure, estimate="0.2", ends=("0.00", "0.9")).fault is None


@pytest.mark.parametrize(
    ("value", "other", "printed"),
    [
        (3.009, 3, "3.01"), (3.0004, 3, "3.0004"), (1234.56, 0, "1235"), (0.04567, 0, "0.0457"), (1.0, 1, "1"),
        (0.99999999, 1, "0.99999999"), (float("inf"), 3, "inf"),
    ],
)  # fmt: skip
def test_a_number_never_reads_as_another(value, other, printed):
    assert distinct(value, other) == printed
