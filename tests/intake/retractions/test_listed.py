import csv
import datetime as dt
import io

import pytest

from evidence.errors import FileError
from evidence.intake.retractions.listed import Tally, read_list

TODAY = dt.date(2022, 1, 1)


def read(text):
    tally = Tally()
    return list(read_list(io.StringIO(text, newline=""), name="list.csv", today=TODAY, tally=tally)), tally


def records(text):
    notices, _ = read(text)
    return [notice.record for notice in notices]


def test_a_row_is_read_under_the_published_columns(made):
    (notice,), tally = read(made({"RecordID": "12,345", "OriginalPaperPubMedID": "12,345,678"}))
    assert (notice.line, notice.record, notice.nature) == (2, "12345", "retraction")
    assert (notice.dois, notice.pmids) == (("10.1000/zinc",), ("12345678",))
    assert (tally.rows, tally.newest, tally.unread_rows, tally.unknown_columns) == (1, dt.date(2021, 3, 9), 0, ())


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_spreadsheet_may_have_saved_it_in_its_own_way(made, delimiter):
    assert records(made({}, {}, delimiter=delimiter)) == ["1", "2"]
    assert records("\n" + made({}).replace("\n", "\r\n")) == ["1"]
    assert records(made({}).replace("\n", "\r")) == ["1"]


def test_columns_in_another_order_and_under_names_without_blanks_are_the_same(made):
    turned = [column.replace(" ", "").upper() for column in reversed(next(csv.reader([made()])))]
    text = made({}).replace("\n", "\n", 1)
    rows = list(csv.reader(text.splitlines()))
    out = io.StringIO()
    csv.writer(out).writerows([turned, list(reversed(rows[1]))])
    assert records(out.getvalue()) == ["1"]


def test_a_column_that_is_lacking_is_named_in_one_line(made):
    with pytest.raises(FileError, match=r"^list\.csv: .*it has no column OriginalPaperDOI, RetractionNature$"):
        read(
            made(
                {}, columns=[c for c in next(csv.reader([made()])) if c not in ("OriginalPaperDOI", "RetractionNature")]
            )
        )


@pytest.mark.parametrize("text", ["", "\n\n", "@article{a, title={b}}", '"' * 3, "\x00", '"' + "x" * 200_000])
def test_what_is_no_list_is_refused(text):
    with pytest.raises(FileError, match="this is not the list of Retraction Watch"):
        read(text)


def test_columns_that_are_not_known_are_passed_over_and_named(made):
    columns = (*next(csv.reader([made()])), "Mood\x1b[31m", "Reason")
    notices, tally = read(made({}, columns=columns))
    assert len(notices) == 1
    assert tally.unknown_columns == (r"Mood\x1b[31m", "Reason")


def test_a_nature_that_is_not_known_is_named_and_not_applied(made):
    notices, tally = read(made({"RetractionNature": "Partial retraction"}, {}))
    assert [notice.record for notice in notices] == ["2"]
    assert (tally.unknown_natures, tally.unknown_nature_rows) == ([(2, "Partial retraction")], 1)


def test_blank_rows_at_the_end_are_no_rows(made):
    _, tally = read(made({}) + "," * 20 + "\n\n" + "," * 20 + "\n")
    assert (tally.rows, tally.blank, tally.unread_rows) == (1, 3, 0)


def test_rows_that_name_no_work_are_counted(made):
    notices, tally = read(made({"OriginalPaperDOI": "Unavailable"}, {"OriginalPaperDOI": "unavailable"}))
    assert (notices, tally.nameless, tally.rows) == ([], 2, 2)


def test_the_list_reaches_to_its_newest_day_that_is_not_yet_to_come(made):
    days = ["12/31/2099 0:00", "3/9/2021 0:00", "13/13/2021", "3/8/2021 0:00"]
    _, tally = read(made(*({"RetractionDate": day} for day in days)))
    assert (tally.newest, tally.unread_dates) == (dt.date(2021, 3, 9), 1)


def test_a_field_may_run_over_lines(made):
    notices, _ = read(made({"Notes": "one\n2,two\nthree"}, {"Title": 'so "called"'}))
    assert [(notice.record, notice.line) for notice in notices] == [("1", 2), ("2", 5)]


BROKEN = {
    "cells are lacking": "7,Zinc,Retraction\n",
    "no number": "7x," + ",".join(["x"] * 20) + "\n",
    "cells too many": "7," + ",".join(["x"] * 30) + "\n",
    "a cell without end": '7,"' + "x" * 200_000 + '",b\n',
    "a quote that is never closed": '7,"Zinc,and colds\n',
    "a quote that opens again and again": '7,x",",\n',
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("after", [0, 2, 800])
def test_a_broken_row_is_named_and_takes_no_other_with_it(made, broken, after):
    lines = made(*({} for _ in range(after + 1))).splitlines(keepends=True)
    text = "".join([*lines[:2], broken, *lines[2:]])
    notices, tally = read(text)
    assert [notice.record for notice in notices] == [str(number + 1) for number in range(after + 1)]
    assert [row.line for row in tally.unread] == [3]
    assert (tally.unread_rows, tally.rows) == (1, after + 2)
    assert [notice.line for notice in notices] == [2, *range(4, after + 4)]


def test_what_follows_a_broken_row_and_begins_no_other_is_part_of_it(made):
    broken = '7,"Zinc\nand colds\nand more",too,few\n'
    lines = made({}, {}).splitlines(keepends=True)
    notices, tally = read("".join([*lines[:2], broken, *lines[2:]]))
    assert ([notice.record for notice in notices], len(tally.unread)) == (["1", "2"], 1)


def test_a_file_of_nothing_but_broken_rows_ends_soon(made):
    _, tally = read(made() + '7,x",",\n' * 20_000)
    assert 1_000 <= tally.unread_rows <= 20_000
    assert len(tally.unread) <= 1_000


def test_a_row_of_many_megabytes_is_given_up(made):
    opening_again_and_again = '7,x","' + 'y","' * 100_000 + "\n"
    _, tally = read(made({}) + opening_again_and_again * 20)
    assert tally.unread_rows == 20
    assert "a quote is not closed within 3 lines" in {row.reason for row in tally.unread}


def test_many_rows_of_a_nature_not_known_are_counted_but_not_all_kept(made):
    _, tally = read(made(*({"RetractionNature": "x" * 500} for _ in range(1_005))))
    assert (tally.unknown_nature_rows, len(tally.unknown_natures)) == (1_005, 1_000)
    assert {len(nature) for _, nature in tally.unknown_natures} == {60}


def test_a_line_of_many_megabytes_is_one_broken_row(made):
    lines = made({}, {}).splitlines(keepends=True)
    _, tally = read("".join([*lines[:2], "7," + "y" * 5_000_000 + "\n", lines[2]]))
    assert (tally.rows, tally.unread_rows) == (3, 1)


def test_many_rows_whose_date_cannot_be_read_are_counted_but_not_all_kept(made):
    undated = {"RetractionDate": "x" * 500, "OriginalPaperDOI": ""}
    _, tally = read(made(*(undated for _ in range(1_005))))
    assert (tally.unread_dates, tally.undated_rows, len(tally.undated)) == (1_005, 1_005, 1_000)
    assert max(len(row.reason) for row in tally.undated) < 150
