"""Worksheets by the command, and what persons say of their steps."""

import json
import re

import pytest

from evidence.grade import LEVELS

DONE = {step: next(iter(ratings)) for step, ratings in LEVELS.items()}
CLAIM = "zinc-shortens-colds"


@pytest.fixture
def assess(evidence):
    def run(step, rating, *words, why="both read", by="C. Reader"):
        return evidence("assess", CLAIM, step, rating, "--why", why, "--by", by, *words)

    return run


@pytest.fixture
def worksheet(evidence):
    def run(*words):
        return json.loads(evidence("worksheet", CLAIM, "--format", "json", *words).stdout)["worksheets"]

    return run


@pytest.mark.usefixtures("filled")
class TestWorksheet:
    def test_every_step_is_shown_with_what_it_takes(self, evidence):
        shown = evidence("worksheet", CLAIM)
        assert shown.exit_code == 0
        assert "Outcome: " in shown.stdout
        for step, ratings in LEVELS.items():
            told = f"{step.replace('-', ' ').capitalize()}: not rated; it takes {', '.join(ratings)}"
            assert " ".join(told.split()) in " ".join(shown.stdout.split())
        assert "Certainty: open until a person has rated every step" in shown.stdout
        assert max(map(len, shown.stdout.split("\n"))) <= 80

    def test_what_a_person_says_stands_beside_what_is_computed(self, assess, worksheet):
        before = worksheet()
        told = assess("imprecision", "serious", why="thirty-seven people")
        assert told.stdout.endswith("imprecision is serious\n")
        (after,) = worksheet()
        (step,) = [each for each in after["steps"] if each["step"] == "imprecision"]
        assert step["rated"].items() >= {"rating": "serious", "levels": -1, "by": "C. Reader"}.items()
        assert step["rated"]["reason"] == "thirty-seven people"
        assert {**step, "rated": None} in before[0]["steps"]
        assert after["certainty"] is None
        assert "imprecision" not in after["to_rate"]

    def test_a_certainty_is_shown_once_every_step_is_rated_and_goes_with_one(self, evidence, assess, worksheet):
        for step, rating in DONE.items():
            assert worksheet()[0]["certainty"] is None
            assess(step, rating)
        assert worksheet()[0]["certainty"] == "high"
        assess("risk-of-bias", "very-serious")
        assert "Certainty: low; 4 (start) - 2 (risk of bias) = 2" in evidence("worksheet", CLAIM).stdout
        assert assess("dose-response", "open").stdout.endswith(f"it was absent, by C. Reader, {_today(worksheet)}\n")
        assert worksheet()[0]["to_rate"] == ["dose-response"]

    def test_what_is_replaced_is_told(self, assess, worksheet):
        assess("start", "high")
        told = assess("start", "low", by="D. Other").stdout
        assert told.endswith(f"start is low; it was high, by C. Reader, {_today(worksheet)}\n")

    def test_markdown_has_a_row_a_step(self, evidence, assess):
        assess("start", "high", why="all | randomized <b>")
        page = evidence("worksheet", CLAIM, "--format", "md").stdout
        assert len(re.findall(r"^\| \w[^|]* \| [\w-]+(?: rated)? \| \*\*", page, re.MULTILINE)) == len(LEVELS)
        assert "all \\| randomized \\<b\\>" in page

    def test_an_outcome_that_only_a_person_named_has_its_worksheet(self, assess, worksheet):
        assess("start", "high")
        (first,) = worksheet()
        word = first["outcome"].split()[0]
        assess("start", "low", "--outcome", word)
        assert [each["outcome"] for each in worksheet()] == [first["outcome"], word]
        (asked,) = worksheet("--outcome", word.upper())
        assert asked["steps"][0]["rated"]["rating"] == "low"

    def test_dump_and_load_bring_it_to_another_database(self, evidence, assess, worksheet, here):
        for step, rating in DONE.items():
            assess(step, rating)
        whole = worksheet()
        (here / "dump.yaml").write_text(evidence("dump").stdout)
        for words in (["init"], ["import", "zinc.bib"], ["load", "dump.yaml"]):
            assert evidence("--db", "other.db", *words).exit_code == 0
        printed = evidence("--db", "other.db", "worksheet", CLAIM, "--format", "json").stdout
        assert json.loads(printed)["worksheets"] == whole


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["worksheet", "nothing"], "no claim 'nothing' in the database"),
        (
            ["worksheet", CLAIM, "--outcome", "death"],
            "no effect behind zinc-shortens-colds is on 'death'; its outcomes: ",
        ),
        (["worksheet", CLAIM, "--outcome", " "], "no effect behind zinc-shortens-colds is on ' '"),
        (["assess", CLAIM, "start", "serious", "--why", "x"], "start is not rated serious; it takes: high, low"),
        (["assess", CLAIM, "start", "high"], "say why by --why"),
        (["assess", CLAIM, "start", "high", "--why", " "], "say why the step is rated so"),
        (["assess", CLAIM, "start", "high", "--why", "x", "--outcome", "death"], "no effect behind"),
        (["assess", CLAIM, "start", "open"], "nothing is assessed for the claim"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line_that_says_what_to_do(evidence, words, told):
    result = evidence(*words)
    assert (result.exit_code, told in result.stderr) == (2, True)
    assert result.stderr.count("\n") == 1


def _today(worksheet):
    return next(step["rated"]["on"] for step in worksheet()[0]["steps"] if step["rated"])
