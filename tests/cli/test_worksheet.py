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

    def test_words_of_one_outcome_mean_that_outcome(self, assess, worksheet):
        assess("start", "high")
        (first,) = worksheet()
        word = first["outcome"].split()[0]
        told = assess("start", "low", "--outcome", word.upper()).stdout
        assert told.startswith(f"{CLAIM}, {first['outcome']}: start is low; it was high")
        (asked,) = worksheet("--outcome", word)
        assert (asked["outcome"], asked["steps"][0]["rated"]["rating"]) == (first["outcome"], "low")

    def test_ratings_of_an_outcome_that_is_gone_are_shown_without_a_certainty_and_can_be_taken_back(
        self, evidence, assess, worksheet, yaml
    ):
        for step, rating in DONE.items():
            assess(step, rating)
        yaml.write_text(yaml.read_text("utf-8").replace("free of symptoms", "cough"), "utf-8")
        assert evidence("load", yaml).exit_code == 0
        new, old = worksheet()
        assert (new["outcome"], new["certainty"], len(new["to_rate"])) == ("cough", None, len(DONE))
        assert (old["outcome"], old["certainty"], old["to_rate"]) == ("free of symptoms", None, [])
        assert "none, for there is no evidence on this outcome" in evidence("worksheet", CLAIM).stdout
        for step in DONE:
            assert assess(step, "open", "--outcome", "Free of  symptoms").exit_code == 0
        assert [each["outcome"] for each in worksheet()] == ["cough"]

    def test_of_several_outcomes_one_is_named_or_several_are_rated_together(self, evidence, assess, worksheet, yaml):
        text = yaml.read_text("utf-8")
        effect = text[text.index("      - key: well-day-7") : text.index("claims:")]
        other = effect.replace("well-day-7", "cough").replace("free of symptoms", "free of cough")
        line = text[text.index("      - source: eby1984zinc") : text.index("  - key: zinc-is-cheap")]
        again = line.replace("effect: well-day-7", "effect: cough")
        yaml.write_text(text.replace(effect, effect + other).replace(line, line + again), "utf-8")
        assert evidence("load", yaml).exit_code == 0
        refused = assess("start", "high")
        assert refused.stderr == f"Error: {CLAIM}: say which outcome by --outcome: free of symptoms; free of cough\n"
        assert assess("start", "high", "--outcome", "COUGH").stdout == f"{CLAIM}, free of cough: start is high\n"
        assert assess("start", "high", "--outcome", "free  of").stdout == f"{CLAIM}, free of: start is high\n"
        assert [each["outcome"] for each in worksheet()] == ["free of symptoms", "free of cough", "free of"]
        (both,) = worksheet("--outcome", "Free of")
        assert "Outcomes put together: free of symptoms; free of cough" in both["evidence"]

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
        (["worksheet", "zinc-is-cheap"], "no outcome of zinc-is-cheap is recorded, so there is nothing to rate"),
        (["assess", "zinc-is-cheap", "start", "high", "--why", "x"], "zinc-is-cheap: no outcome of it is recorded"),
        (["assess", CLAIM, "start", "open"], "nothing is assessed for the claim"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line_that_says_what_to_do(evidence, words, told):
    result = evidence(*words)
    assert (result.exit_code, told in result.stderr) == (2, True)
    assert result.stderr.count("\n") == 1


def _today(worksheet):
    return next(step["rated"]["on"] for step in worksheet()[0]["steps"] if step["rated"])
