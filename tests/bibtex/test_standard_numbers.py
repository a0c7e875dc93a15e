import pytest

from evidence.bibtex.standard_numbers import Numbers, isbns_of, issns_of

LANCET = "0140-6736"
LANCET_ONLINE = "1474-547X"


@pytest.mark.parametrize(
    ("value", "issn"),
    [
        (LANCET, (LANCET,)),
        ("01406736", (LANCET,)),
        ("0140 6736", (LANCET,)),
        ("0140\u20136736", (LANCET,)),
        ("ISSN 0140-6736", (LANCET,)),
        ("1474-547x", (LANCET_ONLINE,)),
        ("0140-6736, 1474-547X", (LANCET, LANCET_ONLINE)),
        ("0140-6736;1474-547X", (LANCET, LANCET_ONLINE)),
        ("0140-6736/1474-547X", (LANCET, LANCET_ONLINE)),
        ("0140-6736 (Print) 1474-547X (Electronic) 0140-6736 (Linking)", (LANCET, LANCET_ONLINE)),
        ("", ()),
    ],
)
def test_each_issn_of_a_field_is_given_once_with_its_hyphen(value, issn):
    assert issns_of(value) == Numbers(issn)


@pytest.mark.parametrize(
    ("value", "issn", "doubt"),
    [
        ("0140-6737", (), "the check digit of the ISSN 0140-6737 is wrong"),
        ("1474-547X, 0140-6737", (LANCET_ONLINE,), "the check digit of the ISSN 0140-6737 is wrong"),
        ("n/a", (), "no ISSN in 'n/a'"),
    ],
)
def test_an_issn_that_cannot_be_right_is_a_doubt(value, issn, doubt):
    assert issns_of(value) == Numbers(issn, (), (doubt,))


@pytest.mark.parametrize(
    ("value", "isbn"),
    [
        # Wikipedia's example, and that of the ISBN manual
        ("978-3-16-148410-0", ("9783161484100",)),
        ("9783161484100", ("9783161484100",)),
        ("0-306-40615-2", ("9780306406157",)),
        ("0306406152", ("9780306406157",)),
        ("080442957x", ("9780804429573",)),
        ("978 3 16 148410 0 (print), 0\u2013306\u201340615\u20132", ("9783161484100", "9780306406157")),
        ("9780306406157 0306406152", ("9780306406157",)),
        (" ", ()),
    ],
)
def test_each_isbn_of_a_field_is_given_once_with_thirteen_digits(value, isbn):
    assert isbns_of(value) == Numbers((), isbn)


@pytest.mark.parametrize(
    ("value", "doubt"),
    [
        ("978-3-16-148410-1", "the check digit of the ISBN 978-3-16-148410-1 is wrong"),
        ("0-306-40615-3", "the check digit of the ISBN 0-306-40615-3 is wrong"),
        ("0140-6737", "no ISBN in '0140-6737'"),
        ("none", "no ISBN in 'none'"),
    ],
)
def test_an_isbn_that_cannot_be_right_is_a_doubt(value, doubt):
    assert isbns_of(value) == Numbers((), (), (doubt,))


def test_an_issn_in_the_field_of_the_isbn_is_an_issn():
    assert isbns_of("0140-6736 (Print)") == Numbers((LANCET,))
