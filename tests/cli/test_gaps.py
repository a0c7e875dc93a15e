"""The gap report as a command."""

import json
import re

import pytest

from evidence.vocab import State


def address(url):
    return url.render_as_string(hide_password=False)


def parsed(result):
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.usefixtures("filled")
def test_claims_are_listed_with_reasons_and_the_nearest_evidence(evidence):
    result = evidence("gaps")
    assert result.exit_code == 0
    assert "2 claims checked, 0 skipped" in result.stdout
    assert "unsupported  zinc-is-cheap\n" in result.stdout
    assert "small-sample" in result.stdout
    found = " ".join(result.stdout.split())
    assert "supports eby1984zinc: Eby et al. 1984, Antimicrobial Agents and Chemotherapy; randomized; n = 37;" in found
    assert result.stderr == ""


def test_both_engines_give_the_same_report(url, bib, yaml, empty, evidence):
    for place in (address(url), str(empty)):
        assert evidence("--db", place, "import", bib).exit_code == 0
        assert evidence("--db", place, "load", yaml).exit_code == 0
    reports = [parsed(evidence("--db", place, "gaps", "--format", "json")) for place in (address(url), str(empty))]
    for report in reports:
        del report["database"], report["generated"]
    assert reports[0] == reports[1]
    assert [claim["state"] for claim in reports[0]["claims"]] == ["weak", "unsupported"]


def test_the_password_of_a_server_is_in_no_report(postgresql_url, evidence):
    assert postgresql_url.password is None
    place = address(postgresql_url.set(password="open-sesame"))  # noqa: S106 - of no server
    for form in ("text", "json", "md"):
        result = evidence("--db", place, "gaps", "--format", form)
        assert result.exit_code == 0
        assert "open-sesame" not in result.output


@pytest.mark.parametrize("form", ["text", "md", "json"])
@pytest.mark.usefixtures("filled")
def test_claims_of_some_states_are_listed_and_all_are_counted(evidence, form):
    told = evidence("gaps", "--format", form, "--state", "unsupported", "--state", "supported").stdout
    assert "zinc-is-cheap" in told
    assert "zinc-shortens-colds" not in told
    assert '"checked": 2' in told if form == "json" else "2 claims checked" in told


@pytest.mark.usefixtures("filled")
def test_claims_of_one_document_are_checked_and_the_others_skipped(yaml, evidence):
    yaml.write_text(yaml.read_text("utf-8").replace("key: leaflet", "key: poster").partition("studies:")[0], "utf-8")
    other = yaml.with_name("poster.yaml")
    claim = "claims:\n  - key: colds\n    at: {paragraph: 1, sentence: 1}\n    statement: Colds pass.\n"
    other.write_text(yaml.read_text("utf-8") + claim + "    kind: prognosis\n    wording: plain\n", "utf-8")
    assert evidence("load", other).exit_code == 0
    report = parsed(evidence("gaps", "--format", "json", "--document", "poster"))
    assert (report["checked"], report["skipped"]) == (1, 2)
    assert [claim["key"] for claim in report["claims"]] == ["colds"]
    assert (whole := parsed(evidence("gaps", "--format", "json")))["checked"] == 3
    assert whole["skipped"] == 0
    assert "unsupported  poster/colds" in evidence("gaps").stdout


@pytest.mark.usefixtures("filled")
def test_a_document_that_is_not_there_is_told_in_a_line(evidence):
    result = evidence("gaps", "--document", "poster")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: no claim of a document 'poster' in evidence.db\n"


@pytest.mark.parametrize("state", list(State))
@pytest.mark.usefixtures("filled")
def test_the_exit_code_tells_whether_any_claim_stands_so_badly(evidence, state):
    assert evidence("gaps", "--fail-on", state).exit_code == 1


@pytest.mark.usefixtures("filled")
def test_a_state_worse_than_any_claim_is_in_is_no_failure(yaml, evidence):
    yaml.write_text(re.sub(r"  - key: zinc-is-cheap\n(?:    .*\n)+", "", yaml.read_text("utf-8")), "utf-8")
    assert evidence("load", yaml).exit_code == 0
    codes = {state: evidence("gaps", "--fail-on", state).exit_code for state in State}
    assert codes == {
        State.UNSUPPORTED: 0,
        State.DISPUTED: 0,
        State.CONTESTED: 0,
        State.UNJUDGED: 0,
        State.WEAK: 1,
        State.SUPPORTED: 1,
    }


@pytest.mark.usefixtures("filled")
def test_failing_does_not_depend_on_what_is_listed(evidence):
    assert evidence("gaps", "--state", "supported", "--fail-on", "unsupported").exit_code == 1


@pytest.mark.usefixtures("empty")
def test_a_database_without_claims_says_what_to_do_next(evidence):
    result = evidence("gaps", "--fail-on", "supported")
    assert result.exit_code == 0
    assert "evidence load FILE.yaml" in result.stdout
    assert parsed(evidence("gaps", "--format", "json"))["claims"] == []
    assert "0 claims checked" in evidence("gaps", "--format", "md").stdout


@pytest.mark.parametrize("form", ["text", "md", "json"])
@pytest.mark.usefixtures("filled")
def test_a_file_gets_what_the_screen_would(here, evidence, form):
    printed = evidence("gaps", "--format", form).stdout
    result = evidence("gaps", "--format", form, "-o", "report")
    assert (result.exit_code, result.stdout) == (0, "")
    moment = re.compile(r'"generated": ".*"')
    assert moment.sub("", (here / "report").read_text("utf-8")) == moment.sub("", printed)


@pytest.mark.usefixtures("filled")
def test_a_file_is_written_and_the_exit_code_still_tells(here, evidence):
    assert evidence("gaps", "--fail-on", "unsupported", "-o", "report").exit_code == 1
    assert (here / "report").stat().st_size > 0


@pytest.mark.usefixtures("filled")
def test_a_folder_that_does_not_exist_is_told_in_a_line(evidence):
    result = evidence("gaps", "-o", "none/report")
    assert (result.exit_code, result.stderr) == (3, "Error: none/report: No such file or directory\n")


@pytest.mark.parametrize("width", [60, 80, 100, 160])
def test_lines_are_no_wider_than_the_terminal(demo_template, evidence, width):
    place, _ = demo_template
    for words in (("gaps",), ("why", "ptsd"), ("rules",)):
        told = evidence("--db", place, *words, env={"COLUMNS": str(width)}).stdout
        assert max(map(len, told.splitlines())) <= width


def test_a_very_narrow_or_wide_terminal_gets_a_width_that_can_be_read(demo_template, evidence):
    place, _ = demo_template
    widest = {
        columns: max(map(len, evidence("--db", place, "gaps", env={"COLUMNS": columns}).stdout.splitlines()))
        for columns in ("1", "1000")
    }
    assert widest == {"1": 40, "1000": 160}


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
@pytest.mark.usefixtures("filled")
def test_a_terminal_gets_colour_unless_it_asks_for_none(terminal, variables, coloured):
    told = terminal("gaps", env={"TERM": "xterm-256color"} | variables)
    assert ("\x1b[" in told) is coloured
    assert "zinc-is-cheap" in told


@pytest.mark.usefixtures("filled")
def test_a_pipe_gets_no_colour(program):
    assert "\x1b" not in program("gaps", env={"TERM": "xterm-256color", "COLORTERM": "truecolor"}).stdout
