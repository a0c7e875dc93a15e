"""Effects of the whole record pooled by a query, whether a claim leans on them or not."""

import json
from importlib import resources

import pytest
from jsonschema import Draft202012Validator


@pytest.mark.usefixtures("filled")
def test_a_query_pools_what_it_finds_with_reasons_for_the_rest(evidence):
    everything = json.loads(evidence("pool", "--query", "source:*", "--format", "json").stdout)
    assert (everything["claim"], everything["query"]) == (None, "source:*")
    schema = json.loads(resources.files("evidence.report").joinpath("pool.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(everything)
    sources = {each["source"] for part in ("effects", "left_out") for each in everything[part]}
    assert "eby1984zinc" in sources
    one = evidence("pool", "--query", "source:eby1984zinc year:..1990 n:>5")
    assert (one.exit_code, "eby1984zinc" in one.stdout) == (0, True)
    assert "not judged" not in one.stdout


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["pool"], "name a claim, or ask for effects by --query"),
        (["pool", "zinc-shortens-colds", "--query", "a"], "name a claim, or ask for effects by --query"),
        (
            ["pool", "--query", "outcome:fever year:3000"],
            "no effect of the record is found by",
        ),
        (["pool", "--query", "outcom:fever"], "no field 'outcom'; did you mean outcome?"),
        (["pool", "--query", '"'], "this quotation mark is not closed"),
        (["pool", "--query", "\x1b[31m"], "\\x1b"),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_line(evidence, words, told):
    result = evidence(*words)
    assert (result.exit_code, told in result.stderr, result.stderr.count("\n")) == (2, True, 1)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--convert"], "--convert needs to know into what: name a measure by --measure"),
        (["--measure", "RR", "--baseline-risk", "20%"], "--baseline-risk is for conversions: give --convert too"),
        (["--measure", "RR", "--convert", "--baseline-risk", "20"], "a percentage between 0% and 100%, as 20%"),
        (["--measure", "RR", "--convert", "--baseline-risk", "120%"], "a percentage between 0% and 100%, as 20%"),
        (["--measure", "RR", "--convert", "--baseline-risk", "few"], "--baseline-risk: "),
    ],
)
def test_a_conversion_that_cannot_be_made_is_told_in_a_line(evidence, words, told):
    result = evidence("pool", "zinc-shortens-colds", *words)
    assert (result.exit_code, told in result.stderr, result.stderr.count("\n")) == (2, True, 1)


@pytest.mark.usefixtures("filled")
def test_a_conversion_that_nothing_leads_to_leaves_the_effect_out_with_the_reason(evidence):
    words = ("--measure", "RR", "--convert", "--baseline-risk", "20%", "--format", "json")
    left = json.loads(evidence("pool", "zinc-shortens-colds", *words).stdout)["left_out"]
    assert "RR" in left[0]["reason"]
