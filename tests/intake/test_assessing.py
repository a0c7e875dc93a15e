import datetime as dt
from dataclasses import replace

import factories
import pytest
from sqlalchemy import select

from evidence import model
from evidence.errors import UsageError
from evidence.grade import LEVELS, Assessment
from evidence.intake import assessing
from evidence.intake.trail import Run
from evidence.query.assessments import assessments
from evidence.vocab import Rating, Step

RUN = Run(7, dt.datetime(2026, 1, 15, 12, 0, tzinfo=dt.UTC))
SERIOUS = Assessment(
    outcome="duration of the cold",
    step=Step.RISK_OF_BIAS,
    rating=Rating.SERIOUS,
    reason="nobody was blinded",
    by="C. Reader",
    on=dt.date(2024, 5, 2),
)


@pytest.fixture
def claim(session):
    return factories.claim(session, factories.document(session, key="leaflet"), key="zinc")


@pytest.fixture
def assess(session, claim):
    """Record an assessment of the claim, with some of its parts told otherwise."""

    def run(assessment=SERIOUS, **parts):
        return assessing.assess(
            session, document="leaflet", claim=claim.key, assessment=replace(assessment, **parts), run=RUN
        )

    return run


@pytest.fixture
def withdraw(session, claim):
    def run(outcome=SERIOUS.outcome, step=SERIOUS.step, person="D. Writer"):
        return assessing.withdraw(
            session, document="leaflet", claim=claim.key, outcome=outcome, step=step, person=person, run=RUN
        )

    return run


@pytest.fixture
def standing(session):
    return lambda: assessments(session, document="leaflet", claim="zinc")


@pytest.fixture
def trail(session, claim):
    """The audit trail of the claim: field, before, after and origin."""

    def steps():
        found = session.scalars(select(model.Change).order_by(model.Change.id)).all()
        assert {(each.entity, each.entity_id, each.run, each.at) for each in found} <= {("claim", claim.id, *RUN)}
        return [(each.field, each.before, each.after, each.origin) for each in found]

    return steps


def test_an_assessment_is_recorded_and_replaces_none(assess, standing, trail):
    assert assess() is None
    assert standing() == (SERIOUS,)
    assert trail() == [
        (
            "risk-of-bias of duration of the cold",
            None,
            "serious by C. Reader, 2024-05-02: nobody was blinded",
            "assessed by C. Reader",
        )
    ]


def test_a_second_one_of_the_same_step_replaces_the_first_and_says_which_that_was(assess, standing, trail):
    assess()
    later = {"rating": Rating.NOT_SERIOUS, "reason": "blinded after all", "by": "D. Writer", "on": dt.date(2025, 1, 1)}
    assert assess(**later) == SERIOUS
    assert standing() == (replace(SERIOUS, **later),)
    assert trail()[1:] == [
        (
            "risk-of-bias of duration of the cold",
            "serious by C. Reader, 2024-05-02: nobody was blinded",
            "not-serious by D. Writer, 2025-01-01: blinded after all",
            "assessed by D. Writer",
        )
    ]


def test_the_same_again_leaves_no_second_step_in_the_trail(assess, standing, trail):
    assess()
    assert assess() == SERIOUS
    assert standing() == (SERIOUS,)
    assert len(trail()) == 1


def test_an_outcome_in_other_case_and_blanks_is_the_same_and_keeps_its_writing(assess, standing):
    assess()
    assert assess(outcome=" Duration  of\nthe COLD ", rating=Rating.NOT_SERIOUS) == SERIOUS
    assert assess(outcome="DURATION OF THE COLD", step=Step.START, rating=Rating.HIGH) is None
    assert [(each.outcome, each.step, each.rating) for each in standing()] == [
        ("duration of the cold", "start", "high"),
        ("duration of the cold", "risk-of-bias", "not-serious"),
    ]


def test_other_outcomes_and_steps_stand_beside_it(assess, standing):
    assert [assess(), assess(outcome="taste"), assess(step=Step.IMPRECISION)] == [None] * 3
    assert len(standing()) == 3


@pytest.mark.parametrize("step", LEVELS, ids=str)
def test_a_step_takes_its_own_ratings_and_the_refusal_of_others_names_them(assess, standing, step):
    for rating in LEVELS[step]:
        assess(step=step, rating=rating)
    assert standing()[0].rating == list(LEVELS[step])[-1]
    wrong = next(rating for rating in Rating if rating not in LEVELS[step])
    with pytest.raises(UsageError) as refusal:
        assess(step=step, rating=wrong)
    assert str(refusal.value) == f"{step} is not rated {wrong}; it takes: {', '.join(LEVELS[step])}"


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("outcome", "say for which outcome the step is rated; an empty text does not"),
        ("reason", "say why the step is rated so; an empty text does not"),
        ("by", "say who rates the step; an empty text does not"),
    ],
)
@pytest.mark.parametrize("blank", ["", " \n\t", "\u00a0"], ids=["empty", "blanks", "a hard blank"])
def test_a_text_that_says_nothing_is_refused(assess, standing, trail, part, said, blank):
    with pytest.raises(UsageError) as refusal:
        assess(**{part: blank})
    assert str(refusal.value) == said
    assert standing() == ()
    assert trail() == []


def test_what_no_database_takes_is_replaced(assess, standing, trail):
    assess(outcome="a\0b", reason="\udcff", by="C.\0")
    assert [(each.outcome, each.reason, each.by) for each in standing()] == [("a\ufffdb", "\ufffd", "C.\ufffd")]
    assert trail()[0][0] == "risk-of-bias of a\ufffdb"


def test_a_claim_that_is_not_there_is_named(session, claim):
    for document, key in (("leaflet", "tin"), ("poster", claim.key)):
        with pytest.raises(UsageError, match=f"^no claim '{key}' of a document '{document}'$"):
            assessing.assess(session, document=document, claim=key, assessment=SERIOUS, run=RUN)
        with pytest.raises(UsageError, match=f"^no claim '{key}' of a document '{document}'$"):
            assessing.withdraw(
                session, document=document, claim=key, outcome="x", step=Step.START, person="D. Writer", run=RUN
            )


def test_an_assessment_is_withdrawn_by_its_outcome_in_any_case(assess, withdraw, standing, trail):
    assess()
    assess(step=Step.START, rating=Rating.HIGH)
    assert withdraw("Duration of  the cold") == SERIOUS
    assert [each.step for each in standing()] == [Step.START]
    assert trail()[-1] == (
        "risk-of-bias of duration of the cold",
        "serious by C. Reader, 2024-05-02: nobody was blinded",
        None,
        "withdrawn by D. Writer",
    )


def test_what_is_not_there_is_not_withdrawn_and_what_is_there_is_named(assess, withdraw):
    def refusal(*words):
        with pytest.raises(UsageError) as error:
            withdraw(*words)
        return str(error.value)

    assert refusal() == "nothing is assessed for the claim 'zinc'"
    assess()
    assess(step=Step.START, rating=Rating.HIGH)
    assert refusal("duration of the cold", Step.IMPRECISION) == (
        "imprecision is not rated for 'duration of the cold'; rated are: start, risk-of-bias"
    )
    assert refusal("taste") == "'taste' is not assessed for the claim 'zinc'; assessed are: 'duration of the cold'"
    for number in range(6):
        assess(outcome=f"outcome {number}")
    assert refusal("\x1b[31m" + "x" * 1_000_000) == (
        f"'\\x1b[31m{'x' * 71}\u2026' is not assessed for the claim 'zinc'; assessed are: 'duration of the cold', "
        "'outcome 0', 'outcome 1', 'outcome 2', 'outcome 3', and 2 more"
    )
    assert refusal("duration of the cold", Step.RISK_OF_BIAS, " ") == "say who withdraws it; an empty text does not"
