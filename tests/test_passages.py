import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.passages import fingerprint, folded, paragraphs, sentences


def split(text):
    return [sentence.text for sentence in sentences(text)]


def test_sentences_are_numbered_within_paragraphs_and_headings_counted():
    text = "# Zinc\n\nZinc shortens colds. It does so\nby a day!\n\n \t\nWhy? Nobody knows\u2026 Yet.\n"
    assert [(one.paragraph, one.sentence, one.text) for one in sentences(text)] == [
        (1, 1, "# Zinc"),
        (2, 1, "Zinc shortens colds."),
        (2, 2, "It does so\nby a day!"),
        (3, 1, "Why?"),
        (3, 2, "Nobody knows\u2026"),
        (3, 3, "Yet."),
    ]


@pytest.mark.parametrize("text", ["", " \n\n\t\n", "\ufeff"])
def test_a_text_of_blanks_has_no_paragraph(text):
    assert paragraphs(text) == []
    assert sentences(text) == []


def test_line_ends_of_any_system_make_the_same_paragraphs():
    text = "One.\n\nTwo.\n \nThree."
    assert paragraphs(text) == paragraphs("\ufeff" + text.replace("\n", "\r\n")) == paragraphs(text.replace("\n", "\r"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aspirin, e.g. Bayer's, helps. It does.", ["Aspirin, e.g. Bayer's, helps.", "It does."]),
        ("Smith et al. 2005 found it. Dr. Jones did not.", ["Smith et al. 2005 found it.", "Dr. Jones did not."]),
        ("J. Smith wrote it. (Dr. Jones helped.)", ["J. Smith wrote it.", "(Dr. Jones helped.)"]),
        ("A dose of 2.5 mg is safe.", ["A dose of 2.5 mg is safe."]),
        ('He said "Stop." \u201cWhy?\u201d She left.', ['He said "Stop."', "\u201cWhy?\u201d", "She left."]),
        ("It rose ... and fell.", ["It rose ... and fell."]),
        ("Ainsi. \u00e9levé. \u00c9tat.", ["Ainsi. \u00e9lev\u00e9.", "\u00c9tat."]),
        ("Really?! 5 of 10 did.", ["Really?!", "5 of 10 did."]),
    ],
)
def test_a_sentence_ends_where_a_reader_says_so(text, expected):
    assert split(text) == expected


def test_the_mark_of_a_sentence_is_the_sha256_of_its_folded_nfc_text():
    expected = hashlib.sha256("Caf\u00e9 au lait.".encode()).hexdigest()
    assert fingerprint("  Cafe\u0301\n au \t lait. ") == expected
    assert sentences("Cafe\u0301 au\nlait. Then.")[0].sha256 == expected
    assert folded(" Cafe\u0301\nau ") == "Caf\u00e9 au"


@given(st.text(alphabet="ab Z.!?\n\r\t\"')(\u2026\u00e9\u2028"))
def test_no_letter_is_lost_and_no_sentence_is_empty(text):
    found = sentences(text)
    assert "".join("".join(one.text.split()) for one in found) == "".join(text.split())
    assert all(one.text.strip() == one.text != "" for one in found)


@pytest.mark.parametrize(
    "hostile",
    ["." * 1_000_000, ". " * 500_000, "Dr. " * 250_000, '."' * 500_000, ". (" * 300_000, "\n " * 500_000,
     "." + " " * 1_000_000 + "x", ". " + '"' * 1_000_000, "\n" + " " * 1_000_000, "A b. " * 200_000, ".A" * 500_000],
    ids=lambda text: ascii(text[:5]),
)  # fmt: skip
def test_a_hostile_text_of_a_million_characters_is_split_in_one_walk(hostile):
    assert "".join("".join(one.text.split()) for one in sentences(hostile)) == "".join(hostile.split())
