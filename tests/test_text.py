import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.text import shortened, storable, visible, visible_lines

MARKS_THAT_SHOW = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Signs of Unicode's class for formats that are drawn all the same: marks before Arabic and Kaithi numbers."""


def draws_nothing(letter):
    """Whether Unicode calls it a control, a format, a separator of lines or half a character."""
    egyptian_joiner = "\U00013430" <= letter <= "\U0001343f"
    unseen = unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp", "Cs"}
    return unseen and letter not in MARKS_THAT_SHOW and not egyptian_joiner


def test_no_control_direction_or_zero_width_character_survives():
    everything = "".join(map(chr, range(0x110000)))
    assert not [hex(ord(letter)) for letter in visible(everything) if draws_nothing(letter)]
    assert not [hex(ord(letter)) for letter in visible_lines(everything) if draws_nothing(letter) and letter != "\n"]


@pytest.mark.parametrize(
    "blank", ["\u034f", "\u115f", "\u1160", "\u17b4", "\u180b", "\u3164", "\ufe0f", "\uffa0", "\U000e0100"]
)
def test_a_letter_that_draws_nothing_is_spelt_out(blank):
    assert visible(f"zinc{blank}") == f"zinc{blank.encode('unicode_escape').decode()}"


@given(st.text())
def test_visible_text_is_one_line_that_any_file_takes(text):
    seen = visible(text)
    assert len(seen.splitlines()) <= 1
    seen.encode()
    assert visible(seen) == seen


def test_blanks_fold_and_letters_of_every_script_stay():
    assert visible("  Vitamin\tD\r\n\u2028 \u03b2 na\u00efve \u0639\u0631\u0628\u064a \u4e2d\u6587 \U0001f9ea ") == (
        "Vitamin D \u03b2 na\u00efve \u0639\u0631\u0628\u064a \u4e2d\u6587 \U0001f9ea"
    )


def test_escapes_are_spelt_out():
    assert visible("\x1b[31mred\x07 \u202egnirts") == r"\x1b[31mred\x07 \u202egnirts"


def test_visible_lines_keep_lines_and_blanks():
    assert visible_lines("a:\n  b\t\x1b\r\n") == "a:\n  b\\t\\x1b\\r\n"


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("aspirin", 7, "aspirin"),
        ("aspirin", 6, "aspir\u2026"),
        ("a" * 1_000_000, 5, "aaaa\u2026"),
        ("zinc" + " " * 1_000_000, 5, "zinc\u2026"),
        ("\x1b" * 1_000_000, 5, "\\x1b\u2026"),
        ("", 5, ""),
    ],
)
def test_a_text_is_shortened_to_a_width_with_its_cut_marked(text, width, expected):
    assert shortened(text, width=width) == expected


@given(st.text(), st.integers(min_value=1, max_value=20))
def test_a_shortened_text_never_exceeds_its_width(text, width):
    assert len(shortened(text, width=width)) <= width


def test_what_no_database_takes_becomes_a_replacement_character():
    assert storable("a\x00b\ud800c\udfffd\U0001f9ea\x1b") == "a\ufffdb\ufffdc\ufffdd\U0001f9ea\x1b"
