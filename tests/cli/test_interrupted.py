"""A command stopped half-way leaves the database as it was; each signal waits for a sign that the command is there."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys

import pytest

from evidence import shipped

BIB = shipped.folder("bib") / "ketamine.bib"
YAML = shipped.folder("bib") / "ketamine.yaml"
INTERRUPTED = "Interrupted; nothing was written by the step that was under way.\n"


def rows(file):
    connection = sqlite3.connect(file)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


@pytest.fixture
def started(environment, here):
    """Start a command, to be waited for; none is left running."""
    running = []

    def start(*words, **options):
        process = subprocess.Popen(  # noqa: S603 - the program itself
            [sys.executable, "-m", "evidence", *map(str, words)],
            cwd=here,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )
        running.append(process)
        return process

    yield start
    for process in running:
        with process:
            process.kill()


def when_it_writes(process, database, number):
    """Send a signal once the journal tells that the transaction has begun to write."""
    journal = database.with_name(f"{database.name}-journal")
    while not journal.exists():
        assert process.poll() is None, process.communicate()
    process.send_signal(number)
    return process.communicate(timeout=60)


def when_it_reads(process, pipe):
    """Open a named pipe once the command has opened it to read."""
    while True:
        assert process.poll() is None, process.communicate()
        with contextlib.suppress(OSError):
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)


@pytest.fixture
def large(here):
    """A library that takes a while to write."""
    file = here / "large.bib"
    entry = "@article{{key{0},\n  title = {{Zinc {0}}},\n  author = {{Eby, George}},\n  year = {{1984}},\n}}\n"
    file.write_text("".join(map(entry.format, range(4000))), "utf-8")
    return file


@pytest.fixture
def cited(empty, evidence):
    """A database that holds the works that the shipped claims file leans on."""
    assert evidence("import", BIB).exit_code == 0
    return empty


def test_an_import_that_is_interrupted_while_it_writes(filled, large, started):
    before = filled.read_bytes()
    process = started("import", large)
    assert when_it_writes(process, filled, signal.SIGINT) == ("", INTERRUPTED)
    assert process.returncode == 130
    assert filled.read_bytes() == before
    assert not list(filled.parent.glob("evidence.db-*"))


def test_a_load_that_is_interrupted_while_it_writes(cited, started):
    before = cited.read_bytes()
    process = started("load", YAML)
    assert when_it_writes(process, cited, signal.SIGINT) == ("", INTERRUPTED)
    assert process.returncode == 130
    assert cited.read_bytes() == before


def test_an_import_that_is_killed_while_it_writes(filled, large, started, evidence):
    before, report = rows(filled), evidence("why", "zinc-is-cheap").stdout
    process = started("import", large)
    when_it_writes(process, filled, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert evidence("why", "zinc-is-cheap").stdout == report
    assert rows(filled) == before
    assert evidence("db", "check").exit_code == 0


def test_a_load_that_is_killed_while_it_writes(cited, started, evidence):
    before = rows(cited)
    process = started("load", YAML)
    when_it_writes(process, cited, signal.SIGKILL)
    assert evidence("gaps").exit_code == 0
    assert rows(cited) == before
    assert evidence("load", YAML).exit_code == 0


@pytest.mark.parametrize("deed", ["import", "load"])
def test_a_command_that_is_interrupted_while_it_reads(filled, here, started, deed):
    before = filled.read_bytes()
    os.mkfifo(here / "endless")
    process = started(deed, "endless")
    pipe = when_it_reads(process, here / "endless")
    os.write(pipe, b"@article{eby1985zinc,\n")
    process.send_signal(signal.SIGINT)
    os.close(pipe)
    assert process.communicate(timeout=60) == ("", INTERRUPTED)
    assert process.returncode == 130
    assert filled.read_bytes() == before


def test_a_reader_who_leaves_half_way_ends_the_command_without_a_word(demo_template, started):
    place, _ = demo_template
    process = started("--db", place, "gaps", "--format", "json")
    assert process.stdout.readline() == "{\n"
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait(timeout=60) == 141
