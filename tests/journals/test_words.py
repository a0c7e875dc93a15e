import re
from importlib.resources import files

import pytest

from evidence.journals.words import word


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("journal", "j"),
        ("psychological", "psychol"),
        ("psychology", "psychol"),
        ("glycobiology", "glycobiol"),
        ("mammography", "mammogr"),
        ("phytochemistry", "phytochem"),
        ("pharmacotherapy", "pharmacother"),
        ("bariatrics", "bariatr"),
        ("neurorehabilitation", "neurorehabil"),
        ("neurozorp", "neurozorp"),
        ("amer", "am"),
        ("psychiatry", "psychiatry"),
        ("lancet", "lancet"),
        ("therapies", "ther"),
        ("zebrafishs", "zebrafish"),
    ],
)
def test_a_word_is_cut_as_iso_4_has_it(text, cut):
    assert word(text).cut == cut


@pytest.mark.parametrize(
    ("text", "is_short", "is_known"),
    [
        ("psychol", True, True),
        ("j", True, True),
        ("neurozool", True, True),  # by its ending
        ("psychology", False, True),
        ("child", False, True),  # itself, or an abbreviation of children
        ("zorp", False, False),
        ("x", False, True),  # the letter of a section
    ],
)
def test_a_word_is_told_from_an_abbreviation(text, is_short, is_known):
    assert (word(text).short, word(text).known) == (is_short, is_known)


def test_a_word_that_may_be_an_abbreviation_is_not_held_against_another():
    assert word("child").whole == ""
    assert word("children").whole == "children"


def test_each_word_of_the_table_stands_in_it_once():
    words = [
        text
        for line in files("evidence.journals").joinpath("words.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
        for text in line.split()[1:]
    ]
    assert sorted({text for text in words if words.count(text) > 1}) == []
    assert [text for text in words if not re.fullmatch(r"\.?[a-z]+-?", text)] == []
