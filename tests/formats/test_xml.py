import tracemalloc
from pathlib import Path

import pytest

from evidence.bibtex.entries import Entry
from evidence.errors import FileError
from evidence.formats.detect import Format
from evidence.formats.read import read as read_pieces
from evidence.formats.xml_items import LONGEST_RECORD

FILES = Path(__file__).parent / "files"


def test_a_record_of_pubmed_keeps_every_value(found):
    read = found("pubmed.xml")
    assert [(entry.key, entry.kind, entry.line) for entry in read.entries] == [
        ("berg2019vitamin", "article", 4),
        ("1998vitamin", "article", 58),
        ("doe2001zinc", "incollection", 70),
        ("whole", "book", 87),
    ]
    assert read.problems == []
    assert read.fields() == {
        "author": "van der Berg, Anna and King, Jr, M L and {Falls Study Group} and others",
        "title": r"Vitamin D3 \& falls in older adults today",
        "journal": "Journal of invented nutrition",
        "shortjournal": "J Invent Nutr",
        "year": "2019",
        "month": "3",
        "date": "2019-03-07",
        "volume": "12",
        "number": "3",
        "pages": "101-9",
        "pmid": "30000001",
        "issn": "1234-5679, 8765-4326",
        "pmcid": "PMC6000001",
        "mid-id": "NIHMS1",
        "doi": "10.5555/nutr.2019.3",
        "abstract": "BACKGROUND: Falls are common.\nNone fell.",
        "language": "eng",
        "keywords": "falls, vitamin D",
        "RetractionIn": "J Invent Nutr. 2020;13(1):1 (PMID 30000009)",
        "CommentIn": "Lancet. 2020;1:2; BMJ. 2020;3:4",
        "DateCompleted": "2020-01-02",
        "MedlineJournalInfo": "J Invent Nutr; 8765-4326",
        "GrantList": "G1 UK; G2",
        "PublicationTypeList": "Journal Article; Retracted Publication",
        "ReferenceList": "Someone else's work. 10.5555/other",
    }


def test_free_dates_vernacular_titles_and_chapters_of_pubmed(found):
    read = found("pubmed.xml")
    fields = read.fields(1)
    assert (fields["title"], fields["year"], fields["month"]) == ("Vitamin D und Stürze", "1998", "Nov-Dec")
    assert (fields["journal"], fields["pages"]) == ("J Invent Nutr", "e7")
    fields = read.fields(2)
    assert (fields["booktitle"], fields["editor"], fields["author"]) == (
        "A book of minerals",
        "Roe, Richard",
        "Doe, Jane",
    )
    assert (fields["month"], fields["isbn"], fields["bookaccession-id"]) == ("Winter", "9780306406157", "NBK1")


def test_a_record_of_endnote_keeps_every_value(found):
    read = found("endnote.xml")
    assert [(entry.key, entry.kind, entry.line) for entry in read.entries] == [
        ("berg2019", "article", 1),
        ("li2015aspirin", "mastersthesis", 2),
        ("page", "misc", 3),
    ]
    assert read.fields() == {
        "author": "van der Berg, Anna and King, Jr., Martin and {World Health Organization}",
        "title": "Vitamin D and falls",
        "volume": "12",
        "number": "3",
        "pages": "101-9",
        "doi": "10.5555/nutr.2019.3",
        "url": "https://example.org/a_b",
        "urls": "https://example.org/c",
        "abstract": "One.\nTwo.",
        "journal": "Journal of Invented Nutrition",
        "shortjournal": "J Invent Nutr",
        "year": "2019",
        "month": "3",
        "date": "2019-03-07",
        "keywords": "falls, vitamin D",
        "issn": "1234-5679, 8765-4326",
        "pmid": "30000001",
        "pmcid": "PMC6000001",
        "database": "My.enl",
        "rec-number": "7",
        "foreign-keys": "7",
        "custom1": "a mixed field",
        "remote-database-name": "PubMed",
    }


def test_other_roles_titles_and_types_of_endnote_are_kept(found):
    read = found("endnote.xml")
    assert read.fields(1)["tertiary-authors"] == "Advisor, Ann"
    assert read.fields(1)["pub-dates"] == "soon"
    assert read.fields(1)["school"] == "University of Invention"
    fields = read.fields(2)
    assert (fields["secondary-title"], fields["full-title"], fields["abbr-2"], fields["entrysubtype"]) == (
        "A site",
        "Another name",
        "An. Na.",
        "Web Page",
    )


@pytest.mark.parametrize("name", ["pubmed.xml", "endnote.xml"])
@pytest.mark.parametrize("size", [1, 7, 100])
def test_the_pieces_in_which_a_file_comes_make_no_difference(found, name, size):
    text = (FILES / name).read_text("utf-8")
    pieces = (text[at : at + size] for at in range(0, len(text), size))
    whole = found(name)
    assert list(read_pieces(pieces, name=name, format=Format(name.replace(".", "-")))) == [*whole.stream, whole.rest]


def article(title):
    return (
        f"<PubmedArticle><MedlineCitation><Article><ArticleTitle>{title}</ArticleTitle></Article>"
        "</MedlineCitation></PubmedArticle>\n"
    )


def test_a_broken_record_costs_no_other(found):
    cut = "<PubmedArticle><MedlineCitation><Article><ArticleTitle>Cut\n"
    read = found(
        "<PubmedArticleSet>\n"
        + article("A")
        + article("B & <C")
        + article("D")
        + cut
        + article("E")
        + article("&unheard;")
        + "<PubmedArticle></PubmedArticle>\n"
        + cut
    )
    assert [(entry.line, entry.work.title) for entry in read.entries] == [(2, "A"), (4, "D"), (6, "E")]
    assert read.rejected == [
        (3, "the record cannot be read: not well-formed (invalid token) in line 3, column 59"),
        (5, "the record cannot be read: no element found in line 5, column 59"),
        (7, "the record cannot be read: undefined entity in line 7, column 56"),
        (8, "it holds nothing but its type or number"),
        (9, "the record cannot be read: no element found in line 9, column 59"),
    ]
    raws = [problem.raw for problem in read.problems if problem.rejected]
    assert raws[1] == cut.rstrip()
    assert raws[0] == article("B & <C").rstrip()


def test_characters_that_xml_forbids_are_replaced_and_named(found):
    read = found(article("A\x00B\x0bC&#x1F;D&#0;E&#9;F&#x10FFFF;"))
    assert read.entries[0].work.title == "A\ufffdB\ufffdC\ufffdD\ufffdE F\U0010ffff"
    assert read.doubts == [(1, "the record holds characters that XML forbids; each is replaced by U+FFFD")]


def test_a_bomb_of_entities_and_a_file_from_elsewhere_come_to_nothing(found):
    bomb = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 12))
    read = found(
        f'<?xml version="1.0"?><!DOCTYPE PubmedArticleSet [<!ENTITY b0 "ha">{bomb}'
        '<!ENTITY file SYSTEM "file:///etc/passwd">]>\n<PubmedArticleSet>\n'
        + article("&b11;")
        + article("&file;")
        + article("Sound")
    )
    assert [entry.work.title for entry in read.entries] == ["Sound"]
    assert [line for line, _ in read.rejected] == [3, 4]


def test_a_document_type_inside_a_record_is_no_way_in(found):
    read = found(article('<!DOCTYPE a [<!ENTITY x "y">]>&x;') + article("Sound"))
    assert [entry.work.title for entry in read.entries] == ["Sound"]
    assert len(read.rejected) == 1


def test_deep_nesting_is_read_without_recursion(found):
    read = found(article("<b>" * 100_000 + "Deep" + "</b>" * 100_000))
    assert read.entries[0].work.title == "Deep"


def test_a_record_without_end_is_refused_in_one_line():
    pieces = ("x" * 1_000_000 for _ in range(100))
    with pytest.raises(FileError, match=r"^x\.xml: a record is longer than 16,000,000 characters, from line 2$"):
        list(
            read_pieces(
                (piece for part in (["\n<record>"], pieces) for piece in part), name="x.xml", format=Format.ENDNOTE_XML
            )
        )
    assert LONGEST_RECORD == 16_000_000


def test_memory_stays_flat_however_long_the_file_is():
    record = article("x" * 10_000)
    tracemalloc.start()
    stream = read_pieces((record for _ in range(600)), name="x", format=Format.PUBMED_XML)  # 6 MB
    entries = sum(isinstance(one, Entry) for one in stream)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert entries == 600
    assert peak < 600_000
