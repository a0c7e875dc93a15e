import pytest

from evidence.errors import UsageError
from evidence.numbers.sample_size import for_means, for_proportions

USUAL = {"confidence": 0.95, "power": 0.80}


@pytest.mark.parametrize(("difference", "each"), [(0.2, 393), (-0.2, 393), (0.5, 63), (0.8, 25)])
def test_means_need_as_many_as_tables_by_the_normal_distribution_tell(difference, each):
    """Plain arithmetic: 2 (1.959964 + 0.841621)^2 = 15.6978, over the square of the difference."""
    assert for_means(difference, **USUAL) == each


def test_a_quarter_less_at_a_risk_of_a_fifth_needs_1812_people_in_all():
    """Plain arithmetic: (1.959964 sqrt(2 * 0.175 * 0.825) + 0.841621 sqrt(0.16 + 0.1275))^2 / 0.05^2 = 905.4."""
    assert for_proportions(0.20, 0.15, **USUAL) == 906
    assert for_proportions(0.15, 0.20, **USUAL) == 906


def test_more_power_or_confidence_needs_more_people():
    assert for_means(0.2, confidence=0.95, power=0.90) == 526
    assert for_means(0.2, confidence=0.99, power=0.80) == 584


def test_two_that_hardly_differ_need_more_people_than_there_are():
    assert for_proportions(0.2, 0.2, **USUAL) is None
    assert for_means(0, **USUAL) is None
    assert for_means(1e-12, **USUAL) is None


def test_even_the_surest_difference_needs_somebody():
    assert for_means(1e6, **USUAL) == 1


@pytest.mark.parametrize("risks", [(1.2, 0.5), (0.5, -0.1)])
def test_what_is_no_risk_is_refused(risks):
    with pytest.raises(UsageError, match="a risk lies between 0 and 1"):
        for_proportions(*risks, **USUAL)


@pytest.mark.parametrize(("confidence", "power"), [(95, 0.8), (0.95, 1), (0, 0.8)])
def test_percentages_for_fractions_are_refused(confidence, power):
    with pytest.raises(UsageError, match="lies between 0 and 1"):
        for_means(0.2, confidence=confidence, power=power)
