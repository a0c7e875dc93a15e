"""The report as JSON."""

import json
from pathlib import Path

import judged
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from evidence import report as package
from evidence import vocab
from evidence.dossier import Scale, Waiver
from evidence.report.machine import to_machine
from evidence.rules import examples

SCHEMA = json.loads((Path(package.__file__).parent / "gaps.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())


def machine(report, shown=None):
    return json.loads(to_machine(report, shown=report.judgements if shown is None else shown))


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_a_report_is_valid_by_the_schema_that_ships(leaflet):
    VALIDATOR.validate(machine(leaflet))
    VALIDATOR.validate(machine(judged.report()))
    VALIDATOR.validate(machine(judged.report(*judged.all_states(), rules=(judged.BROKEN, judged.THIN))))


def test_a_hostile_report_is_valid_and_holds_each_text_whole(harmful):
    text = "x" * 1_000_000
    found = machine(judged.report(*harmful(text)))
    VALIDATOR.validate(found)
    line = found["claims"][0]["lines"][0]
    assert [line["title"], line["effect"]["finding"], line["sample"]["population"], line["note"]] == [text] * 4


@pytest.mark.parametrize(
    ("place", "vocabulary"),
    [
        (("claim", "kind"), vocab.ClaimKind),
        (("claim", "wording"), vocab.Wording),
        (("claim", "state"), vocab.State),
        (("line", "design"), vocab.Design),
        (("line", "direction"), vocab.Direction),
        (("line", "role"), vocab.Role),
        (("line", "integrity"), vocab.Integrity),
        (("directness", "outcome"), vocab.Directness),
        (("sample", "unit"), vocab.SampleUnit),
        (("sample", "status"), vocab.FigureStatus),
        (("effect", "measure"), vocab.Measure),
        (("effect", "good"), vocab.GoodDirection),
        (("test", "statistic"), vocab.Statistic),
        (("effect", "status"), vocab.FigureStatus),
        (("finding", "severity"), vocab.Severity),
    ],
)
def test_the_schema_knows_each_word_of_a_vocabulary(place, vocabulary):
    definition, name = place
    words = SCHEMA["$defs"][definition]["properties"][name]["enum"]
    assert [word for word in words if word is not None] == [str(word) for word in vocabulary]


def test_the_keys_that_users_build_on_are_there(leaflet):
    found = machine(leaflet)
    assert {"schema", "generated", "database", "checked", "skipped", "states", "rules", "claims"} <= found.keys()
    assert found["schema"] == "evidence/gaps/1"
    assert {"run", "not_run"} <= found["rules"].keys()
    claim = next(claim for claim in found["claims"] if claim["key"] == "fought-over")
    assert {
        *("key", "document", "locator", "statement", "kind", "state", "decided_by", "lines", "findings"),
    } <= claim.keys()
    assert {"section", "paragraph", "sentence"} <= claim["locator"].keys()
    line, finding = claim["lines"][0], claim["findings"][0]
    assert {
        *("source", "title", "journal", "year", "study", "design", "sample", "effect", "direction", "directness"),
        *("role", "objections"),
    } <= line.keys()
    assert {"key", "n", "population"} <= line["sample"].keys()
    assert {"measure", "estimate", "ci_low", "ci_high", "outcome", "timepoint"} <= line["effect"].keys()
    assert {"rule", "severity", "message", "source", "limit"} <= finding.keys()


def test_figures_are_given_as_they_were_printed(leaflet):
    effect = machine(leaflet)["claims"][0]["lines"][0]["effect"]
    assert (effect["estimate"], effect["ci_low"], effect["ci_high"], effect["p"]) == ("-2.25", "-3.39", "-1.12", None)


def test_the_test_and_the_scale_of_an_effect_are_given_as_in_a_claims_file():
    tested = examples.effect(test=examples.by_test("F", "4.84", df="1", df2="28"), scale=Scale(low=1, high=7, items=4))
    bare = examples.effect(test=examples.by_test("z", "1.96"))
    report = judged.report(judged.claim("one", examples.line(result=tested), examples.line("b", result=bare)))
    VALIDATOR.validate(machine(report))
    first, second = (line["effect"] for line in machine(report)["claims"][0]["lines"])
    assert first["test"] == {"statistic": "F", "value": "4.84", "df": "1", "df2": "28"}
    assert first["scale"] == {"min": 1, "max": 7, "items": 4}
    assert second["test"] == {"statistic": "z", "value": "1.96", "df": None, "df2": None}
    assert second["scale"] is None


def test_a_finding_names_its_limit_and_the_line_it_is_about(leaflet):
    (finding,) = machine(leaflet)["claims"][1]["findings"]
    assert (finding["rule"], finding["line"], finding["limit"]["name"]) == ("thin", 0, "smallest-sample")


def test_what_is_waived_is_no_objection_and_is_there_with_its_reason(leaflet):
    claim = machine(leaflet)["claims"][2]
    assert claim["lines"][0]["objections"] == []
    assert claim["findings"][0]["waived"] == {
        "by": "A. Reader",
        "reason": "A pilot is all that this paragraph speaks of.",
        "until": None,
    }
    assert claim["idle_waivers"] == [
        {"rule": "bare", "by": "A. Reader", "reason": "No longer needed.", "until": "2026-01-15"}
    ]


def test_what_no_rule_could_answer_is_told_with_its_reason():
    report = judged.report(judged.claim("one", examples.line(n=None)), rules=(judged.THIN, judged.BROKEN))
    assert machine(report)["claims"][0]["unanswered"] == [
        {"rule": "thin", "line": 0, "outcome": "inconclusive", "message": "no size is recorded"},
        {"rule": "broken", "line": 0, "outcome": "not-run", "message": "ZeroDivisionError: division by zero"},
    ]
    rules = machine(report)["rules"]
    assert (rules["run"], rules["not_run"]) == (["thin"], [{"rule": "broken", "answers": 1}])
    assert {rule: {each: n for each, n in answers.items() if n} for rule, answers in rules["answers"].items()} == {
        "thin": {"inconclusive": 1},
        "broken": {"not-run": 1},
    }


def test_a_source_that_the_text_names_is_given_in_its_parts():
    report = judged.report(judged.claim("one", named=examples.named("BMJ", year=1984, author="Eby")))
    assert machine(report)["claims"][0]["named_source"] == {
        "text": "a study",
        "journal": "BMJ",
        "year": 1984,
        "author": "Eby",
    }


def test_all_claims_are_counted_and_those_asked_for_are_listed(leaflet):
    found = machine(leaflet, leaflet.judgements[:1])
    assert (found["checked"], found["skipped"], len(found["claims"])) == (8, 1, 1)
    assert sum(found["states"].values()) == 8


def test_the_moment_is_given_in_utc(leaflet):
    assert machine(leaflet)["generated"] == "2026-01-15T12:00:00Z"


def test_an_until_of_a_waiver_that_holds_is_given():
    waiver = Waiver(rule="thin", reason="a pilot", by="A. Reader", until=judged.NOON.date())
    report = judged.report(judged.claim("one", examples.line(n=20), waivers=(waiver,)))
    assert machine(report)["claims"][0]["findings"][0]["waived"]["until"] == "2026-01-15"
