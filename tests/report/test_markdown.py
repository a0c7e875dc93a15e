"""The report as Markdown, seen as a browser would see it."""

import judged
import pytest
from markdown_it import MarkdownIt

from evidence.report.markdown import escaped, to_markdown
from evidence.rules import examples
from evidence.vocab import State

ALL = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def tokens(text):
    for token in ALL.parse(text):
        yield token
        yield from token.children or ()


def plain(inline):
    return "".join(child.content for child in inline.children)


def cells(text):
    """Give the rows of all tables as they are read."""
    rows, found = [], ALL.parse(text)
    for place, token in enumerate(found):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in {"td_open", "th_open"}:
            rows[-1].append(plain(found[place + 1]))
    return rows


def headings(text):
    found = ALL.parse(text)
    return [plain(found[place + 1]) for place, token in enumerate(found) if token.type == "heading_open"]


def markdown(report, shown=None):
    return to_markdown(report, shown=report.judgements if shown is None else shown)


def test_headings_give_each_gap_with_its_state_the_worst_first(leaflet):
    assert headings(markdown(leaflet)) == [
        "Evidence gaps",
        "Gaps, the worst first",
        "unsupported: Zinc shortens a cold.",
        "unsupported: Zinc is the cheapest remedy.",
        "disputed: Zinc cures every cold.",
        "contested: Zinc shortens a cold.",
        "unjudged: Zinc shortens a cold.",
        "weak: Zinc shortens a cold.",
        "Supported",
        "Limits in force",
    ]


def test_states_are_counted_in_a_table_that_stands_first(leaflet):
    assert cells(markdown(leaflet))[:8] == [
        ["state", "claims"],
        ["unsupported", "2"],
        ["disputed", "1"],
        ["contested", "1"],
        ["unjudged", "1"],
        ["weak", "1"],
        ["supported", "2"],
        ["evidence", "bears", "design", "sample", "result"],
    ]


def test_every_line_of_evidence_of_a_gap_is_a_row_the_nearest_first(leaflet):
    assert cells(markdown(leaflet))[8:12] == [
        ["Eby 1984, Antimicrobial Agents [eby1984zinc]", "candidate", "randomized", "n = 77 (unconfirmed)", ""],
        [
            "Hemilä 2017, JRSM Open [hemila2017zinc]",
            "supports",
            "meta analysis",
            "n = 575",
            "recovery: MD -2.25 (95 % CI -3.39 to -1.12)",
        ],
        ["Eby 1984, Antimicrobial Agents [eby1984zinc]", "supports", "randomized", "n = 37", "recovery: PR 86%"],
        [
            "Jackson 2000, Journal of Nutrition [jackson2000zinc]",
            "disputes",
            "randomized",
            "n = 91",
            "recovery: MD 0.2",
        ],
    ]


def test_each_reason_names_its_rule_and_the_source_it_is_about(leaflet):
    told = markdown(leaflet)
    assert "\n- **thin** (weakens): eby1984zinc: n = 37\n" in told
    assert "\n- **bare** (bars): nothing is linked\n" in told
    assert "\nNote: One trial.\n" in told


def test_what_was_not_asked_for_is_counted_and_not_listed(leaflet):
    supported = tuple(judgement for judgement in leaflet.judgements if judgement.state is State.SUPPORTED)
    told = markdown(leaflet, supported)
    assert "8 claims checked, 1 skipped" in told
    assert headings(told) == ["Evidence gaps", "Supported", "Limits in force"]


def test_a_report_of_no_claims_is_whole():
    assert headings(markdown(judged.report())) == ["Evidence gaps", "Limits in force"]


HARMLESS = {
    *("inline", "text", "text_special", "heading_open", "heading_close", "paragraph_open", "paragraph_close"),
    *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "strong_open", "strong_close"),
    *(f"{part}_{end}" for part in ("table", "thead", "tbody", "tr", "th", "td") for end in ("open", "close")),
}


def test_nothing_from_the_record_becomes_markup(harmful, telling):
    told = markdown(judged.report(*harmful(), rules=(*judged.RULES, telling), database="<b>*x*</b>"))
    assert {token.type for token in tokens(told)} <= HARMLESS
    assert {len(row) for row in cells(told)} == {2, 5}
    levels = [token.tag for token in ALL.parse(told) if token.type == "heading_open"]
    assert levels == ["h1", "h2", "h3", "h3", "h3", "h2"]


def test_what_is_bold_is_a_rule_or_a_key(harmful):
    told = markdown(judged.report(*harmful("**a** __b__"), judged.claim("**k**", examples.line())))
    found = list(tokens(told))
    bold = {found[place + 1].content for place, token in enumerate(found) if token.type == "strong_open"}
    assert bold <= {"thin", "unnamed", "**k**", "**a** __b__3"}


@pytest.mark.parametrize("character", "\\`*_{}[]<>()#+!|~$&")
def test_a_special_character_reads_as_itself(character):
    (inline,) = [token for token in ALL.parse(f"x {escaped(character * 3)} x") if token.type == "inline"]
    assert plain(inline) == f"x {character * 3} x"


def test_a_bar_in_a_text_ends_no_cell():
    told = markdown(judged.report(judged.claim("one", examples.line(examples.source("a|b", journal="C | D"), n=20))))
    assert cells(told)[-1] == ["no author, no year, C | D [a|b]", "supports", "randomized", "n = 20", ""]
