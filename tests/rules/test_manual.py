from dataclasses import replace
from importlib.resources import files

from evidence.limits import Limits
from evidence.rules.examples import claim, line
from evidence.rules.kit import Example, fails, passes
from evidence.rules.manual import manual, page
from evidence.rules.registry import all_rules

BY_NAME = {rule.name: rule for rule in all_rules()}


def test_the_shipped_manual_is_that_of_the_rules():
    shipped = files("evidence.rules").joinpath("README.md").read_text("utf-8")
    assert shipped == manual(all_rules()), "write it anew: evidence rules --manual > evidence/rules/README.md"


def test_the_manual_holds_each_rule_once_and_leads_to_it():
    text = manual(all_rules())
    for name in BY_NAME:
        assert text.count(f"\n## {name}\n") == 1
        assert text.count(f"](#{name})") == 1


def test_a_page_tells_what_the_rule_does_and_whose_limit_is_in_force():
    text = page(BY_NAME["small-sample"], Limits(smallest_sample=200))
    assert text.startswith("## small-sample\n\nA line rests on fewer participants than the limit.\n")
    assert "- weakens: the line alone cannot make its claim supported\n" in text
    assert "- asked of each line of evidence\n" in text
    assert "- source: Dechartres 2013" in text
    assert "- limit: `smallest-sample = 200`, participants analysed" in text
    assert "| exactly the limit | passes |\n" in text
    assert "| twelve participants | **fails**: n = 12, fewer than 50 |\n" in text
    assert "\n### Why it matters\n" in text


def test_a_page_of_a_rule_without_a_limit_names_none():
    assert "- limit:" not in page(BY_NAME["retracted-source"], Limits())


def test_no_example_breaks_the_table():
    hostile = replace(
        BY_NAME["small-sample"],
        examples=(Example("a | b", claim(line()), fails("x | y")), Example("c", claim(), passes())),
    )
    assert "| a \\| b | **fails**: x \\| y |\n" in page(hostile, Limits())
