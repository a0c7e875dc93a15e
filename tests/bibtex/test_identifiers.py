import pytest

from evidence.bibtex.identifiers import Identifiers, identifiers


@pytest.mark.parametrize(
    "fields",
    [
        {"doi": "10.1136/BMJ.E1"},
        {"url": "https://doi.org/10.1136/bmj.e1"},
        {"doi": "none", "url": r"\url{http://dx.doi.org/10.1136/bmj.e1}"},
        {"note": "PhD thesis; doi: 10.1136/bmj.e1"},
        {"howpublished": r"\url{https://doi.org/10.1136/bmj.e1}"},
        {"eprint": "https://www.bmj.com/doi/pdf/10.1136/bmj.e1"},
        {"eprint": "10.1136/bmj.e1", "eprinttype": "DOI"},
        {"bdsk-url-1": "https://doi.org/10.1136/bmj.e1"},
        {"url": "https://example.org", "note": "10.1136/bmj.e1"},
    ],
)
def test_the_doi_is_looked_for_where_people_put_it(fields):
    assert identifiers(fields) == Identifiers("10.1136/bmj.e1")


@pytest.mark.parametrize(
    "note",
    [
        "Erratum in: doi:10.1136/bmj.e1",
        "Comment on https://doi.org/10.1136/bmj.e1 (PMID: 7968073)",
        "Correction to doi:10.1136/bmj.e1, PMC2540864",
        "Retracted; see also doi:10.1136/bmj.e1",
        "Preprint at https://doi.org/10.1136/bmj.e1",
    ],
)
def test_a_note_that_speaks_of_another_work_names_none(note):
    assert identifiers({"note": note}) == Identifiers()


@pytest.mark.parametrize(
    "fields",
    [
        {"pmid": "7968073"},
        {"pmid": "PMID: 07968073"},
        {"pmid": "7968073; 123"},
        {"pmid": "https://pubmed.ncbi.nlm.nih.gov/7968073/"},
        {"pubmed_id": "7968073"},
        {"eprint": "7968073", "eprinttype": "pubmed"},
        {"eprint": "7968073", "archiveprefix": "{PubMed}"},
        {"eprint": "7968073", "eprinttype": "pmid"},
        {"annotation": "PMID: 7968073"},
        {"url": "https://pubmed.ncbi.nlm.nih.gov/7968073/", "pmid": "none"},
        {"url": "http://www.ncbi.nlm.nih.gov/pubmed/7968073"},
        {"url": "http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?db=PubMed&dopt=Citation&list_uids=7968073"},
        {"url": "https://europepmc.org/abstract/MED/7968073"},
        {"note": "PMID: 7968073"},
    ],
)
def test_the_pmid_is_told_from_its_field_addresses_and_notes(fields):
    assert identifiers(fields) == Identifiers(pmid="7968073")


@pytest.mark.parametrize(
    "fields",
    [
        {"pmcid": "PMC2540864"},
        {"pmc": "2540864"},
        {"pmc": "PMC2540864 [Available on 2012-01-01]"},
        {"url": "https://pmc.ncbi.nlm.nih.gov/articles/PMC2540864/"},
        {"eprint": "PMC2540864", "eprinttype": "pmc"},
        {"note": "PMCID: PMC2540864"},
    ],
)
def test_the_pmcid_is_told_from_its_field_addresses_and_notes(fields):
    assert identifiers(fields) == Identifiers(pmcid="PMC2540864")


def test_zotero_writes_both_numbers_of_pubmed_into_a_note():
    assert identifiers({"note": "PMID: 7968073\nPMCID: PMC2540864"}) == Identifiers(None, "7968073", "PMC2540864")


@pytest.mark.parametrize(
    "fields",
    [
        {"eprint": "1706.03762", "archiveprefix": "arXiv"},
        {"eprint": "1706.03762v5", "eprinttype": "arxiv", "eprintclass": "cs.CL"},
        {"eprint": "arXiv:1706.03762 [cs.CL]"},
        {"arxivid": "1706.03762"},
        {"url": "http://arxiv.org/abs/1706.03762v5"},
        {"url": "https://arxiv.org/pdf/1706.03762.pdf"},
        {"note": "arXiv: 1706.03762"},
        {"howpublished": "arXiv:1706.03762"},
    ],
)
def test_a_number_of_arxiv_stands_without_its_version(fields):
    assert identifiers(fields) == Identifiers(arxiv="1706.03762")


def test_a_doi_of_arxiv_holds_its_number():
    found = identifiers({"doi": "10.48550/arXiv.1706.03762"})
    assert found == Identifiers("10.48550/arxiv.1706.03762", arxiv="1706.03762")


@pytest.mark.parametrize(
    ("fields", "number"),
    [
        ({"eprint": "hep-th/9901001"}, "hep-th/9901001"),
        ({"eprint": "9901001", "archiveprefix": "arXiv", "primaryclass": "hep-th"}, "hep-th/9901001"),
        ({"eprint": "math.GT/0309136", "archiveprefix": "arXiv"}, "math/0309136"),
        ({"url": "https://arxiv.org/abs/math.GT/0309136"}, "math/0309136"),
    ],
)
def test_numbers_of_arxiv_before_2007_name_the_archive(fields, number):
    assert identifiers(fields).arxiv == number


@pytest.mark.parametrize(
    "fields",
    [
        {"eprint": "http://www.jstor.org/stable/2334"},
        {"eprint": "2334", "eprinttype": "jstor"},
        {"eprint": "none", "eprinttype": "pubmed"},
        {"eprint": "none", "eprinttype": "pmc"},
        {"eprint": "1799.03762"},
        {"eprint": "0610.03762"},
        {"eprint": "abc/9901001"},
        {"pmid": "none", "arxivid": ""},
        {"annote": "Compare with PMID: 7968073"},
        {"url": "https://example.org/medicine/10.1000/x/pmc"},
        {"note": ""},
        {"title": "doi:10.1136/bmj.e1"},
        {},
    ],
)
def test_what_only_looks_like_an_identifier_is_none(fields):
    assert identifiers(fields) == Identifiers()


def test_a_field_of_a_million_characters_is_looked_at_in_front_only():
    assert identifiers({"url": "x" * 1_000_000, "note": "a " * 500_000 + "PMID: 7968073"}) == Identifiers()
