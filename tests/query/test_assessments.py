import datetime as dt

import factories
from sqlalchemy import Select

from evidence.grade import Assessment
from evidence.query.assessments import assessments, assessments_of
from evidence.vocab import Rating, Step


def test_an_assessment_arrives_with_all_that_it_says(session):
    claim = factories.claim(session, factories.document(session, key="leaflet"), key="zinc")
    factories.assessment(session, claim)
    assert assessments(session, document="leaflet", claim="zinc") == (
        Assessment(
            outcome="major vascular events",
            step=Step.RISK_OF_BIAS,
            rating=Rating.SERIOUS,
            reason="the groups knew what they took",
            by="C. Reader",
            on=dt.date(2026, 1, 15),
        ),
    )


def test_they_come_by_outcome_and_then_in_the_order_of_the_steps(session):
    claim = factories.claim(session, factories.document(session, key="leaflet"), key="zinc")
    for outcome, step, rating in (
        ("taste", Step.LARGE_EFFECT, Rating.LARGE),
        ("Duration", Step.IMPRECISION, Rating.SERIOUS),
        ("cough", Step.START, Rating.HIGH),
        ("Duration", Step.START, Rating.HIGH),
        ("\u00e9motion", Step.START, Rating.LOW),
    ):
        factories.assessment(session, claim, outcome=outcome, step=step, rating=rating)
    found = assessments(session, document="leaflet", claim="zinc")
    assert [(each.outcome, each.step) for each in found] == [
        ("cough", "start"),
        ("Duration", "start"),
        ("Duration", "imprecision"),
        ("taste", "large-effect"),
        ("\u00e9motion", "start"),
    ]


def test_those_of_other_claims_and_documents_stay_out(session):
    here = factories.document(session, key="leaflet")
    factories.assessment(session, factories.claim(session, here, key="cheap"))
    factories.assessment(session, factories.claim(session, factories.document(session), key="zinc"))
    factories.claim(session, here, key="zinc")
    assert assessments(session, document="leaflet", claim="zinc") == ()


def test_one_statement_finds_them(session, queries):
    claim = factories.claim(session, factories.document(session, key="leaflet"), key="zinc")
    for step in (Step.INCONSISTENCY, Step.INDIRECTNESS):
        factories.assessment(session, claim, step=step)
    query = assessments_of(document="leaflet", claim="zinc")
    assert isinstance(query, Select)
    queries.clear()
    assert {each.step for each in assessments(session, document="leaflet", claim="zinc")} == {
        Step.INCONSISTENCY,
        Step.INDIRECTNESS,
    }
    assert len(queries) == 1
