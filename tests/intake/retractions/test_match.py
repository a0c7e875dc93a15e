import pytest

from evidence.intake.retractions.listed import Listed
from evidence.intake.retractions.match import match
from evidence.intake.retractions.works import Known, Works
from evidence.vocab import Notice


def source(number, *, doi=None, pmid=None, work=None):
    return Known(number, f"key{number}", doi, pmid, work or number)


def matched(*sources, dois=(), pmids=()):
    """Give what each source of a work is matched by, the remarks and the doubts."""
    notice = Listed(2, "1", Notice.RETRACTION, "", tuple(dois), tuple(pmids), "", "", "")
    given = match(notice, Works(sources))
    return None if given is None else ({one.key: by for one, by in given.sources}, given.remarks, given.doubts)


def test_a_notice_that_names_no_source_concerns_none():
    assert matched(source(1, doi="10.1/b"), source(2, pmid="9"), dois=["10.1/a"], pmids=["8"]) is None


def test_a_doi_or_a_number_alone_is_enough():
    assert matched(source(1, doi="10.1/a"), dois=["10.1/a"]) == ({"key1": "doi"}, (), ())
    assert matched(source(1, pmid="7"), dois=["10.1/a"], pmids=["7"]) == ({"key1": "pmid"}, (), ())
    assert matched(source(1, doi="10.1/a"), dois=["10.1/a"], pmids=["7"]) == ({"key1": "doi"}, (), ())


def test_a_doi_that_agrees_outweighs_a_number_that_does_not_and_this_is_told():
    by, (told,), doubts = matched(source(1, doi="10.1/a", pmid="9"), dois=["10.1/a"], pmids=["7"])
    assert by == {"key1": "doi"}
    assert told == "its DOI is that of key1, but its PubMed number 7 is not; it was taken by the DOI"
    assert doubts == ()


def test_a_number_that_agrees_does_not_outweigh_a_doi_that_does_not():
    assert matched(source(1, doi="10.1/b", pmid="7"), dois=["10.1/a"], pmids=["7"]) == (
        {},
        (),
        ("its PubMed number is that of key1, its DOI is not",),
    )
    assert matched(source(1, doi="10.1/b", pmid="7"), pmids=["7"])[0] == {"key1": "pmid"}


def test_two_works_named_by_one_notice_are_a_doubt_and_neither_is_taken():
    by, remarks, (doubt,) = matched(source(1, doi="10.1/a"), source(2, pmid="7"), dois=["10.1/a"], pmids=["7"])
    assert (by, remarks) == ({}, ())
    assert doubt.startswith("its DOI is that of key1, its PubMed number that of key2; if they are one work, merge them")


def test_two_sources_of_one_work_are_both_taken():
    assert matched(
        source(1, doi="10.1/a"), source(2, pmid="7", work=1), source(3, work=1), dois=["10.1/a"], pmids=["7"]
    ) == ({"key1": "doi", "key2": "pmid"}, (), ())


def test_a_work_that_agrees_wholly_is_taken_though_another_bears_the_number_too():
    by, _, (doubt,) = matched(
        source(1, doi="10.1/a", pmid="7"), source(2, doi="10.1/b", pmid="7"), dois=["10.1/a"], pmids=["7"]
    )
    assert by == {"key1": "doi"}
    assert doubt == "its PubMed number is also that of key2, its DOI is not"


@pytest.mark.parametrize("dois", [["10.1/a", "10.1/b"]])
def test_a_cell_of_two_dois_names_the_works_of_both(dois):
    assert matched(source(1, doi="10.1/a"), source(2, doi="10.1/b"), dois=dois)[0] == {"key1": "doi", "key2": "doi"}
