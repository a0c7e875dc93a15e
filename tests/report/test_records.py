"""Records whole, with where they came from."""

import datetime as dt

import factories
import pytest

from evidence.errors import UsageError
from evidence.report.record_text import to_text
from evidence.report.records import Record, records
from evidence.text import visible_lines
from evidence.vocab import Integrity


def test_a_source_is_given_with_every_field_and_its_raw_entry(session):
    paper = factories.source(
        session,
        factories.journal(session, "The Lancet"),
        key="baigent2005",
        doi="10.1/x",
        more_authors=True,
        integrity=Integrity.RETRACTED,
        integrity_date=dt.date(2020, 5, 1),
        integrity_notice="Withdrawn.",
        fields=(("year", "2005"),),
    )
    factories.author(session, paper, "Baigent", given="Colin", prefix="van", suffix="Jr")
    factories.author(session, paper, None, literal="Trialists' Collaboration")
    (found,) = records(session, "baigent2005")
    assert found.kind == "source"
    assert found.origin is None
    assert found.values == {
        "key": "baigent2005",
        "type": "article",
        "title": "Statins and vascular events",
        "journal": "The Lancet",
        "year": 2005,
        "authors": ["van Baigent, Jr, Colin", "Trialists' Collaboration"],
        "more_authors": True,
        "doi": "10.1/x",
        "integrity": "retracted",
        "integrity_date": "2020-05-01",
        "integrity_notice": "Withdrawn.",
        "fields": {"year": "2005"},
        "raw": "@article{baigent2005}",
    }


def test_what_a_source_does_not_have_is_not_told(session):
    factories.source(session, key="bare", title=None, year=None)
    (found,) = records(session, "bare")
    assert found.values == {"key": "bare", "type": "article", "integrity": "none", "raw": "@article{bare}"}


def test_all_that_bear_a_key_are_given_the_source_first(session):
    paper = factories.source(session, key="baigent2005")
    factories.study(session, paper, key="baigent2005")
    factories.claim(session, key="baigent2005")
    assert [found.kind for found in records(session, "baigent2005")] == ["source", "study", "claim"]


def test_the_newest_file_that_holds_a_source_is_told(session):
    paper = factories.source(session, key="baigent2005")
    factories.placement(session, factories.bibliography(session, name="old.bib"), paper, line=3)
    factories.placement(session, factories.bibliography(session, name="new.bib"), paper, line=7)
    (found,) = records(session, "baigent2005")
    assert found.origin == {"file": "new.bib", "line": 7, "sha256": "0" * 64, "at": "2026-01-15T12:00:00Z"}


def test_files_that_say_otherwise_of_a_source_are_told_with_what_they_say(session):
    paper = factories.source(session, key="baigent2005", raw="@article{baigent2005, year=2005}")
    for name, raw in [
        ("holds.bib", None),
        ("layout.bib", "@article{baigent2005,\n  year=2005}"),
        ("other.bib", "@article{baigent2005, year=2004}"),
    ]:
        factories.placement(session, factories.bibliography(session, name=name), paper, raw=raw, line=7)
    (found,) = records(session, "baigent2005")
    assert found.origin["file"] == "holds.bib"
    assert found.values["elsewhere"] == [{"file": "other.bib:7", "raw": "@article{baigent2005, year=2004}"}]


def test_the_entries_of_one_work_are_told_field_by_field_and_a_conflict_is_named(session):
    older = factories.source(session, key="baigent2005", fields=(("year", "2005"), ("title", "{Statins} at work")))
    younger = factories.source(
        session, key="ctt2005", same_as_id=older.id, fields=(("Year", "2006"), ("title", "statins at work"))
    )
    factories.placement(session, factories.bibliography(session, name="a.bib"), older, line=3)
    factories.decision(session, older, younger, person="C. Reader")
    told = {
        "stands": "baigent2005",
        "entries": [{"key": "baigent2005", "files": ["a.bib:3"]}, {"key": "ctt2005", "files": []}],
        "because": ["ctt2005 and baigent2005: same, the same DOI, by C. Reader"],
        "fields": {
            "year": [{"value": "2005", "of": ["baigent2005"]}, {"value": "2006", "of": ["ctt2005"]}],
            "title": [
                {"value": "{Statins} at work", "of": ["baigent2005"]},
                {"value": "statins at work", "of": ["ctt2005"]},
            ],
        },
        "conflicts": ["year"],
    }
    for key in ("baigent2005", "ctt2005"):
        (found,) = records(session, key)
        assert found.values["same_work"] == told


@pytest.mark.parametrize(
    ("name", "one", "same", "other"),
    [
        ("DOI", "10.1000/ABC", "https://doi.org/10.1000/abc", "10.1000/abd"),
        ("journal", "New England Journal of Medicine", "N. Engl. J. Med.", "Lancet"),
        ("pages", "1267--78", "1267-1278", "1267--79"),
        ("author", "Baigent, Colin and Keech, A.", "Baigent C and Keech A", "Baigent, Colin and Keech, B."),
        ("issn", "0140-6736", "01406736", "0140-6737"),
        ("doi", "none known", "{None} known", "10.1000/abc"),
        ("pages", "in press", "In press", "1--9"),
        ("title", "{Statins} at work", "Statins at Work", "Statins at rest"),
    ],
)
def test_two_spellings_of_one_value_are_no_conflict(session, name, one, same, other):
    older = factories.source(session, key="older", fields=((name, one),))
    younger = factories.source(session, key="younger", same_as_id=older.id, fields=((name, same),))
    factories.decision(session, older, younger)
    assert records(session, "older")[0].values["same_work"]["conflicts"] == []
    third = factories.source(session, key="third", same_as_id=older.id, fields=((name, other),))
    factories.decision(session, older, third)
    session.expire_all()
    assert records(session, "older")[0].values["same_work"]["conflicts"] == [name.lower()]


def test_what_was_changed_and_what_notices_say_is_told_of_a_source(session):
    paper = factories.source(session, key="baigent2005")
    factories.change(session, paper)
    factories.notice(session, paper, record="12", date=dt.date(2020, 5, 1), reasons="Error in data")
    (found,) = records(session, "baigent2005")
    assert found.values["changes"] == [
        {"field": "year", "before": "2004", "after": "2005", "origin": "statins.bib:1", "at": "2026-01-15T12:00:00Z"}
    ]
    assert found.values["notices"] == [
        {
            "nature": "retraction", "date": "2020-05-01", "notice": None, "reasons": "Error in data",
            "record": "12", "file": "retractions.csv",
        }
    ]  # fmt: skip


def test_claims_of_one_key_in_several_documents_keep_their_documents_and_origins_apart(session):
    for name in ("post", "poster"):
        claim = factories.claim(session, factories.document(session, key=name), key="statins-help")
        factories.provenance(session, claim, file=f"{name}.yaml")
    found = {record.values["document"]: record.origin["file"] for record in records(session, "statins-help")}
    assert found == {"post": "post.yaml", "poster": "poster.yaml"}


def test_a_key_that_nothing_bears_is_refused(session):
    with pytest.raises(UsageError, match="no source, study or claim has the key 'nobody'"):
        records(session, "nobody")


def record(**values):
    return Record(kind="source", key="baigent2005", origin=None, values=values)


def test_a_record_is_told_as_yaml_under_its_kind_key_and_origin():
    found = Record(kind="study", key="4s", origin={"file": "a.yaml", "line": 7, "at": "noon"}, values={"key": "4s"})
    assert to_text(found) == "study 4s  (from a.yaml:7, noon)\nkey: 4s\n"


def test_the_raw_entry_reads_as_it_was_written():
    raw = "@article{x,\n  title = {A: b},\r\n\n}"
    assert to_text(record(key="x", raw=raw)).endswith("key: x\nraw: |\n  @article{x,\n    title = {A: b},\n\n  }\n")


def test_a_long_text_and_a_long_list_are_cut_and_the_cut_is_marked():
    told = to_text(record(title="x" * 1_000_000, authors=["a"] * 3000, fields={"note": "y" * 5000}, raw="z" * 9000))
    assert len(told) < 20_000
    assert "… and 996000 more characters; --format json shows all" in " ".join(told.split())
    assert "… and 2900 more; --format json shows all" in told
    assert "… and 1000 more characters" in " ".join(told.split())
    assert told.endswith("zz… and 5000 more characters; --format json shows all\n")


def test_nothing_in_a_record_acts_on_a_terminal(harmful):
    text = harmful()[0].claim.statement
    told = to_text(
        Record(
            kind="source",
            key=text,
            origin={"file": text, "line": 1, "at": "noon"},
            values={"key": text, "fields": {text: text}, "authors": [text], "raw": text},
        )
    )
    assert visible_lines(told) == told
