from sqlalchemy import select

from evidence import model
from evidence.bibtex.inherit import LONGEST_CHAIN

CHAPTER = "@inproceedings{ch, title={Zinc in colds}, author={Eby, George}, pages={1--9}, crossref={Proc}}\n"
BOOK = (
    "@proceedings{proc, title={Proceedings of the Cold Congress}, editor={Doe, Jane}, year={1990}, publisher={ABC}}\n"
)


def test_an_entry_inherits_from_a_parent_that_comes_later_and_says_so(import_, source):
    outcome = import_(CHAPTER + BOOK)
    assert outcome.problems == []
    chapter = source("ch")
    assert (chapter.title, chapter.year) == ("Zinc in colds", 1990)
    assert {"booktitle", "year", "editor", "publisher"} <= set(chapter.inherited.split())
    assert "year" not in dict(chapter.fields)
    assert source("proc").inherited is None


def test_a_parent_in_a_later_file_completes_its_children(import_, source):
    outcome = import_(CHAPTER)
    assert [str(problem) for problem in outcome.problems] == [
        "statins.bib:1: warning: crossref names 'Proc', and there is no such entry (ch)"
    ]
    assert source("ch").year is None
    import_(BOOK, name="book.bib")
    assert source("ch").year == 1990


def test_a_parent_that_changes_changes_what_is_inherited_and_not_what_was_read(session, import_, source):
    import_(CHAPTER + BOOK)
    outcome = import_(CHAPTER + BOOK.replace("1990", "1991"))
    assert [changed.key for changed in outcome.changed] == ["proc"]
    assert source("ch").year == 1991
    outcome = import_(CHAPTER + BOOK.replace("year={1990}, ", ""))
    assert source("ch").year is None
    assert {each.entity_id for each in session.scalars(select(model.Change))} == {source("proc").id}


def test_a_parent_is_found_by_its_key_in_other_capitals_of_ascii_and_just_so_beyond(import_, source):
    import_(CHAPTER.replace("{Proc}", "{ÜberProc}") + BOOK.replace("{proc", "{Überproc"))
    assert source("ch").year == 1990
    import_(BOOK.replace("{proc", "{Überproc").replace("1990", "1991"), name="book.bib")
    import_(CHAPTER.replace("{Proc}", "{ÜberProc}") + BOOK.replace("{proc", "{Überproc").replace("1990", "1992"))
    assert source("ch").year == 1992
    outcome = import_(CHAPTER.replace("{Proc}", "{überProc}"))
    assert [problem.reason for problem in outcome.problems] == ["crossref names 'überProc', and there is no such entry"]


def test_a_child_that_names_its_parent_no_more_inherits_nothing(import_, source):
    import_(CHAPTER + BOOK)
    import_(CHAPTER.replace(", crossref={Proc}", "") + BOOK)
    assert (source("ch").year, source("ch").inherited) == (None, None)


def test_authors_and_journal_are_inherited_as_data(session, import_, source):
    import_("@xdata{x, author={Eby, George}, journal={BMJ}, volume=3}\n@article{a, title={Zinc}, xdata={x}}\n")
    article = source("a")
    assert article.volume == "3"
    assert [who.family for who in article.authors] == ["Eby"]
    assert session.scalar(select(model.Journal.title).where(model.Journal.id == article.journal_id)) == "BMJ"


def test_a_chain_is_followed_and_a_circle_is_named(import_, source):
    text = "@xdata{a, year=1990, xdata={b}}\n@xdata{b, volume=3, xdata={a}}\n@article{c, title={Zinc}, xdata={b}}\n"
    outcome = import_(text)
    assert (source("c").year, source("c").volume) == (1990, "3")
    assert any("leads back to where it began" in problem.reason for problem in outcome.problems)


def test_a_grandchild_follows_a_change_of_its_grandparent(import_, source):
    text = "@xdata{a, year=1990}\n@xdata{b, xdata={a}}\n@article{c, title={Zinc}, xdata={b}}\n"
    import_(text)
    import_(text.replace("1990", "1991"))
    assert source("c").year == 1991


VOLUME = "@periodical{p, title={Acta Zinci}, issn={0140-6736}, volume=3}\n"
ARTICLE = "@article{a, title={Zinc}, crossref={p}}\n"


def test_a_journal_that_is_first_met_in_what_an_entry_inherits_keeps_the_place_of_that_entry(session, import_, source):
    import_(VOLUME + ARTICLE)
    journal = session.scalars(select(model.Journal)).one()
    assert (journal.title, journal.id) == ("Acta Zinci", source("a").journal_id)
    row = session.scalars(select(model.Provenance).where(model.Provenance.entity_id == journal.id)).one()
    file = session.scalars(select(model.Bibliography)).one()
    assert (row.entity, row.file, row.line, row.sha256, row.run) == ("journal", "statins.bib", 2, file.sha256, file.run)


def test_what_is_doubtful_in_an_inherited_journal_is_said_where_the_entry_stands(import_):
    outcome = import_("@article{b, title={Statins}, journal={Brain}, issn={0140-6736}}\n" + VOLUME + ARTICLE)
    assert [str(problem) for problem in outcome.problems] == [
        "statins.bib:3: warning: journal 'Acta Zinci': its ISSN 0140-6736 is that of 'Brain' (a)"
    ]


def test_a_chain_that_is_too_long_is_cut_off_and_told(import_, source):
    length = 2 * LONGEST_CHAIN
    text = "".join(f"@xdata{{x{n}, xdata={{x{n + 1}}}, f{n}={{x}}}}\n" for n in range(length))
    outcome = import_(f"{text}@xdata{{x{length}, year=1990}}\n")
    cut = [problem.key for problem in outcome.problems if "chain" in problem.reason]
    assert cut[0] == "x0"
    assert "f1" in source("x0").inherited.split()
    assert source(f"x{length - 1}").year == 1990
    later = import_("@misc{child, title={Zinc}, xdata={x0}}\n", name="later.bib")
    assert [problem.reason.split(";")[-1] for problem in later.problems] == [" it is cut off"]
    assert source("child").year is None
    changed = import_(f"{text}@xdata{{x{length}, year=1991}}\n")
    assert len(changed.changed) == 1
    assert source(f"x{length - 1}").year == 1991


def test_a_change_reaches_more_children_than_one_statement_takes(session, import_):
    children = "".join(f"@inproceedings{{ch{n}, title={{Talk {n}}}, crossref={{proc}}}}\n" for n in range(450))
    import_(children + BOOK)
    import_(children.replace("Talk", "Speech") + BOOK.replace("1990", "1991"))
    assert set(session.scalars(select(model.Source.year))) == {1991}
