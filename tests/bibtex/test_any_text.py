import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence.bibtex.entries import Grade
from evidence.bibtex.latex import plain
from evidence.bibtex.names import authors
from evidence.intake.plan import plan
from evidence.bibtex.read import read_files
from evidence.errors import FileError

SIGNS = '@}){",=#%\\$~\n \0\ufeff\xe9\u0301'
WORDS = "@article{ @misc( @string{ @comment{ @preamble{ title author doi key {T} 2000 jan and &amp;"
LINES = ("\r\n", " and ", "@article\n{k, title={T}}\n", "year = 2000\n}\n")
PIECES = st.sampled_from((*SIGNS, *WORDS.split(), *LINES))
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))
SOUND = "\n\n@article{sound, title={Sound}, year={1999}}\n"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("any") / "any.bib"


@given(st.one_of(st.binary(), TEXTS.map(lambda text: text.encode(errors="replace"))))
@settings(max_examples=300, deadline=None)
def test_any_file_is_read_or_refused_and_every_entry_counted(path, data):
    path.write_bytes(data)
    try:
        library = read_files([path])
    except FileError:
        return
    counts = plan(library, {}).counts
    assert counts["read"] == library.read
    assert counts["read"] == counts["new"] + counts["changed"] + counts["same"] + counts["rejected"]
    assert len(set(library.keys)) == len(library.keys)
    for problem in library.problems:
        assert (problem.grade is Grade.REJECTED) == (problem.rejected and problem.raw is not None)


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
