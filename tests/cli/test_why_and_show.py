"""One claim explained, one record whole, one rule's page."""

import json
from dataclasses import fields

import pytest

from evidence.limits import Limits
from evidence.rules.registry import all_rules


@pytest.mark.usefixtures("filled")
def test_every_line_is_told_with_what_stands_against_it_and_what_was_answered(evidence):
    told = evidence("why", "zinc-shortens-colds").stdout
    assert "\nweak: every line that supports it is weakened" in told
    assert "  supports  eby1984zinc  (primary)\n" in told
    assert "    weakens  small-sample: n = 37, fewer than 50\n" in told
    assert "waived by A. Reader: A pilot is all that this paragraph" in " ".join(told.split())


@pytest.mark.parametrize("key", ["zinc-shortens-colds", "leaflet/zinc-shortens-colds"])
@pytest.mark.usefixtures("filled")
def test_a_claim_is_found_by_its_key_and_by_that_of_its_document_before_it(evidence, key):
    result = evidence("why", key)
    assert result.exit_code == 0
    assert result.stdout.startswith("zinc-shortens-colds  leaflet: Remedies, paragraph 2, sentence 1\n")


@pytest.mark.usefixtures("filled")
def test_the_claim_of_one_document_is_told_from_that_of_another(yaml, evidence):
    other = yaml.with_name("poster.yaml")
    other.write_text(
        "document: {key: poster, title: A poster}\nclaims:\n  - {key: zinc-is-cheap, at: {paragraph: 1, sentence: 1}, "
        "statement: Zinc is cheap., kind: practice, wording: plain}\n",
        "utf-8",
    )
    assert evidence("load", other).exit_code == 0
    both = evidence("why", "zinc-is-cheap").stdout
    assert "zinc-is-cheap  leaflet: " in both
    assert "\n\nzinc-is-cheap  poster: " in both
    assert "leaflet" not in evidence("why", "poster/zinc-is-cheap").stdout
    shown = evidence("show", "zinc-is-cheap").stdout
    assert "\n\nclaim zinc-is-cheap  (from poster.yaml:3, " in shown


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("zinc", "no claim 'zinc' in evidence.db"),
        ("", "no claim '' in evidence.db"),
        ("poster/zinc-is-cheap", "no claim 'zinc-is-cheap' of a document 'poster' in evidence.db"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_a_claim_that_is_not_there_is_told_in_a_line(evidence, key, said):
    result = evidence("why", key)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Error: {said}\n")


@pytest.mark.usefixtures("filled")
def test_an_explanation_for_machines_is_a_report_of_one_claim(evidence):
    report = json.loads(evidence("why", "zinc-is-cheap", "--format", "json").stdout)
    assert (report["schema"], report["checked"], report["skipped"]) == ("evidence/gaps/1", 1, 1)
    assert [claim["key"] for claim in report["claims"]] == ["zinc-is-cheap"]


@pytest.mark.usefixtures("filled")
def test_all_records_of_a_key_are_shown_whole_with_the_place_they_came_from(evidence):
    told = evidence("show", "eby1984zinc").stdout
    assert told.startswith("source eby1984zinc  (from zinc.bib:8, 20")
    assert "\nstudy eby1984zinc  (from zinc.yaml:5, 20" in told
    assert "\nraw: |\n  @article{eby1984zinc,\n    author  = {Eby, George A. and Davis" in told
    assert "\n    measure: PR\n    estimate: 86%\n" in told


@pytest.mark.usefixtures("filled")
def test_a_record_for_machines_holds_the_same(evidence):
    found = json.loads(evidence("show", "eby1984zinc", "--format", "json").stdout)
    assert found["schema"] == "evidence/record/1"
    assert [record["kind"] for record in found["records"]] == ["source", "study"]
    assert found["records"][0]["values"]["raw"].startswith("@article{eby1984zinc,\n  author  = {Eby")
    assert len(found["records"][0]["origin"]["sha256"]) == 64


@pytest.mark.usefixtures("filled")
def test_a_key_that_nothing_bears_is_told_in_a_line(evidence):
    result = evidence("show", "nobody")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: no source, study or claim has the key 'nobody'\n"


def test_all_rules_are_listed_with_their_severity(evidence):
    told = evidence("rules").stdout
    for rule in all_rules():
        assert f"\n{rule.name} " in f"\n{told}"
    assert "small-sample                     weakens  A line rests on fewer" in told


def test_rules_need_no_database(evidence, here):
    assert evidence("rules").exit_code == 0
    assert list(here.iterdir()) == []


def test_below_the_list_stand_the_limits_in_force(evidence, here):
    (here / "evidence.toml").write_text("[limits]\nsmallest-sample = 30\n", "utf-8")
    _, _, limits = evidence("rules").stdout.partition("\nLimits in force")
    assert "\nsmallest-sample        30" in limits
    assert limits.count("\n") >= len(fields(Limits))


def test_one_rule_is_explained_with_the_limit_in_force(evidence, here):
    (here / "evidence.toml").write_text("[limits]\nsmallest-sample = 30\n", "utf-8")
    told = evidence("rules", "small-sample").stdout
    assert told.startswith("## small-sample\n\n")
    assert "`smallest-sample = 30`" in told
    assert "### What to do" in told


def test_the_manual_holds_a_page_for_each_rule(evidence):
    told = evidence("rules", "--manual").stdout
    assert told.startswith("# The rules\n")
    assert [line[3:] for line in told.splitlines() if line.startswith("## ")] == [
        "From findings to a state",
        "All rules",
        *(rule.name for rule in all_rules()),
    ]


def test_rules_for_machines_are_listed_whole_or_one_by_name(evidence):
    found = json.loads(evidence("rules", "--format", "json").stdout)
    assert found["schema"] == "evidence/rules/1"
    assert [rule["name"] for rule in found["rules"]] == [rule.name for rule in all_rules()]
    (rule,) = json.loads(evidence("rules", "small-sample", "--format", "json").stdout)["rules"]
    assert (rule["severity"], rule["scope"], rule["limits"]) == ("weakens", "line", ["smallest-sample"])


def test_a_rule_that_is_not_there_is_told_in_a_line(evidence):
    result = evidence("rules", "smal-sample")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: no rule 'smal-sample'; did you mean small-sample?\n"
