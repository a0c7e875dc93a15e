"""How many people there are in all. Every expected number stands in the case itself."""

import pytest
from effects.made import arm, effect

from evidence.dossier import Sample
from evidence.effects.intake import estimated
from evidence.effects.sizes import sizes_of
from evidence.vocab import Design, Measure, SampleUnit

RR, MD, PR = Measure.RISK_RATIO, Measure.MEAN_DIFFERENCE, Measure.PROPORTION
CROSSOVER = Design.RANDOMIZED_CROSSOVER


def sample(n, unit=SampleUnit.PARTICIPANTS):
    return Sample(key="study/all", population="adults", analysed=n, unit=unit)


def arms(*sizes):
    return [arm(f"arm {number}", n=None if size is None else str(size)) for number, size in enumerate(sizes)]


@pytest.mark.parametrize(
    ("sizes", "n", "design", "everyone"),
    [
        ((20, 20), 20, CROSSOVER, 20),
        ((20, 20), None, CROSSOVER, 20),
        ((18, 19), 20, CROSSOVER, 18),
        ((10, 10), 20, CROSSOVER, 20),
        ((), 20, CROSSOVER, 20),
        ((15,), 20, Design.SINGLE_ARM, 15),
        ((40, 45), None, Design.RANDOMIZED, 85),
        ((40, 45), 99, Design.RANDOMIZED, 85),
        ((40,), 85, Design.RANDOMIZED, 85),
        ((40,), None, Design.RANDOMIZED, None),
        ((40, None), 85, Design.RANDOMIZED, 85),
        ((40, None), None, Design.RANDOMIZED, None),
        ((40, 45), 2665, Design.META_ANALYSIS, 2665),
        ((), None, None, None),
    ],
)
def test_everyone_is_counted_once(sizes, n, design, everyone):
    printed = effect(RR, *arms(*sizes))
    assert sizes_of(printed, sample=None if n is None else sample(n), design=design).everyone == everyone


def test_the_only_arm_of_one_group_is_everyone_and_that_of_a_comparison_is_not():
    assert sizes_of(effect(PR, *arms(15)), sample=sample(20)).everyone == 15
    assert sizes_of(effect(None, *arms(15)), sample=sample(20)).everyone == 15
    assert sizes_of(effect(None, *arms(15)), sample=sample(20), measure=RR).everyone == 20
    assert sizes_of(effect(RR, *arms(15)), sample=sample(20), measure=PR).everyone == 15


def test_a_sample_of_studies_counts_nobody():
    assert sizes_of(effect(RR), sample=sample(10, SampleUnit.STUDIES)).everyone is None


def test_a_printed_difference_with_one_arm_of_two_rests_on_the_sample():
    # Cochrane Handbook 6.5.2.3 takes t below 60 in a group: 60 in all have 58 degrees of freedom, qt(.975, 58) 2.001717
    printed = effect(MD, *arms(30), estimate="2.0", ci_low="0", ci_high="4.0")
    told = estimated(printed, sample=sample(60), design=Design.RANDOMIZED)
    assert "t distribution with 58 degrees of freedom" in told.assumptions
    assert told.se == pytest.approx(2 / 2.001717, rel=1e-6)
    large = estimated(printed, sample=sample(300), design=Design.RANDOMIZED)
    assert large.se == pytest.approx(2 / 1.959964, rel=1e-6)
