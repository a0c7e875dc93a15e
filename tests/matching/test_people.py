import pytest

from evidence.bibtex.names import NO_AUTHORS, authors
from evidence.matching.people import agreement, alike, first_family, names_of


def names(text):
    return names_of(authors(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Smith, John", "Smith JA"),
        ("Müller, K.", "Mueller, Karin"),
        ("Müller, K.", "Muller K"),
        ("de la Cruz, María", "Cruz, M."),
        ("van den Berg, Jan", "Vandenberg, J"),
        ("Garcia Molina, Ana", "Garcia, A."),
        ("Kowalski, P.", "Kowalsky, P."),
        ("Wei Wang", "Wang Wei"),
        ("{World Health Organization}", "World Health Organization"),
        ("O'Brien, P.", "OBrien P"),
    ],
)
def test_spellings_of_one_name_are_alike(one, other):
    assert alike(names(one)[0], names(other)[0])
    assert alike(names(other)[0], names(one)[0])


@pytest.mark.parametrize(
    ("one", "other"), [("Smith, J.", "Smith, R."), ("Li, W.", "Lu, W."), ("Bauer, A.", "Brown, A.")]
)
def test_names_of_two_persons_are_not(one, other):
    assert not alike(names(one)[0], names(other)[0])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Smith, J. and Jones, K.", "Smith, J. and Jones, K.", 1),
        ("Smith, J. and others", "Smith, John and Jones, Karin and Brown, Li", 1),
        ("Smith, J. and Jones, K.", "Smith, J. and Brown, L.", 0),
        ("Jones, K. and Smith, J.", "Smith, J. and Jones, K.", 0),
        ("{WHO}", "Smith, J.", 0),
        ("Smith, J.", "{WHO}", 0),
        ("Smith, J.", "Brown, L.", -1),
        ("Smith, J.", "", 0),
        ("", "Smith, J.", 0),
    ],
)
def test_lists_agree_if_the_first_and_most_others_do(one, other, expected):
    assert agreement(names(one), names(other)) == agreement(names(other), names(one)) == expected


def test_the_first_family_name_leads_to_an_entry():
    assert first_family(authors("van der Meer, Jan and Smith, J.")) == "meer"
    assert first_family(NO_AUTHORS) == ""
