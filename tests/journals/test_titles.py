import pytest

from evidence.journals.titles import title


@pytest.mark.parametrize(
    ("name", "words", "place"),
    [
        ("The Lancet (London, England)", "The Lancet", "london"),
        ("Science (N.Y.)", "Science", "n"),
        ("Psychiatry (Edgmont (Pa. : Township))", "Psychiatry", "edgmont"),
        ("Journal of Physiology (1985)", "Journal of Physiology", ""),
        ("Journal of Physiology (Print)", "Journal of Physiology", ""),
        ("Journal of Physiology ()", "Journal of Physiology", ""),
        ("Journal of Applied Physiology (JAP)", "Journal of Applied Physiology", ""),
        ("Biochimica et Biophysica Acta (BBA) - Biomembranes", "Biochimica et Biophysica Acta Biomembranes", ""),
        ("Br Med J (Clin Res Ed)", "Br Med J Clin Res Ed", ""),
        ("Alzheimer's & Dementia", "Alzheimers and Dementia", ""),
        ("Nurses' Journal", "Nurses Journal", ""),
        ("L\u2019Enc\u00e9phale", "Encephale", ""),
    ],
)
def test_what_catalogues_add_is_taken_off(name, words, place):
    found = title(name)
    assert (" ".join(found.words), found.place, found.subtitle) == (words, place, "")


@pytest.mark.parametrize(
    ("name", "words", "subtitle"),
    [
        (
            "Pain : the journal of the International Association for the Study of Pain",
            "Pain",
            "journal of international association for study of pain",
        ),
        ("Hand. Official journal of the Hand Society", "Hand", "official journal of hand society"),
        ("Am. Journal of Psychiatry", "Am Journal of Psychiatry", ""),
        ("European Heart Journal: Acute Cardiovascular Care", "European Heart Journal Acute Cardiovascular Care", ""),
        ("Journal : journal of the Dental Society", "Journal journal of the Dental Society", ""),
        (" : journal of the Dental Society", "journal of the Dental Society", ""),
    ],
)
def test_a_subtitle_is_taken_off_where_it_says_whose_journal_it_is(name, words, subtitle):
    found = title(name)
    assert (" ".join(found.words), found.subtitle) == (words, subtitle)


def test_what_is_too_long_for_a_name_is_taken_as_it_is():
    assert len(title("Acta (Basel) " * 1000).words) == 2000
