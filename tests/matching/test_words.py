import pytest

from evidence.matching.words import compact, spelt_alike, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aspirin & Zinc (two trials)", ["aspirin", "and", "zinc", "two", "trials"]),
        ("Crème brûlée – déjà vu", ["creme", "brulee", "deja", "vu"]),  # noqa: RUF001 - a dash as printed
        ("Alzheimer's and Alzheimer’s", ["alzheimers", "and", "alzheimers"]),  # noqa: RUF001 - as printed
        ("Møller & Søn", ["moller", "and", "son"]),
        ("TNF-α, NF-κB, λ", ["tnf", "alpha", "nf", "kappab", "lambda"]),  # noqa: RUF001 - Greek letters
        ("H₂O and CO²", ["h2o", "and", "co2"]),
        ("Øresund, Łódź, Straße", ["oresund", "lodz", "strasse"]),
        ("Витамин D", ["витамин", "d"]),
        ("糖尿病の研究", ["糖尿病の研究"]),
        ("ガン", ["ガン"]),
        ("हिन्दी", ["हिन्दी"]),
        ("…", []),
        ("a_b\x00c", ["a", "b", "c"]),
    ],
)
def test_words_lose_case_accents_and_signs_and_keep_letters_of_every_script(text, expected):
    assert words(text) == expected


def test_an_accent_that_stands_apart_is_the_same_as_one_on_its_letter():
    assert words("Cafe\u0301") == words("Café") == ["cafe"]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("randomised", "randomized"),
        ("anaemia", "anemia"),
        ("oestrogen", "estrogen"),
        ("tumour", "tumor"),
        ("modelling", "modeling"),
        ("centre", "center"),
        ("sulphate", "sulfate"),
        ("programme", "program"),
    ],
)
def test_british_and_american_words_are_spelt_alike(british, american):
    assert spelt_alike(british) == spelt_alike(american)


def test_hyphens_part_words_that_others_write_as_one():
    assert compact("Meta-analysis") == compact("metaanalysis") == compact("meta analysis")
