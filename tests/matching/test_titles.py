import pytest

from evidence.matching.titles import (
    LONGEST_TITLE,
    NO_TITLE,
    is_of_every_issue,
    is_short,
    is_yearly,
    main_part,
    title_of,
    undecorated,
)


@pytest.mark.parametrize(
    "added",
    [
        " [Review]",
        " [Review] [33 refs]",
        " (review article).",
        " [see comment]",
        " [see comments in: JAMA. 2001;285:1]",
        " [Erratum appears in Lancet. 2004 Jan 3;363(9402):84]",
        " [published erratum appears in BMJ 1999;319:1]",
        " (La Chi)",
        " [Article in German]",
        " <Multiple letters 1>",
        " [Retracted article]",
    ],
)
def test_what_databases_add_to_a_title_is_taken_off(added):
    assert undecorated(f"Zinc for the common cold{added}") == "Zinc for the common cold"


@pytest.mark.parametrize(
    "title", ["Zinc for colds (part II)", "Zinc [a pilot study]", "[Review]", "Vitamin D <abstract>"]
)
def test_what_belongs_to_a_title_stays(title):
    assert undecorated(title) == title


@pytest.mark.parametrize(
    "title", ["RETRACTED: Zinc for colds", "RETRACTED ARTICLE: Zinc for colds", "[Retracted] Zinc for colds"]
)
def test_an_article_that_was_retracted_keeps_its_title(title):
    assert title_of(title) == title_of("Zinc for colds")


def test_a_notice_of_retraction_does_not():
    assert title_of("Retraction: Zinc for colds") != title_of("Zinc for colds")
    assert undecorated("Retracted") == "Retracted"


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("Zinc for the common cold: a trial", "Zinc for the common cold"),
        ("Zinc helps? A trial", None),
        ("Does zinc help colds? A trial", "Does zinc help colds"),
        ("Zinc for the common cold. A randomized trial", "Zinc for the common cold"),
        ("Zinc for the common cold - a trial", "Zinc for the common cold"),
        ("Growth of the mutant E. coli in zinc", None),
        ("Zinc: a trial of what it does", None),
        ("Zinc for the common cold: .", None),
    ],
)
def test_the_part_before_a_subtitle_is_found_where_it_can_stand_alone(title, main):
    assert main_part(title) == main


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Type II diabetes in the young", "Type 2 diabetes in the young"),
        ("Factor V deficiency", "Factor 5 deficiency"),
        ("Part X of the study", "Part 10 of the study"),
        ("A trial of 10,000 adults", "A trial of 10000 adults"),
    ],
)
def test_numbers_are_read_however_they_are_written(one, other):
    assert title_of(one).text == title_of(other).text
    assert title_of(one).numbers == title_of(other).numbers != ()


def test_v_alone_is_versus():
    assert title_of("Zinc v placebo").words == title_of("Zinc vs. placebo").words == ("sinc", "placebo")


@pytest.mark.parametrize("nothing", [None, "", "…", "{}"])
def test_a_title_of_no_letters_is_none(nothing):
    assert title_of(nothing) is NO_TITLE


def test_a_title_of_small_words_alone_keeps_them():
    assert title_of("The And").words == ("the", "and")


def test_a_title_of_a_million_letters_is_cut():
    assert len(title_of("a" * 10**6).text) == LONGEST_TITLE


def test_short_titles_and_those_that_come_again_are_told():
    assert is_short(title_of("Zinc for colds"))
    assert is_short(title_of("糖尿病"))
    assert not is_short(title_of("糖尿病患者の認知機能に関する研究"))
    assert is_of_every_issue(title_of("Introduction to the special issue"))
    assert not is_of_every_issue(title_of("The introduction of zinc to the diet of adults in rural areas of the north"))
    assert is_yearly(title_of("Cancer statistics for the whole country"))
    assert not is_yearly(title_of("Zinc for the common cold in adults"))
