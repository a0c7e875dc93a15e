import hashlib

import factories
import pytest
from sqlalchemy import select

from evidence import model
from evidence.intake.files import rejects
from evidence.vocab import Integrity

STATINS = r"""
@string{lancet = "The Lancet"}
@article{4S1994,
  author = {{Scandinavian Simvastatin Survival Study Group}},
  title = {Randomised trial of cholesterol lowering in 4444 patients},
  journal = lancet,
  year = {1994},
  volume = 344, number = {8934}, pages = {1383--1389},
  doi = {10.1016/S0140-6736(94)90566-5},
  pmid = {7968073},
  unconfirmed = {pages},
}
@article{woscops1995,
  author = {Shepherd, James and van Dam, R. M. and others},
  title = {Prevention of coronary heart disease with pravastatin},
  journal = {N Engl J Med},
  year = 1995,
}
@article{hps2002, title = {{MRC/BHF} heart protection study}, journal = {lancet}, year = 2002}
@book{book2010, title = {Statins}, booktitle = {A handbook}, year = 2010, isbn = {978-3-16-148410-0}}
"""


def authors(session, key):
    persons = session.scalar(select(model.Source.authors).where(model.Source.key == key))
    return [(who.literal, who.family, who.given, who.prefix) for who in persons]


def test_an_entry_becomes_a_source_with_all_it_tells(session, import_, source):
    outcome = import_(STATINS)
    assert outcome.counts == {"read": 4, "new": 4, "changed": 0, "same": 0, "duplicate": 0, "rejected": 0}
    trial = source("4S1994")
    assert (trial.kind, trial.year, trial.pmid, trial.unconfirmed) == ("article", 1994, "7968073", "pages")
    assert (trial.volume, trial.issue, trial.first_page, trial.last_page) == ("344", "8934", "1383", "1389")
    assert trial.doi == "10.1016/s0140-6736(94)90566-5"
    assert trial.title == "Randomised trial of cholesterol lowering in 4444 patients"
    assert trial.raw.startswith("@article{4S1994,\n  author")
    assert trial.raw.endswith("unconfirmed = {pages},\n}")
    assert trial.integrity is Integrity.NONE
    assert trial.fields[:3] == (
        ("author", "{Scandinavian Simvastatin Survival Study Group}"),
        ("title", "Randomised trial of cholesterol lowering in 4444 patients"),
        ("journal", "The Lancet"),
    )
    assert authors(session, "4S1994") == [("Scandinavian Simvastatin Survival Study Group", None, None, None)]
    assert source("book2010").isbn == "9783161484100"


def test_authors_keep_their_order_and_the_mark_of_more(session, import_, source):
    import_(STATINS)
    assert authors(session, "woscops1995") == [(None, "Shepherd", "James", None), (None, "Dam", "R. M.", "van")]
    assert source("woscops1995").more_authors
    assert not source("4S1994").more_authors


def test_a_journal_is_one_whatever_its_spelling(session, import_, source):
    import_(STATINS)
    assert source("hps2002").journal_id == source("4S1994").journal_id
    assert source("book2010").journal_id is None
    assert sorted(session.scalars(select(model.Journal.title))) == ["N Engl J Med", "The Lancet"]


def test_the_place_of_each_source_is_kept(session, import_, source):
    import_(STATINS)
    query = select(model.Placement).where(model.Placement.source_id == source("woscops1995").id)
    place = session.scalars(query).one()
    assert (place.key, place.line, place.position) == ("woscops1995", 13, 1)
    file = session.scalars(select(model.Bibliography)).one()
    assert (file.name, file.format, file.sha256) == (
        "statins.bib", "bibtex", hashlib.sha256(STATINS.encode()).hexdigest(),
    )  # fmt: skip


def test_the_same_file_again_changes_no_row_and_asks_little(import_, everything, queries):
    import_(STATINS)
    before = everything()
    queries.clear()
    outcome = import_(STATINS)
    asked = len(queries)
    assert outcome.counts == {"read": 4, "new": 0, "changed": 0, "same": 4, "duplicate": 0, "rejected": 0}
    assert outcome.unchanged == ["statins.bib"]
    assert everything() == before
    assert asked <= 5


def test_the_same_entries_from_another_file_change_no_source(import_, everything):
    import_(STATINS)
    before = everything()
    outcome = import_(STATINS.replace("  title", "\n    title"), name="copy.bib")
    assert outcome.counts["same"] == outcome.counts["read"] == 4
    after = everything()
    assert {name for name in after if after[name] != before[name]} == {"bibliography", "placement"}


def test_a_changed_entry_changes_its_own_source_only(session, import_, everything):
    import_(STATINS)
    before = {row.key: row for row in everything()["source"]}
    table = model.Source.__table__
    session.execute(table.update().where(table.c.key == "4S1994").values(integrity=Integrity.CONCERN))
    outcome = import_(STATINS.replace("{1994}", "{1995}").replace("lancet,", "{Circulation},"))
    assert outcome.counts == {"read": 4, "new": 0, "changed": 1, "same": 3, "duplicate": 0, "rejected": 0}
    changes = [(change.field, change.before, change.after) for change in outcome.changed[0].changes]
    assert changes == [("journal", "The Lancet", "Circulation"), ("year", "1994", "1995")]
    after = {row.key: row for row in everything()["source"]}
    trial = after.pop("4S1994")
    assert (trial.id, trial.year, trial.integrity) == (before["4S1994"].id, 1995, Integrity.CONCERN)
    assert after == {key: row for key, row in before.items() if key != "4S1994"}
    assert len(authors(session, "4S1994")) == 1
    assert len(authors(session, "woscops1995")) == 2
    title = select(model.Journal.title).where(model.Journal.id == trial.journal_id)
    assert session.scalar(title) == "Circulation"


def test_a_change_leaves_its_audit_trail(session, import_, source):
    import_(STATINS)
    import_(STATINS.replace("year = {1994},\n", "").replace("pmid =", "PMID ="))
    trail = session.scalars(select(model.Change)).all()
    assert [(each.entity, each.entity_id, each.field, each.before, each.after, each.origin) for each in trail] == [
        ("source", source("4S1994").id, "year", "1994", None, "statins.bib:3")
    ]


def test_a_change_of_the_type_is_a_change(import_):
    import_("@misc{a, title={Zinc for the common cold}}")
    (changed,) = import_("@book{a, title={Zinc for the common cold}}").changed
    assert [(each.field, each.before, each.after) for each in changed.changes] == [("entry type", "misc", "book")]


def test_an_entry_without_fields_is_the_same_the_second_time(import_):
    import_("@misc{bare}")
    assert import_("@misc{bare}\n").counts["same"] == 1


def test_an_entry_gone_from_its_file_is_reported_once_and_never_deleted(import_, source):
    import_(STATINS)
    left = STATINS[: STATINS.index("@book")]
    outcome = import_(left)
    assert outcome.gone == [("statins.bib", "book2010")]
    assert outcome.counts["same"] == outcome.counts["read"] == 3
    assert source("book2010").title == "Statins"
    assert import_(left + "\n").gone == []


def test_an_entry_that_comes_back_is_the_same(import_):
    import_(STATINS)
    import_(STATINS[: STATINS.index("@book")])
    assert import_(STATINS).counts["same"] == 4


TWO = "@misc{a, title={Zinc for the common cold}}\n@misc{a, title={Honey for acute cough in children}}\n"


def test_two_works_under_one_key_are_both_taken_in_and_the_second_gets_a_key_of_its_own(import_, source):
    outcome = import_(TWO)
    assert outcome.counts["new"] == 2
    assert source("a").title == "Zinc for the common cold"
    assert source("a-2").title == "Honey for acute cough in children"
    assert [str(problem) for problem in outcome.problems] == [
        "statins.bib:2: warning: another entry has this citation key already; taken in as a-2 (a)"
    ]


def test_two_works_under_one_key_are_told_apart_when_their_file_comes_again(import_, source):
    import_(TWO)
    assert import_(TWO + "\n").counts["same"] == 2
    outcome = import_(TWO.replace("children", "adults"))
    assert [changed.key for changed in outcome.changed] == ["a-2"]
    assert source("a-2").title == "Honey for acute cough in adults"
    first, second = TWO.splitlines(keepends=True)
    assert import_(second + first).counts["same"] == 1  # the adults' version is the file's no more


def test_an_entry_that_stands_twice_word_for_word_is_one_source(import_, everything):
    entry = "@misc{a, title={Zinc for the common cold}}\n"
    outcome = import_(entry * 3)
    assert outcome.counts == {"read": 3, "new": 1, "changed": 0, "same": 2, "duplicate": 0, "rejected": 0}
    outcome = import_(entry.replace("Zinc", "Honey") * 3)
    assert outcome.counts == {"read": 3, "new": 0, "changed": 1, "same": 2, "duplicate": 0, "rejected": 0}
    assert len(everything()["source"]) == 1


def test_a_re_keyed_entry_that_stands_twice_is_one_source(import_, everything):
    assert import_(TWO + TWO.splitlines()[1]).counts["same"] == 1
    assert len(everything()["source"]) == 2


def test_a_copy_of_a_file_with_repeated_keys_brings_nothing_new(import_):
    import_(TWO)
    assert import_(TWO, name="copy.bib").counts["same"] == 2


def test_one_key_for_all_entries_costs_no_more_than_a_key_for_each(import_, queries):
    entries = [f"@misc{{ref, title={{Trial number {n} of zinc}}}}\n" for n in range(1500)]
    import_("".join(entries[:500]))
    queries.clear()
    assert import_("".join(entries), name="more.bib").counts["same"] == 500
    assert len(queries) < 200
    assert import_("".join(reversed(entries)), name="more.bib").counts["same"] == 1500


def test_a_key_of_its_own_is_none_that_the_file_uses(import_, everything):
    import_("@misc{a, title={Zinc}}\n@misc{a-2, title={Ginger}}\n@misc{a, title={Honey}}\n")
    assert {row.key: row.title for row in everything()["source"]} == {"a": "Zinc", "a-2": "Ginger", "a-3": "Honey"}


def test_repeated_keys_that_two_files_share_are_not_undone_by_the_one_that_did_not_change(import_, source):
    import_(TWO, name="one.bib")
    import_(TWO, name="copy.bib")
    assert import_(TWO.replace("children", "adults"), name="copy.bib").counts["changed"] == 1
    assert import_(TWO + "% touched\n", name="one.bib").counts["same"] == 2
    assert source("a-2").title == "Honey for acute cough in adults"


FISH = "@article{a, title={Fish oil and bones}, author={Abc, Q}, year=2001}\n"
HEARTS = "@article{a, title={Statins in hearts}, author={Xyz, W}, year=1990}\n"


def test_another_work_under_a_known_key_takes_no_source_from_the_entry_that_stands(import_, source):
    import_(FISH)
    assert import_(HEARTS + FISH).counts == {
        "read": 2, "new": 1, "changed": 0, "same": 1, "duplicate": 0, "rejected": 0,
    }  # fmt: skip
    assert (source("a").title, source("a-2").title) == ("Fish oil and bones", "Statins in hearts")


def test_of_several_works_under_a_key_the_one_that_is_most_alike_is_the_one_that_changed(import_, source):
    import_(FISH)
    outcome = import_(HEARTS + FISH.replace("2001", "2002"))
    assert [changed.key for changed in outcome.changed] == ["a"]
    outcome = import_(HEARTS.replace("1990", "1991"))
    assert [changed.key for changed in outcome.changed] == ["a-2"]
    assert outcome.gone == [("statins.bib", "a")]
    assert (source("a").title, source("a").year, source("a-2").year) == ("Fish oil and bones", 2002, 1991)


def test_thousands_under_one_key_go_by_their_order(import_):
    entries = [f"@misc{{a, title={{Trial {n} of zinc}}}}\n" for n in range(150)]
    import_("".join(entries))
    outcome = import_("".join(entry.replace("zinc", "honey") for entry in entries))
    assert (outcome.counts["changed"], outcome.counts["new"], outcome.gone) == (150, 0, [])


def test_free_keys_are_found_among_many(import_, everything):
    entries = "".join(f"@misc{{a, title={{Trial number {n} of zinc}}, year={{{1900 + n}}}}}\n" for n in range(50))
    assert import_(entries).counts["new"] == 50
    assert {row.key for row in everything()["source"]} == {"a", *(f"a-{n}" for n in range(2, 51))}


def test_a_key_that_another_file_uses_for_another_work_is_re_keyed_for_good(import_, source):
    import_("@misc{a, title={Zinc for the common cold}}")
    assert import_("@misc{a, title={Honey for cough}, year=2001}", name="other.bib").counts["new"] == 1
    outcome = import_("@misc{a, title={Honey for cough}, year=2002}", name="other.bib")
    assert [changed.key for changed in outcome.changed] == ["a-2"]
    assert source("a").title == "Zinc for the common cold"


def test_files_that_hold_a_source_in_common_do_not_undo_each_other_s_edits(import_, source):
    one, other = "@misc{a, title={Zinc}}\n", "@misc{a, title={Zinc for the common cold}}\n"
    import_(one, name="one.bib")
    import_(one + "% also here\n", name="other.bib")
    outcome = import_(other, name="one.bib")
    assert outcome.counts["changed"] == 1
    assert [str(problem) for problem in outcome.problems] == [
        "one.bib:1: warning: other.bib:1 says otherwise of title; what this file says stands from now on (a)"
    ]
    outcome = import_(one + "% touched, but not the entry\n", name="other.bib")
    assert outcome.counts == {"read": 1, "new": 0, "changed": 0, "same": 1, "duplicate": 0, "rejected": 0}
    assert source("a").title == "Zinc for the common cold"
    assert import_(one.replace("Zinc", "Honey"), name="other.bib").counts["changed"] == 1
    assert source("a").title == "Honey"


def test_an_edit_in_one_file_takes_back_no_edit_in_another(import_, source):
    text = "@misc{a, title={Zinc}, year=2001, note={One}}\n"
    import_(text, name="one.bib")
    import_(text + "% also here\n", name="other.bib")
    assert not import_(text.replace("2001", "2002"), name="one.bib").counts["same"]
    outcome = import_(text.replace("One", "Two"), name="other.bib")
    assert [change.field for changed in outcome.changed for change in changed.changes] == ["note"]
    assert [str(problem) for problem in outcome.problems] == [
        "other.bib:1: warning: one.bib:1 says otherwise of note; what this file says stands from now on (a)"
    ]
    found = source("a")
    assert (found.year, dict(found.fields)) == (2002, {"title": "Zinc", "year": "2002", "note": "Two"})
    for name, held in (("one.bib", text.replace("2001", "2002")), ("other.bib", text.replace("One", "Two"))):
        assert import_(held + "% touched\n", name=name).counts["same"] == 1
    assert dict(source("a").fields) == {"title": "Zinc", "year": "2002", "note": "Two"}
    outcome = import_("@book{a, title={Zinc}, year=2001}\n", name="other.bib")
    assert {(change.field, change.after) for each in outcome.changed for change in each.changes} == {
        ("entry type", "book"),
        ("note", None),
    }
    assert not import_("@book{a, title={Zinc}, year=2002}\n", name="one.bib").changed
    assert (source("a").kind, source("a").year) == ("book", 2002)


def test_a_file_that_says_nothing_of_a_field_says_nothing_otherwise(import_):
    import_("@misc{a, title={Zinc}}\n", name="one.bib")
    import_("@misc{a, title={Zinc}}\n% also here\n", name="other.bib")
    assert import_("@misc{a, title={Zinc}, note={seen}}\n", name="one.bib").problems == []


BROKEN = "@misc{a, title={Zinc}}\n@misc{b, title={Honey, year=2001\n\n@misc{c, title={Ginger}}\n"


def test_a_rejected_entry_is_kept_with_its_text_and_cleared_when_it_is_mended(session, import_):
    outcome = import_(BROKEN)
    assert outcome.counts == {"read": 3, "new": 2, "changed": 0, "same": 0, "duplicate": 0, "rejected": 1}
    row = session.scalars(select(model.RejectedEntry)).one()
    assert (row.line, row.key) == (2, "b")
    assert row.raw == "@misc{b, title={Honey, year=2001"
    again = import_(BROKEN)
    assert again.counts == {"read": 3, "new": 0, "changed": 0, "same": 2, "duplicate": 0, "rejected": 1}
    assert [problem.raw for problem in again.problems] == [row.raw]
    mended = import_(BROKEN.replace("Honey", "Honey}").replace("2001\n", "2001}\n"))
    assert mended.counts == {"read": 3, "new": 1, "changed": 0, "same": 2, "duplicate": 0, "rejected": 0}
    assert session.scalars(select(model.RejectedEntry)).all() == []


def test_definitions_of_a_file_hold_in_those_after_it_and_a_file_is_read_anew_if_they_change(import_, source):
    strings = '@string{j = "The Lancet"}\n'
    entry = "@article{a, title={Zinc}, journal=j}\n"
    import_(**{"strings.bib": strings, "a.bib": entry})
    assert ("journal", "The Lancet") in source("a").fields
    outcome = import_(**{"strings.bib": strings.replace("The Lancet", "BMJ"), "a.bib": entry})
    assert outcome.counts["changed"] == 1
    assert ("journal", "BMJ") in source("a").fields


def test_what_an_unchanged_file_defines_holds_in_a_changed_one_after_it(import_, source):
    strings = '@string{j = "The Lancet"}\n'
    import_(**{"strings.bib": strings, "a.bib": "@article{a, title={Zinc}}\n"})
    import_(**{"strings.bib": strings, "a.bib": "@article{a, title={Zinc}, journal=j}\n"})
    assert ("journal", "The Lancet") in source("a").fields


def test_hostile_text_is_stored_as_it_came(import_, source):
    import_("@misc{a\x1b[2J, title={=cmd|'/c calc'!A1 <script>alert(1)</script> &#0;\u202e \U0001f9ec}}\n")
    assert source("a\x1b[2J").title == "=cmd|'/c calc'!A1 <script>alert(1)</script> \ufffd\u202e \U0001f9ec"


def test_nuls_are_named_and_harm_nothing(session, import_, source):
    outcome = import_(b"@misc{a, title={Zi\0nc}}\n\0\n@misc{b, title={\0", name="nul\0.bib")
    assert any("NUL" in problem.reason for problem in outcome.problems)
    assert "\0" not in source("a").raw
    assert outcome.counts["read"] == 2
    assert session.scalars(select(model.Bibliography.name)).one() == "nul\ufffd.bib"


def test_other_rows_of_a_source_survive_its_change(session, import_, source):
    import_(STATINS)
    paper = session.scalars(select(model.Source).where(model.Source.key == "4S1994")).one()
    trial = factories.study(session, paper)
    factories.link(session, factories.claim(session), paper, trial)
    import_(STATINS.replace("{1994}", "{1995}"))
    assert session.scalars(select(model.EvidenceLink.source_id)).one() == source("4S1994").id


@pytest.mark.parametrize("size", [1, 499, 500, 501, 1200])
def test_batches_lose_nothing_at_their_borders(import_, everything, size):
    text = "".join(f"@misc{{k{n}, title={{Trial {n} of zinc}}}}\n" for n in range(size))
    assert import_(text).counts["new"] == size
    places = everything()["placement"]
    assert [place.key for place in sorted(places, key=lambda place: place.position)] == [f"k{n}" for n in range(size)]
    assert import_(text + "\n").counts["same"] == size


def test_a_free_key_is_none_that_the_file_or_another_has(import_, source):
    import_("@misc{a-3, title={Ginger for nausea}}\n", name="other.bib")
    honey, mint = "@misc{a, title={Honey for cough}}\n", "@misc{a, title={Mint for colic}}\n"
    import_("@misc{a, title={Zinc for colds}}\n@misc{a-2, title={Iron for fatigue}}\n" + honey + mint)
    assert {key: source(key).title for key in ("a-2", "a-3", "a-4", "a-5")} == {
        "a-2": "Iron for fatigue",
        "a-3": "Ginger for nausea",
        "a-4": "Honey for cough",
        "a-5": "Mint for colic",
    }


def test_keys_that_differ_in_capitals_are_told_in_each_file_of_their_own(import_):
    text = "@misc{Foo, title={Zinc}}\n@misc{foo, title={Honey}}\n"
    outcome = import_(text)
    said = "the citation key differs from Foo in its capitals only; BibTeX takes them for one"
    assert [(problem.line, problem.key, problem.reason) for problem in outcome.problems] == [(2, "foo", said)]
    assert import_("@misc{FOO, title={Ginger}}\n", name="other.bib").problems == []


def test_what_was_not_taken_in_is_listed_of_all_files(session, import_):
    import_("@misc{z, title={Zinc}}\n@misc{y, title={Mint, year=2001\n\n@misc{c, title={Ginger}}\n", name="b.bib")
    import_(BROKEN, name="a.bib")
    found = [(problem.file, problem.line, problem.key, problem.raw) for problem in rejects(session)]
    assert found == [
        ("a.bib", 2, "b", "@misc{b, title={Honey, year=2001"),
        ("b.bib", 2, "y", "@misc{y, title={Mint, year=2001"),
    ]
    assert all(problem.rejected for problem in rejects(session))


def test_each_new_journal_keeps_the_place_where_it_was_first_named(session, import_):
    import_(STATINS)
    query = select(model.Journal.title, model.Provenance).join(
        model.Provenance, model.Provenance.entity_id == model.Journal.id
    )
    file = session.scalars(select(model.Bibliography)).one()
    found = [(title, row.entity, row.line, row.file, row.sha256, row.run) for title, row in session.execute(query)]
    rest = ("statins.bib", file.sha256, file.run)
    assert sorted(found) == [("N Engl J Med", "journal", 13, *rest), ("The Lancet", "journal", 3, *rest)]


def test_what_is_doubtful_in_a_journal_is_said_where_it_stands(import_):
    entry = "@article{{{key}, title={{On {key}}}, journal={{{journal}}}, issn={{0140-6736}}}}\n"
    outcome = import_(entry.format(key="a", journal="The Lancet") + entry.format(key="b", journal="Brain"))
    assert [str(problem) for problem in outcome.problems] == [
        "statins.bib:2: warning: journal 'Brain': its ISSN 0140-6736 is that of 'The Lancet' (b)"
    ]
