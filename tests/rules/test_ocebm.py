import tomllib
from importlib.resources import files

import pytest

from evidence.rules.independence import SYNTHESES
from evidence.rules.ocebm import has_question, level
from evidence.vocab import ClaimKind, Design

TABLE = tomllib.loads(files("evidence.rules").joinpath("ocebm2011.toml").read_text("utf-8"))

# The table as published (Oxford Centre for Evidence-Based Medicine, 2011): question, level, design.
PUBLISHED = [
    ("prevalence", 1, "cross-sectional"),  # local and current random sample surveys
    ("prevalence", 2, "systematic-review"),  # of surveys that allow matching to local circumstances
    ("prevalence", 3, "cohort"),  # local non-random sample
    ("prevalence", 4, "case-series"),
    ("prognosis", 1, "systematic-review"),  # of inception cohort studies
    ("prognosis", 2, "cohort"),  # inception cohort
    ("prognosis", 3, "randomized"),  # control arm of a randomized trial
    ("prognosis", 4, "case-series"),
    ("prognosis", 4, "case-control"),
    ("benefit", 1, "systematic-review"),  # of randomized trials
    ("benefit", 2, "randomized"),
    ("benefit", 3, "non-randomized"),  # controlled cohort or follow-up study
    ("benefit", 3, "cohort"),
    ("benefit", 4, "case-series"),
    ("benefit", 4, "case-control"),
    ("benefit", 5, "animal"),  # mechanism-based reasoning
    ("benefit", 5, "in-vitro"),
    ("harm", 1, "systematic-review"),
    ("harm", 2, "randomized"),
    ("harm", 3, "cohort"),
    ("harm", 4, "case-series"),
    ("harm", 4, "case-control"),
    ("harm", 5, "animal"),
]


@pytest.mark.parametrize(("kind", "published", "design"), PUBLISHED)
def test_a_design_stands_where_the_published_table_has_it(kind, published, design):
    assert level(Design(design), kind=ClaimKind(kind)) == published


def test_a_comparison_is_asked_as_a_benefit():
    assert all(level(design, kind=ClaimKind.COMPARISON) == level(design, kind=ClaimKind.BENEFIT) for design in Design)


def test_the_table_has_a_question_for_five_kinds_of_claim():
    assert {kind.value for kind in ClaimKind if has_question(kind)} == {
        "benefit",
        "comparison",
        "harm",
        "prevalence",
        "prognosis",
    }


@pytest.mark.parametrize("question", ["benefit", "harm", "prevalence", "prognosis"])
def test_each_design_is_ranked_for_each_question_or_said_not_to_be(question):
    column = {name: reached for name, reached in TABLE[question].items() if name != "question"}
    not_done_on_people = {"animal", "in-vitro"} if question in {"prevalence", "prognosis"} else set()
    assert set(column) | set(TABLE["unranked"]) | not_done_on_people == set(Design)
    assert set(column.values()) == {1, 2, 3, 4, 5}


def test_no_single_study_of_an_effect_stands_above_a_synthesis():
    for kind in (ClaimKind.BENEFIT, ClaimKind.HARM, ClaimKind.PROGNOSIS):
        assert {level(design, kind=kind) for design in SYNTHESES} == {1}
        assert all(level(design, kind=kind) != 1 for design in set(Design) - SYNTHESES)


def test_the_file_names_its_source():
    assert "The Oxford 2011 Levels of Evidence" in TABLE["source"]
