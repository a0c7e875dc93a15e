import hashlib

import factories
import pytest
from sqlalchemy import select

from evidence import model
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
