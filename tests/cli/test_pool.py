"""The effects behind a claim pooled by the command."""

import csv
import json
import re
import shutil
import subprocess
import sys
from importlib import resources
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

CLAIMS = """
document: {{key: {document}, title: On colds}}
studies:
{studies}
claims:
  - key: zinc-works
    at: {{paragraph: 1, sentence: 1}}
    statement: Zinc works.
    kind: benefit
    wording: plain
    evidence:
{lines}
  - key: unproven
    at: {{paragraph: 1, sentence: 2}}
    statement: Nothing is known of honey.
    kind: benefit
    wording: plain
"""
STUDY = """  - key: {key}
    reports: [{key}]
    design: randomized
    samples: [{{key: all, analysed: {n}, population: adults, status: checked, where: [https://example.org/{key}]}}]
    effects:
      - {{key: cured, outcome: recovery, measure: RR, estimate: "{estimate}", ci: ["{low}", "{high}"], good: higher,
         status: checked, where: [https://example.org/{key}]}}
"""
LINE = """      - {{source: {key}, study: {key}, effect: cured, direction: supports, role: primary,
         judged: {{by: A. Reader, on: 2026-01-15}}}}
"""
TRIALS = (("one", 40, "1.5", "1.1", "2.05"), ("two", 90, "1.2", "0.8", "1.8"), ("three", 300, "1.1", "0.9", "1.34"))


@pytest.fixture
def trials(here, program, sqlite_template):
    """A database of three trials of zinc and a claim that leans on them."""
    shutil.copy(sqlite_template, here / "evidence.db")
    (here / "trials.bib").write_text("".join(f"@misc{{{key}, title={{Trial {key} of zinc}}}}\n" for key, *_ in TRIALS))
    assert program("import", "trials.bib").returncode == 0

    def load(document="leaflet"):
        studies = "".join(
            STUDY.format(key=key, n=n, estimate=estimate, low=low, high=high) for key, n, estimate, low, high in TRIALS
        )
        lines = "".join(LINE.format(key=key) for key, *_ in TRIALS)
        (here / "claims.yaml").write_text(CLAIMS.format(document=document, studies=studies, lines=lines))
        result = program("load", "claims.yaml")
        assert result.returncode == 0, result.stderr

    load()
    return load


@pytest.mark.usefixtures("trials")
def test_the_effects_of_a_claim_are_pooled_and_drawn(evidence):
    printed = evidence("pool", "zinc-works").stdout
    assert all(word in printed for word in ("one", "two", "three", "Pooled (REML)", "Prediction interval"))
    assert "How effects were made:" in printed
    assert "Left out:" not in printed
    assert "Hartung-Knapp" not in evidence("pool", "zinc-works", "--model", "common").stdout.split("Between")[0]


@pytest.mark.usefixtures("trials")
def test_how_sure_it_is_and_what_it_leans_on_stand_below_the_plot(evidence):
    printed = " ".join(evidence("pool", "zinc-works").stdout.split())
    assert re.search(r"Hartung-Knapp interval \(t, 2 df\), p = 0\.\d{3};", printed)
    assert re.search(r"Pooled without any one study \(REML, Hartung-Knapp\): 1\.\d\d to 1\.\d\d\. ", printed)
    assert printed.count("Intervals of studies are drawn anew from their variances; they may differ from print") == 1
    assert "Small-study effects are not tested" in printed


@pytest.mark.usefixtures("trials")
def test_a_claim_with_nothing_to_pool_says_so(evidence):
    assert evidence("pool", "unproven").stdout.endswith("\nNo effect to pool.\n")
    printed = evidence("pool", "zinc-works", "--measure", "OR").stdout
    assert "Left out:\n  one: " in printed
    assert json.loads(evidence("pool", "unproven", "--format", "json").stdout)["effects"] == []
    assert "there is no effect to draw" in evidence("pool", "unproven", "--format", "svg").stderr


@pytest.mark.usefixtures("trials")
def test_output_for_machines_is_of_its_schema(evidence):
    printed = json.loads(evidence("pool", "zinc-works", "--format", "json").stdout)
    schema = json.loads(resources.files("evidence.report").joinpath("pool.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(printed)
    assert schema["$id"] == printed["schema"]
    assert [effect["estimate"] for effect in printed["effects"]] == pytest.approx([1.5, 1.2, 1.1])
    drawn = evidence("pool", "zinc-works").stdout
    for effect in printed["effects"]:
        assert f"[{effect['low']:.2f}, {effect['high']:.2f}]  {effect['weight']:.1f} %" in drawn
    assert printed["model"] == "REML"
    assert sum(effect["weight"] for effect in printed["effects"]) == pytest.approx(100)
    assert json.loads(evidence("pool", "unproven", "--format", "json").stdout)["model"] is None
    left_out = json.loads(evidence("pool", "zinc-works", "--outcome", "relapse", "--format", "json").stdout)["left_out"]
    assert [each["reason"] for each in left_out] == ["it was not asked for: recovery"] * 3


@pytest.mark.usefixtures("trials")
def test_the_effects_go_out_for_metafor_and_as_a_picture(evidence, here):
    rows = list(csv.DictReader(evidence("pool", "zinc-works", "--format", "csv").stdout.splitlines()))
    assert [(row["slab"], row["n"], row["measure"]) for row in rows] == [
        ("one", "40", "RR"), ("two", "90", "RR"), ("three", "300", "RR"),
    ]  # fmt: skip
    ET.fromstring(evidence("pool", "zinc-works", "--format", "svg").stdout)  # noqa: S314 - of our own making
    result = evidence("pool", "zinc-works", "--r-script", "again.R")
    assert result.stderr == "again.R: run it by Rscript, beside again-effects.csv\n"
    assert "again-effects.csv" in (here / "again.R").read_text("utf-8")
    assert (here / "again-effects.csv").read_text("utf-8") == evidence("pool", "zinc-works", "--format", "csv").stdout


@pytest.mark.usefixtures("trials")
@pytest.mark.parametrize("words", [["unproven", "--r-script", "again.R"], ["zinc-works", "--r-script", ""]])
def test_a_script_needs_a_name_and_an_effect(evidence, here, words):
    result = evidence("pool", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--r-script needs the name of a file, and an effect to pool" in result.stderr
    assert not list(here.glob("*-effects.csv"))


def test_a_claim_of_several_documents_has_to_be_named_with_its_document(trials, evidence):
    trials("poster")
    result = evidence("pool", "zinc-works")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "leaflet/zinc-works, poster/zinc-works" in result.stderr
    assert evidence("pool", "poster/zinc-works").exit_code == 0
    assert "no claim 'none'" in evidence("pool", "none").stderr


@pytest.mark.usefixtures("trials")
def test_commands_that_do_not_pool_wait_for_no_statistics(here, environment):
    code = (
        "import sys; from evidence.cli.main import main\n"
        "try: main(['gaps', '--format', 'json'])\n"
        "except SystemExit: pass\n"
        "print({'numpy', 'scipy', 'pandas', 'pymare'} & set(sys.modules), file=sys.stderr)"
    )
    result = subprocess.run(  # noqa: S603 - this test's own
        [sys.executable, "-c", code], cwd=here, env=environment, capture_output=True, text=True, check=False
    )
    assert result.stderr.splitlines()[-1] == "set()"


def test_every_claim_of_the_shipped_dossier_is_pooled_or_says_why_not(demo_template, evidence):
    file, report = demo_template
    several = {}
    for claim in json.loads(report)["claims"]:
        printed = json.loads(evidence("--db", file, "pool", claim["key"], "--format", "json").stdout)
        evidence_lines = [line for line in claim["lines"] if line["role"] != "candidate"]
        assert len(printed["effects"]) + len(printed["left_out"]) == len(claim["lines"])
        assert all(left["reason"] for left in printed["left_out"])
        assert bool(printed["figures"]) == bool(printed["effects"])
        assert len(printed["effects"]) <= len(evidence_lines)
        if len(printed["effects"]) > 1:
            several[claim["key"]] = printed
    assert {figure["quantity"] for figure in several["promising-depression"]["figures"]} >= {"estimate", "Q", "tau2"}
    trap = {left["source"]: left["reason"] for left in several["promising-depression"]["left_out"]}
    assert trap["dean2021ketamine"] == "it pools several studies itself"
