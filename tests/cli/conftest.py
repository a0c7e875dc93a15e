"""What command line tests share: the command in this process and in one of its own, and a small library."""

import contextlib
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import evidence as package
from evidence.cli.main import main

FILES = Path(__file__).parent / "files"
ALONE = {"EVIDENCE_DB", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", "PYTHONUNBUFFERED"}


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """An empty folder to work in, and none of the settings of whoever runs the tests."""
    for name in ALONE:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def evidence():
    """Run a command in this process; no traceback reaches a user, whatever happens."""

    def run(*words, **options):
        result = CliRunner().invoke(main, [str(word) for word in words], prog_name="evidence", **options)
        assert "Traceback" not in result.output or "--debug" in words
        return result

    return run


@pytest.fixture
def environment():
    """The environment of a process that finds this package, be it installed or a checkout."""
    kept = {name: value for name, value in os.environ.items() if name not in ALONE}
    return kept | {"PYTHONPATH": str(Path(package.__file__).parent.parent)}


@pytest.fixture
def program(environment, here):
    """Run a command in a process of its own."""

    def run(*words, env=None, before=None):
        return subprocess.run(  # noqa: S603 - the program itself
            [sys.executable, "-m", "evidence", *map(str, words)],
            cwd=here,
            env=environment | (env or {}),
            preexec_fn=before,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=120,
        )

    return run


@pytest.fixture
def terminal(environment, here):
    """Run a command in a terminal and give what that showed."""

    def run(*words, env):
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "evidence", *words]
        with subprocess.Popen(  # noqa: S603 - the program itself
            command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=here, env=environment | env
        ) as process:
            os.close(theirs)
            told = b""
            with contextlib.suppress(OSError):  # as Linux says when the other end has closed
                while part := os.read(ours, 65536):
                    told += part
            os.close(ours)
        assert process.returncode == 0
        return told.decode()

    return run


@pytest.fixture
def bib(here):
    return Path(shutil.copy(FILES / "zinc.bib", here)).relative_to(here)


@pytest.fixture
def yaml(here):
    return Path(shutil.copy(FILES / "zinc.yaml", here)).relative_to(here)


@pytest.fixture
def empty(sqlite_template, here):
    """A database of the folder, found without an option: `evidence.db`."""
    return Path(shutil.copy(sqlite_template, here / "evidence.db"))


@pytest.fixture(scope="session")
def filled_template(sqlite_template, tmp_path_factory):
    """A database that the library and the claims on zinc were loaded into, to be copied."""
    folder = tmp_path_factory.mktemp("filled")
    file = shutil.copy(sqlite_template, folder / "evidence.db")
    with contextlib.chdir(folder):
        for deed, name in (("import", "zinc.bib"), ("load", "zinc.yaml")):
            result = CliRunner().invoke(main, ["--db", str(file), deed, shutil.copy(FILES / name, name)])
            assert result.exit_code == 0, result.output
    return file


@pytest.fixture
def filled(filled_template, here, bib, yaml):  # noqa: ARG001 - the files that it came from lie beside it
    """The database of the folder, holding the library and the claims on zinc."""
    return Path(shutil.copy(filled_template, here / "evidence.db"))


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory):
    """A database that holds the shipped dossier, made by `demo` once, and what that printed."""
    file = tmp_path_factory.mktemp("demo") / "demo.db"
    result = CliRunner().invoke(main, ["--db", str(file), "demo", "--format", "json"])
    assert result.exit_code == 0, result.output
    return file, result.stdout
