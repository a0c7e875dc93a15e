import pytest

from evidence.bibtex.pages import article_number, issue_of, pages_of, volume_of


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("12-34", "12", "34"),
        ("12--34", "12", "34"),
        ("12---34", "12", "34"),
        ("12\u201334", "12", "34"),
        (r"12{\textendash}34", "12", "34"),
        ("{12}--{34}", "12", "34"),
        ("61 - 74", "61", "74"),
        ("123-8", "123", "128"),
        ("1007--11", "1007", "1011"),
        ("S12-S34", "S12", "S34"),
        ("S12-34", "S12", "S34"),
        ("s12-s34", "S12", "S34"),
        ("S123-8", "S123", "S128"),
        ("e12 - e20", "e12", "e20"),
        ("1193.e1--1193.e7", "1193.e1", "1193.e7"),
        ("112.e1-e5", "112.e1", "112.e5"),
        ("1234e1-9", "1234e1", "1234e9"),
        ("12:1--12:20", "12:1", "12:20"),
        ("12:1-20", "12:1", "12:20"),
        ("A-1-A-5", "A-1", "A-5"),
        ("iv-xii", "iv", "xii"),
        ("IV--XII", "iv", "xii"),
        ("1-S12", "1", "S12"),
        ("12a-12b", "12a", "12b"),
        ("999-3", "999", "3"),
        ("999-1003", "999", "1003"),
        ("0123-0130", "123", "130"),
        ("pp. 12-15", "12", "15"),
        ("Seiten 12-15", "12", "15"),
        ("12-p. 15", "12", "15"),
        ("12-15, 20", "12", "15"),
        ("12-15; discussion 16-7", "12", "15"),
        ("1-12 (2001)", "1", "12"),
        ("8", "8", None),
        ("000", "0", None),
        ("p. 8", "8", None),
        ("12+", "12", None),
        ("12ff.", "12", None),
        ("3-es", "3", None),
        ("e1234", "e1234", None),
        ("E1234", "e1234", None),
        ("e2020GL087776", "e2020GL087776", None),
        ("Article ID 56789", "56789", None),
        ("P-12", "P-12", None),
        ("8 p", None, None),
        ("8 pp.", None, None),
        ("[8] p.", None, None),
        ("xii, 345 pages", None, None),
        ("n/a", None, None),
        ("-", None, None),
        ("in press", None, None),
        ("undefined-undefined", None, None),
        ("10.1177/0123", None, None),
        ("", None, None),
        ("1" * 1000, None, None),
    ],
)
def test_pages_give_the_first_range_with_its_last_page_written_out(value, first, last):
    assert pages_of(value) == (first, last)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("e0123456", "e0123456"),
        ("Article 1234", "1234"),
        ("Art. No. 012", "12"),
        ("arXiv:1706.03762", None),
        ("none", None),
        ("", None),
        ("1" * 100, None),
    ],
)
def test_an_article_number_stands_without_its_label(value, number):
    assert article_number(value) == number


@pytest.mark.parametrize(
    ("value", "volume", "issue"),
    [
        ("12", "12", None),
        ("012", "12", None),
        ("Vol. 12", "12", None),
        ("Volume XII", "XII", None),
        ("12a", "12a", None),
        ("12--13", "12-13", None),
        ("12(3)", "12", "3"),
        ("12 (Suppl 1)", "12", "S1"),
        ("V", "V", None),
        ("", None, None),
    ],
)
def test_a_volume_stands_without_its_label_and_apart_from_the_issue(value, volume, issue):
    assert volume_of(value) == (volume, issue)


@pytest.mark.parametrize(
    ("value", "issue"),
    [
        ("3", "3"),
        ("No. 03", "3"),
        ("No 3", "3"),
        ("#3", "3"),
        ("3--4", "3-4"),
        ("3 \u2013 4", "3-4"),
        ("Suppl. 1", "S1"),
        ("Supplement 1", "S1"),
        ("suppl_1", "S1"),
        ("S1", "S1"),
        ("3 Suppl 1", "3 S1"),
        ("November", "November"),
        ("0", "0"),
        (" ", None),
        ("arXiv:1706.03762", None),
    ],
)
def test_an_issue_is_written_in_one_way(value, issue):
    assert issue_of(value) == issue
