import pytest


def test_a_record_of_zotero_keeps_every_value(found):
    read = found("zotero.ris")
    assert [(entry.key, entry.kind, entry.line) for entry in read.entries] == [
        ("berg2019vitamin", "article", 1),
        ("doe2001zinc", "incollection", 29),
    ]
    assert read.fields() == {
        "author": "van der Berg, Anna and King, Jr, Martin and {World Health Organization}",
        "title": r"Vitamin D \& falls: 50\% fewer\_steps in {\textbraceleft}older{\textbraceright} adults",
        "journal": "Journal of Invented Nutrition",
        "shortjournal": "J Invent Nutr",
        "year": "2019",
        "month": "3",
        "date": "2019-03-07",
        "pages": "101--9",
        "number": "3",
        "issn": "1234-5679",
        "volume": "12",
        "doi": "10.5555/nutr.2019.3",
        "abstract": "First line\nof the abstract.\n\nSecond paragraph.",
        "keywords": "falls, vitamin D",
        "url": "https://example.org/a;b_c?x=1%20",
        "note": "PMID: 30000001\nread twice",
        "UR": "https://example.org/second",
        "L1": "files/a.pdf",
    }
    assert read.problems == []


def test_a_work_is_comparable_as_one_of_bibtex_is(found):
    work = found("zotero.ris").entries[0].work
    assert work.title == "Vitamin D & falls: 50% fewer_steps in {older} adults"
    assert (work.year, work.doi, work.pmid) == (2019, "10.5555/nutr.2019.3", "30000001")
    assert [person.family or person.literal for person in work.authors.persons] == [
        "Berg",
        "King",
        "World Health Organization",
    ]


def test_a_chapter_has_its_book_editor_series_and_isbn(found):
    fields = found("zotero.ris").fields(1)
    assert (fields["booktitle"], fields["editor"], fields["series"]) == (
        "A Book of Minerals",
        "Roe, Richard",
        "Minerals Series",
    )
    assert (fields["isbn"], fields["address"]) == ("978-0-306-40615-7", "Leeds")


def test_endnote_writes_the_day_apart_and_the_number_of_pubmed_without_a_name(found):
    read = found("endnote.ris")
    fields = read.fields()
    assert (fields["date"], fields["pmid"], fields["pmcid"]) == ("2010-03-04", "20000002", "PMC2000002")
    assert (fields["journal"], fields["shortjournal"]) == ("Journal of Invented Cardiology", "J Invent Cardiol")
    assert (fields["C1"], fields["id"]) == ("a custom field", "7")
    assert fields["author"] == "Smith, J. A. and {Statin Trialists}"


def test_the_id_is_the_key_unless_it_is_a_number_in_a_list(found):
    assert [entry.key for entry in found("endnote.ris").entries] == ["smith2010effect", "Li2015aspirin"]


def test_a_masters_thesis_has_its_school(found):
    read = found("endnote.ris")
    assert read.entries[1].kind == "mastersthesis"
    assert read.fields(1)["school"] == "University of Invention"


def test_mendeley_writes_the_older_tags(found):
    read = found("mendeley.ris")
    fields = read.fields()
    assert fields["title"] == "Aspirin in the prevention of nothing"
    assert fields["author"] == "Garcia Lopez, Ana and O'Brien, Tim"
    assert (fields["year"], fields["month"], fields["doi"]) == ("2012", "5", "10.5555/bij.77")
    assert (fields["journal"], fields["shortjournal"]) == ("British Invented Journal", "Br Invent J")
    assert fields["abstract"] == "An abstract."


def test_a_type_and_a_season_that_bibtex_does_not_know_are_kept(found):
    read = found("mendeley.ris")
    assert read.entries[1].kind == "misc"
    fields = read.fields(1)
    assert (fields["entrysubtype"], fields["Y1"], fields["urldate"]) == ("WEB", "2020///Spring", "2021-02-03")


def test_scopus_has_a_head_and_articles_by_number(found):
    read = found("scopus.ris")
    assert read.entries[0].before == "Scopus\nEXPORT DATE: 2 March 2019\n\n"
    assert read.entries[0].line == 4
    assert read.fields()["pages"] == "123456"
    assert [entry.key for entry in read.entries] == ["muller2018zinc", "muller2018zinc-2"]


def test_embase_has_initials_without_a_comma_and_marks_the_number_of_pubmed(found):
    fields = found("embase.ris").fields()
    assert fields["author"] == "Smith, J. and Doe, A.B."
    assert (fields["pmid"], fields["U2"]) == ("21000003", "L2000000001")
    assert fields["issn"] == "1234-5679, 8765-4326"
    assert fields["title"] == "Embase writes bare lines without tags"


def test_a_broken_record_costs_no_other(found):
    read = found("broken.ris")
    assert [(entry.line, entry.work.title) for entry in read.entries] == [
        (1, "First, without its end"),
        (7, "Second, without its type"),
        (12, "Third, in small letters"),
        (17, "Fourth, with single blanks"),
        (25, "Fifth, without blanks behind"),
        (31, "Sixth, of no type"),
        (36, "Seventh, cut"),
    ]
    assert read.rejected == [(5, "it holds nothing but its type or number")]
    assert [problem.raw for problem in read.problems if problem.rejected] == ["TY  - JOUR\nER  -"]
    assert read.doubts == [
        (1, "the record has no end (ER); it may be cut off"),
        (7, "the record does not begin with its type (TY)"),
        (31, "the record does not say of what type it is"),
        (36, "the record has no end (ER); it may be cut off"),
    ]


def test_words_before_a_hyphen_are_no_tags(found):
    fields = found("broken.ris").fields(3)
    assert fields["abstract"] == "IL-6 and\nCO-operation - none of them\nin - vitro are tags"


def test_tags_that_repeat_or_are_unknown_are_kept(found):
    read = found("broken.ris")
    assert read.fields(4)["ZZ"] == "an unknown tag"
    assert (read.fields(5)["volume"], read.fields(5)["VL"]) == ("1", "2")


@pytest.mark.parametrize(
    "name", ["zotero.ris", "endnote.ris", "mendeley.ris", "scopus.ris", "embase.ris", "broken.ris"]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_file_can_be_put_together_again(found, name, line_end):
    text = found(name).put_together().replace("\r\n", "\n").replace("\n", line_end)
    again = found(text)
    assert again.put_together() == text
    assert [entry.line for entry in again.entries] == [entry.line for entry in found(name).entries]


def test_a_file_that_ends_with_a_rejected_record_can_be_put_together_again(found):
    text = "TY  - JOUR\nTI  - T\nER  - \n\nTY  - JOUR\nER  - \n"
    assert found(text).put_together() == text


RECORD = "TY  - JOUR\nTI  - Zinc\nER  - \n"
BIBTEX = "@string{j = {Zinc}}\n\n@article{doe2001zinc,\n  title = {Zinc},\n}\n"


def test_lines_between_records_that_have_no_tag_are_counted(found):
    text = f"{RECORD}\nScopus\n\n  EXPORT DATE\nER  - \n{RECORD}one\n{RECORD}"
    read = found(text)
    assert read.doubts == [
        (5, "2 lines between records are left out; they have no tag"),
        (12, "1 line between records is left out; it has no tag"),
    ]
    assert [entry.line for entry in read.entries] == [1, 9, 13]
    assert read.put_together() == text


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_bibtex_entry_among_records_is_named(found, line_end):
    text = f"{RECORD}{BIBTEX}{RECORD}\n{BIBTEX}{BIBTEX}".replace("\n", line_end)
    read = found(text)
    assert read.doubts == [
        (4, "4 lines between records are left out; they have no tag"),
        (6, "what looks like a BibTeX entry is left out; import it from a file of its own"),
        (13, "8 lines after the last record are left out; they have no tag"),
        (15, "what looks like 2 BibTeX entries is left out; import them from a file of their own"),
    ]
    assert read.put_together() == text


def test_a_bibtex_entry_behind_a_file_without_its_last_line_feed_is_named(found):
    text = f"{RECORD.rstrip()}{BIBTEX[21:]}{RECORD}"
    read = found(text)
    assert read.doubts == [
        (4, "2 lines between records are left out; they have no tag"),
        (3, "what looks like a BibTeX entry is left out; import it from a file of its own"),
    ]
    assert read.put_together() == text


def test_a_head_is_no_problem(found):
    assert found("scopus.ris").problems == []


def test_a_file_none_of_whose_lines_has_a_tag_says_so(found):
    read = found("TY-JOUR\nTI-Zinc\n")
    assert read.doubts == [(1, "2 lines of this file are left out; they have no tag")]
    assert read.put_together() == "TY-JOUR\nTI-Zinc\n"


def test_keys_stay_when_the_file_grows_at_its_end(found):
    record = "TY  - JOUR\nAU  - Doe, J\nPY  - 2001\nTI  - The zinc\nER  - \n"
    named = "TY  - JOUR\nID  - doe2001zinc\nTI  - Other\nER  - \n"
    few, many = found(record + named), found(record + named + record + named)
    assert [entry.key for entry in many.entries] == ["doe2001zinc", "doe2001zinc-2", "doe2001zinc-3", "doe2001zinc-4"]
    assert [entry.key for entry in few.entries] == [entry.key for entry in many.entries][:2]
    assert few.doubts == [(6, "the key doe2001zinc is that of an earlier item; a number was added")]


def test_a_book_and_conference_paper(found):
    read = found(
        "TY  - BOOK\nBT  - Zinc, whole\nA2  - Roe, R\nT3  - Series\nED  - Poe, E\nIS  - 4\nSN  - unknown\nER  - \n"
        "TY  - CPAPER\nTI  - Zinc, shown\nC3  - Invented Conference\nAU  - ,\nER  - \n"
        "TY  - GEN\nTI  - Zinc, in general\nT2  - Place\nPM  - 123456\nN2  - A\nAB  - A\nER  - \n"
    )
    assert [entry.kind for entry in read.entries] == ["book", "inproceedings", "misc"]
    assert read.fields() == {
        "editor": "Poe, E and Roe, R",
        "title": "Zinc, whole",
        "number": "4",
        "SN": "unknown",
        "series": "Series",
    }
    assert read.fields(1) == {"title": "Zinc, shown", "booktitle": "Invented Conference"}
    assert read.fields(2) == {"title": "Zinc, in general", "T2": "Place", "pmid": "123456", "abstract": "A"}
