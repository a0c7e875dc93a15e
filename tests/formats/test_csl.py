import json

import pytest

from evidence.errors import FileError
from evidence.formats.json_items import json_items


def test_an_item_of_zotero_keeps_every_value(found):
    read = found("zotero.json")
    assert [(entry.key, entry.kind, entry.line) for entry in read.entries] == [
        ("berg2019vitamin", "article", 2),
        ("doe2001zinc", "incollection", 25),
        ("plato2021preprint", "misc", 39),
    ]
    assert read.fields() == {
        "author": "van der Berg, Anna and King, Jr, Martin and {World Health Organization and Friends}",
        "journal": "Journal of Invented Nutrition",
        "year": "2019",
        "month": "3",
        "date": "2019-03-07",
        "urldate": "2020-01-02",
        "number": "3",
        "title": r"Vitamin D \& falls in <i>older</i> adults",
        "shortjournal": "J Invent Nutr",
        "volume": "12",
        "pages": "101-109",
        "doi": "10.5555/nutr_2019.3",
        "issn": "1234-5679",
        "url": "https://example.org/~x/a_b",
        "language": "en",
        "note": "PMID: 30000001\nPMCID: PMC6000001",
        "pmid": "30000001",
        "pmcid": "PMC6000001",
        "source": "DOI.org (Crossref)",
        "id": "http://zotero.org/users/1/items/ABCD2345",
    }
    assert read.entries[0].work.title == "Vitamin D & falls in older adults"
    assert read.entries[0].raw.startswith('{\n    "id": "http')
    assert read.entries[0].raw.endswith('"\n  }')
    assert read.rest.text == ""


def test_a_chapter_a_preprint_and_other_roles(found):
    read = found("zotero.json")
    chapter, preprint = read.fields(1), read.fields(2)
    assert (chapter["booktitle"], chapter["series"], chapter["editor"]) == (
        "A Book of Minerals",
        "Minerals Series",
        "Roe, Richard",
    )
    assert (chapter["collection-editor"], chapter["year"], chapter["month"]) == ("Poe, Edgar", "2001", "5")
    assert (preprint["eprint"], preprint["archiveprefix"]) == ("2101.00001", "arXiv")
    assert (preprint["entrysubtype"], preprint["month"]) == ("article", "Summer")
    assert preprint["custom"] == r'{\textbraceleft}"a": ["1", "2.50", true, null]{\textbraceright}'


def test_citation_keys_come_first(found):
    read = found("better.json")
    assert [(entry.key, entry.kind, entry.line) for entry in read.entries] == [
        ("doe2001", "mastersthesis", 2),
        ("roe2002", "techreport", 3),
        ("poe2003", "misc", 4),
    ]
    assert "id" not in read.fields()
    assert (read.fields(1)["id"], read.fields(2)["id"]) == ("roe:2002", "x")


def test_dates_and_names_in_any_form(found):
    read = found("better.json")
    assert read.fields()["date"] == "2001-05-06"
    assert read.fields(1)["year"] == "in press"
    assert read.fields(1)["author"] == "{Iron Council} and Smith, Ann and 7"
    assert read.fields(2)["event-date"] == "2003-4"
    assert read.fields(2)["eprint"] == "hep-th/9901001"
    assert read.fields(2)["container-title"] == "A site"


def test_a_broken_item_costs_no_other(found):
    read = found("broken.json")
    assert [(entry.key, entry.line) for entry in read.entries] == [("a1", 2), ("c1", 4), ("d1", 7)]
    assert read.rejected == [
        (3, "the item cannot be read: expecting ',' delimiter in line 3, column 51"),
        (5, "the item cannot be read: it is no object"),
        (6, "it holds nothing but its type or number"),
        (8, "the item cannot be read: invalid control character in line 8, column 78"),
    ]
    assert read.doubts == [(9, "the file ends before its list does; it may be cut off")]
    raws = [problem.raw for problem in read.problems if problem.rejected]
    assert (
        raws[0] == '{"id": "b1", "type": "book", "title": "Broken, "author": [{"family": "Beta"}, {"family": "Bell"}]}'
    )
    assert raws[1] == '"no object"'


def test_lists_one_after_another_and_a_byte_order_mark(found):
    item = '{"title": "T", "type": "book"}'
    read = found(f"\ufeff[{item}]\n[{item}]")
    assert [(entry.key, entry.line) for entry in read.entries] == [("t", 1), ("t-2", 2)]
    assert read.problems == []


def test_a_note_gives_identifiers_and_a_key_as_it_is(found):
    note = "DOI: 10.5555/a_b%c\\nPMID: 123\\nCitation Key: li_2001"
    read = found('[{"type": "book", "title": "T", "note": "' + note + '"}]')
    assert read.entries[0].key == "li_2001"
    assert (read.fields()["doi"], read.fields()["pmid"]) == ("10.5555/a_b%c", "123")
    read = found('[{"type": "book", "title": "T", "citation-key": "li", "note": "' + note + '"}]')
    assert read.entries[0].key == "li"
    assert read.fields()["pmid"] == "123"


def test_objects_one_after_another_are_read(found):
    read = found('{"id": "a1", "type": "book", "title": "A"}\n{"id": "b1", "type": "book", "title": "B"}\n')
    assert [(entry.key, entry.line) for entry in read.entries] == [("a1", 1), ("b1", 2)]
    assert read.problems == []


def test_odd_values_are_kept_or_left_out_but_never_fail(found):
    read = found(
        '[{"type": "article-journal", "title": ["One", "Two"], "container-title": ["Long", "Short"], "number": "4",'
        ' "author": "Doe, Jane", "editor": 5, "translator": [{}, null, {"given": "Ann"}], "issued": 2001,'
        ' "submitted": {"date-parts": [[]]}, "accessed": {"date-parts": [["2001"]]}, "event-date": null,'
        ' "reviewed": [{"a": 1}], "empty": [], "a b{}": "x", "a-b": "y", "A-B-": "z", "{": "w", "big": 1e999}]'
    )
    assert read.fields() == {
        "author": "Doe, Jane",
        "editor": "5",
        "translator": "Ann",
        "year": "2001",
        "journal": "Long",
        "title": "One, Two",
        "shortjournal": "Short",
        "pages": "4",
        "submitted": r'{\textbraceleft}"date-parts": [[]]{\textbraceright}',
        "accessed": "2001",
        "reviewed": r'[{\textbraceleft}"a": "1"{\textbraceright}]',
        "a-b": "x",
        "a-b-2": "y",
        "A-B-3": "z",
        "unnamed": "w",
        "big": "1e999",
    }


def test_a_list_inside_a_list_or_nested_deeply_is_rejected_alone(found):
    deep = '{"type": "book", "a": ' + "[" * 60 + "]" * 60 + "}"
    read = found('[[1], {"type": "book", "title": "T"}, ' + deep + "]")
    assert [entry.work.title for entry in read.entries] == ["T"]
    assert [reason for _, reason in read.rejected] == [
        "the item cannot be read: it is no object",
        "the item cannot be read: its values stand in each other more than 50 deep",
    ]


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_bottomless_nesting_is_refused_in_one_line(found, opening):
    with pytest.raises(FileError, match="nested too deeply to be a bibliography"):
        found('[{"type": "book", "a": ' + opening * 200_000)


def test_a_search_behind_damage_has_an_end(found):
    nested = ',"x":[{"b":1},{"a":[1]' * 400
    read = found('[{"type": "book", "title": "T"' + nested + ',"c":[' + "1," * 100_000 + '?, {"type": "book"}]')
    assert read.entries == []
    assert len(read.rejected) == 1


def test_a_long_item_behind_a_broken_one_is_found():
    long = json.dumps({"type": "book", "title": "Zinc", "abstract": "colds " * 20_000})
    broken, sound = json_items(f'[{{"title": "a" "b"}}, {long}]', name="x.json")
    assert (broken.value, sound.value["title"]) == (None, "Zinc")
