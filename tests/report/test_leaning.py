"""What a pooled effect leans on is told in few words: the range without any one study, and Egger's test."""

from dataclasses import replace

import pytest
from pooling.published import tuberculosis

from evidence.pooling.pool import pool
from evidence.pooling.rows import EffectRow
from evidence.report.leaning import of
from evidence.vocab import Measure


def effects(*given, measure=Measure.MEAN_DIFFERENCE):
    return pool([EffectRow(label=label, yi=yi, vi=vi, measure=measure) for label, yi, vi in given])


def test_the_vaccine_trials_hold_without_any_one_of_them():
    """The least and the greatest of metafor's leave1out of dat.bcg, and its regtest: t -1.4013, 11 df, p 0.1887."""
    assert list(of(pool(tuberculosis()))) == [
        "Pooled without any one study (REML, Hartung-Knapp): 0.45 to 0.53; each interval excludes 1.",
        "Small-study effects (Egger): slope -2.11, t -1.40, 11 df, p = 0.189.",
    ]


def test_the_study_is_named_without_which_there_is_an_effect():
    (line,) = of(effects(("Aspirin", -0.6, 0.04), *((f"Zinc {year}", 0.6, 0.05) for year in range(1990, 1995))))
    assert line.endswith(": 0.4 to 0.6; without Aspirin the interval excludes 0.")


def test_of_many_studies_without_which_there_is_none_a_few_are_named():
    """Six of one size: 0.6 less 2.571 times the root of 0.3 / 6 is 0.03; of five, less 2.776 times 0.245, below 0."""
    (line,) = of(effects(*((f"Zinc {year}", 0.6, 0.3) for year in range(1990, 1996))))
    assert line.endswith("; without Zinc 1990 or Zinc 1991 or Zinc 1992 or one of 3 more the interval includes 0.")


def test_where_no_study_matters_that_is_said():
    (line,) = of(effects(("Aspirin", 2.0, 0.01), ("Statin", 0.2, 0.04), ("Zinc", 0.1, 0.04), ("Iron", 0.3, 0.04)))
    assert line == "Pooled without any one study (REML, Hartung-Knapp): 0.2 to 0.8; each interval includes 0."


@pytest.mark.parametrize("studies", [0, 1, 2])
def test_of_two_studies_none_can_be_left_out(studies):
    assert list(of(pool(tuberculosis()[:studies]))) == []


def test_of_three_studies_no_interval_of_two_is_told():
    (line,) = of(pool(tuberculosis()[3:6]))
    assert line == "Pooled without any one study (REML, Hartung-Knapp): 0.33 to 0.58."


def test_a_measure_of_one_group_has_no_effect_to_be_none():
    shares = [replace(row, measure=Measure.PROPORTION) for row in tuberculosis()[:5]]
    (line,) = of(pool(shares))
    assert line == "Pooled without any one study (REML, Hartung-Knapp): 0.19 to 0.29."
