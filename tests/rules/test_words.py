from dataclasses import replace

import pytest

from evidence.dossier import Journal
from evidence.rules.examples import source
from evidence.rules.words import called, journal_of, listed, several


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d", "e"], "a, b, c and 2 more"),
        (["a", "b", "a"], "a and b"),
    ],
)
def test_items_are_listed_as_in_a_sentence(items, told):
    assert listed(items) == told


def test_a_count_agrees_with_its_noun():
    assert [several(count, "sample") for count in (0, 1, 2)] == ["0 samples", "1 sample", "2 samples"]


def test_a_source_is_called_by_author_and_year_and_always_by_its_key():
    assert called(source("k", author="Hulisz", year=2004)) == "Hulisz 2004 [k]"
    assert called(source("k", author="Hulisz")) == "Hulisz [k]"
    assert called(source("k", year=2004)) == "k"


def test_a_journal_that_nobody_has_confirmed_is_marked():
    work = source(journal="BMJ")
    assert journal_of(work) == "BMJ"
    assert journal_of(replace(work, unconfirmed="volume, journal")) == "BMJ (unconfirmed)"
    assert journal_of(replace(work, unconfirmed="volume")) == "BMJ"
    assert journal_of(source()) == "no journal that is recorded"


def test_hostile_names_are_made_harmless_and_short():
    hostile = source("k" * 1_000_000, author="\x1b[31mred\n\u202e", journal=Journal(title="<b>" * 1_000_000), year=1)
    assert len(called(hostile)) < 200
    assert len(journal_of(hostile)) < 200
    assert called(hostile).startswith("\\x1b[31mred")
    assert "\x1b" not in called(hostile) + journal_of(hostile)


def test_a_source_whose_entry_leaves_authors_out_is_called_by_the_first_and_others():
    work = replace(source(author="Hulisz", year=2004), more_authors=True)
    assert called(work) == "Hulisz et al. 2004 [hulisz2004zinc]"
