"""What leaves as CSV is read back as it was, and does no harm in a spreadsheet."""

import csv
import io
from dataclasses import replace

import pytest
from pooling.published import tuberculosis

from evidence.pooling.csv_text import rows_csv
from evidence.vocab import Measure

HOSTILE = {
    '=HYPERLINK("http://example.org")': '\'=HYPERLINK("http://example.org")',
    "@SUM(A1:A2)": "'@SUM(A1:A2)",
    "-1+2": "'-1+2",
    "＝1": "'＝1",  # noqa: RUF001
    "\t=1+1": "'=1+1",
    'Smith, "the first"': 'Smith, "the first"',
    "two\nlines\r\nand more": "two lines and more",
    "\x1b[31mred\x00": "\\x1b[31mred\\x00",
    "O'Brien #1 \\n": "O'Brien #1 \\n",
    "Müller 2001": "Müller 2001",
}


def read(text):
    return list(csv.DictReader(io.StringIO(text), strict=True))


def test_effects_are_read_back_to_the_last_digit():
    rows = tuberculosis()
    read_back = read(rows_csv(rows))
    assert list(read_back[0]) == ["slab", "yi", "vi", "n", "measure"]
    assert [(float(line["yi"]), float(line["vi"]), int(line["n"])) for line in read_back] == [
        (row.yi, row.vi, row.n) for row in rows
    ]
    assert {line["measure"] for line in read_back} == {"RR"}


def test_a_size_that_is_not_known_is_empty_and_a_measure_bears_the_name_of_its_scale():
    row = replace(tuberculosis()[0], n=None, measure=Measure.CORRELATION)
    assert read(rows_csv([row]))[0]["n"] == ""
    assert read(rows_csv([row]))[0]["measure"] == "ZCOR"


@pytest.mark.parametrize(("label", "told"), HOSTILE.items())
def test_labels_that_mean_harm_are_text(label, told):
    rows = [replace(row, label=label) for row in tuberculosis()[:3]]
    text = rows_csv(rows)
    assert [line["slab"] for line in read(text)] == [told] * 3
    assert len(text.splitlines()) == 4
