import io
from pathlib import Path

import pytest

from evidence.bibtex.entries import Entry, Problem, Rest
from evidence.bibtex.strings import Strings
from evidence.errors import FileError
from evidence.intake.opening import readable

FILES = Path(__file__).parents[1] / "formats" / "files"


def opened(content, **options):
    return readable(io.BytesIO(content), name="some.bib", strings=Strings(), **options)


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("zotero.ris", "ris"),
        ("zotero.json", "csl-json"),
        ("pubmed.nbib", "nbib"),
        ("pubmed.xml", "pubmed-xml"),
        ("endnote.xml", "endnote-xml"),
    ],
)
def test_a_file_of_another_format_is_known_by_its_content_whatever_its_name(name, format_):
    file = opened((FILES / name).read_bytes())
    assert file.format == format_
    *items, rest = file.entries()
    assert isinstance(rest, Rest)
    assert any(isinstance(item, Entry) for item in items)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"%PDF-1.7\n\x00\xff", "it looks like a PDF"),
        (b"<!doctype html><title>Sign in</title>", "it looks like a web page (HTML), perhaps one that asks to sign in"),
        (b"FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\n", "it looks like a Web of Science export"),
        (b'{"name": "a package"}', "it looks like JSON"),
        (b"Dear colleague\n", "it holds no entry such as @article{key, title = {...}}"),
        (b"", "it is empty"),
    ],
)
def test_what_is_no_bibliography_is_refused_in_one_line(content, problem):
    with pytest.raises(FileError) as raised:
        opened(content)
    assert str(raised.value) == f"some.bib: this is no bibliography: {problem}"


def test_a_file_that_defines_abbreviations_only_is_bibtex():
    file = opened(b'@string{bmj = "BMJ"}\n')
    assert file.format == "bibtex"
    assert [type(item) for item in file.entries()] == [Problem, Rest]


def test_an_encoding_that_is_named_is_used_and_a_doubtful_one_is_told_in_any_format():
    text = "TY  - JOUR\nTI  - Zinc für Kinder\nER  - \n".encode("latin-1")
    (entry, _) = opened(text, encoding="latin-1").entries()
    assert entry.work.title == "Zinc für Kinder"
    first, *_ = opened(text).entries()
    assert isinstance(first, Problem)
    assert "Windows-1252" in first.reason


def test_progress_is_told_of_every_byte():
    text = (FILES / "pubmed.nbib").read_bytes()
    told = []
    for _ in opened(text, progress=told.append).entries():
        pass
    assert sum(told) == len(text)
