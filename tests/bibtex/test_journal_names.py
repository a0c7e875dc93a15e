import pytest

from evidence.bibtex.journal_names import LONGEST_JOURNAL, JournalNames, journal_names

NEJM, ISO = "New England Journal of Medicine", "N. Engl. J. Med."
NO_NAME = "the journal's name has no letter, or is too long for one; kept as a field only"


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"journal": NEJM}, JournalNames(NEJM)),
        ({"journaltitle": NEJM}, JournalNames(NEJM)),
        ({"journal": NEJM, "shortjournal": ISO}, JournalNames(NEJM, ISO)),
        ({"journal": NEJM, "journal-iso": ISO}, JournalNames(NEJM, ISO)),
        ({"journal": NEJM, "abbrev_source_title": ISO}, JournalNames(NEJM, ISO)),
        ({"fjournal": NEJM, "journal": ISO}, JournalNames(NEJM, ISO)),
        ({"shortjournal": ISO}, JournalNames(ISO)),
        ({"journal": "", "shortjournal": ISO}, JournalNames(ISO)),
        ({"journal": "The Lancet", "shortjournal": "Lancet"}, JournalNames("The Lancet")),
        ({"journal": r"Science \& Medicine"}, JournalNames("Science & Medicine")),
        ({"booktitle": NEJM}, JournalNames()),
        ({"journal": " "}, JournalNames()),
    ],
)
def test_the_journal_is_told_by_its_full_name_and_its_abbreviation(fields, names):
    assert journal_names(fields) == names


@pytest.mark.parametrize("journal", ["...", "x" * (LONGEST_JOURNAL + 1), "x" * 1_000_000, "\ufdfa" * LONGEST_JOURNAL])
def test_what_cannot_be_a_name_is_a_doubt(journal):
    assert journal_names({"journal": journal}) == JournalNames(doubt=NO_NAME)
    assert journal_names({"journal": journal, "shortjournal": journal}) == JournalNames(doubt=NO_NAME)
    assert journal_names({"journal": journal, "shortjournal": ISO}) == JournalNames(ISO)


@pytest.mark.parametrize("fields", [{}, {"shortjournal": "arXiv"}])
def test_the_number_in_the_name_of_arxiv_is_no_part_of_it(fields):
    names = journal_names({"journal": "arXiv preprint arXiv:1706.03762", **fields})
    assert names == JournalNames("arXiv", arxiv="1706.03762")


def test_numbers_of_arxiv_before_2007_are_told_from_its_name():
    names = journal_names({"journal": "arXiv preprint cond-mat/9901001"})
    assert names == JournalNames("arXiv", arxiv="cond-mat/9901001")


def test_a_server_for_preprints_without_a_number_is_a_name():
    assert journal_names({"journal": "bioRxiv"}) == JournalNames("bioRxiv")
