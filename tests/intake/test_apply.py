import datetime as dt

import pytest
from sqlalchemy import func, select

from evidence import model
from evidence.intake.apply import apply
from evidence.intake.known import known
from evidence.intake.plan import Known, plan
from evidence.bibtex.read import read_files
from evidence.vocab import Integrity

AT = dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)
STATINS = r"""
@string{lancet = "The Lancet"}
@article{4S1994,
  author = {{Scandinavian Simvastatin Survival Study Group}},
  title = {Randomised trial of cholesterol lowering in 4444 patients},
  journal = lancet,
  year = {1994},
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
@book{book2010, title = {Statins}, booktitle = {A handbook}, year = 2010}
"""


@pytest.fixture
def import_(session, tmp_path):
    def run(text, *, run=1, name="statins.bib"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        library = read_files([path])
        planned = plan(library, known(session, keys=library.keys))
        apply(session, planned, run=run, at=AT)
        return planned

    return run


def rows(session, entity):
    return session.scalar(select(func.count()).select_from(entity))


def everything(session):
    tables = [model.Source, model.SourceAuthor, model.SourceField, model.Journal, model.JournalName, model.Provenance]
    return [session.execute(select(*table.__table__.columns).order_by(table.id)).all() for table in tables]


def source(session, key):
    return session.execute(select(*model.Source.__table__.columns).where(model.Source.key == key)).one()


def parts(session, entity, key):
    query = select(entity).join(model.Source, entity.source_id == model.Source.id).where(model.Source.key == key)
    return session.scalars(query.order_by(entity.position).execution_options(populate_existing=True)).all()


def test_an_entry_becomes_a_source_with_all_it_tells(session, import_):
    import_(STATINS)
    trial = source(session, "4S1994")
    assert (trial.kind, trial.year, trial.pmid, trial.unconfirmed) == ("article", 1994, "7968073", "pages")
    assert trial.doi == "10.1016/s0140-6736(94)90566-5"
    assert trial.title == "Randomised trial of cholesterol lowering in 4444 patients"
    assert trial.raw.startswith("@article{4S1994,\n  author")
    assert trial.raw.endswith("unconfirmed = {pages},\n}")
    assert trial.integrity is Integrity.NONE
    fields = [(field.name, field.value) for field in parts(session, model.SourceField, "4S1994")]
    assert fields == [
        ("author", "{Scandinavian Simvastatin Survival Study Group}"),
        ("title", "Randomised trial of cholesterol lowering in 4444 patients"),
        ("journal", "The Lancet"),
        ("year", "1994"),
        ("doi", "10.1016/S0140-6736(94)90566-5"),
        ("pmid", "7968073"),
        ("unconfirmed", "pages"),
    ]
    (group,) = parts(session, model.SourceAuthor, "4S1994")
    assert (group.literal, group.family) == ("Scandinavian Simvastatin Survival Study Group", None)


def test_authors_keep_their_order_and_the_mark_of_more(session, import_):
    import_(STATINS)
    authors = [(who.family, who.given, who.prefix) for who in parts(session, model.SourceAuthor, "woscops1995")]
    assert authors == [("Shepherd", "James", None), ("Dam", "R. M.", "van")]
    assert source(session, "woscops1995").more_authors
    assert not source(session, "4S1994").more_authors


def test_a_journal_is_one_whatever_its_spelling(session, import_):
    import_(STATINS)
    assert source(session, "hps2002").journal_id == source(session, "4S1994").journal_id
    assert source(session, "book2010").journal_id is None
    assert sorted(session.scalars(select(model.Journal.title))) == ["N Engl J Med", "The Lancet"]


def test_a_journal_known_by_an_abbreviation_is_found(session, import_):
    journal = model.Journal(title="New England Journal of Medicine")
    session.add(journal)
    session.flush()
    for name, comparable in [(journal.title, "new england journal of medicine"), ("N. Engl. J. Med.", "n engl j med")]:
        session.add(model.JournalName(journal_id=journal.id, name=name, comparable=comparable))
    session.flush()
    import_(STATINS)
    assert source(session, "woscops1995").journal_id == journal.id
    assert rows(session, model.Journal) == 2


def test_importing_twice_changes_nothing(session, import_):
    import_(STATINS)
    before = everything(session)
    planned = import_(STATINS, run=2, name="copy.bib")
    assert planned.counts == {"read": 4, "new": 0, "changed": 0, "same": 4, "rejected": 0}
    assert everything(session) == before


def test_a_changed_entry_changes_its_own_source_only(session, import_):
    import_(STATINS)
    before = {row.key: row for row in session.execute(select(*model.Source.__table__.columns))}
    session.execute(
        model.Source.__table__.update().where(model.Source.key == "4S1994").values(integrity=Integrity.CONCERN)
    )
    planned = import_(STATINS.replace("{1994}", "{1995}").replace("lancet,", "{Circulation},"), run=2)
    assert [(change.field, change.before, change.after) for change in planned.changed[0].changes] == [
        ("journal", "The Lancet", "Circulation"),
        ("year", "1994", "1995"),
    ]
    after = {row.key: row for row in session.execute(select(*model.Source.__table__.columns))}
    trial = after.pop("4S1994")
    assert (trial.id, trial.year, trial.integrity) == (before["4S1994"].id, 1995, Integrity.CONCERN)
    assert trial.raw != before["4S1994"].raw
    assert after == {key: row for key, row in before.items() if key != "4S1994"}
    assert [field.value for field in parts(session, model.SourceField, "4S1994")][3] == "1995"
    assert len(parts(session, model.SourceAuthor, "4S1994")) == 1
    assert len(parts(session, model.SourceAuthor, "woscops1995")) == 2
    title = select(model.Journal.title).where(model.Journal.id == trial.journal_id)
    assert session.scalar(title) == "Circulation"


def test_each_row_tells_its_file_line_run_and_time(session, import_):
    planned = import_(STATINS, run=7)
    query = select(model.Provenance).where(
        model.Provenance.entity == "source", model.Provenance.entity_id == source(session, "woscops1995").id
    )
    origin = session.scalars(query).one()
    assert (origin.line, origin.run, origin.at) == (12, 7, AT)
    assert origin.file.endswith("statins.bib")
    assert origin.sha256 == planned.new[0].file_sha256
    journals = session.scalars(select(model.Provenance).where(model.Provenance.entity == "journal"))
    assert sorted(journal.line for journal in journals) == [3, 12]


def test_a_changed_source_has_one_more_provenance(session, import_):
    import_(STATINS)
    count = rows(session, model.Provenance)
    import_(STATINS.replace("{1994}", "{1995}"), run=2)
    assert rows(session, model.Provenance) == count + 1


def test_an_entry_without_fields_is_the_same_the_second_time(import_):
    import_("@misc{bare}")
    assert import_("@misc{bare}").counts["same"] == 1


def test_hostile_text_is_stored_as_it_came(session, import_):
    import_("@misc{a\x1b[2J, title={=cmd|'/c calc'!A1 <script>alert(1)</script> &#0;\u202e \U0001f9ec}}\n")
    assert source(session, "a\x1b[2J").title == "=cmd|'/c calc'!A1 <script>alert(1)</script> \ufffd\u202e \U0001f9ec"


def test_a_file_name_that_is_no_text_can_be_stored(session, import_):
    import_("@misc{a, doi={https://doi.org/10.1000/%00}}\n", name="z\udcfcri.bib")
    (origin,) = session.scalars(select(model.Provenance)).all()
    assert origin.file.endswith("z\ufffdri.bib")
    assert source(session, "a").doi == "10.1000/\ufffd"


def test_the_longest_indexed_values_fit(session, import_):
    text = f"@misc{{{'𠮷' * 200}, doi={{10.1000/{'𠮷' * 300}}}, journal={{{'𠮷' * 400}}}}}\n"
    import_(text)
    assert rows(session, model.Journal) == 1


def test_many_entries_take_few_statements(session, import_, queries):
    text = "".join(f"@article{{k{n}, title={{T}}, author={{A, B}}, journal={{J {n}}}}}\n" for n in range(1000))
    queries.clear()
    import_(text)
    assert rows(session, model.Source) == 1000
    assert len(queries) < 30
    queries.clear()
    import_(text, run=2)
    assert len(queries) == 2  # one for every 500 keys


def test_what_is_known_is_given_in_the_order_of_the_file(session, import_):
    import_(STATINS)
    assert known(session, keys=["book2010", "nosuch"]) == {
        "book2010": Known(kind="book", fields=(("title", "Statins"), ("booktitle", "A handbook"), ("year", "2010")))
    }
