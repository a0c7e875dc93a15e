"""Assessments that persons made by a command, and files that were written before or after."""

import datetime as dt

import factories
import pytest
from sqlalchemy import select

from evidence.claimsfile.dump import dump
from evidence.claimsfile.write import to_yaml
from evidence.model import Assessment, Claim, Document, Provenance
from evidence.query.assessments import assessments
from evidence.vocab import Rating, Step

FILE = """\
document: {key: leaflet, title: What to do about a cold}
claims:
  - key: zinc
    at: {paragraph: 1, sentence: 1}
    statement: Zinc shortens a cold.
    kind: benefit
    wording: plain
  - key: rest
    at: {paragraph: 1, sentence: 2}
    statement: Rest shortens a cold.
    kind: benefit
    wording: plain
"""
SERIOUS = "{rating: serious, reason: nobody was blinded, by: C. Reader, on: 2024-05-02}"
WITH = f"""\
{FILE}assessments:
  - claim: zinc
    outcome: Duration of the cold
    risk-of-bias: {SERIOUS}
"""


@pytest.fixture
def standing(session):
    """What is assessed of the claim on zinc: outcome, step, rating and name."""

    def found():
        session.expire_all()
        return [
            (each.outcome, each.step, each.rating, each.by)
            for each in assessments(session, document="leaflet", claim="zinc")
        ]

    return found


@pytest.fixture
def made(session):
    """Make an assessment of a claim as a command does, without any file."""

    def make(claim="zinc", **columns):
        told = {"outcome": "Duration of the cold", "assessed_on": dt.date(2025, 1, 1), **columns}
        factories.assessment(session, session.scalars(select(Claim).where(Claim.key == claim)).one(), **told)

    return make


def overruled(result):
    """The assessments that a load overruled: claim, outcome, step, by whom and when, and what stands there now."""
    return [
        (each.claim, each.was.outcome, each.was.step, each.was.by, str(each.was.on), each.now and str(each.now.on))
        for each in result.overruled
    ]


MADE = ("Duration of the cold", "risk-of-bias", "serious", "C. Reader")


def test_a_file_without_the_list_leaves_alone_what_persons_assessed(loaded, made, standing):
    loaded(FILE)
    made()
    result = loaded(FILE)
    assert (result.added, result.changed, result.removed, result.overruled) == ({}, {}, {}, ())
    assert standing() == [MADE]


def test_an_empty_list_takes_all_away_and_names_it(loaded, made, standing):
    loaded(FILE)
    made(step=Step.IMPRECISION)
    made("rest")
    made()
    result = loaded(f"{FILE}assessments: []\n")
    assert result.removed == {"assessment": 3}
    assert standing() == []
    assert overruled(result) == [
        ("zinc", "Duration of the cold", "risk-of-bias", "C. Reader", "2025-01-01", None),
        ("zinc", "Duration of the cold", "imprecision", "C. Reader", "2025-01-01", None),
        ("rest", "Duration of the cold", "risk-of-bias", "C. Reader", "2025-01-01", None),
    ]


def test_a_list_makes_the_assessments_those_of_the_file_and_names_what_it_takes_away(loaded, made, standing):
    loaded(WITH)
    made(step=Step.IMPRECISION)
    result = loaded(WITH)
    assert (result.added, result.changed, result.removed) == ({}, {}, {"assessment": 1})
    assert overruled(result) == [("zinc", "Duration of the cold", "imprecision", "C. Reader", "2025-01-01", None)]
    assert standing() == [MADE]


def test_a_claim_that_the_file_takes_away_takes_its_assessments_along_by_name(loaded, made, session):
    loaded(FILE)
    made("rest")
    made()
    result = loaded(FILE[: FILE.index("  - key: rest")])
    assert result.removed == {"claim": 1}
    assert overruled(result) == [("rest", "Duration of the cold", "risk-of-bias", "C. Reader", "2025-01-01", None)]
    assert len(session.scalars(select(Assessment.id)).all()) == 1


@pytest.mark.parametrize(
    ("columns", "named"),
    [
        ({}, True),
        ({"assessed_on": dt.date(2024, 5, 2), "rating": Rating.VERY_SERIOUS}, True),
        ({"assessed_on": dt.date(2024, 5, 2), "assessed_by": "D. Writer"}, True),
        ({"assessed_on": dt.date(2024, 5, 2)}, True),
        ({"assessed_on": dt.date(2024, 5, 1), "rating": Rating.VERY_SERIOUS, "assessed_by": "D. Writer"}, True),
        ({"assessed_on": dt.date(2024, 5, 1), "reason": "nobody was blinded"}, False),
    ],
    ids=[
        "a later day",
        "that day, another rating",
        "that day, another person",
        "that day, other words",
        "a day before",
        "a day before, and the same",
    ],
)
def test_what_a_file_makes_say_otherwise_is_named(loaded, made, standing, columns, named):
    loaded(FILE)
    made(**columns)
    result = loaded(WITH)
    assert (result.added, result.changed, result.removed) == ({}, {"assessment": 1}, {})
    (was,) = overruled(result) or [None]
    assert (was is not None) == named
    if was:
        assert was[:3] == ("zinc", "Duration of the cold", "risk-of-bias")
        assert was[5] == "2024-05-02"
    assert standing() == [MADE]


def test_an_outcome_in_other_writing_is_the_same_and_stands_as_the_file_writes_it(loaded, made, standing, contents):
    loaded(FILE)
    made(outcome="duration  of the COLD", assessed_on=dt.date(2024, 5, 2), reason="nobody was blinded")
    before = {mark for mark in contents() if mark[0] == "assessment"}
    result = loaded(WITH)
    assert (result.added, result.changed, result.removed, result.overruled) == ({}, {"assessment": 1}, {}, ())
    assert standing() == [MADE]
    assert {mark for mark in contents() if mark[0] == "assessment"} == before


def test_the_assessments_of_other_documents_are_not_touched(loaded, session):
    elsewhere = factories.claim(session, factories.document(session, key="poster"), key="zinc")
    factories.assessment(session, elsewhere)
    assert loaded(f"{FILE}assessments: []\n").overruled == ()
    assert len(assessments(session, document="poster", claim="zinc")) == 1


def test_what_a_command_assessed_is_dumped_and_its_dump_changes_nothing(loaded, made, session):
    loaded(FILE)
    made("rest", outcome="taste", step=Step.START, rating=Rating.LOW)
    made(step=Step.LARGE_EFFECT, rating=Rating.ABSENT)
    made(outcome="cough")
    made(step=Step.START, rating=Rating.HIGH)
    made(outcome="Ague")
    session.expire_all()
    told = dump(session)
    assert list(told)[-1] == "assessments"
    assert [(item["claim"], item["outcome"], *list(item)[2:]) for item in told["assessments"]] == [
        ("zinc", "Ague", "risk-of-bias"),
        ("zinc", "cough", "risk-of-bias"),
        ("zinc", "Duration of the cold", "start", "large-effect"),
        ("rest", "taste", "start"),
    ]
    result = loaded(to_yaml(told), "dump.yaml")
    assert (result.added, result.changed, result.removed, result.overruled) == ({}, {}, {}, ())


def test_a_dump_names_its_ratings_in_full(loaded, session):
    loaded(WITH)
    assert to_yaml(dump(session)).endswith(
        "assessments:\n"
        "  - claim: zinc\n"
        "    outcome: Duration of the cold\n"
        "    risk-of-bias:\n"
        "      rating: serious\n"
        "      reason: nobody was blinded\n"
        "      by: C. Reader\n"
        "      'on': '2024-05-02'\n"
    )


def test_each_assessment_of_a_file_has_its_line(loaded, session):
    loaded(WITH)
    number = session.scalars(select(Assessment.id)).one()
    trace = session.scalars(select(Provenance).where(Provenance.entity_id == number)).one()
    assert (trace.entity, trace.line) == ("assessment", 16)
    assert session.scalars(select(Document.key)).all() == ["leaflet"]
