import codecs
import os
from pathlib import Path

import pytest

from evidence.bibtex import decode
from evidence.bibtex.read import read_files
from evidence.errors import FileError

ENTRY = "@article{groß1994, title={Müller, 5 €}, year=1994}\n"


def read(tmp_path, data):
    path = tmp_path / "zinc.bib"
    path.write_bytes(data)
    library = read_files([path])
    return library, [str(problem).removeprefix(f"{path}:") for problem in library.problems]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (ENTRY.encode(), []),
        (codecs.BOM_UTF8 + ENTRY.encode(), []),
        (ENTRY.encode("utf-16"), ["1: note: read as utf-16-le by its byte order mark"]),
        (codecs.BOM_UTF16_BE + ENTRY.encode("utf-16-be"), ["1: note: read as utf-16-be by its byte order mark"]),
        (ENTRY.encode("utf-32"), ["1: note: read as utf-32-le by its byte order mark"]),
        (ENTRY.encode("utf-16-le"), ["1: note: read as utf-16-le by its zero bytes"]),
        (ENTRY.encode("utf-16-be"), ["1: note: read as utf-16-be by its zero bytes"]),
        (
            b"\n\n" + ENTRY.encode("cp1252"),
            ["3: warning: not UTF-8; lines read as Windows-1252: 1. Look at their accents, or save the file as UTF-8"],
        ),
        (
            b"% Encoding: windows-1252\n" + ENTRY.encode("cp1252"),
            ["2: note: not UTF-8; read as cp1252, as it declares"],
        ),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16", "utf-16 be", "utf-32", "no mark le", "no mark be", "cp1252", "declared"],
)
def test_one_entry_is_the_same_in_every_encoding(tmp_path, data, said):
    library, problems = read(tmp_path, data)
    (entry,) = library.entries
    assert (entry.key, entry.work.title) == ("groß1994", "Müller, 5 €")
    assert problems == said


def test_a_declared_encoding_of_another_alphabet_is_believed(tmp_path):
    data = b"@comment{x-kbibtex-encoding=koi8-r}\n" + "@book{a, title={Цинк}}".encode("koi8-r")
    library, _ = read(tmp_path, data)
    assert library.entries[0].work.title == "Цинк"


@pytest.mark.parametrize("lie", [b"utf-8", b"gb2312", b"rot13", b"punycode", b"no-such-code", b"zip"])
def test_a_lying_declaration_is_passed_over(tmp_path, lie):
    library, problems = read(tmp_path, b"% Encoding: " + lie + b"\n@book{a, title={caf\xe9}}\n")
    assert library.entries[0].work.title == "café"
    assert problems[0].startswith("2: warning: not UTF-8; lines read as Windows-1252: 1.")


def test_one_bad_line_does_not_spoil_the_others(tmp_path):
    data = "@book{a, title={Weiß}}\n".encode() + b"@book{b, title={Gro\xdf}}\n" + "@book{c, title={Süß}}\n".encode()
    library, _ = read(tmp_path, data)
    assert [entry.work.title for entry in library.entries] == ["Weiß", "Groß", "Süß"]


def test_bytes_that_stand_for_nothing_are_marked(tmp_path):
    library, _ = read(tmp_path, b"@book{a, title={x\x81y}}\n")
    assert library.entries[0].work.title == "x\ufffdy"


def test_damaged_utf_16_is_read_with_a_warning(tmp_path):
    library, problems = read(tmp_path, ENTRY.encode("utf-16") + b"\x00")
    assert library.entries[0].key == "groß1994"
    assert problems[0] == "1: warning: read as utf-16-le by its byte order mark, and damaged"


def test_nul_characters_are_left_out_and_counted(tmp_path):
    library, problems = read(tmp_path, b"@book{a,\n title={Zi\0nc\0}}\n\x1a")
    assert library.entries[0].work.title == "Zinc"
    assert problems == ["2: warning: NUL characters left out: 2"]


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_line_numbers_do_not_depend_on_line_ends(tmp_path, line_end):
    text = line_end.join(["", "@book{a,", "  title={x", "y}}", "", "@book{b, title={z}}", ""])
    library, _ = read(tmp_path, text.encode())
    assert [(entry.line, entry.work.title) for entry in library.entries] == [(2, "x y"), (6, "z")]
    assert library.entries[0].raw == "@book{a,\n  title={x\ny}}"


def test_the_digest_of_an_entry_is_that_of_its_file(tmp_path):
    library, _ = read(tmp_path, b"@book{a, title={zinc}}\n")
    # printf '@book{a, title={zinc}}\n' | sha256sum
    assert library.entries[0].file_sha256 == "dd13e22583689be4e6e1a9c7ecd780303a4e5f42ffaac5907180d465d511d1f5"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.bib", "there is no such file"),
        (".", "this is a folder; name the .bib file in it"),
        ("nul\0.bib", "this file cannot be read: embedded null byte"),
        ("x" * 300, "this file cannot be read: File name too long"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_in_one_line(tmp_path, name, message):
    path = tmp_path / name
    with pytest.raises(FileError) as caught:
        read_files([path])
    assert str(caught.value).endswith(message)
    assert str(caught.value).startswith(str(tmp_path))
    assert "\n" not in str(caught.value)
    assert "\0" not in str(caught.value)


@pytest.fixture
def closed_file(tmp_path):
    """A file that may not be read by whoever runs the test, who is no longer root: no permission stops root."""
    path = tmp_path / "closed.bib"
    path.touch(mode=0)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield path
    if root:
        os.seteuid(0)


def test_a_file_without_permission_is_named(closed_file):
    with pytest.raises(FileError, match=r"closed\.bib: this file may not be read; its permissions forbid it"):
        read_files([closed_file])


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless file here")
def test_an_endless_file_is_refused(monkeypatch):
    monkeypatch.setattr(decode, "LARGEST_FILE", 2 * 1024**2)
    with pytest.raises(FileError, match="this file is larger than 2 MB; split it into several"):
        read_files([Path("/dev/zero")])
