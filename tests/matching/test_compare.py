import pytest
from matching.entries import ARTICLE, told, verdict

from evidence.matching.compare import compared, contradict

DOI = "10.1093/eurheartj/ehu001"
TITLE = ARTICLE["title"]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"author": "Smith JA and Muller K and Cruz M"},
        {"author": "Smith, J. and others", "journal": "Eur Heart J", "pages": "123-8"},
        {"author": r"John A. Smith and Karin M{\"u}ller and Mar{\'\i}a de la Cruz", "journal": "Eur. Heart J."},
        {"title": TITLE.title() + ".", "journal": "EUROPEAN HEART JOURNAL"},
        {"title": TITLE.replace("randomised", "randomized").replace("all-cause", "all cause")},
        {"title": f"{TITLE} [Review] [33 refs]"},
        {"title": TITLE.split(":")[0]},
        {"title": TITLE.split(":")[0], "pages": ""},
        {"title": TITLE.replace("mortality", "mortalty")},
        {"title": TITLE.replace("mortality", "mortalty"), "pages": ""},
        {"title": TITLE.replace("statins on", "on statins")},
        {"year": "2014"},
        {"year": "2014", "volume": "", "number": ""},
        {"volume": "", "number": "", "pages": ""},
        {"pages": "", "journal": ""},
        {"author": ""},
        {"journal": "European Heart Journal Supplements"},
        {"pages": "e123"},
        {"journal": "", "volume": "", "number": ""},
        {"journal": "Europ H J", "shortjournal": "Eur. Heart J."},
    ],
)
def test_one_work_told_otherwise_is_the_same_without_a_doi(changes):
    assert verdict(told(), told(**changes)) == "same"
    assert verdict(told(doi=DOI), told(**changes)) == "same"


@pytest.mark.parametrize(
    "changes",
    [
        {"title": TITLE.split(":")[0], "volume": "", "pages": "", "year": ""},
        {"title": "", "volume": "", "pages": ""},
        {"year": "2013"},
        {"author": "", "pages": ""},
        {"volume": "37"},
    ],
)
def test_with_the_doi_little_else_is_needed(changes):
    assert verdict(told(doi=DOI), told(doi=DOI, **changes)) == "same"


def test_reasons_are_plain_sentences():
    assert compared(told(doi=DOI), told(doi=DOI)).reasons == ("the same DOI", "the same title")
    assert compared(told(), told(year="2014")).reasons == (
        "the same title",
        "the same authors",
        "the same journal",
        "the same volume",
        "the same first page",
        "a year apart",
    )
    other = told(doi="10.1093/eurheartj/ehu002", title=TITLE.replace("mortality", "survival"))
    assert compared(told(doi=DOI), other).reasons[:2] == ("titles 93 % alike", "both give a DOI and they differ")


@pytest.mark.parametrize("name", ["doi", "pmid", "pmcid", "eprint"])
def test_identifiers_that_differ_never_merge_by_themselves(name):
    one, other = {
        "doi": ("10.1000/a", "10.1000/b"),
        "pmcid": ("PMC1", "PMC2"),
        "eprint": ("2101.00001", "2101.00002"),
    }.get(name, ("1", "2"))
    assert verdict(told(**{name: one}), told(**{name: other})) == "likely"
    assert contradict(told(**{name: one}), told(**{name: other}))


@pytest.mark.parametrize("identifier", [{"pmid": "1"}, {"pmcid": "PMC1"}, {"doi": DOI}])
def test_one_identifier_is_enough_for_a_title_that_is_near(identifier):
    bare = {"journal": "", "volume": "", "pages": "", "author": ""}
    assert verdict(told(**identifier), told(**identifier, **bare)) == "same"
    assert verdict(told(**identifier), told(**identifier, **bare, title="")) == "likely"


def test_one_identifier_does_not_outweigh_another():
    assert verdict(told(doi=DOI, pmid="1"), told(doi=DOI, pmid="2")) == "likely"
    assert verdict(told(doi=DOI, pmid="1"), told(doi="10.1000/b", pmid="1")) == "likely"


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("article", {"title": "Zinc for the common cold in children: a cohort study"}),
        ("article", {"title": TITLE.replace("statins", "aspirin"), "pages": ""}),
        ("article", {"title": f"Erratum: {TITLE}", "pages": "200"}),
        ("article", {"author": "Brown, Li and Bauer, Ada"}),
        ("article", {"volume": "40", "pages": "200--210"}),
        ("book", {"pages": ""}),
        ("article", {"title": "", "author": "", "pages": ""}),
    ],
)
def test_a_doi_that_was_copied_to_another_work_merges_nothing(kind, changes):
    assert verdict(told(doi=DOI), told(kind, doi=DOI, **changes)) == "likely"


def test_chapters_with_the_doi_of_their_book_stay_apart():
    one = told("incollection", title="Introduction", doi="10.1007/978-3", journal="", volume="", pages="1--9")
    other = told("incollection", title="Introduction", doi="10.1007/978-3", journal="", volume="", pages="90--99")
    book = told("book", title="A handbook of zinc in medicine", doi="10.1007/978-3", journal="", volume="", pages="")
    assert verdict(one, other) == verdict(one, book) == "likely"


@pytest.mark.parametrize(
    "changes",
    [
        {"title": f"Erratum: {TITLE}", "pages": "200"},
        {"title": f"{TITLE} (author's reply)", "pages": "201"},
        {"title": f"Retraction: {TITLE}", "pages": "300", "year": "2016", "volume": "37"},
        {"title": f"Re: comment on {TITLE}", "author": "Brown, Li", "pages": "400"},
        {"title": f"{TITLE}: part II", "pages": "129--140"},
        {"title": TITLE.replace("a randomised controlled trial", "study protocol"), "pages": ""},
        {"title": TITLE, "author": "Brown, Li and Bauer, Ada", "pages": "200"},
        {"title": TITLE.replace("type 2", "type 1")},
        {"title": TITLE.replace("statins", "aspirin"), "pages": "129--140", "number": ""},
        {"title": "Zinc for the common cold in children", "author": "Brown, Li"},
        {"year": "2005", "volume": "26", "pages": "7", "journal": "Gut", "author": "Brown, Li"},
        {"title": "", "pages": ""},
    ],
)
def test_other_works_are_different(changes):
    one, other = told(), told(**changes)
    assert verdict(one, other) == "different" or (changes.get("title") == TITLE.replace("type 2", "type 1"))
    assert contradict(one, other) or not changes["title"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("misc", journal="", volume="", number="", pages="", eprint="2101.00001", archiveprefix="arXiv"), told()),
        (told(journal="medRxiv", volume="", number="", pages="", doi="10.1101/2014.01.01.1234567"), told(doi=DOI)),
        (told(journal="bioRxiv", volume="", number="", pages=""), told()),
        (told(eprint="2101.00001"), told("misc", journal="", volume="", number="", pages="", eprint="2101.00001")),
        (told(), told(number="Suppl 1", pages="S12", year="2014")),
        (told(), told(number="", pages="S12")),
        (told("inproceedings", journal="", volume="", number="", pages=""), told()),
        (told("phdthesis", journal="", volume="", number="", pages=""), told()),
        (told("book", journal="", pages=""), told("book", journal="", pages="", year="2019")),
        (told("book", journal="", isbn="9780306406157"), told("book", journal="", isbn="9781861972712")),
        (told("book", journal="", isbn="9780306406157"), told("book", journal="", isbn="9780306406157", year="2016")),
        (told("book", journal="", isbn="9780306406157"), told("incollection", journal="", isbn="9780306406157")),
        (told(title=""), told()),
        (told(year="2013"), told()),
        (told(journal="Gut", volume="", pages=""), told()),
        (told(), told(title="Statins and death in people with type 2 diabetes: a randomised trial of their effect")),
        (told(), told(title=f"{TITLE}: part 2")),
        (told(), told(author="Brown, Li")),
        (
            told(title=TITLE.replace("2 diabetes", "diabetes")),
            told(title=TITLE.replace("2 diabetes", "diabetes") + " of zinc", pages=""),
        ),
    ],
)
def test_works_that_could_be_taken_for_one_are_for_a_person(one, other):
    assert verdict(one, other) == verdict(other, one) == "likely"


def test_a_preprint_is_the_same_as_itself():
    preprint = told("misc", journal="", volume="", number="", pages="", eprint="2101.00001", archiveprefix="arXiv")
    online = told("online", journal="", volume="", number="", pages="", doi="10.48550/arXiv.2101.00001")
    assert verdict(preprint, online) == "same"


@pytest.mark.parametrize("title", ["Editorial", "Letters to the editor", "In this issue", "Zinc for colds"])
def test_titles_of_many_works_need_the_page(title):
    assert verdict(told(title=title), told(title=title)) == "same"
    assert verdict(told(title=title), told(title=title, pages="")) == "likely"
    assert verdict(told(title=title), told(title=title, pages="7")) == "different"
    assert verdict(told(title=title), told(title=title, author="")) != "same"


def test_a_short_title_of_which_nothing_else_is_told_is_looked_at_and_an_editorial_is_not():
    bare = {"journal": "", "volume": "", "number": "", "pages": ""}
    for title, expected in (("Zinc therapy", "likely"), ("Editorial", "different")):
        assert verdict(told("misc", title=title, **bare), told("misc", title=title, **bare)) == expected
        assert verdict(told("misc", title=title, **bare), told("misc", title=title, year="1999", **bare)) == "different"


def test_an_editorial_on_page_one_of_each_issue_needs_the_issue():
    assert verdict(told(title="Editorial", pages="1"), told(title="Editorial", pages="1", number="5")) != "same"
    assert verdict(told(title="Editorial", pages="1"), told(title="Editorial", pages="1", number="")) == "likely"


def test_a_yearly_report_is_not_that_of_the_year_before():
    report = "Annual report of the national register of hip replacement"
    assert verdict(told(title=report, volume=""), told(title=report, volume="", year="2016")) == "likely"
    assert verdict(told(title=f"{report} 2015"), told(title=f"{report} 2016", year="2016", pages="7")) == "different"


def test_a_conference_paper_in_the_volume_of_a_journal_is_an_article():
    assert verdict(told("inproceedings", journal=""), told()) == "same"
    assert verdict(told("inproceedings", journal="", volume="", number=""), told()) == "likely"


def test_words_in_another_order_need_more_than_the_year():
    other = TITLE.replace("statins", "diabetes", 1).replace("2 diabetes", "2 statins")
    assert verdict(told(), told(title=other)) == "same"
    assert verdict(told(), told(title=other, pages="")) == "likely"
    assert verdict(told(), told(title=TITLE.replace("mortality in", "in mortality"), pages="")) == "same"


def test_many_slips_need_the_page():
    other = TITLE.replace("Effect", "Efect").replace("mortality", "mortalty").replace("trial", "trail")
    assert verdict(told(), told(title=other)) == "same"
    assert verdict(told(), told(title=other, pages="")) == "likely"


def test_a_thesis_is_handed_in_before_it_is_printed():
    thesis = {"journal": "", "volume": "", "number": "", "pages": ""}
    assert verdict(told("phdthesis", **thesis), told("phdthesis", **thesis, year="2016")) == "same"


def test_books_and_theses_need_no_journal():
    thesis = {"journal": "", "volume": "", "number": "", "pages": ""}
    assert verdict(told("phdthesis", **thesis), told("phdthesis", **thesis)) == "same"
    assert verdict(told("book", **thesis, isbn="0306406152"), told("book", **thesis, isbn="9780306406157")) == "same"
    assert verdict(told("misc", **thesis), told("misc", **thesis)) == "likely"


def test_works_in_other_scripts_are_told_apart_by_their_letters():
    one = told(title="糖尿病患者の認知機能に関する縦断研究", author="田中, 一郎", journal="糖尿病", pages="")
    other = told(title="高血圧患者の生活の質に関する横断調査", author="田中, 一郎", journal="糖尿病", pages="")
    assert verdict(one, one) == "same"
    assert verdict(one, other) == "different"
