import hashlib
import os

import pytest

from evidence.claimsfile.check import problems
from evidence.claimsfile.read import read
from evidence.errors import FileError


@pytest.fixture
def refused(written):
    """Read a text that cannot be read, and give the message less the folder."""

    def run(text, name="a.yaml"):
        path = written(text, name)
        with pytest.raises(FileError) as error:
            read(path)
        assert not error.value.details
        return str(error.value).removeprefix(f"{path.parent}/")

    return run


def test_texts_stay_as_they_stand_and_only_whole_numbers_become_numbers(written):
    data = read(
        written(
            'a: 0.90\nb: yes\nc: 2026-02-28\nd: "12"\ne: 12\nf: -3\ng: 0123\nh: 1_000\ni: 12:30\n'
            "j: null\nk:\nl: ~\nm: 'null'\nn: 0\no: 1234567890123456789\np: \u22121.12\nq: |\n  x\n  y\nr: Null\n"
        )
    ).data
    assert data == {
        "a": "0.90",
        "b": "yes",
        "c": "2026-02-28",
        "d": "12",
        "e": 12,
        "f": -3,
        "g": "0123",
        "h": "1_000",
        "i": "12:30",
        "j": None,
        "k": None,
        "l": None,
        "m": "null",
        "n": 0,
        "o": "1234567890123456789",
        "p": "\u22121.12",
        "q": "x\ny\n",
        "r": "Null",
    }


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff", "# a comment\n\n", "%YAML 1.1\n---\n"])
def test_each_place_has_its_line_whatever_the_line_ends_and_the_start(written, start, ends):
    text = start + "a:\n  - b: 1\n    c: [x, y]\n  -\n    b: 2\n"
    tree = read(written(text.replace("\n", ends)))
    first = start.count("\n")
    assert tree.data == {"a": [{"b": 1, "c": ["x", "y"]}, {"b": 2}]}
    assert [tree.line(place) - first for place in ((), ("a",), ("a", 0), ("a", 0, "c", 1), ("a", 1, "b"))] == [
        1,
        1,
        2,
        3,
        5,
    ]
    assert tree.line(("a", 1, "missing", 3)) - first == 5
    assert tree.line(("nowhere",)) - first == 1


def test_the_sha256_is_that_of_the_bytes(written):
    raw = b"\xef\xbb\xbfa: b\r\n"
    assert read(written(raw)).sha256 == hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a.yaml: the file is empty; a claims file begins with `document:`"),
        ("# nothing\n\n", "a.yaml: the file is empty; a claims file begins with `document:`"),
        ("a: [1,\nb: }\n", "a.yaml:2: not YAML: "),
        ("a: 1\n b: 2\n", "a.yaml:2: not YAML: "),
        ("a: b\n\tc: d\n", "a.yaml:2: not YAML: "),
        ("a: 'b\n", "a.yaml:2: not YAML: "),
        ("a: 1\n---\nb: 2\n", "a.yaml:2: not YAML: but found another document"),
        ("a: b\nc: \xe9\n".encode("latin-1"), "a.yaml:2: not UTF-8 text; save the claims file as UTF-8"),
        (b"\xef\xbb\xbfa: b\n\xff", "a.yaml:2: not UTF-8 text; save the claims file as UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.yaml:1: not UTF-8 text; save the claims file as UTF-8"),
        ("a: b\n".encode("utf-16"), "a.yaml:1: not UTF-8 text; save the claims file as UTF-8"),
        (b"PK\x03\x04\n\x00", "a.yaml:1: not YAML: control characters are not allowed: U+0003"),
        ("a: \xe9\xe9\nb: \x1b[31m\n", "a.yaml:2: not YAML: control characters are not allowed: U+001B"),
        ('a: b\nc: "\\uD800"\n', "a.yaml:2: not YAML: found invalid Unicode character escape code"),
        ("a: b\nc: !!python/object/apply:os.system [ls]\n", "a.yaml:2: tags are not taken; write the plain value"),
        ("a: b\nc: !!str 12\n", "a.yaml:2: tags are not taken; write the plain value"),
        ("a: b\nc: ! d\n", "a.yaml:2: tags are not taken; write the plain value"),
        ("a: &x b\nc: *x\n", "a.yaml:1: anchors and aliases are not taken; write it out"),
        ("a: *x\n", "a.yaml:1: anchors and aliases are not taken; write it out"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "a.yaml:1: anchors and aliases are not taken; write it out"),
        ("[" * 100_000, ("a.yaml:1: nested more than 32 deep", "a.yaml:1: not YAML: exceeded maximum nesting depth")),
        ("- " * 100_000, "a.yaml:1: nested more than 32 deep"),
        ("{a: " * 100_000, "a.yaml:1: nested more than 32 deep"),
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_what_is_no_plain_yaml_is_refused_in_one_line_with_its_place(refused, text, message):
    said = refused(text)
    assert said.startswith(message)
    assert said.isprintable()
    assert len(said) < 300


def test_a_missing_file_a_folder_and_a_name_that_no_file_can_have_are_refused(tmp_path):
    with pytest.raises(FileError, match=r"absent\.yaml: No such file or directory"):
        read(tmp_path / "absent.yaml")
    with pytest.raises(FileError, match="Is a directory"):
        read(tmp_path)
    with pytest.raises(FileError, match="null"):
        read(tmp_path / "a\0b.yaml")


def test_a_file_larger_than_the_limit_is_refused(tmp_path):
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 64 * 1024 * 1024 + 1)
    with pytest.raises(FileError, match=r"a\.yaml: larger than 64 MB"):
        read(path)


def test_a_hostile_file_name_is_shown_harmless(refused):
    assert refused("", "\x1b[31m\u202e.yaml").startswith(r"\x1b[31m\u202e.yaml: the file is empty")


def test_a_key_that_stands_twice_is_a_problem_at_its_second_line_and_the_first_stays(written):
    tree = read(written("a: 1\nb:\n  c: x\n  c: y\na: 2\n"))
    assert tree.data == {"a": 1, "b": {"c": "x"}}
    assert [(problem.line, problem.key, problem.message) for problem in tree.problems] == [
        (4, "b/c", "stands twice; a key stands once"),
        (5, "a", "stands twice; a key stands once"),
    ]


def test_a_nul_by_escape_is_a_problem_and_reaches_no_value(written):
    tree = read(written('a: b\nc: "x\\0y"\n"k\\0": 1\n'))
    assert tree.data == {"a": "b", "c": "x\ufffdy", "k\ufffd": 1}
    assert [(problem.line, problem.key) for problem in tree.problems] == [(2, "c")]


def test_a_key_that_is_no_text_is_an_unknown_key(written):
    tree = read(written("? [a, b]\n: c\n? {d: e}\n: f\n"))
    assert tree.data == {"?": "c"}
    assert {problem.key for problem in problems(tree)} == {"?", ""}


def test_a_value_of_a_million_characters_is_read(written):
    assert read(written(f"a: {'x' * 1_000_000}\nb: {'9' * 1_000_000}\n")).data == {
        "a": "x" * 1_000_000,
        "b": "9" * 1_000_000,
    }
