"""The R script holds what it should, is read by R whatever the file is called, and agrees where R is installed."""

import csv
import functools
import io
import re
import shutil
import subprocess
from dataclasses import asdict, replace

import pytest
from pooling.published import ALL, tuberculosis

from evidence.errors import UsageError
from evidence.pooling.csv_text import rows_csv
from evidence.pooling.pool import pool
from evidence.pooling.r_script import r_script
from evidence.pooling.table import lines


def without_strings_and_comments(script):
    return re.sub(r'"(?:[^"\\]|\\.)*"|#[^\n]*', "", script)


@pytest.mark.parametrize("studies", [1, 2, 3, 13])
def test_brackets_close(studies):
    left = without_strings_and_comments(r_script(pool(tuberculosis()[:studies]), rows_path="rows.csv"))
    assert '"' not in left
    open_ones = []
    for character in left:
        if character in "([{":
            open_ones.append({"(": ")", "[": "]", "{": "}"}[character])
        elif character in ")]}":
            assert open_ones.pop() == character
    assert open_ones == []


def test_what_few_studies_do_not_have_is_not_asked_for():
    told = {studies: r_script(pool(tuberculosis()[:studies]), rows_path="rows.csv") for studies in (1, 2, 3, 10)}
    assert ["REML" in script for script in told.values()] == [False, True, True, True]
    assert ["leave1out(" in script for script in told.values()] == [False, False, True, True]
    assert ["lm(yi" in script for script in told.values()] == [False, False, False, True]


def test_without_effects_there_is_no_script():
    with pytest.raises(UsageError, match="no effect to pool"):
        r_script(pool([]), rows_path="rows.csv")


def test_the_level_is_that_of_the_result():
    assert "\nlevel <- 90 " in r_script(pool(tuberculosis(), level=0.9), rows_path="rows.csv")
    assert "\nlevel <- 95 " in r_script(pool(tuberculosis()), rows_path="rows.csv")


def test_the_script_promises_what_the_program_prints():
    """Its lines are held against the figures of the JSON below, where R is installed."""
    assert 'what that program\'s JSON has under "figures"' in r_script(pool(tuberculosis()), rows_path="rows.csv")


def test_no_label_reaches_the_script():
    assert "Aronson" not in r_script(pool(tuberculosis()), rows_path="rows.csv")


@pytest.mark.parametrize(
    ("path", "quoted"),
    [
        ("rows.csv", '"rows.csv"'),
        ('a"); system("date', r'"a\"); system(\"date"'),
        (r"C:\new", r'"C:\\new"'),
        ("two\nlines", r'"two\U0000000alines"'),
        ("Zürich", r'"Z\U000000fcrich"'),
        ("nul\0half\udc80", r'"nul\U0000fffdhalf\U0000fffd"'),
        ("{braces}", '"{braces}"'),
    ],
)
def test_a_file_name_stays_a_file_name(path, quoted):
    assert f"read.csv({quoted}, " in r_script(pool(tuberculosis()), rows_path=path)


@functools.cache
def has_metafor():
    return not subprocess.run(["Rscript", "-e", "library(metafor)"], capture_output=True, check=False).returncode  # noqa: S607


def by_metafor(rows, pooled, folder):
    if not has_metafor():
        pytest.skip("R has no metafor")
    data, script = folder / "rows.csv", folder / "pool.R"
    data.write_text(rows_csv(rows), "utf-8")
    script.write_text(r_script(pooled, rows_path=str(data)), "utf-8")
    ran = subprocess.run(["Rscript", str(script)], capture_output=True, text=True, check=True)  # noqa: S603, S607
    return list(csv.DictReader(io.StringIO(ran.stdout)))


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
@pytest.mark.parametrize("studies", [1, 2, 3, None])
@pytest.mark.parametrize("name", sorted(ALL))
def test_metafor_gives_the_same_figures(name, studies, tmp_path):
    rows = ALL[name][:studies]
    pooled = pool(rows)
    theirs = by_metafor(rows, pooled, tmp_path)
    ours = [asdict(line) for line in lines(pooled)]
    assert list(map(key, ours)) == list(map(key, theirs))
    for our, their in zip(ours, theirs, strict=True):
        precision = 1e-9 if our["model"] in {"common effect", "DerSimonian-Laird"} else 1e-6
        for figure in ("value", "low", "high", "df", "p"):
            assert (our[figure] is not None) == bool(their[figure])
            if our[figure] is not None:
                assert our[figure] == pytest.approx(float(their[figure]), rel=precision, abs=1e-12)


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed")
def test_labels_that_mean_harm_are_read_by_r_as_text(tmp_path):
    labels = [
        '=cmd|"/C calc"!A0',
        'a,"b"',
        "two\nlines",
        "O'Brien #1",
        "back\\slash",
        "NA",
        "Müller 漢字",
        "-1",
        "%d %s",
    ]
    rows = [replace(row, label=label) for row, label in zip(tuberculosis(), labels, strict=False)]
    pooled = pool(rows)
    told = [line["study"] for line in by_metafor(rows, pooled, tmp_path) if line["study"]]
    assert told == [line["slab"] for line in csv.DictReader(io.StringIO(rows_csv(rows)))]
    assert told[:3] == ['\'=cmd|"/C calc"!A0', 'a,"b"', "two lines"]


def key(line):
    return tuple(line[name] for name in ("quantity", "model", "interval", "study"))
