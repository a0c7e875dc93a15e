"""JSON that is safe to look at."""

import json

import pytest

from evidence.report.json_text import to_json
from evidence.text import visible_lines


def test_letters_of_all_scripts_stay_as_they_are():
    assert to_json({"name": "Hemilä, 鋅 ≤ 5"}) == '{\n  "name": "Hemilä, 鋅 ≤ 5"\n}\n'


@pytest.mark.parametrize("character", ["\x1b", "\x7f", "\x9b", "\u202e", "\u200b", "\u2028", "\U000e0041", "\x00"])
def test_what_could_move_a_cursor_is_escaped_and_reads_back(character):
    value = {"title": f"ä{character}b", character: [character]}
    text = to_json(value)
    assert visible_lines(text) == text
    assert json.loads(text) == value
