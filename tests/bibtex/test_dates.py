import pytest

from evidence.bibtex.dates import Published, month_of, published


@pytest.mark.parametrize(
    ("value", "month"),
    [
        ("jan", 1),
        ("Jan.", 1),
        ("{Jan.}", 1),
        ("01", 1),
        ("1.", 1),
        ("january", 1),
        ("10~jan", 1),
        ("may/jun", 5),
        ("3-4", 3),
        ("sept", 9),
        ("Sept.", 9),
        ("12", 12),
        ("May 3, 2001", 5),
        ("15 Mar", 3),
        ("2001-05", 5),
        (r"M{\"a}rz", 3),
        (r"D{\'e}c.", 12),
        ("août", 8),
        ("Okt.", 10),
        ("jui", None),
        ("Spring", None),
        ("3rd quarter", None),
        ("13", None),
        ("21", None),
        ("2001", None),
        ("0", None),
        ("", None),
    ],
)
def test_a_month_is_told_from_its_number_or_the_beginning_of_its_name(value, month):
    assert month_of(value) == month


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        # the biblatex manual, section 2.3.8
        ("1850", 1850, None),
        ("1997/", 1997, None),
        ("/1997", 1997, None),
        ("1997/..", 1997, None),
        ("../1997", 1997, None),
        ("1967-02", 1967, 2),
        ("2009-01-31", 2009, 1),
        ("1988/1992", 1988, None),
        ("2002-01/2002-02", 2002, 1),
        ("1995-03-30/1995-04-05", 1995, 3),
        ("2004-04-05T14:34:00", 2004, 4),
        ("2004-04-05T14:34:00Z", 2004, 4),
        ("1723?", 1723, None),
        ("1723~", 1723, None),
        ("1723%", 1723, None),
        ("2004-22", 2004, None),
        ("1999-XX", 1999, None),
        ("1999-05-XX", 1999, 5),
        ("-0876", -876, None),
        ("-0877/-0866", -877, None),
        # what others write
        ("2000/01/15", 2000, 1),
        ("2003-00-00", 2003, None),
        ("March 5, 2001", 2001, 3),
        ("05/2001", 2001, 5),
        ("[1998]", 1998, None),
    ],
)
def test_a_date_gives_its_first_year_and_month(date, year, month):
    assert published({"date": date}) == Published(year, month)
    assert published({"issued": date}) == Published(year, month)


@pytest.mark.parametrize("date", ["199X", "19XX", "XXXX", "y17e7", "0000", "..", "n.d."])
def test_a_date_without_one_year_is_a_doubt(date):
    assert published({"date": date}) == Published(doubt=f"no year in {date!r}")


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2004-02-30", Published(2004, 2, "no such day: '2004-02-30'")),
        ("2001-02-29", Published(2001, 2, "no such day: '2001-02-29'")),
        ("2004-13", Published(2004, None, "no such month: '2004-13'")),
    ],
)
def test_a_day_that_never_was_is_a_doubt_and_its_year_stands(date, found):
    assert published({"date": date}) == found


def test_the_29th_of_february_was_a_day_of_2000():
    assert published({"date": "2000-02-29"}) == Published(2000, 2)


@pytest.mark.parametrize(
    ("year", "told"),
    [
        ("2010", 2010),
        ("2010a", 2010),
        ("2001/2002", 2001),
        ("c. 1850", 1850),
        ("[2001]", 2001),
        (r"{\noopsort{1999a}}2001", 2001),
        ("-44", -44),
    ],
)
def test_a_year_field_may_hold_more_than_a_year(year, told):
    assert published({"year": year}) == Published(told)


@pytest.mark.parametrize("year", ["in press", "199X", "10.2001", "201", "98"])
def test_a_year_field_without_a_year_is_a_doubt(year):
    assert published({"year": year}).doubt == f"no year in {year!r}"


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"year": "2001", "month": "mar"}, Published(2001, 3)),
        ({"year": "2001", "date": "2001-05-03"}, Published(2001, 5)),
        ({"year": "2001", "date": "2002-05-03"}, Published(2001)),
        ({"year": "2001", "date": "2001-05-03", "month": "jun"}, Published(2001, 6)),
        ({"year": "2001", "month": "mar", "date": "1999"}, Published(2001, 3)),
        ({"year": "", "date": "2002"}, Published(2002)),
        ({"year": " ", "date": " "}, Published()),
        ({"year": "forthcoming", "date": "2024-02"}, Published(2024, 2)),
        ({"year": "in press", "date": "soon"}, Published(doubt="no year in 'in press'")),
        ({"year": "in press", "month": "may"}, Published(None, 5, "no year in 'in press'")),
        ({"month": "jan", "date": "2001-05"}, Published(2001, 1)),
        ({"month": "Spring", "date": "2001-05"}, Published(2001, 5)),
        ({}, Published()),
    ],
)
def test_year_month_and_date_complete_each_other(fields, found):
    assert published(fields) == found
