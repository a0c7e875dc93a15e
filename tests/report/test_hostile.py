"""Texts that mean harm, in every field of a record."""

import judged
import pytest

from evidence.report.drawing import rendered
from evidence.report.machine import to_machine
from evidence.report.markdown import to_markdown
from evidence.report.table import to_text
from evidence.report.why import to_text as why
from evidence.text import visible_lines

RENDERERS = {
    "text": lambda report: to_text(report, shown=report.judgements, width=80, colour=False),
    "wide": lambda report: to_text(report, shown=report.judgements, width=140, colour=False),
    "md": lambda report: to_markdown(report, shown=report.judgements),
    "json": lambda report: to_machine(report, shown=report.judgements),
    "why": lambda report: "".join(why(judgement, width=80, colour=False) for judgement in report.judgements),
}


@pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)
def test_no_character_reaches_the_reader_that_acts_on_a_terminal(harmful, telling, render):
    text = render(judged.report(*harmful(), rules=(*judged.RULES, telling), database="\x1b[2J.db"))
    assert visible_lines(text) == text
    assert "script" in text


@pytest.mark.parametrize("name", ["text", "wide", "why"])
def test_what_looks_like_the_markup_of_the_drawing_library_is_text(harmful, name):
    assert "[red]b[/x]" in RENDERERS[name](judged.report(*harmful("[red]b[/x] [bold] :smile: [link=http://x]y[/link]")))


@pytest.mark.parametrize("name", ["text", "wide", "md", "why"])
def test_a_million_characters_do_not_flood_the_reader(harmful, telling, name):
    text = RENDERERS[name](judged.report(*harmful("word " * 200_000), rules=(*judged.RULES, telling)))
    assert len(text) < 100_000
    assert "…" in text


def test_a_million_characters_without_a_blank_stay_within_the_width(harmful):
    text = RENDERERS["text"](judged.report(*harmful("x" * 1_000_000)))
    assert max(map(len, text.splitlines())) <= 80


def test_colour_codes_are_the_only_ones_in_colour(harmful):
    report = judged.report(*harmful())
    text = to_text(report, shown=report.judgements, width=80, colour=True)
    assert {part.split("m")[0] for part in text.split("\x1b[")[1:]} <= {
        *("0", "1", "2", "31", "32", "33", "35", "36", "1;31", "1;32"),
    }
    assert "\x1b]" not in text


def test_a_page_of_nothing_is_empty():
    assert rendered([], width=80, colour=False) == ""
