import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibtex import decode
from evidence.bibtex.encodings import encoder
from evidence.bibtex.entries import Entry, Grade, Problem
from evidence.bibtex.latex import plain
from evidence.bibtex.names import authors
from evidence.bibtex.read import read, read_files
from evidence.bibtex.strings import Strings

LINE_END = re.compile(r"\r\n|\r|\n")
SIGNS = '@}){",=#%\\$~\n \0\ufeff\xe9\u0301'
WORDS = "@article{ @misc( @string{ @comment{ @in-proceedings{ @preamble{ title author doi key {T} 2000 jan and &amp;"
LINES = ("\r\n", " and ", "@article\n{k, title={T}}\n", "year = 2000\n}\n")
PIECES = st.sampled_from((*SIGNS, *WORDS.split(), *LINES))
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))
SOUND = "\n\n@article{sound, title={Sound}, year={1999}}\n"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("any") / "any.bib"


@given(
    st.one_of(st.binary(), TEXTS.map(lambda text: text.encode(errors="replace"))),
    st.sampled_from((1, 2, 13, decode.PIECE)),
)
@settings(max_examples=300, deadline=None)
def test_all_text_of_any_file_is_in_its_entries_and_between_them(data, piece):
    opened = decode.opened(io.BytesIO(data), name="any.bib", piece=piece)
    text = "".join(opened.pieces())
    *items, rest = read(opened, Strings())
    entries = [item for item in items if isinstance(item, Entry)]
    assert "".join(entry.before + entry.raw for entry in entries) + rest.text == text
    assert all(isinstance(item, Entry | Problem) for item in items)
    if opened.exact:
        assert encoder(opened.encoding, errors="strict").encode(text) == data
    place = 0
    for entry in entries:
        place += len(entry.before)
        assert entry.line == len(LINE_END.findall(text, 0, place)) + 1
        place += len(entry.raw)
    for problem in items:
        if isinstance(problem, Problem):
            assert (problem.grade is Grade.REJECTED) == (problem.raw is not None)
            assert 1 <= problem.line <= len(LINE_END.findall(text)) + 1
    whole = decode.opened(io.BytesIO(data), name="any.bib")
    assert items == list(read(whole, Strings()))[:-1]


@given(TEXTS.filter(lambda text: not text.startswith(("%PDF", "PK\3\4"))))
@settings(max_examples=300, deadline=None)
def test_an_undamaged_entry_after_anything_is_found_at_its_line(path, text):
    data = (text + SOUND).encode(errors="replace")
    path.write_bytes(data)
    entry = next(entry for entry in read_files([path]).entries if entry.key == "sound")
    assert (entry.work.title, entry.work.year) == ("Sound", 1999)
    lines = data.decode().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert entry.line == len(lines) - 1


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_an_undamaged_entry_before_anything_is_found(path, text):
    path.write_bytes((SOUND + text).encode(errors="replace"))
    assert read_files([path]).entries[0].work.title == "Sound"


@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)))
def test_any_value_gives_plain_text_on_one_line(value):
    assert "\n" not in plain(value)
    assert authors(value).persons == authors(f" {value} ").persons
