"""The report in a terminal."""

import re

import judged
import pytest
from rich.cells import cell_len

from evidence.report.table import to_text
from evidence.rules import examples
from evidence.vocab import Severity, State


def text(report, *, width=100, colour=False, shown=None):
    return to_text(report, shown=report.judgements if shown is None else shown, width=width, colour=colour)


@pytest.mark.parametrize(("width", "name"), [(72, "narrow.txt"), (100, "wide.txt")])
def test_the_layout_is_the_one_that_was_read(leaflet, golden, width, name):
    golden(text(leaflet, width=width), name)


@pytest.mark.parametrize("width", [40, 59, 60, 80, 99, 100, 120, 160])
def test_no_line_is_wider_than_the_terminal(leaflet, harmful, width):
    wide = judged.report(*harmful("感冒の亜鉛" * 60), *harmful("x" * 500))
    for report in (leaflet, wide):
        assert max(map(cell_len, text(report, width=width).splitlines())) <= width


@pytest.mark.parametrize("width", [40, 100])
def test_no_line_ends_in_blanks(leaflet, width):
    assert not re.search(r"[ \t]$", text(leaflet, width=width), re.MULTILINE)


@pytest.mark.parametrize("width", [60, 100])
def test_colour_changes_no_word(leaflet, width):
    coloured = text(leaflet, width=width, colour=True)
    assert "\x1b[1;31munsupported\x1b[0m" in coloured
    bare = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == text(leaflet, width=width).splitlines()


def test_states_stand_before_gaps_and_gaps_before_what_is_supported(leaflet):
    told = text(leaflet)
    places = [
        told.index(word) for word in ("Evidence gaps", "checked", "supported  ", "Gaps, the worst", "\nSupported")
    ]
    assert places == sorted(places)


def test_the_longest_bar_is_that_of_the_commonest_state():
    told = text(judged.report(judged.claim("a"), judged.claim("b"), judged.claim("c", examples.line(n=20))))
    rows = [line for line in told.splitlines() if line.split()[:1] and line.split()[0] in set(State)]
    bars = {line.split()[0]: line.count("█") for line in rows[: len(State)]}
    assert bars == {"unsupported": 40, "weak": 20, "disputed": 0, "contested": 0, "unjudged": 0, "supported": 0}


def test_a_rare_state_keeps_a_bar():
    told = text(
        judged.report(*(judged.claim(f"c{number}") for number in range(99)), judged.claim("s", examples.line()))
    )
    assert "supported   1  █\n" in told


def test_reasons_beyond_the_sixth_are_counted_and_said_where_to_find():
    rules = tuple(
        judged.rule(f"fault-{number}", Severity.WEAKENS, judged.THIN.scope, judged.THIN.check) for number in range(8)
    )
    told = text(judged.report(judged.claim("one", examples.line(n=20)), rules=rules))
    assert "fault-5: hulisz2004zinc" in told
    assert "fault-6:" not in told
    assert "and 2 more: evidence why one\n" in told


def test_a_rule_that_faults_many_lines_stands_once_with_their_sources():
    told = text(judged.report(judged.claim("one", *(examples.line(key, n=20) for key in "abc"))), width=99)
    assert told.count("~ thin: a, b, c") == 1


def test_evidence_beyond_the_third_line_is_counted():
    told = text(judged.report(judged.claim("one", *(examples.line(key, n=20) for key in "abcde"))), width=99)
    assert "supports c: " in told
    assert "supports d: " not in told
    assert "\n  and 2 more\n" in told


def test_keys_of_several_documents_are_given_as_why_takes_them():
    told = text(judged.report(*judged.all_states(), judged.claim("lonely", document="poster")))
    assert "unsupported  poster/lonely" in told
    assert "leaflet/sound" in told


def test_claims_that_were_not_asked_for_are_counted_and_not_listed(leaflet):
    weak = tuple(judgement for judgement in leaflet.judgements if judgement.state is State.WEAK)
    told = text(leaflet, shown=weak)
    assert "8 claims checked, 1 skipped" in told
    assert "weak  frail" in told
    assert "lonely" not in told
    assert "\nSupported" not in told


def test_a_database_without_claims_says_what_to_do_next():
    assert text(judged.report()).endswith(
        "\nNo claim is recorded yet. Next:\n  evidence import FILE.bib\n  evidence load FILE.yaml\n"
    )


def test_a_state_that_no_claim_is_in_is_said_so():
    assert text(judged.report(judged.claim("one")), shown=()).endswith("\nNo claim is in a state that was asked for.\n")
