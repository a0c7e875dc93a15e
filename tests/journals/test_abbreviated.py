from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.journals import abbreviated, agree, unknown_words
from evidence.journals.irregular import SHORT_NAMES

JOURNALS = [line.split("|") for line in Path(__file__).with_name("titles.txt").read_text("utf-8").splitlines() if line]
"""Journals of many fields: titles, with abbreviations as NLM, ISO 4 and publishers have them."""


@pytest.mark.parametrize("names", JOURNALS, ids=[names[0] for names in JOURNALS])
def test_title_and_abbreviations_are_one_journal(names):
    assert [name for name in names if not agree(names[0], name)] == []
    assert len(set(map(abbreviated, names))) == 1


def test_no_two_of_hundreds_of_journals_are_made_one():
    by_key = {}
    for number, names in enumerate(JOURNALS):
        for name in names:
            by_key.setdefault(abbreviated(name), []).append((number, name))
    merged = [
        (one, other)
        for named in by_key.values()
        for (number, one), (another, other) in combinations(named, 2)
        if number != another and agree(one, other)
    ]
    assert merged == []
    assert len(JOURNALS) > 500


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brain", "Brain Research"),
        ("Journal of Clinical Psychiatry", "Journal of Clinical Psychology"),
        ("Journal of Psychology", "Psychology Journal"),
        ("Nature Medicine", "Natural Medicine"),
        ("Journal of Physics A", "Journal of Physics B"),
        ("Acta Crystallographica Section D", "Acta Crystallographica Section E"),
        ("Journal of Physics", "Journal of Physics: Condensed Matter"),
        ("Biological Psychiatry", "Biological Psychiatry: Cognitive Neuroscience and Neuroimaging"),
        ("Health and Technology", "Health Technology"),
        ("Science & Education", "Science Education"),
        ("Education for Health", "Education and Health"),
        ("In Practice", "Practice"),
        ("Pour la Science", "Science"),
        ("La Nature", "Nature"),
        ("JACS Au", "JACS"),
        ("Cancers", "Cancer"),
        ("Agric. For. Meteorol.", "Agricultural Meteorology"),
        ("Journal / Dental Society", "Journal / Nursing Society"),
        ("Healthcare (Basel)", "Healthcare (Amsterdam)"),
        ("Surgery (Oxford)", "Surgery"),
        ("Dev Biol (Basel)", "Dev Biol"),
        ("Inquiry : a journal of medical care organization", "Inquiry : an interdisciplinary journal of philosophy"),
        ("\u0412\u0440\u0430\u0447", "\u0412\u0440\u0430\u0447\u0438"),
    ],
)
def test_other_journals_stay_apart(one, other):
    assert not agree(one, other)
    assert not agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lancet, The", "The Lancet"),
        ("AM J PSYCHIATRY", "American Journal Of Psychiatry"),
        ("Am.J.Psychiatry", "American Journal of Psychiatry"),
        ("Journal of the American Statistical Association (JASA)", "J. Amer. Statist. Assoc."),
        ("Journal of Hepatology [Internet]", "J Hepatol"),
        ("Deutsche medizinische Wochenschrift (1946)", "Dtsch Med Wochenschr"),
        ("Agricultural and Forest Meteorology", "Agric. For. Meteorol."),
        ("Journal For Healthcare Quality", "Journal for Healthcare Quality"),
        ("Designs, Codes and Cryptography", "Des. Codes Cryptogr."),
        ("Journal of Polymer Science Part A", "J. Polym. Sci., Part A"),
        ("Canadian Journal of Psychiatry / La Revue canadienne de psychiatrie", "Can. J. Psychiatry"),
        ("Leadership in health services = Leadership dans les services de sant\u00e9", "Leadersh Health Serv"),
        ("European Journal of Cardio-Thoracic Surgery", "Eur J Cardiothorac Surg"),
        ("Surgery (Oxford, Oxfordshire)", "Surgery (Oxf)"),
        ("Science (80-. )", "Science"),
        ("Z. f. Psychol.", "Zeitschrift f\u00fcr Psychologie"),
        ("\u0416\u0443\u0440\u043d\u0430\u043b", "\u0436\u0443\u0440\u043d\u0430\u043b"),
        ("+++", " +++ "),
    ],
)
def test_spellings_of_one_journal_agree(one, other):
    assert agree(one, other)
    assert abbreviated(one) == abbreviated(other)


@pytest.mark.parametrize("title", sorted(set(SHORT_NAMES.values()) - {"bmj"}))
def test_the_title_that_a_short_name_stands_for_is_an_abbreviation(title):
    assert abbreviated(title) == title


@pytest.mark.parametrize(
    ("name", "unknown"),
    [
        ("Am. J. Psychiatry", ()),
        ("X. Y. Hipp.", ("hipp",)),
        ("Hipp. Hipp. Res.", ("hipp", "hipp")),
        ("Acta Hpt", ("hpt",)),
        ("J. G3 2000 Zorp.", ("zorp",)),
        ("Zorp. Section A", ()),
        ("Zorp. Res.", ("zorp",)),
        ("Aust. N. Z. J. Psychiatry", ()),
        ("Hong Kong Journal of Psychiatry", ()),
        ("XYZ Reports", ()),
        ("ZORP. REP.", ("zorp",)),
        ("\u4e2d\u534e \u533b\u5b66.", ()),
        ("Journal of Glaucoma", ()),
        ("J Glaucoma", ()),
        ("R\u00f6ntg. Bl\u00e4tt.", ("rontg", "blatt")),
    ],
)
def test_words_that_look_abbreviated_and_are_not_known_are_told(name, unknown):
    assert unknown_words(name) == unknown


@given(st.text())
def test_any_name_agrees_with_itself(name):
    assert agree(name, name)


@given(st.text(), st.text())
def test_agreement_goes_both_ways(one, other):
    assert agree(one, other) == agree(other, one)


def test_a_name_of_a_million_brackets_is_read():
    assert abbreviated("(" * 1_000_000 + "Acta") == "acta"
