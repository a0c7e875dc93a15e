import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibtex.entries import Entry, Problem, Rest
from evidence.errors import FileError
from evidence.formats import read as reading
from evidence.formats.detect import Format
from evidence.formats.items import LONGEST_VALUE
from evidence.formats.read import read

FILES = Path(__file__).parent / "files"
TEXTS = {
    Format.RIS: [(FILES / name).read_text("utf-8") for name in ("zotero.ris", "endnote.ris", "broken.ris")],
    Format.CSL_JSON: [(FILES / name).read_text("utf-8") for name in ("zotero.json", "better.json", "broken.json")],
    Format.NBIB: [(FILES / "pubmed.nbib").read_text("utf-8")],
    Format.PUBMED_XML: [(FILES / "pubmed.xml").read_text("utf-8")],
    Format.ENDNOTE_XML: [(FILES / "endnote.xml").read_text("utf-8")],
}
SIGNS = st.sampled_from(
    [*"{}[]\"'<>&;,:-\\\n\r\t \0\ufeff\x1b\u202e@%", "TY  - ", "ER  - ", "PMID- ", "</", "]]>", "\ud800"]
)


@st.composite
def damaged(draw):
    format_ = draw(st.sampled_from(list(TEXTS)))
    text = draw(st.sampled_from(TEXTS[format_]))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 200))
        text = text[:at] + draw(st.one_of(SIGNS, st.text(max_size=5))) + text[at + length :]
    return format_, text


@given(damaged())
@settings(max_examples=400, deadline=None)
def test_damage_is_never_more_than_a_problem(case):
    format_, text = case
    *stream, rest = read(text, name="x", format=format_)
    assert isinstance(rest, Rest)
    assert all(isinstance(one, Entry | Problem) for one in stream)
    keys = [one.key for one in stream if isinstance(one, Entry)]
    assert len(set(keys)) == len(keys)
    for problem in stream:
        if isinstance(problem, Problem):
            assert problem.rejected == (problem.raw is not None)
            assert "\n" not in str(problem)
    if format_ in {Format.RIS, Format.NBIB}:
        entries = [one for one in stream if isinstance(one, Entry)]
        assert "".join(entry.before + entry.raw for entry in entries) + rest.text == text


def three(format_):
    """Three sound items, as parts of a text."""
    titles = ("One", "Two", "Three")
    if format_ is Format.CSL_JSON:
        items = [json.dumps({"id": f"k{title}", "type": "book", "title": title}) for title in titles]
        return ["[", items[0] + ",\n", items[1], ",\n" + items[2], "\n]"]
    if format_ is Format.PUBMED_XML:
        parts = (
            "<PubmedArticle><MedlineCitation><Article><ArticleTitle>",
            "</ArticleTitle></Article></MedlineCitation></PubmedArticle>\n",
        )
    elif format_ is Format.ENDNOTE_XML:
        parts = ("<record><titles><title>", "</title></titles></record>\n")
    else:
        parts = ("TY  - JOUR\nTI  - ", "\nER  - \n") if format_ is Format.RIS else ("PMID- 1\nTI  - ", "\n\n")
    return ["", *(parts[0] + title + parts[1] for title in titles), ""]


@given(st.sampled_from(list(TEXTS)), st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_item_costs_its_neighbours_nothing(format_, data):
    head, first, second, third, tail = three(format_)
    line_ends = second[len(second.rstrip("\n")) :]
    second = second.rstrip("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(second)))
        length = data.draw(st.integers(0, 30))
        second = second[:at] + data.draw(st.one_of(SIGNS, st.text(max_size=3))) + second[at + length :]
    text = f"{head}{first}{second}{line_ends}{third}{tail}"
    titles = [one.work.title for one in read(text, name="x", format=format_) if isinstance(one, Entry)]
    assert (titles[0][:3], titles[-1]) == ("One", "Three")


@given(st.sampled_from(list(TEXTS)), st.text())
def test_any_text_is_read(format_, text):
    assert isinstance(list(read(text, name="x", format=format_))[-1], Rest)


NAMES = ("author", "issued", "date-parts", "raw", "family", "literal", "note", "title", "id", "DOI", "number", "type")
KEYS = st.sampled_from(NAMES) | st.text()
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)
)


@given(st.integers() | st.text() | st.dictionaries(KEYS, VALUES))
@settings(max_examples=150, deadline=None)
def test_any_json_is_read_and_every_item_counted(value):
    *stream, _ = read(json.dumps([value]), name="x", format=Format.CSL_JSON)
    assert sum(isinstance(one, Entry) or one.rejected for one in stream) == 1


HOSTILE = "\x1b[31mred\u202e \x07<script>{ \\input{x} } %"


@pytest.mark.parametrize(
    "text",
    [
        f"TY  - JOUR\nTI  - {HOSTILE}\nAU  - {HOSTILE}\nUR  - {HOSTILE}\nID  - {HOSTILE}\nER  - \n",
        json.dumps([{"title": HOSTILE, "author": [{"family": HOSTILE}], "URL": HOSTILE, "id": HOSTILE, HOSTILE: "x"}]),
    ],
)
def test_values_keep_their_braces_balanced(text):
    format_ = Format.RIS if text.startswith("TY") else Format.CSL_JSON
    entry = next(iter(read(text, name="x", format=format_)))
    assert entry.work.title is not None
    assert "<script>" in entry.work.title
    for name, value in entry.fields:
        depth = 0
        for at, sign in enumerate(value):
            if sign in "{}" and value[at - 1 : at] != "\\":
                depth += 1 if sign == "{" else -1
            assert depth >= 0
        assert depth == 0
        assert not set(name) & set(' {}%\x1b="#,')


def test_what_no_database_takes_is_replaced():
    text = '[{"title": "a\\u0000b\\ud800c", "type": "book"}]'
    assert dict(next(iter(read(text, name="x", format=Format.CSL_JSON))).fields)["title"] == "a\ufffdb\ufffdc"


def test_a_number_of_too_many_digits_is_read():
    text = '[{"title": ' + "1" * 10_000 + "}]"
    assert next(iter(read(text, name="x", format=Format.CSL_JSON))).work.title == "1" * 10_000


@pytest.mark.parametrize("format_", [Format.RIS, Format.NBIB])
@pytest.mark.parametrize("tag", ["AU", "TI", "AB", "DP", "PY", "SN", "IS", "LID", "M3"])
def test_a_million_characters_in_a_line_are_read(format_, tag):
    start = "TY  - JOUR" if format_ is Format.RIS else "PMID- 1"
    text = f"{start}\n{tag:4}- {'ab 1-' * 200_000}\nKW  - x\nER  - \n"
    assert isinstance(next(iter(read(text, name="x", format=format_))), Entry)


def test_a_value_that_is_too_long_costs_its_record_only():
    long = "x" * (LONGEST_VALUE + 1)
    text = f"TY  - JOUR\nAB  - {long}\nER  - \nTY  - JOUR\nTI  - T\nER  - \n"
    rejected, entry, _ = read(text, name="x", format=Format.RIS)
    assert rejected.reason == "the field abstract is longer than 10,000,000 characters"
    assert (entry.work.title, entry.line) == ("T", 4)


def test_a_file_that_is_too_long_is_refused_in_one_line(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 10)
    with pytest.raises(FileError, match=r"^x\.ris: this file is longer than 10 characters; split it into several$"):
        read(["TY  - ", "JOUR\nER  -"], name="x.ris", format=Format.RIS)
