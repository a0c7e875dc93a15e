"""The main job in one step."""

import json
import re
import shlex
import subprocess
import sys

import pytest

from evidence import shipped
from evidence.cli import options
from evidence.errors import FileError

LAST = re.compile(r"Go on from here: (?P<command>.*)\n")


@pytest.mark.usefixtures("here")
def test_the_report_is_printed_and_one_line_says_how_to_go_on(evidence):
    result = evidence("--db", "my ketamine.db", "demo")
    assert result.exit_code == 0
    assert result.stdout.startswith("Evidence gaps  ")
    assert "Gaps, the worst first" in result.stdout
    command = LAST.fullmatch(result.stderr)["command"]
    assert shlex.split(command)[:4] == ["evidence", "--db", "my ketamine.db", "why"]
    assert evidence(*shlex.split(command)[1:]).exit_code == 0


def test_without_a_place_the_database_stays_in_a_temporary_folder_and_the_last_line_works(
    program, here, tmp_path, environment
):
    done = program("demo", "--format", "md", env={"TMPDIR": str(tmp_path), "EVIDENCE_DB": "mine.db"})
    assert done.returncode == 0
    assert done.stdout.startswith("# Evidence gaps")
    assert list(here.iterdir()) == []
    assert [file.name for file in tmp_path.glob("evidence-demo-*/*")] == ["evidence.db"]
    command = LAST.fullmatch(done.stderr)["command"]
    next_one = subprocess.run(  # noqa: S603 - what the program itself printed
        ["/bin/sh", "-c", command], cwd=here, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (next_one.returncode, next_one.stderr) == (0, "")
    assert "\nunsupported: " in next_one.stdout


@pytest.fixture
def installed(tmp_path):
    """The program as an installer puts it into a folder with a blank in its name."""
    file = tmp_path / "my tools" / "evidence"
    file.parent.mkdir()
    file.write_text("#!/bin/sh\n", "utf-8")
    file.chmod(0o755)
    return file


def test_a_program_that_the_shell_finds_is_called_by_its_name(installed, monkeypatch):
    monkeypatch.setattr(sys, "argv", [str(installed)])
    monkeypatch.setenv("PATH", str(installed.parent))
    assert options.command("gaps", database=None) == "evidence gaps"


@pytest.mark.parametrize("other", [True, False])
def test_a_program_that_the_shell_does_not_find_is_called_by_its_path(installed, tmp_path, monkeypatch, other):
    folder = tmp_path / "bin"
    folder.mkdir()
    if other:
        (folder / "evidence").write_bytes(installed.read_bytes())
        (folder / "evidence").chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(installed)])
    monkeypatch.setenv("PATH", str(folder))
    assert options.command("gaps", database="a b") == f"'{installed}' --db 'a b' gaps"


@pytest.mark.parametrize(
    ("called", "said"),
    [("/checkout/evidence/__main__.py", f"{shlex.quote(sys.executable)} -m evidence"), ("/bin/other", "evidence")],
)
def test_a_package_that_is_run_as_a_module_is_called_so_again(monkeypatch, called, said):
    monkeypatch.setattr(sys, "argv", [called])
    assert options.command("gaps", database=None) == f"{said} gaps"


def test_a_database_that_is_there_is_refused_and_left_alone(filled, evidence):
    before = filled.read_bytes()
    result = evidence("--db", filled.name, "demo")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == "Error: evidence.db is an evidence database already; nothing was changed\n"
    assert filled.read_bytes() == before


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_a_server_s_password_is_not_printed(empty_url, evidence):
    place = empty_url.set(password="open-sesame").render_as_string(hide_password=False)  # noqa: S106 - of no server
    result = evidence("--db", place, "demo", "--format", "md")
    assert result.exit_code == 0
    assert "open-sesame" not in result.output


@pytest.mark.parametrize("stop", [KeyboardInterrupt, FileError("no more")])
def test_nothing_is_left_of_a_demo_that_was_stopped(evidence, here, monkeypatch, stop):
    def stopped(*_words, **_more):
        raise stop

    monkeypatch.setattr("evidence.cli.demo.load", stopped)
    assert evidence("--db", "demo.db", "demo").exit_code == (130 if stop is KeyboardInterrupt else 3)
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_a_demo_that_was_stopped_ends_on_a_server_too(empty_url, evidence, monkeypatch):
    def stopped(*_words, **_more):
        raise KeyboardInterrupt

    monkeypatch.setattr("evidence.cli.demo.load", stopped)
    place = empty_url.render_as_string(hide_password=False)
    assert evidence("--db", place, "demo").exit_code == 130


def test_limits_of_the_settings_hold_in_the_demo(evidence, here):
    (here / "evidence.toml").write_text("[limits]\nsmallest-sample = 1\n", "utf-8")
    found = json.loads(evidence("demo", "--format", "json").stdout)
    (limit,) = [limit for limit in found["limits"] if limit["name"] == "smallest-sample"]
    assert limit["value"] == 1
    assert "small-sample" not in {finding["rule"] for claim in found["claims"] for finding in claim["findings"]}


def test_the_folder_that_ships_is_the_one_inside_the_package_if_there_is_one(tmp_path, monkeypatch):
    package = tmp_path / "evidence"
    (tmp_path / "bib").mkdir()
    package.mkdir()
    monkeypatch.setattr(shipped, "__file__", str(package / "shipped.py"))
    assert shipped.folder("bib") == tmp_path / "bib"
    (package / "bib").mkdir()
    assert shipped.folder("bib") == package / "bib"
