import pytest

from evidence.journals import comparable
from evidence.matching.places import ends, issues, journals, pages, volumes


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("European Heart Journal", "Eur Heart J", 1),
        ("European Heart Journal", "EUROPEAN HEART JOURNAL", 1),
        (
            "Proceedings of the National Academy of Sciences of the United States of America",
            "Proc Natl Acad Sci U S A",
            1,
        ),
        ("Proceedings of the National Academy of Sciences of the United States of America", "PNAS", 1),
        ("The New England Journal of Medicine", "N. Engl. J. Med.", 1),
        ("JAMA", "Journal of the American Medical Association", 1),
        ("Journal of Clinical Oncology: official journal of the American Society", "J Clin Oncol", 1),
        ("Psycho-Oncology", "Psychooncology", 1),
        ("Lancet", "Lancet Oncology", -1),
        ("Journal of Clinical Oncology", "Journal of Cardiac Operations", -1),
        ("J", "Journal of Zinc", -1),
        ("Physical Review A", "Physical Review B", 0),
        ("European Hart Journal", "European Heart Journal", 1),
        ("European Heart Journal", "Eurapaen Heart Journal", 0),
        ("Circulation", "Gut", -1),
    ],
)
def test_journals_are_known_by_their_abbreviations(one, other, expected):
    first, second = ((comparable(name),) for name in (one, other))
    assert journals(first, second) == journals(second, first) == expected


def test_any_of_two_names_will_do_and_none_tells_nothing():
    assert journals(("gut", "circulation"), ("gut",)) == 1
    assert journals((), ("gut",)) == journals(("gut",), ()) == 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("36", "36", 1), ("36", "37", -1), ("36", None, 0), (None, "36", 0), ("36", "36 suppl 1", 0), ("2015", "36", 0)],
)
def test_volumes(one, other, expected):
    assert volumes(one, other, years={2015}) == volumes(other, one, years={2015}) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("3", "3", 1), ("3", "4", -1), ("3", "3-4", 0), ("3", None, 0), (None, "3", 0)]
)
def test_issues(one, other, expected):
    assert issues(one, other) == issues(other, one) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("123", "128"), ("123", None), 1),
        (("123", "128"), ("124", "129"), -1),
        (("123", "128"), (None, None), 0),
        (("e1234", None), ("1234", None), 1),
        (("bmj.l1234", None), ("l1234", None), 1),
        (("21234", None), ("1234", None), -1),
        (("1", "12"), ("e0123", None), 0),
        (("12", "128"), ("121", "128"), 0),
    ],
)
def test_pages(one, other, expected):
    assert pages(one, other) == pages(other, one) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("123", "128"), ("123", "128"), 1),
        (("123", "128"), ("123", "127"), -1),
        (("123", "128"), ("123", None), 0),
        (("e1234", None), ("e1234", None), 1),
        (("12", None), ("12", None), 0),
    ],
)
def test_where_works_end(one, other, expected):
    assert ends(one, other) == ends(other, one) == expected
