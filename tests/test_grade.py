"""Levels by the table of GRADE: Balshem 2011, J Clin Epidemiol 64:401, and Guyatt 2011, J Clin Epidemiol 64:383."""

import datetime as dt

import pytest

from evidence.grade import LEVELS, Assessment, certainty
from evidence.vocab import Rating, Step

AS_IT_SHOULD_BE = {
    "start": "high",
    "risk-of-bias": "not-serious",
    "inconsistency": "not-serious",
    "indirectness": "not-serious",
    "imprecision": "not-serious",
    "publication-bias": "undetected",
    "large-effect": "absent",
    "dose-response": "absent",
    "opposing-confounding": "absent",
}


def assessed(ratings):
    return {
        Step(step): Assessment(
            outcome="colds",
            step=Step(step),
            rating=Rating(rating),
            reason="both read",
            by="C. Reader",
            on=dt.date(2024, 5, 2),
        )
        for step, rating in ratings.items()
    }


@pytest.mark.parametrize(
    ("ratings", "level"),
    [
        ({}, "high"),
        ({"risk-of-bias": "serious"}, "moderate"),
        ({"risk-of-bias": "serious", "imprecision": "serious"}, "low"),
        ({"imprecision": "very-serious"}, "low"),
        ({"imprecision": "extremely-serious"}, "very-low"),
        ({"risk-of-bias": "very-serious", "inconsistency": "very-serious"}, "very-low"),
        ({"publication-bias": "strongly-suspected"}, "moderate"),
        ({"start": "low"}, "low"),
        ({"start": "low", "large-effect": "large"}, "moderate"),
        ({"start": "low", "large-effect": "very-large"}, "high"),
        ({"start": "low", "dose-response": "present", "opposing-confounding": "present"}, "high"),
        ({"start": "low", "large-effect": "large", "indirectness": "serious"}, "low"),
        ({"large-effect": "very-large"}, "high"),
    ],
)
def test_certainty_starts_by_design_and_is_rated_down_and_up(ratings, level):
    assert certainty(assessed(AS_IT_SHOULD_BE | ratings)) == level


@pytest.mark.parametrize("step", list(Step))
def test_without_a_person_s_rating_of_every_step_there_is_no_certainty(step):
    ratings = assessed(AS_IT_SHOULD_BE)
    del ratings[step]
    assert certainty(ratings) is None


def test_every_step_can_be_rated():
    assert list(LEVELS) == list(Step)
