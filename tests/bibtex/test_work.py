import pytest

from evidence.bibtex.work import Work, work_of

LANCET = {
    "author": "{Scandinavian Simvastatin Survival Study Group}",
    "title": "Randomised trial of cholesterol lowering in 4444 patients with coronary heart disease: the "
    "{Scandinavian} {Simvastatin} {Survival} {Study} ({4S})",
    "journal": "The Lancet",
    "shortjournal": "Lancet",
    "year": "1994",
    "month": "nov",
    "volume": "344",
    "number": "8934",
    "pages": "1383--9",
    "issn": "0140-6736",
    "doi": "https://doi.org/10.1016/S0140-6736(94)90566-5",
    "pmid": "7968073",
    "unconfirmed": " pages  volume ",
}


def test_an_article_is_told_with_all_that_can_be_compared():
    work, doubts = work_of(LANCET)
    assert doubts == ()
    assert [person.literal for person in work.authors.persons] == ["Scandinavian Simvastatin Survival Study Group"]
    assert work == Work(
        title="Randomised trial of cholesterol lowering in 4444 patients with coronary heart disease: the "
        "Scandinavian Simvastatin Survival Study (4S)",
        journal="The Lancet",
        issn=("0140-6736",),
        year=1994,
        month=11,
        authors=work.authors,
        volume="344",
        issue="8934",
        first_page="1383",
        last_page="1389",
        doi="10.1016/s0140-6736(94)90566-5",
        pmid="7968073",
        unconfirmed="pages volume",
    )


def test_an_entry_without_fields_tells_nothing_but_that_it_has_no_title():
    assert work_of({}) == (Work(), ("no title",))
    assert work_of(dict.fromkeys(LANCET, "")) == (Work(), ("no title",))


@pytest.mark.parametrize(
    ("title", "subtitle", "told"),
    [
        ("Statins", "a review", "Statins: a review"),
        ("Statins:", "a review", "Statins: a review"),
        ("Do Statins Work?", "{A} Review", "Do Statins Work? A Review"),
        ("", "a review", "a review"),
        ("Statins", " ", "Statins"),
    ],
)
def test_a_subtitle_belongs_to_the_title(title, subtitle, told):
    assert work_of({"title": title, "subtitle": subtitle})[0].title == told


def test_a_chapter_has_no_journal_and_its_book_is_not_its_title():
    work, _ = work_of({"title": "Zinc", "booktitle": "Trace Elements", "maintitle": "Handbook", "isbn": "0306406152"})
    assert work == Work(title="Zinc", isbn=("9780306406157",))


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"volume": "12(3)", "pages": "4"}, ("12", "3", "4", None)),
        ({"volume": "12(3)", "number": "5", "issue": "6"}, ("12", "5", None, None)),
        ({"issue": "6"}, (None, "6", None, None)),
        ({"pages": "8 p", "eid": "e34"}, (None, None, "e34", None)),
        ({"pages": "1--8", "eid": "e34"}, (None, None, "1", "8")),
        ({"article-number": "ARTN 105"}, (None, None, "ARTN 105", None)),
        ({"art_number": "012345"}, (None, None, "12345", None)),
        ({"eid": "arXiv:1706.03762", "articleno": "12"}, (None, None, "12", None)),
    ],
)
def test_the_place_in_a_journal_is_told_by_what_the_entry_has_of_it(fields, place):
    work = work_of({"title": "T", **fields})[0]
    assert (work.volume, work.issue, work.first_page, work.last_page) == place


@pytest.mark.parametrize(
    "fields",
    [
        {"journal": "arXiv preprint arXiv:1706.03762"},
        {"publisher": "arXiv", "number": "arXiv:1706.03762"},
        {"journal": "CoRR", "volume": "abs/1706.03762"},
        {"journal": "CoRR", "volume": "12", "number": "3", "eprint": "1706.03762"},
    ],
)
def test_the_number_of_a_preprint_is_found_where_google_zotero_and_dblp_write_it(fields):
    assert work_of({"title": "Attention Is All You Need", **fields})[0].arxiv == "1706.03762"


def test_numbers_of_several_fields_are_united():
    work, doubts = work_of({"title": "T", "issn": "0140-6736", "eissn": "1474-547X", "issn-l": "0140-6736"})
    assert (work.issn, doubts) == (("0140-6736", "1474-547X"), ())
    work, doubts = work_of({"title": "T", "issn": "0140-6736", "isbn": "0140-6736 (Print) 1474-547X"})
    assert (work.issn, work.isbn, doubts) == (("0140-6736", "1474-547X"), (), ())


def test_each_doubt_is_told_and_the_rest_of_the_work_stands():
    work, doubts = work_of(
        {
            "title": "T",
            "journal": "?",
            "year": "in press",
            "doi": "10/abc",
            "author": "Smith, J.; Doe, A.",
            "issn": "0140-6737",
            "eissn": "0140-6737",
            "isbn": "0-306-40615-3",
        }
    )
    assert work == Work(title="T", authors=work.authors)
    assert doubts == (
        "the journal's name has no letter, or is too long for one; kept as a field only",
        "no year in 'in press'",
        "no DOI in '10/abc'",
        "authors are parted by “;”; BibTeX wants “and”",
        "the check digit of the ISSN 0140-6737 is wrong",
        "the check digit of the ISBN 0-306-40615-3 is wrong",
    )
