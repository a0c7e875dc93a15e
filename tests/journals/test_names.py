import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.journals import comparable


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Lancet", "LANCET"),
        ("Addiction Science & Clinical Practice", "addiction science and clinical practice"),
        ("Addiction Science \uff06 Clinical Practice", "Addiction Science and Clinical Practice"),
        ("Revista M\u00e9dica de Chile", "Revista Medica de Chile"),
        ("Revista Me\u0301dica", "Revista M\u00e9dica"),
        ("Journal of the American Heart Association.", "Journal of the American Heart Association"),
        ("JAMA: The Journal", "jama - the   journal"),
        ("N. Engl. J. Med.", "N Engl J Med"),
        ("Zeitschrift f\u00fcr Ern\u00e4hrungsma\u00dfe", "ZEITSCHRIFT F\u00dcR ERN\u00c4HRUNGSMASSE"),
        ("\u210bypertension", "Hypertension"),
        ("\u0130la\u00e7", "ilac"),
    ],
)
def test_spellings_of_one_name_are_equal(one, other):
    assert comparable(one) == comparable(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Lancet", "The Lancet Oncology"),
        ("The", "Lancet"),
        ("\u533b\u5b66", "\u836f\u5b66"),
        ("\u041b\u0430\u043d\u0446\u0435\u0442", "\u041b\u0430\u043d\u0446\u0435\u0442\u044b"),
        ("\u0915\u093f", "\u0915\u094b"),  # letters that differ in a vowel sign alone
        ("+++", "???"),
    ],
)
def test_other_names_stay_apart(one, other):
    assert comparable(one) != comparable(other)


def test_a_name_of_signs_alone_stays_itself():
    assert comparable(" +++ ") == "+++"


@given(st.text())
def test_case_never_matters(name):
    assert comparable(name.upper()) == comparable(name.upper().lower())


def test_a_name_of_a_million_characters_is_compared():
    assert len(comparable("\u00e9" * 1_000_000)) == 1_000_000
