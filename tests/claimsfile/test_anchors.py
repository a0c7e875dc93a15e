import hashlib
import os
from textwrap import dedent

import pytest

from evidence.claimsfile.anchors import marks, moved
from evidence.claimsfile.read import read
from evidence.errors import FileError
from evidence.passages import fingerprint

TEXT = dedent(
    """\
    # Zinc

    Zinc shortens colds. It does so
    by a day.

    Caf\u00e9 owners sell it. Nobody buys it.
    """
)


@pytest.fixture
def told(written, tmp_path):
    """Hold claims' places against a text, and list what is wrong as line: key: message."""

    def run(*places, text=TEXT, sha256=None):
        lines = ["document:", "  key: zinc", "  title: Zinc", *([f"  sha256: {sha256}"] if sha256 else []), "claims:"]
        for number, place in enumerate(places):
            lines += [f"  - {{key: c{number}, at: {place}, statement: s, kind: benefit, wording: plain}}"]
        document = tmp_path / "zinc.txt"
        document.write_bytes(text if isinstance(text, bytes) else text.encode())
        found = moved(read(written("\n".join(lines))), document)
        return [str(problem).partition(".yaml:")[2].replace(f"{tmp_path}/", "") for problem in found]

    return run


def at(paragraph, sentence, of=None, **marks):
    """A place in a claims file, with the mark of a sentence."""
    if of is not None:
        marks["sha256"] = fingerprint(of)
    rest = "".join(f', {name}: "{mark}"' for name, mark in marks.items())
    return f"{{paragraph: {paragraph}, sentence: {sentence}{rest}}}"


def test_a_sentence_that_stands_where_the_file_says_is_no_problem(told):
    assert (
        told(
            at(2, 1, of="Zinc shortens colds."),
            at(2, 2, of="It does so by a day."),
            at(2, 2, exact="so by  a"),
            at(3, 1, of="Cafe\u0301 owners sell it."),
            at(3, 1, exact="Cafe\u0301"),
            at(3, 2),
        )
        == []
    )


@pytest.mark.parametrize(
    "change", [lambda text: text.replace("\n", "\r\n"), lambda text: f"\ufeff{text}"], ids=["crlf", "bom"]
)
def test_line_ends_and_a_byte_order_mark_move_nothing(told, change):
    assert told(at(2, 2, of="It does so by a day."), text=change(TEXT)) == []


def test_a_moved_sentence_is_found_where_it_stands_now(told):
    assert told(at(2, 1, of="Nobody buys it."), at(9, 9, exact="by a day")) == [
        "5: claims/0/at: another sentence stands there in zinc.txt; the claim's stands in paragraph 3, sentence 2",
        "6: claims/1/at: zinc.txt has no paragraph 9, sentence 9; the claim's stands in paragraph 2, sentence 2",
    ]


def test_a_changed_or_absent_sentence_is_told(told):
    assert told(at(2, 1, of="Zinc shortens every cold."), at(4, 1), at(2, 1, exact="lengthens")) == [
        "5: claims/0/at: another sentence stands there in zinc.txt",
        "6: claims/1/at: zinc.txt has no paragraph 4, sentence 1",
        "7: claims/2/at: another sentence stands there in zinc.txt",
    ]


def test_hash_and_words_must_both_hold(told):
    assert told(at(2, 1, of="Zinc shortens colds.", exact="lengthens")) == [
        "5: claims/0/at: another sentence stands there in zinc.txt",
    ]


def test_another_text_is_told_by_its_bytes(told):
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert told(sha256=digest) == []
    assert told(sha256="0" * 64) == [
        f"4: document/sha256: zinc.txt is another text or another version: its SHA-256 is {digest}"
    ]


def test_a_text_that_is_no_utf8_is_refused(told):
    with pytest.raises(FileError, match=r"zinc\.txt: not UTF-8 text, so its sentences cannot be told"):
        told(text=b"caf\xe9")


def test_a_text_that_is_missing_a_folder_or_too_large_is_refused(written, tmp_path):
    tree = read(written("document: {key: a, title: b}"))
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        os.truncate(file.fileno(), 64 * 1024 * 1024 + 1)
    for path, message in (
        (tmp_path / "absent.txt", r"absent\.txt: No such file"),
        (tmp_path, "Is a directory"),
        (tmp_path / "\0", "null"),
        (large, r"large\.txt: larger than 64 MB"),
    ):
        with pytest.raises(FileError, match=message):
            moved(tree, path)


def test_many_claims_are_held_against_a_text_of_a_million_characters(told):
    numbered = [f"Sentence number {number} says something about zinc." for number in range(20_000)]
    text = " ".join(numbered)
    assert len(text) > 900_000
    places = [at(1, number + 2, of=numbered[number]) for number in range(0, 20_000, 100)]
    found = told(*places, text=text)
    assert len(found) == 200
    assert found[1] == (
        "5: claims/1/at: another sentence stands there in zinc.txt; the claim's stands in paragraph 1, sentence 101"
    ).replace("5:", "6:", 1)


def test_the_claims_that_bear_a_mark_are_counted(written):
    rest = "statement: s, kind: harm, wording: plain"
    places = (at(1, 1), at(1, 2, of="Zinc."), at(1, 3, exact="zinc"))
    listed = "".join(f"- {{key: c{number}, at: {place}, {rest}}}\n" for number, place in enumerate(places))
    assert marks(read(written(f"document: {{key: a, title: b}}\nclaims:\n{listed}"))) == 2
    assert marks(read(written("document: {key: a, title: b}"))) == 0
