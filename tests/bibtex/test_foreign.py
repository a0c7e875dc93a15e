import io

import pytest

from evidence.bibtex import decode
from evidence.bibtex.read import read_files
from evidence.errors import FileError

FOREIGN = {
    "empty": (b"", "it is empty"),
    "blank": (b"\xef\xbb\xbf \n\t\n", "it is empty"),
    "sign-in page": (
        b"<!DOCTYPE html>\n<style>@media screen { a, b { color: red } } @font-face{font-family:x}</style>Sign in",
        "it looks like a web page (HTML), perhaps one that asks to sign in",
    ),
    "XML": (b'<?xml version="1.0"?><records/>', "it looks like XML or HTML"),
    "RIS": (b"TY  - JOUR\nAU  - Doe, J\nER  - \n", "it looks like RIS"),
    "PubMed": (b"PMID- 7968073\nOWN - NLM\n", "it looks like a PubMed export (nbib)"),
    "Web of Science": (b"FN Clarivate Analytics Web of Science\nVR 1.0\n", "it looks like a Web of Science export"),
    "EndNote": (b"%0 Journal Article\n%T Zinc\n", "it looks like an EndNote export"),
    "JSON": (b'[{"id": "a", "title": "mail me @home {x}"}]', "it looks like JSON"),
    "PDF": (b"%PDF-1.7\n@article{a, title={x}}", "it looks like a PDF"),
    "office document": (b"PK\x03\x04\x14\x00", "it looks like a ZIP archive or an office document"),
    "prose": (b"See Doe (1994), j.doe@example.org.\n", "it holds no entry such as @article{key, title = {...}}"),
    "comments": (b"% only a comment\n", "it holds no entry such as @article{key, title = {...}}"),
}


@pytest.mark.parametrize(("data", "looks"), FOREIGN.values(), ids=FOREIGN)
def test_what_is_not_bibtex_is_refused_with_what_it_looks_like(tmp_path, data, looks):
    path = tmp_path / "\x1b[31mlibrary.bib"
    path.write_bytes(data)
    with pytest.raises(FileError) as caught:
        read_files([path])
    assert str(caught.value) == f"{tmp_path}/\\x1b[31mlibrary.bib: this is not BibTeX: {looks}"


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><pre>\n@article{a, title={Zinc}}\n</pre></body></html>",
        "[1] from a list\n@article{a, title={Zinc}}",
        "{\n@article{a, title={Zinc}}\n}",
        "%0 cited\n@article{a, title={Zinc}}",
    ],
)
def test_entries_wrapped_in_something_else_are_found(tmp_path, text):
    path = tmp_path / "wrapped.bib"
    path.write_text(text)
    assert [entry.work.title for entry in read_files([path]).entries] == ["Zinc"]


def test_prose_before_a_bracket_in_the_next_line_starts_no_entry(tmp_path):
    path = tmp_path / "prose.bib"
    path.write_text("@misc{a, title={T}, note={\n@home\n(we work)}}\n")
    assert read_files([path]).keys == ("a",)


def test_a_file_of_definitions_only_has_no_entry_and_says_so(tmp_path):
    path = tmp_path / "journals.bib"
    path.write_text('@string{nejm = "New England Journal of Medicine"}\n@comment{jabref-meta: x}\n')
    (problem,) = read_files([path]).problems
    assert str(problem) == f"{path}:1: note: there is no entry in this file"


def test_definitions_hold_in_the_files_that_follow(tmp_path):
    first, second = tmp_path / "journals.bib", tmp_path / "refs.bib"
    first.write_text('@string{nejm = "New England Journal of Medicine"}\n')
    second.write_text("@article{a, title={Aspirin}, journal=nejm}\n")
    (entry,) = read_files([first, second]).entries
    assert entry.work.journal == "New England Journal of Medicine"


def test_entries_of_one_key_are_all_given_in_order(tmp_path):
    path = tmp_path / "keys.bib"
    path.write_text("@misc{a, title={One}}\n@misc{a, title={Two}}\n@misc{A, title={One}}\n@misc{a, title={One}}\n")
    library = read_files([path, path])
    assert library.keys == ("a", "a", "A", "a") * 2
    assert library.problems == ()


@pytest.mark.parametrize("piece", [1, 5, 5000])
def test_an_entry_is_found_across_pieces(piece):
    page = b"<html>" + b" " * 3000 + b"@article{a, title={Zinc}}"
    assert decode.opened(io.BytesIO(page), name="page", piece=piece).foreign is None
    assert decode.opened(io.BytesIO(page[:-20]), name="page", piece=piece).foreign is not None
