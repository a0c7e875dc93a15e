from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import pytest

from evidence.errors import FileError, UsageError
from evidence.limits import Limits, described
from evidence.settings import settings


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """An empty folder to stand in, and no database named by the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EVIDENCE_DB", raising=False)
    return tmp_path


def told(text):
    """Settings by a file of this text, as bytes or words."""
    Path("evidence.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return settings()


def refused(text):
    with pytest.raises(FileError) as error:
        told(text)
    return str(error.value)


def test_the_database_is_the_option_then_the_environment_then_the_file_then_the_default(monkeypatch):
    assert settings().database == "evidence.db"
    assert told('database = "thesis.db"').database == "thesis.db"
    monkeypatch.setenv("EVIDENCE_DB", "postgresql:///thesis")
    assert settings().database == "postgresql:///thesis"
    assert settings(database="other.db").database == "other.db"
    monkeypatch.setenv("EVIDENCE_DB", "")
    assert settings().database == "thesis.db"


def test_a_file_named_by_option_is_read_and_the_one_here_is_not(here):
    told('database = "here.db"')
    other = here / "other.toml"
    other.write_text("[limits]\nsmallest-sample = 20\n")
    found = settings(config=other)
    assert (found.database, found.limits.smallest_sample) == ("evidence.db", 20)


def test_limits_not_overridden_keep_their_defaults():
    assert told("[limits]\nfewest-samples = 3\n").limits == Limits(fewest_samples=3)
    assert settings(config=None).limits.smallest_sample == Limits().smallest_sample


@pytest.mark.parametrize("percent", [1, 99])
def test_a_limit_that_is_a_probability_takes_any_percentage_but_none_and_all(percent):
    limits = told(f"[limits]\nconfidence-level = {percent}\nplanned-power = {percent}\n").limits
    assert limits == Limits(confidence_level=percent, planned_power=percent)


@pytest.mark.parametrize(
    ("written", "value"),
    [("2.1", "2.1"), ("3", "3"), ("1", "1"), ("1e1", "10"), ("1000000.0", "1000000"), ("2.30", "2.3")],
)
def test_a_limit_that_is_a_ratio_takes_decimals_and_keeps_every_digit(written, value):
    limits = told(f"[limits]\nwidest-odds-interval = {written}\n").limits
    assert limits == Limits(widest_odds_interval=Decimal(value))
    assert isinstance(limits.widest_odds_interval, Decimal)


def test_a_file_saved_with_a_byte_order_mark_is_read():
    assert told(b'\xef\xbb\xbfdatabase = "a.db"\r\n').database == "a.db"


def test_a_file_named_by_option_must_be_there(here):
    with pytest.raises(FileError, match=r"absent\.toml: No such file"):
        settings(config=here / "absent.toml")
    with pytest.raises(FileError, match="directory"):
        settings(config=here)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('databse = "a.db"', "databse: no such setting; did you mean database?"),
        ("zinc = 1", "zinc: no such setting; there are: database, limits"),
        ("limits = 3", "limits: expected a table, as [limits]"),
        ("database = 3", "database: expected a file name or a database URL"),
        ('database = ""', "database: expected a file name or a database URL"),
        ("limits.smalest-sample = 1", "limits.smalest-sample: no such limit; did you mean smallest-sample?"),
        ("limits.smallest_sample = 1", "limits.smallest_sample: no such limit; did you mean smallest-sample?"),
        *(
            (f"limits.smallest-sample = {value}", "limits.smallest-sample: expected a whole number from 0 to 1000000")
            for value in ("-1", "1000001", "1.5", "20.0", "inf", '"20"', "true", "[1]")
        ),
        *(
            (f"limits.{name} = {value}", f"limits.{name}: expected a whole number from 1 to 99")
            for name in ("confidence-level", "planned-power")
            for value in ("0", "100", "-1", "95.0", '"95"', "true")
        ),
        *(
            (
                f"limits.widest-odds-interval = {value}",
                "limits.widest-odds-interval: expected a number from 1 to 1000000",
            )
            for value in ("0.9", "-0.1", "-1", "nan", "inf", "1e7", "1e999", "1000001", '"2.5"', "true", "[2.5]")
        ),
        ("limits.small-study-p = 5", "limits.small-study-p: expected a number from 0 to 1"),
        ("limits.most-inconsistency = 101", "limits.most-inconsistency: expected a whole number from 0 to 100"),
        ("limits.worst-level = 6", "limits.worst-level: expected a whole number from 1 to 5"),
    ],
)
def test_a_wrong_setting_is_refused_with_its_name_and_what_was_expected(text, message):
    assert refused(text) == f"evidence.toml: {message}"


def test_an_unknown_limit_lists_those_that_there_are():
    assert refused("[limits]\nxyz = 1").endswith(
        "there are: " + ", ".join(sorted(entry.name.replace("_", "-") for entry in fields(Limits)))
    )


@pytest.mark.parametrize(
    "text",
    [
        "database = ", "[limits", "a = 1\na = 2", b"\xff\xfe\x00", b"database = '\xe9'", "a = " + "[" * 100_000,
        "\x1b[31m", "a = " + "9" * 10_000, "\x00",
    ],
    ids=lambda text: ascii(text[:8]),
)  # fmt: skip
def test_what_is_not_toml_is_refused_in_one_harmless_line(text):
    message = refused(text)
    assert message.startswith("evidence.toml: not TOML: ")
    assert message.isprintable()
    assert len(message) < 300


def test_a_key_with_escapes_is_spelt_out():
    assert "\\x1b[31m" in refused('"\\u001b[31m" = 1')


def test_each_limit_is_described_with_its_value_and_published_source():
    shown = described(Limits(smallest_sample=7))
    assert list(shown) == [entry.name.replace("_", "-") for entry in fields(Limits)]
    assert shown["smallest-sample"].value == 7
    for name, limit in shown.items():
        assert limit.name == name
        assert limit.meaning
        assert limit.source


def test_an_empty_option_names_no_database():
    with pytest.raises(UsageError, match="--db is empty"):
        settings(database="")
