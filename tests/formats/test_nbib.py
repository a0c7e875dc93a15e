def test_a_record_keeps_every_value(found):
    read = found("pubmed.nbib")
    assert [(entry.key, entry.kind, entry.line) for entry in read.entries] == [
        ("berg2019vitamin", "article", 2),
        ("doe2001zinc", "incollection", 40),
        ("poe2002no", "article", 51),
        ("doe2003whole", "book", 56),
    ]
    assert read.fields() == {
        "author": "Berg, Anna van der and King, Jr, Martin L and {Falls Study Group} and Last, Lee",
        "title": r"Vitamin D \& falls: a trial in 50\% of older adults",
        "journal": "Journal of invented nutrition",
        "shortjournal": "J Invent Nutr",
        "year": "2019",
        "month": "3",
        "date": "2019-03-07",
        "pmid": "30000001",
        "pmcid": "PMC6000001",
        "volume": "12",
        "number": "3",
        "pages": "101-9",
        "abstract": "BACKGROUND: Falls are common. RESULTS: None fell.",
        "language": "eng",
        "doi": "10.5555/nutr.2019.3",
        "pii": "S1234-5679(19)00003-1",
        "issn": "1234-5679, 8765-4326",
        "keywords": "falls, vitamin D",
        "address": "England",
        "OWN": "NLM",
        "STAT": "MEDLINE",
        "AD": "Department of Invention, Leeds, UK.",
        "PT": "Journal Article; Retracted Publication",
        "MH": r"Accidental Falls/*prevention \& control",
        "RIN": "J Invent Nutr. 2020 Jan;13(1):1. doi: 10.5555/nutr.2020.1. PMID: 30000009",
        "SO": "J Invent Nutr. 2019 Mar 7;12(3):101-9.",
    }


def test_the_work_itself_is_told_by_its_own_identifiers(found):
    work = found("pubmed.nbib").entries[0].work
    assert (work.doi, work.pmid, work.year) == ("10.5555/nutr.2019.3", "30000001", 2019)


def test_chapters_books_and_dates_in_words(found):
    read = found("pubmed.nbib")
    chapter = read.fields(1)
    assert (chapter["title"], chapter["booktitle"], chapter["editor"]) == (
        "Zinc in colds",
        "A book of minerals",
        "Roe, Richard",
    )
    assert (chapter["author"], chapter["isbn"], chapter["month"]) == ("Doe, J", "9780306406157", "Nov-Dec")
    assert read.fields(2)["month"] == "Winter"
    assert read.fields(3)["title"] == "A whole book"


def test_a_record_without_its_number_is_read_and_named(found):
    assert found("pubmed.nbib").doubts == [(51, "the record does not begin with its number (PMID)")]


def test_a_record_that_holds_nothing_costs_no_other(found):
    text = "PMID- 1\nTI  - A\nPMID- \n\n\nPMID- 2\nTI  - B\n"
    read = found(text)
    assert [entry.work.title for entry in read.entries] == ["A", "B"]
    assert read.rejected == [(3, "it holds nothing but its type or number")]
    assert read.put_together() == text


def test_lines_between_records_that_have_no_tag_are_counted_and_bibtex_is_named(found):
    text = "PMID- 1\nTI  - A\n\n@misc{zinc,\n title={B}}\n\nPMID- 2\nTI  - B\n\nthe end\n"
    read = found(text)
    assert read.doubts == [
        (4, "2 lines between records are left out; they have no tag"),
        (4, "what looks like a BibTeX entry is left out; import it from a file of its own"),
        (10, "1 line after the last record is left out; it has no tag"),
    ]
    assert read.put_together() == text


def test_a_file_can_be_put_together_again(found):
    text = found("pubmed.nbib").put_together()
    assert found(text).put_together() == text
    assert text.startswith("\nPMID- 30000001\n")
