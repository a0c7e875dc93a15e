"""What goes wrong: one line that names the place, the right exit code, and the database as it was."""

import contextlib
import io
import os
import resource
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest

from evidence import shipped
from evidence.cli.main import main
from evidence.db.engine import database_url
from evidence.errors import EvidenceError

NOBODY = 65534
MIGRATIONS = shipped.folder("migrations")


def one_line(result, code=3):
    assert result.exit_code == code
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    assert line.isprintable()
    return line.removeprefix("Error: ")


@pytest.fixture
def unchanged(filled):
    """The database, which must be the same byte for byte at the end, with nothing beside it."""
    before = filled.read_bytes()
    yield filled
    assert filled.read_bytes() == before
    assert not list(filled.parent.glob("evidence.db-*"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dear diary, zinc is no poem.", "this is no bibliography"),
        ("", "this is no bibliography: it is empty"),
        ("document: {key: leaflet}\n", "this is no bibliography"),
    ],
)
@pytest.mark.usefixtures("unchanged")
def test_a_library_that_is_no_bibtex(here, evidence, text, said):
    (here / "diary.bib").write_text(text, "utf-8")
    assert one_line(evidence("import", "diary.bib")).startswith(f"diary.bib: {said}")


@pytest.mark.parametrize(
    "words", [["import", "none.bib"], ["load", "none.yaml"], ["load", "zinc.yaml", "--document", "none.txt"]]
)
@pytest.mark.usefixtures("unchanged")
def test_a_file_that_is_not_there(evidence, words):
    assert one_line(evidence(*words)).startswith(f"{words[-1]}: ")


@pytest.mark.parametrize("words", [["import", "."], ["load", "."], ["gaps", "-o", "."]])
@pytest.mark.usefixtures("unchanged")
def test_a_folder_is_no_file(evidence, words):
    assert one_line(evidence(*words)).startswith(".: ")


@pytest.mark.parametrize(
    ("before", "after", "key", "said"),
    [
        ("wording: plain", "wordin: plain", "claims/0/wordin", "wording"),
        ("kind: benefit", "kind: benefits", "claims/0/kind", "benefit"),
        ("source: eby1984zinc", "source: nobody", "claims/0/evidence/0/source", "nobody"),
        ("[eby1984zinc]", "[nobody]", "studies/0/reports/0", "nobody"),
        ("estimate: 86%", "estimate: most", "studies/0/effects/0/estimate", "most"),
    ],
)
@pytest.mark.usefixtures("unchanged")
def test_a_claims_file_that_is_wrong(yaml, evidence, before, after, key, said):
    text = yaml.read_text("utf-8")
    line = 1 + text[: text.index(before)].count("\n")
    yaml.write_text(text.replace(before, after, 1), "utf-8")
    result = evidence("load", yaml)
    assert result.exit_code == 3
    *faults, last = result.stderr.splitlines()
    assert [fault for fault in faults if fault.startswith(f"zinc.yaml:{line}: {key}: ") and said in fault]
    assert last == f"Error: zinc.yaml: {len(faults)} problem{'s' if len(faults) > 1 else ''}, nothing was written"


@pytest.mark.usefixtures("unchanged")
def test_a_claims_file_that_is_no_yaml(here, evidence):
    (here / "bad.yaml").write_text("claims:\n  - [\n", "utf-8")
    assert one_line(evidence("load", "bad.yaml")).startswith("bad.yaml:3: not YAML: ")


@pytest.mark.usefixtures("unchanged")
def test_a_flood_of_faults_is_told_in_part(here, evidence):
    (here / "bad.yaml").write_text("document: {key: a, title: b}\nclaims:\n" + "  - {key: 1}\n" * 500, "utf-8")
    result = evidence("load", "bad.yaml")
    *faults, more, last = result.stderr.splitlines()
    assert len(faults) == 100
    assert more.startswith("and ")
    assert "problems, nothing was written" in last


@pytest.fixture
def held(filled):
    """The database while another program has begun to write to it."""
    other = sqlite3.connect(filled, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield filled
    other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize("words", [["import", "zinc.bib"], ["load", "zinc.yaml"]])
@pytest.mark.usefixtures("held")
def test_a_database_that_another_command_holds(impatient, evidence, words):
    place = impatient(database_url("evidence.db")).render_as_string()
    said = one_line(evidence("--db", place, *words))
    assert said == "evidence.db is held by another command; run this again when that is done"


@pytest.mark.usefixtures("held")
def test_what_another_command_holds_can_be_read(evidence):
    assert evidence("gaps").exit_code == 0


@pytest.fixture
def read_only(filled, evidence, monkeypatch):
    """The database in a folder that others may read and not write, for a user who is not root."""
    for words in (["gaps"], ["show", "eby1984zinc"]):  # all code is loaded, should it lie out of that user's reach
        assert evidence(*words).exit_code == 0
    folder = Path(tempfile.mkdtemp())
    shutil.copy(filled, folder / "evidence.db")
    for name in ("zinc.bib", "zinc.yaml"):
        text = Path(name).read_text("utf-8")
        (folder / name).write_text(text.replace("1984}", "1985}").replace("cheapest", "dearest"), "utf-8")
        (folder / name).chmod(0o444)
    (folder / "evidence.db").chmod(0o444)
    folder.chmod(0o555)
    monkeypatch.chdir(folder)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    before = (folder / "evidence.db").read_bytes()
    yield folder
    assert (folder / "evidence.db").read_bytes() == before
    if root:
        os.seteuid(0)
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.usefixtures("read_only")
def test_a_database_that_may_only_be_read(evidence):
    for words in (["import", "zinc.bib"], ["load", "zinc.yaml"]):
        assert one_line(evidence(*words)) == "evidence.db may be read but not written; nothing was changed"
    assert evidence("gaps").exit_code == 0
    assert evidence("show", "eby1984zinc").exit_code == 0
    assert one_line(evidence("gaps", "-o", "report")) == "report: Permission denied"
    if os.access(MIGRATIONS, os.X_OK, effective_ids=True):  # a plain user may not reach the code itself
        assert "other.db" in one_line(evidence("--db", "other.db", "init"))


def limited(size):
    """Let the process write no file beyond a size, as a full disk does."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def rows(file):
    """Give all that a database holds; pages that it does not use may hold anything."""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def test_a_disk_that_is_full_while_a_library_comes_in(filled, here, program):
    before = rows(filled)
    entries = (f"@article{{key{number},\n  title = {{{'Zinc ' * 40}}},\n}}\n" for number in range(500))
    (here / "large.bib").write_text("".join(entries), "utf-8")
    done = program("import", "large.bib", before=limited(filled.stat().st_size + 4096))
    assert done.returncode == 3
    assert done.stderr == (
        "Error: evidence.db has no room left on its disk, or the disk is failing; nothing was changed\n"
    )
    assert rows(filled) == before
    assert not list(filled.parent.glob("evidence.db-*"))


@pytest.mark.usefixtures("unchanged")
def test_a_disk_that_is_full_while_a_report_is_written(here, program):
    (here / "report").write_text("the old one", "utf-8")
    done = program("gaps", "-o", "report", before=limited(64))
    assert (done.returncode, done.stderr) == (3, "Error: report: File too large\n")
    assert (here / "report").read_text("utf-8") == "the old one"
    assert sorted(file.name for file in here.iterdir()) == ["evidence.db", "report", "zinc.bib", "zinc.yaml"]


def test_a_disk_that_is_full_while_a_database_is_made(here, program):
    done = program("init", before=limited(8192))
    assert done.returncode == 3
    assert done.stderr.startswith("Error: evidence.db has no room left on its disk")
    assert list(here.iterdir()) == []


def run(words, output):
    """Run a command in this process, its output a real file or pipe."""
    complaint = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(complaint), pytest.raises(SystemExit) as ended:
        main(words, prog_name="evidence")
    return ended.value.code, complaint.getvalue()


@pytest.mark.usefixtures("unchanged")
def test_a_reader_who_has_left_gets_no_complaint():
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w", encoding="utf-8") as output:  # noqa: PTH123 - a number, not a path
        assert run(["gaps"], output) == (141, "")


@pytest.mark.usefixtures("unchanged")
def test_an_output_that_takes_nothing_is_told_of():
    with open("/dev/full", "w", encoding="utf-8") as output:  # noqa: PTH123 - beside its neighbour above
        code, said = run(["gaps"], output)
    assert (code, said) == (3, "Error: the output cannot be written: No space left on device\n")


@pytest.mark.usefixtures("unchanged")
def test_a_report_that_a_full_disk_cuts_off_is_told_of_also_where_python_does_not_buffer(here):
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    with io.TextIOWrapper(io.FileIO(here / "report", "w"), write_through=True) as output:
        resource.setrlimit(resource.RLIMIT_FSIZE, (512, limit[1]))
        try:
            code, said = run(["gaps"], output)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert (code, said) == (3, "Error: the output cannot be written: File too large\n")


@pytest.mark.usefixtures("unchanged")
def test_a_program_that_runs_a_command_may_take_its_output_as_text():
    output = io.StringIO()
    assert run(["gaps"], output) == (0, "")
    assert "zinc-is-cheap" in output.getvalue()


@pytest.mark.usefixtures("filled")
def test_a_pipe_gets_utf_8_whatever_the_locale(program):
    done = program("gaps", env={"PYTHONIOENCODING": "latin-1"})
    assert done.returncode == 0
    assert "█" in done.stdout


@pytest.mark.usefixtures("filled")
def test_a_terminal_that_does_not_know_a_letter_gets_its_number(terminal):
    told = terminal("gaps", env={"PYTHONIOENCODING": "latin-1", "NO_COLOR": "1", "TERM": "xterm"})
    assert r"\u2588" in told


@pytest.mark.usefixtures("here")
def test_an_interruption_before_any_command_has_begun(evidence, monkeypatch):
    def stopped(*_words, **_more):
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "parse_args", stopped)
    result = evidence("gaps")
    assert (result.exit_code, result.stderr.strip()) == (130, "Error: interrupted")


@pytest.mark.usefixtures("unchanged")
def test_a_reader_of_errors_who_has_left_changes_no_exit_code():
    reading, writing = os.pipe()
    os.close(reading)
    complaint = open(writing, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - closing it fails, as its reader has left
    with contextlib.redirect_stderr(complaint), pytest.raises(SystemExit) as ended:
        main(["why", "nobody"], prog_name="evidence")
    with contextlib.suppress(BrokenPipeError):
        complaint.close()
    assert ended.value.code == 2


def broken(*_words, **_more):
    raise ZeroDivisionError("division\x1b[31m by zero")


@pytest.mark.usefixtures("unchanged")
def test_a_fault_of_the_program_is_told_in_a_line_and_asked_to_be_reported(evidence, monkeypatch):
    monkeypatch.setattr("evidence.cli.gaps.judged", broken)
    assert one_line(evidence("gaps")) == (
        r"this should not happen, please report it (ZeroDivisionError: division\x1b[31m by zero); --debug shows where"
    )


@pytest.mark.usefixtures("unchanged")
def test_debug_shows_where_it_happened(evidence, monkeypatch):
    monkeypatch.setattr("evidence.cli.gaps.judged", broken)
    told = evidence("--debug", "gaps").stderr
    assert "Traceback (most recent call last)" in told
    assert told.splitlines()[-1].startswith("Error: this should not happen")
    assert "Traceback" in evidence("--debug", "why", "nobody").stderr


@pytest.mark.usefixtures("unchanged")
def test_a_failure_of_the_system_is_told_with_its_file(evidence, monkeypatch):
    def fails(*_words, **_more):
        raise OSError(5, "Input/output error", "some\x1bwhere")

    monkeypatch.setattr("evidence.cli.gaps.judged", fails)
    assert one_line(evidence("gaps")) == r"some\x1bwhere: Input/output error"


def test_each_kind_of_failure_has_its_exit_code():
    assert {kind.__name__: kind.exit_code for kind in (EvidenceError, *EvidenceError.__subclasses__())} == {
        "EvidenceError": 3,
        "UsageError": 2,
        "FileError": 3,
        "DatabaseError": 3,
    }
