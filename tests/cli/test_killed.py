"""An import that ends at any moment, as by kill -9, leaves the database as before, or as after."""

import random
import resource
import signal
import sqlite3
import subprocess
import sys

import pytest

MOMENTS = 20
TIMES = {"id", "at", "run", "bibliography_id", "source_id", "journal_id", "one_id", "other_id", "entity_id"}
"""Columns that differ from one run to the next: keys, which hold the time, and moments."""


@pytest.fixture
def library(here):
    """A library with journals, duplicates, parents and rejected entries."""
    entries = []
    for n in range(1200):
        title = f"Zinc, honey and ginger in trial number {n}"
        entries.append(
            f"@article{{k{n}, title={{{title}}}, author={{Eby, George and Doe, Jane}}, journal={{Journal {n % 40}}},"
            f" year={{{1900 + n % 100}}}, pages={{{n + 1}--{n + 9}}}, volume={{{n % 30}}},"
            f" doi={{10.1000/{n - n % 20}}}}}\n"
        )
        if n % 100 == 0:
            entries.append(f"@misc{{broken{n}, title={{never closed\n\n")
            entries.append(f"@inproceedings{{c{n}, title={{In {n}}}, crossref={{k{n}}}}}\n")
    file = here / "library.bib"
    file.write_text("".join(entries), "utf-8")
    return file


def contents(file):
    """Give all rows of all tables, but for what holds the time."""
    with sqlite3.connect(file) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {}
        for name in names:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})") if row[1] not in TIMES]
            query = f"SELECT {', '.join(columns) or '1'} FROM {name}"  # noqa: S608 - names of our own
            found[name] = sorted(connection.execute(query).fetchall(), key=repr)
    connection.close()
    return found


def test_an_import_that_is_ended_at_any_moment_is_undone_or_done(empty, library, environment, here, evidence):
    def run(seconds=0.0):
        """Import; after that much processor time a signal that nobody handles ends the process, as kill -9 does."""
        return subprocess.run(  # noqa: S603 - the program itself
            [sys.executable, "-m", "evidence", "import", library.name],
            cwd=here,
            env=environment,
            preexec_fn=lambda: signal.setitimer(signal.ITIMER_PROF, seconds),
            capture_output=True,
            check=False,
            timeout=120,
        )

    def processor_time():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    untouched = empty.read_bytes()
    before, started = contents(empty), processor_time()
    assert run().returncode == 1  # some entries are rejected
    whole, after = processor_time() - started, contents(empty)
    empty.write_bytes(untouched)
    moments = random.Random(20)  # noqa: S311 - any moments will do
    ended = 0
    for _ in range(MOMENTS):
        done = run(moments.uniform(0.2, 1.0) * whole)
        ended += done.returncode == -signal.SIGPROF
        assert evidence("db", "check").exit_code == 0
        assert contents(empty) in (before, after)
        if done.returncode != -signal.SIGPROF:
            empty.write_bytes(untouched)
    assert ended >= MOMENTS // 2
    run()
    assert contents(empty) == after
