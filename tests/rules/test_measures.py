import pytest

from evidence.rules.measures import BETWEEN_GROUPS, OF_EVENTS, OF_RISKS, null_of
from evidence.vocab import Measure


@pytest.mark.parametrize("measure", ["RR", "OR", "HR", "IRR", "ROM"])
def test_a_ratio_of_1_means_no_effect(measure):
    assert null_of(Measure(measure)) == 1


@pytest.mark.parametrize("measure", ["RD", "MD", "SMD", "MC", "SMCC", "COR"])
def test_a_difference_or_a_correlation_of_0_means_no_effect(measure):
    assert null_of(Measure(measure)) == 0


@pytest.mark.parametrize("measure", ["PR", "MN"])
def test_no_share_and_no_mean_of_one_group_means_no_effect(measure):
    assert null_of(Measure(measure)) is None


def test_what_compares_risks_compares_events_and_what_compares_events_compares_groups():
    assert OF_RISKS < OF_EVENTS < BETWEEN_GROUPS
    assert all(null_of(measure) is not None for measure in BETWEEN_GROUPS)
