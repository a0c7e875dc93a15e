"""Texts that mean harm, from files and arguments to every command that prints."""

import json

import pytest

from evidence.text import visible_lines

HARM = (
    r"\x1b[31mred\x1b]0;title\a \x9b2J \u202Etxet <script>alert(1)</script> [red]b[/x] **bold** | ![i](http://x) \u200B"
)
"""As YAML writes it between double quotes."""
READ = HARM.encode().decode("unicode_escape")


@pytest.fixture
def infected(filled, yaml, bib, evidence):
    """The database, its sources, studies, claims and waivers full of such texts."""
    entry = bib.read_text("utf-8").replace("{Reduction in", "{" + READ).replace("{Antimicrobial Agents", "{" + READ)
    bib.write_text(entry.replace("Eby, George A.", f"Eby{READ}, G."), "utf-8")
    assert evidence("import", bib).exit_code == 0
    text = yaml.read_text("utf-8")
    for words in ("What to do about a cold", "adults with a cold", "free of symptoms", "Remedies", "days to recovery"):
        text = text.replace(words, f'"{words} {HARM}"')
    for words in (
        "Zinc shortens a cold.",
        "Zinc is the cheapest remedy.",
        "A pilot is all that this paragraph speaks of.",
    ):
        text = text.replace(words, f'"{words} {HARM}"')
    text = text.replace("wording: plain\n", f'wording: plain\n    note: "note {HARM}"\n', 1)
    text = text.replace("wording: plain\n", f'wording: plain\n    named_source: {{text: "{HARM}"}}\n')
    yaml.write_text(text, "utf-8")
    done = evidence("load", yaml)
    assert done.exit_code == 0, done.stderr
    return filled


@pytest.mark.parametrize(
    "words",
    [
        ["gaps"],
        ["gaps", "--format", "md"],
        ["gaps", "--format", "json"],
        ["why", "zinc-shortens-colds"],
        ["why", "zinc-shortens-colds", "--format", "json"],
        ["worksheet", "zinc-shortens-colds"],
        ["worksheet", "zinc-shortens-colds", "--format", "md"],
        ["worksheet", "zinc-shortens-colds", "--format", "json"],
        ["show", "eby1984zinc"],
        ["show", "eby1984zinc", "--format", "json"],
        ["show", "zinc-shortens-colds"],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("infected")
def test_nothing_from_a_record_acts_on_a_terminal(evidence, words):
    told = evidence("assess", "zinc-shortens-colds", "start", "high", "--why", READ, "--by", READ)
    assert (told.exit_code, visible_lines(told.output)) == (0, told.output)
    result = evidence(*words)
    assert result.exit_code == 0
    assert visible_lines(result.output) == result.output
    assert "script" in result.stdout
    assert "[red]b[/x]" in result.stdout or "\\[red\\]" in result.stdout


@pytest.mark.usefixtures("infected")
def test_json_holds_each_text_as_it_was(evidence):
    claims = json.loads(evidence("gaps", "--format", "json").stdout)["claims"]
    assert claims[0]["statement"] == f"Zinc shortens a cold. {READ}"


@pytest.mark.usefixtures("infected")
def test_a_dump_of_it_can_be_loaded_and_changes_nothing(evidence):
    assert evidence("dump", "-o", "again.yaml").exit_code == 0
    assert evidence("load", "again.yaml").stderr == "leaflet: nothing changed\n"


NAMES = pytest.mark.parametrize(
    "name", ["\x1b[31mred", "a\u202eb", "<b>", "[red]", "[bold]", "line\nbreak", "\udcff", "é"]
)


@NAMES
@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "words",
    [
        ["why"],
        ["show"],
        ["rules"],
        ["import"],
        ["load"],
        ["dump"],
        ["gaps", "--document"],
        ["gaps", "--state"],
        ["gaps", "-o"],
        ["--config"],
    ],
    ids=" ".join,
)
def test_an_argument_is_repeated_so_that_it_can_do_no_harm(evidence, words, name):
    more = ["gaps"] if words == ["--config"] else []
    asked = f"none/{name}" if words == ["gaps", "-o"] else name
    result = evidence(*words, asked, *more)
    assert result.exit_code in {2, 3}
    (line,) = result.stderr.splitlines()
    assert visible_lines(line) == line
    assert len(line) < 300


@NAMES
def test_a_file_of_such_a_name_is_read_and_named_without_harm(filled, bib, yaml, here, evidence, name):
    (here / f"{name}.bib").write_text(bib.read_text("utf-8") + "@article{never closed", "utf-8")
    (here / f"{name}.yaml").write_text(yaml.read_text("utf-8").replace("cheapest", "dearest"), "utf-8")
    (here / f"{name}.db").write_bytes(filled.read_bytes())
    for words in (["import", f"{name}.bib"], ["load", f"{name}.yaml"], ["--db", f"{name}.db", "gaps"]):
        result = evidence(*words)
        assert result.exit_code in {0, 1}
        assert visible_lines(result.output) == result.output
    assert "Traceback" not in evidence("show", "zinc-is-cheap").output
    assert evidence("gaps", "-o", f"{name}.txt").exit_code == 0
    assert (here / f"{name}.txt").is_file()


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "words", [["why"], ["show"], ["rules"], ["import"], ["load"], ["gaps", "--document"], ["gapz"]]
)
def test_a_very_long_argument_is_cut(evidence, words):
    result = evidence(*words, "x" * 1_000_000)
    assert result.exit_code in {2, 3}
    assert len(result.stderr) < 2000


def test_a_nul_in_a_claims_file_is_refused_with_its_place(filled, yaml, evidence):
    before = filled.read_bytes()
    yaml.write_text(yaml.read_text("utf-8").replace("Zinc is the cheapest", '"a\\0b" #'), "utf-8")
    result = evidence("load", yaml)
    assert result.exit_code == 3
    assert "zinc.yaml:45: claims/1/statement: holds a NUL" in result.stderr
    assert filled.read_bytes() == before


@pytest.mark.usefixtures("empty")
def test_a_citation_key_that_means_harm_can_be_looked_up_and_does_none(bib, evidence):
    key = "a\u202eb<script>[red]"
    bib.write_text(f"@article{{{key},\n  title = {{Zinc}},\n}}\n", "utf-8")
    assert evidence("import", bib).exit_code in {0, 1}
    result = evidence("show", key)
    assert result.exit_code in {0, 2}
    assert visible_lines(result.output) == result.output


@pytest.mark.usefixtures("empty")
def test_an_entry_of_a_million_characters_does_not_flood_the_terminal(bib, evidence):
    bib.write_text(f"@article{{long,\n  title = {{{'Zinc ' * 200_000}}},\n}}\n", "utf-8")
    assert len(evidence("import", bib).output) < 1000
    assert len(evidence("show", "long").output) < 20_000
    assert len(evidence("show", "long", "--format", "json").output) > 2_000_000
