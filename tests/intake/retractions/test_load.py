import datetime as dt
import hashlib

import factories
import pytest
from sqlalchemy import select

from evidence.errors import FileError
from evidence.intake.retractions.load import restate
from evidence.limits import Limits
from evidence.model import Change, IntegrityNotice
from evidence.model.keys import new_id
from evidence.query.claims import claims
from evidence.query.dossiers import dossiers
from evidence.rules.judge import judge
from evidence.rules.registry import all_rules
from evidence.vocab import Integrity

MARCH = dt.date(2021, 3, 9)
RETRACTION = {"RecordID": "7", "OriginalPaperPubMedID": "12,345,678"}
CONCERN = {"RecordID": "6", "RetractionNature": "Expression of concern", "RetractionDate": "1/2/2020 0:00"}
REINSTATEMENT = {"RecordID": "9", "RetractionNature": "Reinstatement", "RetractionDate": "6/1/2021 0:00"}


def zinc(session, **columns):
    return factories.source(session, **{"key": "zinc2019", "doi": "10.1000/zinc", **columns})


def standing(source):
    return source.integrity, source.integrity_date, source.integrity_notice


def test_a_notice_is_recorded_with_all_that_the_list_tells_of_it(session, taken, made):
    source = zinc(session)
    outcome = taken(RETRACTION)
    notice = session.scalars(select(IntegrityNotice)).one()
    assert (notice.source_id, notice.record, notice.nature, notice.date) == (source.id, "7", "retraction", MARCH)
    assert (notice.notice, notice.reasons) == ("10.1000/notice", "Concerns/Issues About Data; Paper Mill")
    assert (notice.matched_by, notice.file_date) == ("doi", MARCH)
    assert notice.sha256 == hashlib.sha256(made(RETRACTION).encode()).hexdigest() == outcome.sha256
    assert standing(source) == (Integrity.RETRACTED, MARCH, "10.1000/notice")
    assert (outcome.new, outcome.matched_by_doi, outcome.matched_by_pmid, outcome.rows_changed) == (1, 1, 0, 2)


def test_each_change_of_a_source_stands_in_the_audit_trail_with_the_line_of_the_list(session, taken):
    source = zinc(session)
    outcome = taken({"RecordID": "3", "OriginalPaperDOI": "10.1000/other"}, RETRACTION)
    changes = session.scalars(select(Change).where(Change.entity == "source").order_by(Change.id)).all()
    assert [(change.field, change.before, change.after) for change in changes] == [
        ("integrity", "none", "retracted"),
        ("integrity_date", None, "2021-03-09"),
        ("integrity_notice", None, "10.1000/notice"),
    ]
    assert {(change.entity_id, change.origin) for change in changes} == {(source.id, f"{outcome.file}:3, record 7")}


def test_the_judgement_of_a_claim_that_leans_on_the_source_changes_at_once(session, taken):
    source = zinc(session)
    claim = factories.claim(session)
    factories.link(session, claim, source, factories.study(session, source))

    def judged():
        (dossier,) = dossiers(session, claims())
        return judge(dossier, limits=Limits(), today=dt.date(2022, 1, 1), rules=all_rules())

    assert judged().state != "unsupported"
    (work,) = taken(RETRACTION).concerned
    judgement = judged()
    assert judgement.state == "unsupported"
    assert "retracted-source" in {finding.rule for finding in judgement.against(0)}
    assert [leaning.claim for leaning in work.claims] == [claim.key]


def test_importing_a_list_again_changes_nothing(session, taken):
    zinc(session)
    rows = (CONCERN, RETRACTION)
    taken(*rows)
    before = [(row.id, row.run, row.at, row.file) for row in session.scalars(select(IntegrityNotice))]
    outcome = taken(*rows)
    assert (outcome.new, outcome.changed, outcome.rows_changed, outcome.gone) == (0, 0, 0, [])
    assert outcome.same == len(before) == 2
    assert [(row.id, row.run, row.at, row.file) for row in session.scalars(select(IntegrityNotice))] == before
    assert [work.changed for work in outcome.concerned] == [False]


def test_a_number_alone_finds_a_source_too(session, taken):
    source = factories.source(session, pmid="12345678")
    outcome = taken(RETRACTION)
    assert source.integrity is Integrity.RETRACTED
    assert (outcome.matched_by_doi, outcome.matched_by_pmid) == (0, 1)


def test_a_notice_reaches_every_source_of_one_work(session, taken):
    first = factories.source(session, key="first", pmid="12345678")
    twin, third = zinc(session, same_as_id=first.id), factories.source(session, key="third", same_as_id=first.id)
    outcome = taken(RETRACTION)
    assert {source.integrity for source in (first, twin, third)} == {Integrity.RETRACTED}
    assert {row.source_id: row.matched_by for row in session.scalars(select(IntegrityNotice))} == {
        first.id: "pmid",
        twin.id: "doi",
    }
    (work,) = outcome.concerned
    assert (work.key, work.sources, len(work.notices)) == ("first", ("first", "third", "zinc2019"), 1)


def test_identifiers_of_two_works_are_a_doubt_until_the_works_are_made_one(session, taken):
    one, other = zinc(session), factories.source(session, key="other", pmid="12345678")
    (doubt,) = taken(RETRACTION).doubts
    assert (doubt.line, doubt.record) == (2, "7")
    assert {one.integrity, other.integrity} == {Integrity.NONE}
    other.same_as_id = one.id
    assert taken(RETRACTION).doubts == []
    assert {one.integrity, other.integrity} == {Integrity.RETRACTED}


def test_a_number_that_contradicts_the_doi_is_told_and_the_doi_taken(session, taken):
    source = zinc(session, pmid="99")
    (remark,) = taken(RETRACTION).remarks
    assert "12345678 is not" in remark.reason
    assert source.integrity is Integrity.RETRACTED


def test_a_work_goes_through_what_became_of_it_list_by_list(session, taken):
    source = zinc(session)
    taken(CONCERN)
    assert standing(source) == (Integrity.CONCERN, dt.date(2020, 1, 2), "10.1000/notice")
    taken(CONCERN, RETRACTION)
    assert standing(source) == (Integrity.RETRACTED, MARCH, "10.1000/notice")
    outcome = taken(CONCERN, RETRACTION, REINSTATEMENT)
    assert standing(source) == (Integrity.NONE, None, None)
    (work,) = outcome.concerned
    assert (work.before.integrity, work.reinstated, work.changed, work.kept_by_hand) == ("retracted", True, True, False)


def test_what_a_person_recorded_stands_where_it_is_graver(session, taken):
    source = zinc(session, integrity=Integrity.RETRACTED, integrity_date=dt.date(2020, 5, 5), integrity_notice="mine")
    outcome = taken(CONCERN)
    assert standing(source) == (Integrity.RETRACTED, dt.date(2020, 5, 5), "mine")
    (work,) = outcome.concerned
    assert work.kept_by_hand
    assert (work.listed.integrity, work.by_hand.integrity, work.changed) == ("concern", "retracted", False)


def test_the_date_and_notice_that_a_person_recorded_stand_beside_those_of_the_list(session, taken):
    source = zinc(session, integrity=Integrity.RETRACTED, integrity_date=dt.date(2020, 5, 5))
    (work,) = taken(RETRACTION).concerned
    assert standing(source) == (Integrity.RETRACTED, dt.date(2020, 5, 5), "10.1000/notice")
    assert work.kept_by_hand
    (work,) = taken(RETRACTION).concerned
    assert (work.changed, work.by_hand.date, work.by_hand.notice) == (False, dt.date(2020, 5, 5), None)


def test_what_a_list_made_graver_goes_back_to_what_a_person_recorded(session, taken):
    source = zinc(session, integrity=Integrity.CONCERN, integrity_notice="mine")
    taken(RETRACTION)
    assert source.integrity is Integrity.RETRACTED
    taken(RETRACTION, REINSTATEMENT)
    assert standing(source) == (Integrity.CONCERN, None, "mine")


def test_what_a_person_wrote_over_a_list_counts_as_theirs(session, taken):
    source = zinc(session)
    taken(RETRACTION)
    source.integrity, source.integrity_date, source.integrity_notice = Integrity.CONCERN, None, "mine"
    taken(RETRACTION)
    assert source.integrity is Integrity.RETRACTED
    source.integrity_date = dt.date(2021, 3, 10)
    (work,) = taken(RETRACTION).concerned
    assert work.by_hand == (Integrity.RETRACTED, dt.date(2021, 3, 10), "10.1000/notice")
    taken(RETRACTION, REINSTATEMENT)
    assert source.integrity is Integrity.RETRACTED


def test_a_change_that_was_no_list_s_is_not_taken_for_one(session, taken):
    source = zinc(session, integrity=Integrity.CONCERN)
    factories.change(session, source, field="integrity", before="none", after="concern", origin="zinc.yaml:4")
    taken({**RETRACTION, "RetractionNature": "Correction"})
    assert source.integrity is Integrity.CONCERN


def test_a_record_that_a_later_list_lacks_is_told_and_stands(session, taken):
    source = zinc(session)
    taken(RETRACTION)
    outcome = taken({"RecordID": "8", "OriginalPaperDOI": "10.1000/other"}, text=None)
    assert [tuple(gone) for gone in outcome.gone] == [("7", "zinc2019", False)]
    assert source.integrity is Integrity.RETRACTED
    assert session.scalars(select(IntegrityNotice)).one().record == "7"


def test_a_record_that_names_the_source_no_longer_is_told_and_stands(session, taken):
    source = zinc(session)
    taken(RETRACTION)
    source.doi = None
    outcome = taken(RETRACTION)
    assert [tuple(gone) for gone in outcome.gone] == [("7", "zinc2019", True)]
    assert source.integrity is Integrity.RETRACTED
    changed = {"RecordID": "7", "OriginalPaperDOI": "10.1000/zinc", "RetractionNature": "Correction"}
    source.doi = "10.1000/zinc"
    taken(changed)
    assert source.integrity is Integrity.CORRECTED


def test_a_later_list_changes_a_notice_and_leaves_the_old_one_in_the_audit_trail(session, taken):
    source = zinc(session)
    taken(RETRACTION)
    changed = {**RETRACTION, "RetractionNature": "Correction", "RetractionDate": "4/1/2021 0:00"}
    outcome = taken(changed)
    assert (outcome.new, outcome.changed, outcome.same) == (0, 1, 0)
    assert standing(source) == (Integrity.CORRECTED, dt.date(2021, 4, 1), "10.1000/notice")
    trail = session.execute(
        select(Change.field, Change.before, Change.after).where(Change.entity == "integrity_notice").order_by(Change.id)
    ).all()
    assert trail == [("nature", "retraction", "correction"), ("date", "2021-03-09", "2021-04-01")]


def test_a_later_list_that_says_the_same_is_the_one_the_notice_was_last_seen_in(session, taken):
    zinc(session)
    taken(RETRACTION)
    outcome = taken(
        RETRACTION,
        {"RecordID": "8", "OriginalPaperDOI": "10.1000/other", "RetractionDate": "12/1/2021"},
        name="later.csv",
    )
    notice = session.scalars(select(IntegrityNotice)).one()
    assert (outcome.same, outcome.rows_changed) == (1, 0)
    assert (notice.file, notice.file_date) == (outcome.file, dt.date(2021, 12, 1))


def test_an_older_list_changes_no_notice_of_a_newer_one(session, taken):
    source = zinc(session)
    taken(CONCERN, RETRACTION)
    older = taken({**CONCERN, "RetractionNature": "Correction"}, CONCERN | {"RecordID": "5"}, name="older.csv")
    assert (older.outrun_by, older.gone, older.changed, older.new) == (MARCH, [], 0, 1)
    assert "says otherwise of it, which stands" in older.remarks[0].reason
    assert source.integrity is Integrity.RETRACTED
    same = taken(CONCERN, name="oldest.csv")
    assert (same.outrun_by, same.same, same.remarks) == (MARCH, 1, [])


def test_a_list_without_any_date_is_of_unknown_age(session, taken):
    zinc(session)
    undated = taken({"RetractionDate": "soon"})
    assert (undated.days_old, undated.tally.unread_dates) == (None, 1)
    assert undated.remarks[0].reason == "its date 'soon' cannot be read; it was applied without one"
    assert taken({}).outrun_by is None
    assert taken({"RetractionDate": ""}, name="undated.csv").outrun_by == MARCH


def test_the_age_of_a_list_is_counted_from_its_newest_date(taken):
    outcome = taken({"RetractionDate": "11/3/2025 0:00"}, at=dt.datetime(2026, 11, 24, tzinfo=dt.UTC))
    assert (outcome.tally.newest, outcome.days_old) == (dt.date(2025, 11, 3), 386)


def test_a_record_that_stands_twice_is_taken_once(session, taken):
    source = zinc(session)
    outcome = taken(RETRACTION, {**RETRACTION, "RetractionNature": "Correction"})
    assert outcome.remarks[0].reason == "this record stands in line 2 as well, which was taken"
    assert (outcome.new, source.integrity) == (1, "retracted")


def test_works_that_no_list_can_name_are_named(session, taken):
    first = factories.source(session, key="identified", doi="10.1000/a")
    factories.source(session, key="twin", same_as_id=first.id)
    second = factories.source(session, key="through-its-twin")
    factories.source(session, key="numbered", pmid="5", same_as_id=second.id)
    third = factories.source(session, key="bare")
    factories.source(session, key="bare-twin", same_as_id=third.id)
    outcome = taken(RETRACTION)
    assert (outcome.unidentified, outcome.sources, outcome.concerned) == (["bare"], 6, [])


def test_a_list_of_thousands_asks_the_database_little(session, taken, queries):
    zinc(session)
    rows = [{"RecordID": str(number), "OriginalPaperDOI": f"10.1000/{number}"} for number in range(10, 3_000)]
    before = len(queries)
    assert taken(*rows, RETRACTION).new == 1
    assert len(queries) - before < 25


def test_hostile_text_stays_text(session, taken):
    source = zinc(session)
    outcome = taken({"RetractionDOI": "http://x\x00\x1b[31m", "Reason": "+\x00;", "OriginalPaperPubMedID": "1\x00"})
    assert source.integrity_notice == "http://x\N{REPLACEMENT CHARACTER}\x1b[31m"
    assert outcome.concerned[0].notices[0].reasons == "\N{REPLACEMENT CHARACTER}"


def test_what_is_no_list_leaves_the_record_alone(session, taken):
    with pytest.raises(FileError, match="not the list of Retraction Watch"):
        taken(text="@article{zinc2019, title={Zinc}}")
    assert session.scalars(select(IntegrityNotice)).all() == []


def restated(session):
    session.flush()
    changed = restate(session, run=new_id(), at=factories.AT)
    session.expire_all()
    return [work.key for work in changed]


def test_what_became_of_a_work_reaches_a_source_that_is_made_one_with_it_and_leaves_it_when_they_are_parted(
    session, taken
):
    source = zinc(session)
    twin = factories.source(session, key="twin", integrity=Integrity.CORRECTED)
    taken(RETRACTION)
    source.same_as_id = twin.id
    assert restated(session) == ["twin"]
    assert standing(twin) == (Integrity.RETRACTED, MARCH, "10.1000/notice")
    source.same_as_id = None
    assert restated(session) == ["twin"]
    assert standing(twin) == (Integrity.CORRECTED, None, None)
    assert standing(source) == (Integrity.RETRACTED, MARCH, "10.1000/notice")
    assert restated(session) == []
    origins = session.scalars(select(Change.origin).where(Change.entity_id == twin.id).distinct()).all()
    assert sorted(origins) == ["no notice is about this work any longer", "notices of the record, record 7"]


def test_a_claims_file_takes_no_retraction_back(session, taken):
    source = zinc(session)
    taken(RETRACTION)
    source.integrity, source.integrity_date, source.integrity_notice = Integrity.NONE, None, None
    assert restated(session) == ["zinc2019"]
    assert source.integrity is Integrity.RETRACTED


def test_what_a_person_changed_last_counts_whole_though_a_list_wrote_part_of_it_long_before(session, taken):
    source = zinc(session)
    bare = {**RETRACTION, "RetractionDate": "", "RetractionDOI": ""}
    taken(bare)
    taken({**bare, "RetractionDate": "3/9/2021"})
    source.integrity_date = dt.date(2021, 3, 10)
    (work,) = taken(RETRACTION, REINSTATEMENT).concerned
    assert work.by_hand == (Integrity.RETRACTED, dt.date(2021, 3, 10), None)
    assert source.integrity is Integrity.RETRACTED
