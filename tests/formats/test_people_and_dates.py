import pytest

from evidence.bibtex.names import authors
from evidence.formats.dates import completed, dated, from_parts
from evidence.formats.people import body, inverted, joined, person


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Doe, Jane", "Doe, Jane"),
        ("King, Martin, Jr", "King, Jr, Martin"),
        ("King, Jr, Martin", "King, Jr, Martin"),
        ("King, Martin, PhD", "King, PhD, Martin"),
        ("Statin Trialists,", "{Statin Trialists}"),
        ("World Health Organization", "{World Health Organization}"),
        ("Department of Health, Leeds, England, UK", "{Department of Health, Leeds, England, UK}"),
        ("Smith JA", "Smith, JA"),
        ("Smith J. A.", "Smith, J. A."),
        ("van der Berg A", "van der Berg, A"),
        ("J. Smith", "J. Smith"),
        ("J. A. SM", "J. A. SM"),
        ("WHO", "WHO"),
        ("John Smith", "John Smith"),
        ("Marks and Spencer", "{Marks and Spencer}"),
        ("family=Doe", "{family=Doe}"),
        (" , ", ""),
        ("", ""),
    ],
)
def test_names_as_databases_write_them(name, expected):
    assert inverted(name) == expected


def test_parts_that_bibtex_would_take_apart_stand_in_braces():
    value = joined([person("Doe; Roe", given="A, B"), person("Li and Co", suffix="Jr"), body("A, B and C")], more=True)
    assert value == "{Doe; Roe}, {A, B} and {Li and Co}, Jr, {} and {A, B and C} and others"
    read = authors(value)
    assert [(one.family, one.given, one.suffix, one.literal) for one in read.persons] == [
        ("Doe; Roe", "A, B", None, None),
        ("Li and Co", None, "Jr", None),
        (None, None, None, "A, B and C"),
    ]
    assert read.more


def test_a_name_may_have_one_part_only():
    assert (person("", given="Ann"), person("", suffix="Jr"), person("Li"), body(" ")) == ("Ann", "Jr", "Li", "")
    assert joined(["", ""], more=True) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2003/05/02/", ("2003", "5", "2003-05-02")),
        ("2003-05-02T10:00:00Z", ("2003", "5", "2003-05-02")),
        ("2003/05//Spring", ("2003", "5", None)),
        ("2003///", ("2003", None, None)),
        ("2003", ("2003", None, None)),
        ("2003-13-40", ("2003", "13", None)),
        ("2003-02-99", ("2003", "2", None)),
        ("2003 May 2", ("2003", "5", "2003-05-02")),
        ("2 May 2003", ("2003", "5", "2003-05-02")),
        ("May 2, 2003", ("2003", "5", "2003-05-02")),
        ("Sept. 2003", ("2003", "9", None)),
        ("2003 Nov-Dec", ("2003", "Nov-Dec", None)),
        ("Winter 2003", ("2003", "Winter", None)),
        ("2003-2004", ("2003-2004", None, None)),
        ("2003 Jan 1-15", ("2003", "Jan 1-15", None)),
        ("2000 Spring-Summer", ("2000", "Spring-Summer", None)),
        ("c2003", ("c2003", None, None)),
        ("in press", ("in press", None, None)),
        ("", (None, None, None)),
    ],
)
def test_dates_as_databases_write_them(text, expected):
    found = dict(dated(text))
    assert (found.get("year"), found.get("month"), found.get("date")) == expected


def test_a_date_that_leaves_out_the_year_is_completed():
    assert dict(completed("Mar 7", year="2019")) == {"year": "2019", "month": "3", "date": "2019-03-07"}
    assert completed("2018-03-07", year="2019") == []
    assert dict(completed("2018-03", year="")) == {"year": "2018", "month": "3"}
    assert completed("", year="2019") == []


def test_parts_of_dates():
    assert from_parts("2019", "00") == [("year", "2019")]
    assert from_parts("2019", "March", "7") == [("year", "2019"), ("month", "3"), ("date", "2019-03-07")]
    assert from_parts("2019", "Marginal-1") == [("year", "2019"), ("month", "Marginal-1")]
