import json
import os
import threading
from importlib import resources

import factories
import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import select

from evidence.db.session import reading, writing
from evidence.model import IntegrityNotice
from evidence.vocab import Integrity

HEADER = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
    "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,"
    "Reason,Paywalled,Notes,\n"
)


def row(record, nature, *, doi="unavailable", pmid="0", day="3/9/2021 0:00", notice="10.1000/notice"):
    return (
        f'{record},"Zinc, and colds",Colds;,University;,Journal,Press,Finland,A. Example,,Research Article;,{day},'
        f"{notice},0,1/1/2019 0:00,{doi},{pmid},{nature},Paper Mill;,No,,\n"
    )


LIST = "".join(
    [
        HEADER,
        row(1, "Retraction", doi="https://doi.org/10.1000/ZINC"),
        row(2, "Correction", pmid='"12,345,678"'),
        row(3, "Expression of concern", doi="10.1000/hand"),
        row(4, "Retraction", doi="10.1000/back"),
        row(5, "Reinstatement", doi="10.1000/back", day="4/9/2021 0:00"),
        row(6, "Retraction", doi="10.1000/in-no-library"),
    ]
)


@pytest.fixture
def library(empty):
    """A database whose sources the list tells of, one of them borne by two claims."""
    with writing(str(empty)) as session:
        zinc = factories.source(session, key="zinc2019", doi="10.1000/zinc")
        trial = factories.study(session, zinc)
        document = factories.document(session, key="leaflet")
        for key in ("zinc-helps", "zinc-harms"):
            factories.link(session, factories.claim(session, within=document, key=key), zinc, trial)
        factories.source(session, key="copper2018", pmid="12345678")
        factories.source(
            session, key="iron2017", doi="10.1000/hand", integrity=Integrity.RETRACTED, integrity_notice="by letter"
        )
        factories.source(session, key="lead2016", doi="10.1000/back", integrity=Integrity.NONE)
        factories.source(session, key="tin2015")
    return empty


@pytest.fixture
def listed(here):
    """Write a list, or the usual one."""

    def write(text=LIST, name="list.csv"):
        (here / name).write_text(text, "utf-8")
        return name

    return write


def valid(result, *, of="retractions"):
    printed = json.loads(result.stdout)
    schema = json.loads(resources.files("evidence.report").joinpath(f"{of}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(printed)
    assert schema["$id"] == printed["schema"]
    return printed


@pytest.mark.usefixtures("library")
def test_what_became_of_each_work_is_told_with_the_claims_that_lean_on_it(evidence, listed):
    result = evidence("import", "retractions", listed())
    assert (result.exit_code, result.stderr) == (0, "")
    *told, age, bare, written = result.stdout.splitlines()
    assert told == [
        "copper2018: now corrected 2021-03-09 (10.1000/notice); it was in good standing",
        (
            "iron2017: the list says under an expression of concern 2021-03-09 (10.1000/notice); recorded by hand, "
            "and kept: retracted (by letter)"
        ),
        "zinc2019: now retracted 2021-03-09 (10.1000/notice); it was in good standing",
        "  2 claims lean on it: zinc-harms, zinc-helps",
        (
            "6 rows read: 4 found by DOI, 1 by PubMed number; 0 could not be read, 0 of a nature not known, 0 without "
            "a DOI or PubMed number, 0 without a date that can be read"
        ),
        "notices: 5 new, 0 changed, 0 same",
        "works now: 2 retracted, 0 under an expression of concern, 1 corrected, 1 reinstated",
    ]
    assert age.startswith("the list reaches to 2021-04-09, ")
    assert bare == "1 work of 5 sources could not be looked for: neither DOI nor PubMed number is known"
    assert written == "7 rows changed"


@pytest.mark.usefixtures("library")
def test_a_second_import_says_that_nothing_changed(evidence, listed):
    evidence("import", "retractions", listed())
    result = evidence("import", "retractions", listed())
    assert "notices: 0 new, 0 changed, 5 same" in result.stdout
    assert result.stdout.splitlines()[-1] == "0 rows changed"


def test_a_dry_run_says_the_same_and_writes_nothing(evidence, listed, library):
    tried = evidence("import", "retractions", listed(), "--dry-run").stdout
    with reading(str(library)) as session:
        assert session.scalars(select(IntegrityNotice)).all() == []
    done = evidence("import", "retractions", listed()).stdout
    assert tried.splitlines()[:-1] == done.splitlines()[:-1]
    assert tried.splitlines()[-1] == "nothing was written"


@pytest.mark.usefixtures("library")
def test_output_for_machines_holds_all_of_it(evidence, listed):
    printed = valid(evidence("import", "retractions", listed(), "--format", "json"))
    works = {work["key"]: work for work in printed["works"]}
    assert [(key, work["integrity"], work["reinstated"]) for key, work in works.items()] == [
        ("copper2018", "corrected", False),
        ("iron2017", "retracted", False),
        ("lead2016", "none", True),
        ("zinc2019", "retracted", False),
    ]
    assert works["zinc2019"]["claims"] == [
        {"document": "leaflet", "key": "zinc-harms"},
        {"document": "leaflet", "key": "zinc-helps"},
    ]
    assert works["zinc2019"]["notices"] == [
        {
            "record": "1",
            "nature": "retraction",
            "date": "2021-03-09",
            "notice": "10.1000/notice",
            "reasons": ["Paper Mill"],
        }
    ]
    assert works["iron2017"]["by_hand"] == {"integrity": "retracted", "date": None, "notice": "by letter"}
    assert (printed["reaches_to"], printed["unidentified"]) == ("2021-04-09", ["tin2015"])
    assert printed["matched"] == {"doi": 4, "pmid": 1}


@pytest.mark.usefixtures("library")
def test_rows_that_cannot_be_read_are_named_and_give_exit_code_1(evidence, listed):
    broken = LIST + "7,too few\n" + row(8, "Doubt\x1b[31m", doi="10.1000/zinc") + row(9, "Retraction")
    result = evidence("import", "retractions", listed(broken))
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "list.csv:8: rejected: 2 cells, where 21 columns are named",
        r"list.csv:9: not applied: the nature 'Doubt\\x1b[31m' is not known",
    ]
    assert "9 rows read" in result.stdout
    assert "1 could not be read, 1 of a nature not known, 1 without a DOI" in result.stdout
    printed = valid(evidence("import", "retractions", listed(broken), "--format", "json"))
    assert [(problem["line"], problem["grade"]) for problem in printed["problems"]] == [
        (8, "rejected"),
        (9, "nature-not-known"),
    ]
    assert (printed["not_read"], printed["nature_not_known"], printed["without_identifier"]) == (1, 1, 1)


@pytest.mark.usefixtures("library")
def test_doubts_and_remarks_are_told_with_their_line(evidence, listed):
    doubtful = HEADER.replace(",\n", ",Mood\n") + row(1, "Retraction", doi="10.1000/zinc", pmid="12345678")
    doubtful += row(2, "Retraction", doi="10.1000/hand", day="soon")
    result = evidence("import", "retractions", listed(doubtful))
    assert result.exit_code == 0
    columns, doubt, remark = result.stderr.splitlines()
    assert columns == "list.csv: passed over columns that the list is not known to have: Mood"
    assert doubt.startswith("list.csv:2: not applied: record 1: its DOI is that of zinc2019, its PubMed number that of")
    assert remark == "list.csv:3: record 2: its date 'soon' cannot be read; it was applied without one"
    assert "the list holds no date" not in result.stdout
    assert "zinc2019" not in result.stdout


@pytest.mark.usefixtures("library")
def test_each_row_whose_date_cannot_be_read_is_told_with_its_line_and_what_became_of_it(evidence, listed):
    rows = [
        row(1, "Retraction", doi="10.1000/in-no-library", day="31/12/2021"),
        row(2, "Retraction", doi="10.1000/zinc", day="\x1b[31m"),
        row(3, "Retraction", day=""),
    ]
    result = evidence("import", "retractions", listed(HEADER + "".join(rows)), "--dry-run")
    assert (result.exit_code, result.stderr.splitlines()) == (
        0,
        [
            r"list.csv:3: record 2: its date '\\x1b[31m' cannot be read; it was applied without one",
            "list.csv:2: record 1: its date '31/12/2021' cannot be read; it concerns no source of the record",
            "list.csv:4: record 3: its date '' cannot be read; it concerns no source of the record",
        ],
    )
    assert "1 without a DOI or PubMed number, 3 without a date that can be read\n" in result.stdout
    printed = valid(evidence("import", "retractions", "list.csv", "--format", "json"))
    assert printed["date_not_read"] == 3
    assert [(problem["line"], problem["grade"], problem["record"]) for problem in printed["problems"]] == [
        (2, "remark", "1"),
        (3, "remark", "2"),
        (4, "remark", "3"),
    ]


@pytest.mark.usefixtures("library")
def test_a_reinstated_work_is_told_and_a_record_that_is_gone(evidence, listed):
    evidence("import", "retractions", listed(HEADER + row(4, "Retraction", doi="10.1000/back")))
    back = row(4, "Retraction", doi="10.1000/other") + row(5, "Reinstatement", doi="10.1000/back", day="5/9/2021")
    result = evidence("import", "retractions", listed(HEADER + back))
    assert result.stderr.splitlines() == [
        "lead2016: record 4: the list no longer names this source; what it said before stands"
    ]
    assert "lead2016: reinstated, and now in good standing; it was retracted" in result.stdout
    result = evidence("import", "retractions", listed(HEADER + row(5, "Reinstatement", doi="10.1000/back", day="")))
    assert "list.csv: a list imported before reaches further, to 2021-05-09; what it says stands" in result.stderr
    assert "the list holds no date that could be read, so its age is not known" in result.stdout
    later = row(5, "Reinstatement", doi="10.1000/back", day="5/9/2021") + row(9, "Retraction", day="6/9/2021")
    result = evidence("import", "retractions", listed(HEADER + later, name="later.csv"))
    assert "lead2016: record 4: no longer in the list; what it said before stands" in result.stderr


def test_of_many_problems_the_first_are_told_and_the_rest_counted(evidence, listed, empty):
    with writing(str(empty)) as session:
        document = factories.document(session)
        first = factories.source(session, key="first", doi="10.1000/0")
        factories.link(session, factories.claim(session, within=document), first)
        many = factories.source(session, key="many", doi="10.1000/many")
        for _ in range(102):
            factories.link(session, factories.claim(session, within=document), many)
        for number in range(1, 103):
            factories.source(session, doi=f"10.1000/{number}")
    rows = [row(number + 1, "Retraction", doi=f"10.1000/{number}", day="?") for number in range(103)]
    rows.append(row(200, "Retraction", doi="10.1000/many"))
    result = evidence("import", "retractions", listed(HEADER + "".join(rows)))
    lines = result.stderr.splitlines()
    assert (len(lines), lines[-1]) == (101, "list.csv: and 3 more of these")
    assert "  1 claim leans on it: claim-" in result.stdout
    assert " and 2 more\n" in result.stdout
    result = evidence("import", "retractions", listed(HEADER + row(200, "Retraction", doi="10.1000/many")))
    assert result.stderr.splitlines()[-1] == "and 3 more of these"
    assert len(result.stderr.splitlines()) == 101


@pytest.mark.usefixtures("empty")
def test_a_file_that_is_no_list_is_refused_in_one_line(evidence, bib):
    result = evidence("import", "retractions", bib)
    assert result.exit_code == 3
    assert result.stderr.startswith("Error: zinc.bib: this is not the list of Retraction Watch: it has no column")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.usefixtures("empty")
def test_a_bibliography_that_comes_after_the_list_is_said_not_to_be_held_against_it(evidence, listed, here):
    assert evidence("import", "retractions", listed(name="a\x1blist.csv")).exit_code == 0
    (here / "a.bib").write_text(
        "@article{zinc2019, title={Zinc}, doi={10.1000/zinc}}\n@misc{tin, title={Tin}}\n", "utf-8"
    )
    told = r"2 new sources are not held against the list of retractions a\x1blist.csv"
    for words in (["--dry-run"], []):
        printed = evidence("import", "a.bib", *words)
        assert (printed.exit_code, printed.stderr) == (0, "")
        first, counts = printed.stdout.splitlines()
        assert first == f"{told}; do it by: evidence import retractions FILE"
        assert counts.startswith("2 read, 2 new")
    (here / "b.bib").write_text("@misc{lead, title={Lead}}\n", "utf-8")
    printed = valid(evidence("import", "b.bib", "--format", "json", "--dry-run"), of="import")
    assert printed["unlisted"] == {"file": "a\x1blist.csv", "sources": 1}
    assert evidence("import", "b.bib").stdout.startswith("1 new source is not held against the list of retractions ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.usefixtures("empty")
def test_a_list_given_to_the_plain_import_is_sent_to_the_right_command(evidence, here, encoding):
    (here / "list.csv").write_bytes(LIST.replace("and colds", "@misc{a, title={b}}").encode(encoding))
    result = evidence("import", "list.csv")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "Error: list.csv: this is the list of Retraction Watch; import it by: evidence import retractions FILE\n"
    )
    assert evidence("import", "retractions", "list.csv").exit_code == 0


@pytest.mark.parametrize("name", ["none.csv", ".", "no\x1bsuch.csv", "zinc.bib/list.csv"])
@pytest.mark.usefixtures("bib")
def test_a_file_that_cannot_be_opened_is_told_of_as_by_any_import(evidence, name):
    refused = evidence("import", "retractions", name)
    assert (refused.exit_code, refused.stdout, len(refused.stderr.splitlines())) == (3, "", 1)
    assert refused.stderr == evidence("import", name).stderr


@pytest.mark.usefixtures("library")
def test_a_list_may_come_by_standard_input_or_a_pipe(evidence, listed, here):
    broken = LIST + "7,too few\n"
    result = evidence("import", "retractions", "-", "--dry-run", input=broken)
    assert result.stderr == "standard input:8: rejected: 2 cells, where 21 columns are named\n"
    assert result.stdout == evidence("import", "retractions", listed(broken), "--dry-run").stdout
    os.mkfifo(here / "pipe")
    writer = threading.Thread(target=(here / "pipe").write_text, args=(broken,))
    writer.start()
    assert evidence("import", "retractions", "pipe", "--dry-run").stdout == result.stdout
    writer.join()
    assert valid(evidence("import", "retractions", "-", "--format", "json", input=LIST))["file"] == "standard input"


@pytest.mark.usefixtures("empty")
def test_a_list_on_an_empty_record_says_so(evidence, listed):
    result = evidence("import", "retractions", listed())
    assert result.exit_code == 0
    assert "6 rows read: 0 found by DOI" in result.stdout
    assert "could not be looked for" not in result.stdout
