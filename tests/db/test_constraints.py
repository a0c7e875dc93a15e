"""What the database itself refuses, whoever writes to it."""

from decimal import Decimal

import factories
import pytest
from sqlalchemy import Enum, select, text, update
from sqlalchemy.exc import IntegrityError

from evidence.grade import LEVELS
from evidence.model import Assessment, Base, Claim, EvidenceLink, QuotedFigure, Source, Waiver
from evidence.vocab import Rating, Statistic


def degrees_of_freedom(test):
    """Give the columns of the degrees of freedom that a test has, and leave the others empty."""
    has = {"df": test is not Statistic.Z, "df2": test is Statistic.F}
    exact = {name: Decimal(2) if there else None for name, there in has.items()}
    return exact | {f"{name}_printed": "2" if there else None for name, there in has.items()}


FITTING = {
    "assessment.step": {step: {"rating": next(iter(ratings))} for step, ratings in LEVELS.items()},
    "assessment.rating": {rating: {"step": step} for step, ratings in LEVELS.items() for rating in ratings},
    "effect.test": {test: degrees_of_freedom(test) for test in Statistic},
}
"""What a row must hold beside a word of a vocabulary, for the word to make sense there."""
VOCABULARIES = [
    column for table in Base.metadata.sorted_tables for column in table.columns if isinstance(column.type, Enum)
]
PRINTED = [
    column for table in Base.metadata.sorted_tables for column in table.columns if column.name.endswith("_printed")
]


@pytest.fixture
def filled(session):
    """A session on a database with a row in every table."""
    factories.supported(session)
    return session


@pytest.mark.parametrize("column", VOCABULARIES, ids=str)
def test_a_column_takes_every_word_of_its_vocabulary_and_no_other(filled, column):
    for word in column.type.enums:
        beside = FITTING.get(str(column), {}).get(word, {})
        filled.execute(update(column.table).values({column.name: word, **beside}))
    wrong = text(f"UPDATE {column.table.name} SET {column.name} = 'partial'")  # noqa: S608 - names of our own
    with pytest.raises(IntegrityError, match=f"ck_{column.table.name}_({column.type.name}|step_takes_rating)"):
        filled.execute(wrong)


def test_every_vocabulary_that_is_stored_is_seen_here():
    assert {str(column) for column in VOCABULARIES} == {
        "assessment.rating", "assessment.step", "claim.kind", "claim.wording", "effect.good", "effect.measure",
        "effect.status", "effect.test", "evidence_link.direction", "evidence_link.role",
        "evidence_link.population_directness", "evidence_link.intervention_directness",
        "evidence_link.comparator_directness", "evidence_link.outcome_directness", "sample.status", "sample.unit",
        "integrity_notice.nature", "sample_overlap.kind", "source.integrity", "source_decision.verdict",
        "study.blinding", "study.design",
    }  # fmt: skip


@pytest.mark.parametrize("column", PRINTED, ids=str)
@pytest.mark.parametrize(("number", "printed"), [("7", "NULL"), ("NULL", "'7'")])
def test_a_number_and_its_printed_form_are_both_there_or_both_absent(filled, column, number, printed):
    beside = column.name.removesuffix("_printed")
    statement = f"UPDATE {column.table.name} SET {beside} = {number}, {column.name} = {printed}"  # noqa: S608 - as above
    with pytest.raises(IntegrityError, match=f"ck_{column.table.name}_"):
        filled.execute(text(statement))


@pytest.mark.parametrize(
    ("statement", "constraint"),
    [
        ("UPDATE claim SET paragraph = 0", "ck_claim_place"),
        ("UPDATE claim SET sentence = 0", "ck_claim_place"),
        ("UPDATE claim SET statement = ''", "ck_claim_statement"),
        ("UPDATE sample SET enrolled = -1", "ck_sample_size"),
        ("UPDATE sample SET analysed = -1, enrolled = NULL", "ck_sample_size"),
        ("UPDATE sample_overlap SET other_id = sample_id", "ck_sample_overlap_not_with_itself"),
        ("UPDATE study_inclusion SET review_id = study_id", "ck_study_inclusion_not_in_itself"),
        ("UPDATE effect SET measure = NULL", "ck_effect_measured"),
        ("UPDATE effect SET ci_high = NULL, ci_high_printed = NULL", "ck_effect_interval"),
        (
            "UPDATE effect SET test = NULL, df = NULL, df_printed = NULL, df2 = NULL, df2_printed = NULL",
            "ck_effect_tested",
        ),
        ("UPDATE effect SET statistic = NULL, statistic_printed = NULL", "ck_effect_tested"),
        ("UPDATE effect SET df = NULL, df_printed = NULL", "ck_effect_df"),
        ("UPDATE effect SET df2 = NULL, df2_printed = NULL", "ck_effect_df2"),
        ("UPDATE effect SET test = 't'", "ck_effect_df2"),
        ("UPDATE effect SET test = 'z', df2 = NULL, df2_printed = NULL", "ck_effect_df"),
        ("UPDATE effect SET scale_low = NULL", "ck_effect_scale"),
        ("UPDATE effect SET scale_high = NULL", "ck_effect_scale"),
        ("UPDATE effect SET scale_items = NULL", "ck_effect_scale"),
        ("UPDATE effect SET scale_low = 10", "ck_effect_scale"),
        ("UPDATE effect SET scale_items = 0", "ck_effect_scale"),
        ("UPDATE evidence_link SET judged_by = NULL", "ck_evidence_link_judged"),
        ("UPDATE evidence_link SET judged_by = ' '", "ck_evidence_link_judged"),
        ("UPDATE waiver SET waived_by = ''", "ck_waiver_waived_by"),
        ("UPDATE evidence_link SET judged_on = NULL", "ck_evidence_link_judged"),
        ("UPDATE evidence_link SET study_id = NULL", "ck_evidence_link_effect_of_study"),
        ("UPDATE waiver SET reason = '  '", "ck_waiver_reason"),
        ("UPDATE assessment SET outcome = ' '", "ck_assessment_outcome"),
        ("UPDATE assessment SET reason = ''", "ck_assessment_reason"),
        ("UPDATE assessment SET assessed_by = '  '", "ck_assessment_assessed_by"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused(filled, statement, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        filled.execute(text(statement))


@pytest.mark.parametrize("step", LEVELS, ids=str)
def test_a_step_takes_just_its_own_ratings(filled, step):
    for rating in Rating:
        rated = update(Assessment).values(step=step, rating=rating)
        if rating in LEVELS[step]:
            filled.execute(rated)
        else:
            with pytest.raises(IntegrityError, match="ck_assessment_step_takes_rating"), filled.begin_nested():
                filled.execute(rated)


def test_a_line_that_nobody_has_judged_needs_no_person(filled):
    filled.execute(update(EvidenceLink).values(direction=None, judged_by=None, judged_on=None))
    assert filled.scalar(select(EvidenceLink.direction)) is None


def test_a_finding_in_words_needs_no_measure(filled):
    numbers = ("estimate", "ci_low", "ci_high", "ci_level", "p")
    nothing = ", ".join(f"{number} = NULL, {number}_printed = NULL" for number in numbers)
    filled.execute(text(f"UPDATE effect SET measure = NULL, finding = 'none died', {nothing}"))  # noqa: S608 - as above


UNIQUE = {
    "document": ("key",),
    "source": ("key",),
    "study": ("key",),
    "journal_name": ("comparable",),
    "claim": ("document_id", "key"),
    "effect": ("study_id", "key"),
    "sample": ("study_id", "key"),
    "evidence_link": ("claim_id", "key"),
    "waiver": ("claim_id", "rule"),
    "assessment": ("claim_id", "outcome", "step"),
    "study_report": ("study_id", "source_id"),
    "study_inclusion": ("study_id", "review_id"),
    "sample_overlap": ("sample_id", "other_id"),
    "quoted_figure": ("claim_id", "position"),
    "effect_arm": ("effect_id", "position"),
    "bibliography": ("name",),
    "placement": ("bibliography_id", "position"),
    "journal_issn": ("issn",),
    "source_decision": ("one_id", "other_id"),
    "source_parent": ("source_id", "key"),
    "integrity_notice": ("source_id", "record"),
}


@pytest.mark.parametrize("name", UNIQUE)
def test_nothing_is_recorded_twice(filled, name):
    table = Base.metadata.tables[name]
    row = dict(filled.execute(select(table).limit(1)).mappings().one())
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        filled.execute(table.insert().values(row | {"id": 1}))


FREE = {"change", "journal", "match_keys", "provenance", "rejected_entry"}
"""History; a journal, which is known by its names; what has the key of its source; and faults, which may repeat."""


def test_every_other_table_knows_what_is_the_same_row():
    assert {*UNIQUE, *FREE} == set(Base.metadata.tables)


def test_a_source_that_evidence_leans_on_cannot_be_deleted(filled):
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
        filled.execute(text("DELETE FROM source"))


def test_a_study_that_evidence_leans_on_cannot_be_deleted(filled):
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
        filled.execute(text("DELETE FROM study"))


def test_a_claim_takes_its_quotes_lines_waivers_and_assessments_with_it(filled):
    filled.execute(text("DELETE FROM document"))
    for gone in (Claim, QuotedFigure, EvidenceLink, Waiver, Assessment):
        assert filled.scalars(select(gone.id)).all() == []
    assert filled.scalars(select(Source.id)).all() != []
