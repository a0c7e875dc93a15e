import datetime as dt
from collections import Counter

import factories
import pytest
from sqlalchemy import select

from evidence import model
from evidence.errors import UsageError
from evidence.intake import duplicates, judging
from evidence.intake.duplicates import likely
from evidence.query.claims import ClaimFilter, claims
from evidence.query.dossiers import dossiers
from evidence.vocab import Integrity, Sameness

ZINC = (
    "author={Eby, George A. and Davis, Donald R. and Halcomb, William W.}, journal={Antimicrobial Agents and"
    " Chemotherapy}, volume=25, number=1, "
)
TITLE = "Reduction in duration of common colds by zinc gluconate lozenges"
ONE = f"@article{{eby1984, title={{{TITLE}}}, {ZINC} year=1984, pages={{20--24}}, doi={{10.1128/AAC.25.1.20}}}}\n"
OTHER = f"@article{{Eby:zinc, title={{{{{TITLE}}}}}, {ZINC} year=1984, pages={{20-4}}, pmid={{6367635}}}}\n"
REPLY = f"@article{{reply, title={{Reply to: {TITLE}}}, {ZINC} year=1984, pages={{25}}}}\n"
JUDGE = judging.Judge(person="C. Reader", reason="both read", run=7, at=dt.datetime(2024, 5, 2, tzinfo=dt.UTC))


def roots(session):
    keys = dict(session.execute(select(model.Source.id, model.Source.key)).all())
    return {
        keys[number]: keys.get(same)
        for number, same in session.execute(select(model.Source.id, model.Source.same_as_id))
    }


def test_two_entries_of_one_work_become_one_and_both_keys_lead_to_it(session, import_):
    outcome = import_(ONE + OTHER)
    assert outcome.counts == {"read": 2, "new": 1, "changed": 0, "same": 0, "duplicate": 1, "rejected": 0}
    assert [(pair.key, pair.other) for pair in outcome.merged] == [("Eby:zinc", "eby1984")]
    assert roots(session) == {"eby1984": None, "Eby:zinc": "eby1984"}
    decision = session.scalars(select(model.SourceDecision)).one()
    assert (decision.verdict, decision.person) == (Sameness.SAME, None)
    assert decision.reason


def test_a_work_is_known_again_in_a_later_import(session, import_):
    import_(ONE)
    outcome = import_(OTHER, name="other.bib")
    assert outcome.counts["duplicate"] == 1
    assert roots(session)["Eby:zinc"] == "eby1984"


def test_the_same_key_in_another_file_with_other_details_is_a_duplicate_that_keeps_both(import_, session):
    import_(ONE)
    outcome = import_(ONE.replace("year=1984", "year=1985"), name="other.bib")
    assert outcome.counts == {"read": 1, "new": 0, "changed": 0, "same": 0, "duplicate": 1, "rejected": 0}
    assert roots(session) == {"eby1984": None, "eby1984-2": "eby1984"}


def test_another_work_stays_apart(session, import_):
    outcome = import_(ONE + REPLY)
    assert outcome.counts["new"] == 2
    assert set(roots(session).values()) == {None}


def test_an_edit_can_show_that_two_are_one(import_):
    import_(ONE + REPLY)
    outcome = import_(ONE + REPLY.replace("Reply to: ", "").replace("pages={25}", "doi={10.1128/aac.25.1.20}"))
    assert outcome.counts == {"read": 2, "new": 0, "changed": 1, "same": 1, "duplicate": 0, "rejected": 0}
    assert [(pair.key, pair.other) for pair in outcome.merged] == [("reply", "eby1984")]


def test_works_that_a_person_told_apart_are_told_apart_by_each_of_their_entries(import_, session):
    preprint = ONE.replace("eby1984", "preprint").replace("doi={10.1128/AAC.25.1.20}", "doi={10.1101/2020.01.01}")
    outcome = import_(ONE + OTHER + preprint)
    assert [(pair.key, pair.other) for pair in outcome.likely] == [("preprint", "eby1984")]
    assert [(pair.key, pair.other) for pair in likely(session)] == [("preprint", "eby1984")]
    judging.distinct(session, "preprint", "Eby:zinc", JUDGE)
    assert likely(session) == []
    outcome = import_(ONE.replace("eby1984", "new").replace("pages={20--24}, ", ""), name="third.bib")
    assert outcome.likely == []


def test_two_that_a_third_joins_are_not_listed_as_perhaps_one(import_):
    told = f"author={{Eby, George A.}}, title={{{TITLE}}}, year=1984"
    doi, pmid = "doi={10.1128/AAC.25.1.20}", "pmid={6367635}"
    two = f"@misc{{a, {told}, {doi}}}\n@misc{{c, {told}, {pmid}}}\n"
    outcome = import_(f"{two}@misc{{b, {told}, {doi}, {pmid}}}\n")
    assert (outcome.counts["duplicate"], outcome.likely) == (2, [])


def test_two_that_no_third_joins_are_listed_as_perhaps_one(import_):
    told = f"author={{Eby, George A.}}, title={{{TITLE}}}, year=1984"
    outcome = import_(f"@misc{{a, {told}, doi={{10.1128/AAC.25.1.20}}}}\n@misc{{c, {told}, pmid={{6367635}}}}\n")
    assert [(pair.key, pair.other) for pair in outcome.likely] == [("c", "a")]


def test_a_person_merges_and_undoes(session, import_):
    import_(ONE + REPLY)
    assert judging.merge(session, "reply", "eby1984", JUDGE) == "eby1984"
    assert roots(session)["reply"] == "eby1984"
    with pytest.raises(UsageError, match="taken for one work already"):
        judging.merge(session, "eby1984", "reply", JUDGE)
    assert judging.latest(session) == ("eby1984", "reply")
    assert judging.undo(session, *judging.latest(session), JUDGE) is Sameness.SAME
    assert set(roots(session).values()) == {None}
    with pytest.raises(UsageError, match="nobody has decided"):
        judging.latest(session)
    with pytest.raises(UsageError, match="nothing was decided"):
        judging.undo(session, "eby1984", "reply", JUDGE)
    trail = session.scalars(select(model.Change).order_by(model.Change.id)).all()
    assert [(each.field, each.before, each.after, each.origin) for each in trail] == [
        ("same work as eby1984", None, "same", "decided by C. Reader"),
        ("same work as eby1984", "same", None, "decided by C. Reader"),
    ]


def test_a_decision_that_two_are_not_one_outlives_the_next_import(session, import_):
    import_(ONE)
    import_(OTHER, name="other.bib")
    judging.distinct(session, "eby1984", "Eby:zinc", JUDGE)
    assert set(roots(session).values()) == {None}
    outcome = import_(OTHER.replace("1984, pages", "1984, note={read}, pages"), name="other.bib")
    assert outcome.counts["changed"] == 1
    assert outcome.merged == []
    assert outcome.likely == []
    assert set(roots(session).values()) == {None}
    with pytest.raises(UsageError, match="two works already"):
        judging.distinct(session, "eby1984", "Eby:zinc", JUDGE)


def test_a_third_entry_does_not_join_what_a_person_parted(session, import_):
    import_(ONE)
    import_(OTHER, name="other.bib")
    judging.distinct(session, "eby1984", "Eby:zinc", JUDGE)
    third = ONE.replace("eby1984", "third").replace("doi=", "pmid={6367635}, doi=")
    outcome = import_(third, name="third.bib")
    joined = {key for key, root in roots(session).items() if root is not None}
    assert outcome.counts["duplicate"] == 1
    assert len(joined) == 1
    assert [pair.key for pair in outcome.likely] == ["third"]


def test_two_that_are_one_by_way_of_a_third_must_be_parted_there(session, import_):
    import_(ONE + OTHER + REPLY)
    judging.merge(session, "Eby:zinc", "reply", JUDGE)
    assert roots(session)["reply"] == "eby1984"
    with pytest.raises(UsageError, match="one work by way of another: part that first, of Eby:zinc"):
        judging.distinct(session, "eby1984", "reply", JUDGE)


def test_parting_the_middle_of_three_leaves_those_that_are_joined(session, import_):
    import_(ONE + OTHER + REPLY)
    judging.merge(session, "Eby:zinc", "reply", JUDGE)
    judging.undo(session, "eby1984", "Eby:zinc", JUDGE)
    assert roots(session) == {"eby1984": None, "Eby:zinc": None, "reply": "Eby:zinc"}


def test_keys_that_nothing_bears_and_a_key_named_twice_are_refused(session, import_):
    import_(ONE)
    with pytest.raises(UsageError, match="no source has the key 'nobody'"):
        judging.merge(session, "eby1984", "nobody", JUDGE)
    with pytest.raises(UsageError, match="name two sources"):
        judging.merge(session, "eby1984", "eby1984", JUDGE)


def test_a_rules_decision_that_is_undone_is_listed_for_a_person(session, import_):
    import_(ONE + OTHER)
    assert likely(session) == []
    judging.undo(session, "eby1984", "Eby:zinc", JUDGE)
    assert [(pair.key, pair.other) for pair in likely(session)] == [("Eby:zinc", "eby1984")]


def test_a_line_on_either_key_sees_the_whole_work(session, import_):
    import_(ONE + OTHER)
    table = model.Source.__table__
    session.execute(table.update().where(table.c.key == "Eby:zinc").values(integrity=Integrity.RETRACTED))
    for key in ("eby1984", "Eby:zinc"):
        paper = session.scalars(select(model.Source).where(model.Source.key == key)).one()
        factories.link(session, factories.claim(session, key=f"by-{key}".lower().replace(":", "-")), paper)
    for dossier in dossiers(session, claims(ClaimFilter())):
        (line,) = dossier.lines
        assert line.source.integrity is Integrity.RETRACTED
        assert (line.source.doi, line.source.pmid) == ("10.1128/aac.25.1.20", "6367635")


def test_what_too_many_share_joins_nothing(import_):
    text = "".join(f"@article{{e{n}, title={{Editorial}}, journal={{BMJ}}, year=2001}}\n" for n in range(300))
    outcome = import_(text)
    assert outcome.counts["duplicate"] == 0


def test_a_third_entry_joins_two_that_were_joined_before(session, import_):
    import_(ONE + OTHER)
    outcome = import_(
        ONE.replace("eby1984", "third").replace("pages={{20", "note={read}, pages={{20"), name="third.bib"
    )
    assert outcome.counts["duplicate"] == 1
    assert roots(session) == {"eby1984": None, "Eby:zinc": "eby1984", "third": "eby1984"}


def test_two_groups_become_one_when_an_entry_belongs_to_both(session, import_):
    doi, pmid = ONE.replace("pages={20--24}, ", ""), OTHER.replace("pages={20-4}, ", "").replace("title", "booktitle")
    import_(doi + doi.replace("eby1984", "two"), name="doi.bib")
    import_(pmid + pmid.replace("Eby:zinc", "four"), name="pmid.bib")
    outcome = import_(ONE.replace("eby1984", "all").replace("doi=", "pmid={6367635}, doi="), name="all.bib")
    assert {pair.key for pair in outcome.likely} == set()
    assert len([key for key, root in roots(session).items() if root is None]) == 1


def test_no_more_than_thirty_entries_are_joined_without_a_person(session, import_):
    outcome = import_("".join(ONE.replace("eby1984", f"e{n}") for n in range(35)))
    sizes = sorted(Counter(root for root in roots(session).values() if root).values())
    assert sizes == [4, 29]
    assert outcome.counts["duplicate"] == 33
    assert ("e30", "e0") in {(pair.key, pair.other) for pair in outcome.likely}


def test_all_of_many_pairs_are_found(session, import_):
    entry = (
        "@article{{{key}{n}, title={{Trial number {n} of zinc in children}}, doi={{10.1000/{n}}}, note={{{key}}}}}\n"
    )
    outcome = import_("".join(entry.format(key=key, n=n) for key in "ab" for n in range(2_600)))
    assert outcome.counts["duplicate"] == 2_600
    assert all(roots(session)[f"b{n}"] == f"a{n}" for n in (0, 1_999, 2_000, 2_599))


def test_changed_entries_are_compared_however_many_there_are(import_):
    entries = "".join(f"@misc{{a{n}, title={{Trial number {n} of zinc}}, doi={{10.1000/{n}}}}}\n" for n in range(1_100))
    import_(entries)
    others = entries.replace("@misc{a", "@misc{b")
    assert import_(others.replace("doi", "note").replace("Trial", "Honey"), name="others.bib").merged == []
    outcome = import_(others, name="others.bib")
    assert len(outcome.changed) == 1_100
    assert {(pair.key, pair.other) for pair in outcome.merged} == {(f"b{n}", f"a{n}") for n in range(1_100)}


def test_what_is_known_of_sources_is_let_go_of_among_many_and_found_again(import_, monkeypatch):
    monkeypatch.setattr(duplicates, "_MOST_KNOWN", 1)
    monkeypatch.setattr(duplicates, "_PAIRS_AT_ONCE", 1)
    works = [(ONE, OTHER)]
    works += [
        (ONE.replace("zinc", word).replace("aac", word), OTHER.replace("zinc", word)) for word in ("ginger", "honey")
    ]
    text = "".join(
        entry.replace("{eby1984,", f"{{one{n},").replace("{Eby:", f"{{other{n}:").replace("6367635", f"636763{n}")
        for n, pair in enumerate(works)
        for entry in pair
    )
    assert import_(text).counts["duplicate"] == 3
