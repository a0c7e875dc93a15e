"""The database: made, looked after, found."""

import re
import shutil
import sqlite3

import pytest

from evidence.db.schema import head


@pytest.mark.usefixtures("here")
def test_a_new_database_is_made_and_the_next_step_named(evidence):
    result = evidence("init")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"evidence.db: made, with schema {head()}. Next: evidence import FILE.bib\n"
    assert "0 claims checked" in evidence("gaps").stdout


@pytest.mark.usefixtures("here")
def test_the_next_step_names_the_database_that_was_named(evidence):
    result = evidence("--db", "my colds.db", "init")
    assert result.stderr.endswith("Next: evidence --db 'my colds.db' import FILE.bib\n")


def test_a_database_that_is_there_is_left_alone(filled, evidence):
    before = filled.read_bytes()
    result = evidence("init")
    assert result.exit_code == 3
    assert result.stderr == "Error: evidence.db is an evidence database already; nothing was changed\n"
    assert filled.read_bytes() == before


def test_a_file_of_something_else_is_left_alone(here, evidence):
    (here / "evidence.db").write_text("my thesis", "utf-8")
    result = evidence("init")
    assert result.exit_code == 3
    assert (here / "evidence.db").read_text("utf-8") == "my thesis"


def test_the_schema_is_told_and_is_there_already(empty, evidence):
    assert evidence("db", "current").stdout == f"{head()} (this program: {head()})\n"
    before = empty.read_bytes()
    result = evidence("db", "upgrade")
    assert (result.exit_code, result.stderr) == (0, f"evidence.db: has schema {head()}\n")
    assert empty.read_bytes() == before


@pytest.mark.usefixtures("empty")
def test_the_revisions_that_an_upgrade_went_through_are_named(evidence, monkeypatch):
    monkeypatch.setattr("evidence.cli.database.migrate.upgrade", lambda _url: ["0008", "0009"])
    assert evidence("db", "upgrade").stderr == f"evidence.db: went through 0008, 0009 to schema {head()}\n"


def test_a_newer_database_says_what_to_do(empty, evidence):
    with sqlite3.connect(empty) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    for words in (["gaps"], ["db", "upgrade"]):
        result = evidence(*words)
        assert result.exit_code == 3
        assert "has schema 9999, newer than this program's" in result.stderr
    assert evidence("db", "current").stdout == f"9999 (this program: {head()})\n"


@pytest.mark.usefixtures("filled")
def test_a_sound_database_has_no_problem(evidence):
    result = evidence("db", "check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "evidence.db: no problems\n")


def test_damage_is_told_with_a_remedy_and_the_exit_code(filled, evidence):
    with sqlite3.connect(filled) as connection:
        connection.execute("DELETE FROM claim WHERE key = 'zinc-shortens-colds'")
    connection.close()
    result = evidence("db", "check")
    assert result.exit_code == 1
    assert "evidence_link: a row refers to one that is gone; restore a backup" in result.stdout
    assert re.fullmatch(r"evidence\.db: \d+ problems\n", result.stderr)


def test_one_problem_is_one(empty, evidence):
    with sqlite3.connect(empty) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert evidence("db", "check").stderr == "evidence.db: 1 problem\n"


@pytest.mark.usefixtures("filled", "here")
def test_a_backup_is_a_database_of_its_own(evidence):
    result = evidence("db", "backup", "before.db")
    assert (result.exit_code, result.stderr) == (0, "evidence.db: copied to before.db\n")
    assert evidence("--db", "before.db", "gaps").stdout.replace("before.db", "evidence.db") == evidence("gaps").stdout


@pytest.mark.usefixtures("filled")
def test_a_backup_replaces_nothing(here, evidence):
    (here / "before.db").write_text("precious", "utf-8")
    result = evidence("db", "backup", "before.db")
    assert result.exit_code == 3
    assert result.stderr.startswith("Error: before.db exists already")
    assert (here / "before.db").read_text("utf-8") == "precious"


def test_the_option_comes_before_the_variable_and_that_before_the_file(filled, here, evidence, monkeypatch):
    for name in ("option.db", "variable.db", "toml.db"):
        shutil.copy(filled, here / name)
    (here / "evidence.toml").write_text('database = "toml.db"\n', "utf-8")

    def used(*words):
        return evidence(*words, "gaps").stdout.splitlines()[0].split()[-1]

    assert used() == "toml.db"
    monkeypatch.setenv("EVIDENCE_DB", "variable.db")
    assert used() == "variable.db"
    assert used("--db", "option.db") == "option.db"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[limits]\nsmalest-sample = 3\n", "limits.smalest-sample: no such limit; did you mean smallest-sample?"),
        ("[limits\n", "not TOML"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_settings_that_make_no_sense_are_told_in_a_line(here, evidence, text, said):
    (here / "my.toml").write_text(text, "utf-8")
    result = evidence("--config", "my.toml", "gaps")
    assert result.exit_code == 3
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: my.toml: ")
    assert said in line


@pytest.mark.usefixtures("filled")
def test_limits_of_the_settings_are_those_of_the_report(here, evidence):
    assert "small-sample" in evidence("gaps").stdout
    (here / "evidence.toml").write_text("[limits]\nsmallest-sample = 37\n", "utf-8")
    assert "small-sample" not in evidence("gaps").stdout
