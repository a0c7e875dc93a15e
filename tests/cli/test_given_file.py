import contextlib
from pathlib import Path

import pytest

from evidence.cli.given_file import given_file, named
from evidence.errors import FileError


def test_a_file_has_one_name_and_one_called_standard_input_is_a_file(here):
    (here / "standard input").write_text("Zinc")
    with contextlib.ExitStack() as stack:
        given = given_file(Path("standard input"), stack)
        assert (given.name, given.size, given.file.read()) == ("standard input", 4, b"Zinc")
    (here / "deeper").symlink_to(here)
    assert {named(path) for path in (here / "a.bib", Path("a.bib"), here / "deeper/a.bib", Path("../here/a.bib"))} == {
        "a.bib"
    }
    assert named(Path("../a.bib")) == str(here.parent / "a.bib")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("none.csv", "there is no such file"),
        ("folder", "this is a folder; name the file in it"),
        ("a\0b.csv", "this file cannot be read: embedded null byte"),
        ("a" * 300, "this file cannot be read: File name too long"),
    ],
)
def test_why_a_file_cannot_be_opened_is_told_in_plain_words(tmp_path, name, why):
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError, match=f": {why}$"), contextlib.ExitStack() as stack:
        given_file(tmp_path / name, stack)
