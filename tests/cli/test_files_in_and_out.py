"""Libraries and claims files, in and out."""

import json
import re

import pytest
from sqlalchemy import select

from evidence.db.session import reading
from evidence.model import Change


def counted(result):
    return result.stdout.splitlines()[-1]


def test_entries_are_counted_and_a_second_import_changes_nothing(empty, bib, evidence):
    first = evidence("import", bib)
    assert (first.exit_code, counted(first)) == (0, "3 read, 3 new, 0 changed, 0 same, 0 duplicate, 0 rejected")
    before = empty.read_bytes()
    second = evidence("import", bib)
    assert (second.exit_code, counted(second)) == (0, "3 read, 0 new, 0 changed, 3 same, 0 duplicate, 0 rejected")
    assert empty.read_bytes() == before


def test_a_dry_run_says_what_would_change_and_changes_nothing(empty, bib, evidence):
    before = empty.read_bytes()
    result = evidence("import", "--dry-run", bib)
    assert counted(result) == "3 read, 3 new, 0 changed, 0 same, 0 duplicate, 0 rejected; nothing was written"
    assert empty.read_bytes() == before


@pytest.mark.usefixtures("filled")
def test_a_changed_field_is_told_with_what_it_was_and_is(bib, evidence):
    text = (
        bib.read_text("utf-8").replace("year    = {1984}", "year = {1985}, note = {seen}").replace("{JRSM Open}", '""')
    )
    bib.write_text(text, "utf-8")
    result = evidence("import", bib)
    assert "eby1984zinc: year: '1984' becomes '1985'\n" in result.stdout
    assert "eby1984zinc: note: nothing becomes 'seen'\n" in result.stdout
    assert "3 read, 0 new, 2 changed, 1 same, 0 duplicate, 0 rejected" in result.stdout
    evidence("import", bib)
    bib.write_text(text.replace(", note = {seen}", ""), "utf-8")
    assert "eby1984zinc: note: 'seen' becomes nothing\n" in evidence("import", bib).stdout


@pytest.mark.usefixtures("filled")
def test_a_long_value_that_changed_is_cut_with_a_mark(bib, evidence):
    bib.write_text(bib.read_text("utf-8").replace("{1984}", "{" + "x" * 100_000 + "}"), "utf-8")
    told = evidence("import", bib).stdout
    assert "…" in told
    assert len(told) < 1000


@pytest.mark.usefixtures("empty")
def test_a_rejected_entry_is_told_with_its_place_and_the_rest_goes_in(bib, evidence):
    bib.write_text(bib.read_text("utf-8") + "\n@article{broken, title = {never closed\n", "utf-8")
    result = evidence("import", bib)
    assert result.exit_code == 1
    assert re.search(r"^zinc\.bib:22: rejected: ", result.stderr, re.MULTILINE)
    assert counted(result) == "4 read, 3 new, 0 changed, 0 same, 0 duplicate, 1 rejected"


@pytest.mark.usefixtures("filled")
def test_the_result_for_machines_holds_counts_changes_and_problems(bib, evidence):
    bib.write_text(bib.read_text("utf-8").replace("{1984}", "{1985}") + "\n@article{broken, title = {", "utf-8")
    result = evidence("import", "--format", "json", bib)
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert found["schema"] == "evidence/import/2"
    assert [found[name] for name in ("read", "new", "changed", "same", "rejected")] == [4, 0, 1, 2, 1]
    assert found["changes"] == [{"key": "eby1984zinc", "field": "year", "before": "1984", "after": "1985"}]
    (problem,) = [problem for problem in found["problems"] if problem["grade"] == "rejected"]
    assert (problem["file"], problem["line"]) == ("zinc.bib", 22)


def test_a_load_says_what_it_changed_and_a_second_changes_nothing(empty, bib, yaml, evidence):
    evidence("import", bib)
    first = evidence("load", yaml)
    assert (first.exit_code, first.stdout) == (0, "")
    assert re.fullmatch(r"leaflet: \d+ rows added \(.*\bclaim 2\b.*\)\n", first.stderr)
    before = empty.read_bytes()
    assert evidence("load", yaml).stderr == "leaflet: nothing changed\n"
    assert empty.read_bytes() == before


@pytest.mark.usefixtures("filled")
def test_an_edit_is_told_as_rows_added_changed_and_removed(yaml, evidence):
    yaml.write_text(yaml.read_text("utf-8").replace("the cheapest", "a cheap").partition("waivers:")[0], "utf-8")
    assert evidence("load", yaml).stderr == "leaflet: 1 row changed (claim 1); 1 row removed (waiver 1)\n"


def test_files_are_loaded_all_or_none(empty, bib, yaml, here, evidence):
    evidence("import", bib)
    (here / "bad.yaml").write_text("document: {key: poster}\n", "utf-8")
    before = empty.read_bytes()
    assert evidence("load", yaml, "bad.yaml").exit_code == 3
    assert empty.read_bytes() == before


def assessed(*steps, outcome="days to recovery"):
    """A list of assessments for the end of a claims file."""
    rated = "".join(
        f"    {step}: {{rating: {rating}, reason: so it is, by: C. Reader, on: {on}}}\n" for step, rating, on in steps
    )
    return f"assessments:\n  - claim: zinc-shortens-colds\n    outcome: {outcome}\n{rated}"


def test_each_assessment_that_a_load_overrules_is_named_and_kept_in_the_audit_trail(filled, yaml, evidence):
    text = yaml.read_text("utf-8")
    yaml.write_text(text + assessed(("start", "high", "2025-03-01"), ("imprecision", "serious", "2025-03-01")), "utf-8")
    assert evidence("load", yaml).stderr == "leaflet: 2 rows added (assessment 2)\n"
    yaml.write_text(text + assessed(("start", "low", "2024-05-02")), "utf-8")
    result = evidence("load", yaml)
    assert (result.exit_code, result.stdout) == (0, "")
    about = "an assessment of zinc-shortens-colds, days to recovery"
    high, low = "high (C. Reader, 2025-03-01: so it is)", "low (C. Reader, 2024-05-02: so it is)"
    assert result.stderr.splitlines() == [
        "leaflet: 1 row changed (assessment 1); 1 row removed (assessment 1)",
        f"leaflet: replaced {about}: start {high}, by {low}",
        f"leaflet: took away {about}: imprecision serious (C. Reader, 2025-03-01: so it is)",
    ]
    with reading(str(filled)) as session:
        left = {row.field: (row.before, row.after) for row in session.scalars(select(Change)) if row.entity == "claim"}
    assert left == {
        "start of days to recovery": (
            "high by C. Reader, 2025-03-01: so it is",
            "low by C. Reader, 2024-05-02: so it is",
        ),
        "imprecision of days to recovery": ("serious by C. Reader, 2025-03-01: so it is", None),
    }
    yaml.write_text(text, "utf-8")
    assert evidence("load", yaml).stderr == "leaflet: nothing changed\n"


@pytest.mark.usefixtures("filled")
def test_an_assessment_of_a_day_to_come_is_refused_with_its_line(yaml, evidence):
    yaml.write_text(yaml.read_text("utf-8") + assessed(("start", "high", "2999-01-01")), "utf-8")
    result = evidence("load", yaml)
    assert result.exit_code == 3
    assert "assessments/0/start/on: 2999-01-01 is still to come" in result.stderr


def test_ratings_of_a_claim_that_a_load_takes_away_are_named_and_kept_in_the_audit_trail(filled, yaml, evidence):
    text = yaml.read_text("utf-8")
    yaml.write_text(text + assessed(("start", "high", "2025-03-01")), "utf-8")
    assert evidence("load", yaml).exit_code == 0
    gone = text.replace("zinc-shortens-colds", "zinc-shortens-every-cold")
    yaml.write_text(gone, "utf-8")
    assert "took away an assessment of zinc-shortens-colds" in evidence("load", yaml).stderr
    with reading(str(filled)) as session:
        left = [(row.before, row.after) for row in session.scalars(select(Change)) if row.entity == "claim"]
    assert left == [("high by C. Reader, 2025-03-01: so it is", None)]
    assert evidence("db", "check").exit_code == 0


@pytest.mark.usefixtures("filled")
def test_many_overruled_assessments_and_hostile_ones_are_told_in_few_harmless_words(yaml, evidence):
    text = yaml.read_text("utf-8")
    many = "".join(
        assessed(("start", "high", "2025-03-01"), outcome=f'"{number:02}\\e[31m{"x" * 1000}"').removeprefix(
            "assessments:\n"
        )
        for number in range(23)
    )
    yaml.write_text(f"{text}assessments:\n{many}", "utf-8")
    assert evidence("load", yaml).exit_code == 0
    yaml.write_text(f"{text}assessments: []\n", "utf-8")
    lines = evidence("load", yaml).stderr.splitlines()
    assert len(lines) == 22
    assert lines[-1] == "leaflet: and 3 more assessments were taken away or replaced"
    assert all(line.isprintable() and len(line) < 300 for line in lines)


TEXT = "# Remedies\n\nZinc shortens a cold, they say. It is the cheapest of all.\n"


def test_a_text_is_held_against_the_places_of_the_claims(filled, yaml, here, evidence):
    (here / "leaflet.txt").write_text(TEXT, "utf-8")
    told = yaml.read_text("utf-8").replace("sentence: 1}", "sentence: 1, exact: shortens a cold}")
    yaml.write_text(told, "utf-8")
    result = evidence("load", yaml, "--document", "leaflet.txt")
    assert result.exit_code == 0
    assert result.stderr.startswith(
        "leaflet.txt: 1 sentence checked; 1 more have neither sha256 nor exact, so they were not\n"
    )
    (here / "leaflet.txt").write_text(TEXT.replace("Zinc", "Colds are mild. Zinc"), "utf-8")
    before = filled.read_bytes()
    result = evidence("load", yaml, "--document", "leaflet.txt")
    assert result.exit_code == 3
    assert re.search(r"^zinc\.yaml:\d+: claims/0/at: another sentence stands there in leaflet\.txt", result.stderr)
    assert "the claim's stands in paragraph 2, sentence 2" in result.stderr
    assert filled.read_bytes() == before


@pytest.mark.usefixtures("filled", "here")
def test_a_file_that_is_wrong_by_itself_is_told_so_before_its_text_is_read(yaml, evidence):
    yaml.write_text(yaml.read_text("utf-8").replace("wording", "wordin"), "utf-8")
    result = evidence("load", yaml, "--document", "none.txt")
    assert result.exit_code == 3
    assert "claims/0/wordin" in result.stderr


def test_a_waiver_of_a_rule_that_is_not_there_is_refused(filled, yaml, evidence):
    yaml.write_text(re.sub(r"rule: [a-z-]+", "rule: single-sampel", yaml.read_text("utf-8")), "utf-8")
    before = filled.read_bytes()
    result = evidence("load", yaml)
    assert result.exit_code == 3
    assert "waivers/0/rule: there is no rule 'single-sampel'; did you mean single-sample?" in result.stderr
    assert filled.read_bytes() == before


def test_a_dump_can_be_loaded_and_changes_nothing(filled, here, evidence):
    printed = evidence("dump")
    assert printed.exit_code == 0
    assert evidence("dump", "leaflet", "-o", "again.yaml").stdout == ""
    assert (here / "again.yaml").read_text("utf-8") == printed.stdout
    before = filled.read_bytes()
    assert evidence("load", "again.yaml").stderr == "leaflet: nothing changed\n"
    assert filled.read_bytes() == before


@pytest.mark.parametrize("words", [["dump", "poster"], ["dump", "poster", "-o", "poster.yaml"]])
@pytest.mark.usefixtures("filled")
def test_a_document_that_is_not_there_is_not_dumped(here, evidence, words):
    result = evidence(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no document 'poster'; the database holds: leaflet" in result.stderr
    assert not (here / "poster.yaml").exists()
