import codecs
import io

import pytest

from evidence.bibtex import decode, encodings
from evidence.bibtex.read import read_files
from evidence.errors import FileError

ENTRY = "@article{groß1994, title={Müller, 5 €}, year=1994}\n"


def read(tmp_path, data):
    path = tmp_path / "zinc.bib"
    path.write_bytes(data)
    library = read_files([path])
    return library, [str(problem).removeprefix(f"{path}:") for problem in library.problems]


@pytest.mark.parametrize(
    ("data", "told"),
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
def test_one_entry_is_the_same_in_every_encoding(tmp_path, data, told):
    library, problems = read(tmp_path, data)
    (entry,) = library.entries
    assert (entry.key, entry.work.title) == ("groß1994", "Müller, 5 €")
    assert problems == told


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


def test_bytes_that_stand_for_nothing_are_kept_and_told(tmp_path):
    library, problems = read(tmp_path, b"\n@book{a, title={x\x81y}}\n")
    assert library.entries[0].work.title == "x\x81y"
    (problem,) = problems
    assert problem.startswith("2: warning: not UTF-8; lines read as Windows-1252: 1. ")
    assert problem.endswith("some bytes stand for nothing in it and are kept as control characters")


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
    assert library.entries[0].raw == "@book{a,\n  title={x\ny}}".replace("\n", line_end)
    assert library.entries[0].fields == (("title", "x\ny"),)


def opened(data, **options):
    return decode.opened(io.BytesIO(data), name="zinc.bib", **options)


def said(data, **options):
    return [str(problem).removeprefix("zinc.bib:") for problem in opened(data, **options).problems()]


def test_a_file_is_known_by_the_digest_and_size_of_its_bytes():
    file = opened(b"@book{a, title={zinc}}\n", piece=4)
    # printf '@book{a, title={zinc}}\n' | sha256sum
    assert file.sha256 == "dd13e22583689be4e6e1a9c7ecd780303a4e5f42ffaac5907180d465d511d1f5"
    assert file.size == 23


MIXED = "@book{a, title={Weiß}}\n".encode() + b"@book{b, title={Gro\xdf}}\r\n"
EXACT = {
    "utf-8": (ENTRY.encode(), "utf-8", True),
    "utf-8 mark": (codecs.BOM_UTF8 + ENTRY.encode(), "utf-8", True),
    "utf-16": (codecs.BOM_UTF16_BE + ENTRY.encode("utf-16-be"), "utf-16-be", True),
    "utf-16 damaged": (codecs.BOM_UTF16_BE + ENTRY.encode("utf-16-be") + b"\xd8", "utf-16-be", False),
    "cp1252": (ENTRY.encode("cp1252") + b"\r\r\n", "cp1252", True),
    "cp1252 with a byte that stands for nothing": (
        b"@book{a, title={\x80\x81\x8d\x8f\x90\x9d\xdf}}",
        encodings.WINDOWS,
        True,
    ),
    "such a byte, and UTF-8": (b"@book{a, title={\x81}}\n@book{b, title={\xc2\x81}}", encodings.BY_LINE, False),
    "both": (MIXED, encodings.BY_LINE, False),
    "declared": (b"% Encoding: koi8-r\n" + "Цинк".encode("koi8-r"), "koi8-r", True),
    "nothing": (b"", "utf-8", True),
    "NUL": (b"abc\0\n\0", "utf-8", True),
}


@pytest.mark.parametrize("piece", [1, 2, 3, 7, decode.PIECE])
@pytest.mark.parametrize(("data", "encoding", "exact"), EXACT.values(), ids=EXACT)
def test_text_gives_the_bytes_back_where_it_is_said_to(data, encoding, exact, piece):
    file = opened(data, piece=piece)
    assert (file.encoding, file.exact) == (encoding, exact)
    text = "".join(file.pieces())
    if exact:
        assert encodings.encoder(encoding, errors="strict").encode(text) == data
    assert text == "".join(opened(data).pieces())
    assert list(file.problems()) == list(opened(data).problems())
    assert file.head == text


def test_only_so_many_characters_are_the_head():
    assert opened(b"x" * 100_000, piece=1000).head == "x" * 65_536


def test_lines_are_counted_across_pieces():
    data = b"a\r\nb\rc\n\n\0\xe9"
    for piece in range(1, len(data)):
        assert [problem.split(":")[0] for problem in said(data, piece=piece)] == ["5", "5"]


def test_no_piece_ends_within_a_line_end():
    pieces = list(opened(b"a\r\nb\r\r\n\r", piece=1).pieces())
    assert pieces == ["a", "\r\n", "b", "\r", "\r\n", "\r"]


def test_a_line_that_is_very_long_is_cut_between_characters():
    data = b"\xdf\n" + "ß".encode() * 50
    for longest in (4, 5, 6, 7):
        found = list(encodings.lines(io.BytesIO(data), size=3, longest=longest))
        assert "".join(text for text, _, _ in found) == "ß\n" + "ß" * 50
        assert sum(foreign for _, foreign, _ in found) == 1


def test_progress_is_told_of_every_byte():
    for data in (ENTRY.encode("utf-16"), MIXED, ENTRY.encode()):
        told = []
        list(opened(data, piece=5).pieces(told.append))
        assert sum(told) == len(data)
        assert max(told) <= 5


@pytest.mark.parametrize(
    ("given", "data", "encoding"),
    [
        ("UTF-8", ENTRY.encode(), "utf-8"),
        ("utf-8-sig", codecs.BOM_UTF8 + ENTRY.encode(), "utf-8"),
        ("latin1", ENTRY.replace("€", "").encode("latin1"), "iso8859-1"),
        ("utf-16", ENTRY.encode("utf-16"), "utf-16-le"),
        ("utf-16", codecs.BOM_UTF16_BE + ENTRY.encode("utf-16-be"), "utf-16-be"),
        ("utf-16", ENTRY.encode("utf-16-le"), "utf-16-le"),
        (" cp850 ", ENTRY.replace("€", "").encode("cp850"), "cp850"),
        ("gb18030", ENTRY.encode("gb18030"), "gb18030"),
    ],
)
def test_an_encoding_that_is_named_is_used(given, data, encoding):
    file = opened(data, encoding=given)
    assert (file.encoding, file.exact, list(file.problems())) == (encoding, True, [])
    assert "Müller" in "".join(file.pieces())


def test_a_wrong_encoding_that_is_named_is_used_with_a_warning():
    assert said(b"\xe9\n", encoding="utf-8") == ["1: warning: read as utf-8, as you say, and damaged"]
    assert said("Größe".encode(), encoding="cp1252") == []


@pytest.mark.parametrize("name", ["utf-9", "rot13", "zip", "idna", "", "x\0", "\x1b[2J" * 50])
def test_what_is_no_encoding_of_text_is_refused_in_one_line(name):
    with pytest.raises(FileError) as caught:
        opened(b"", encoding=name)
    assert str(caught.value).startswith("no encoding of text is called ")
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 150
