import datetime as dt

import pytest

from evidence.intake.retractions.cells import date_in, dois_in, nature_in, notice_in, numbers_in, reasons_in


@pytest.mark.parametrize(
    ("cell", "dois"),
    [
        ("10.1155/2021/6907871", ("10.1155/2021/6907871",)),
        (" 10.1155/ABC.", ("10.1155/abc",)),
        ("https://doi.org/10.1155/ABC", ("10.1155/abc",)),
        ("http://dx.doi.org/10.1155/abc", ("10.1155/abc",)),
        ("DOI: 10.1155/abc", ("10.1155/abc",)),
        ("10.1155/abc; 10.1155/def", ("10.1155/abc", "10.1155/def")),
        ("10.1155/abc,https://doi.org/10.1155/def", ("10.1155/abc", "10.1155/def")),
        ("10.1155/abc 10.1155/ABC", ("10.1155/abc",)),
        (
            "10.1002/1096-9098(200007)74:3%3C201::AID-JSO8%3E3.0.CO;2-5",
            ("10.1002/1096-9098(200007)74:3<201::aid-jso8>3.0.co;2-5",),
        ),
        ("unavailable", ()),
        ("Unavailable", ()),
        ("", ()),
        ("10. of May", ()),
        ("=HYPERLINK(1)", ()),
    ],
)
def test_dois_are_found_however_a_cell_writes_them(cell, dois):
    assert dois_in(cell) == dois


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("35959284", ("35959284",)),
        ("12,345,678", ("12345678",)),
        ("35959284.0", ("35959284",)),
        ("PMID: 0035959284", ("35959284",)),
        ("35959284; 27013874", ("35959284", "27013874")),
        ("35959284,27013874", ("35959284", "27013874")),
        ("35959284 35959284", ("35959284",)),
        ("0", ()),
        ("00", ()),
        ("", ()),
        ("unavailable", ()),
        ("3.6E+07", ()),
        ("9" * 2_000, ()),
    ],
)
def test_numbers_are_found_however_a_spreadsheet_writes_them(cell, numbers):
    assert numbers_in(cell) == numbers


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("11/3/2025 0:00", dt.date(2025, 11, 3)),
        ("5/31/2024", dt.date(2024, 5, 31)),
        ("2025-11-03", dt.date(2025, 11, 3)),
        ("2025-11-03T00:00:00", dt.date(2025, 11, 3)),
        ("31/5/2024 0:00", None),
        ("2/30/2024 0:00", None),
        ("1/1/0000", None),
        ("45964", None),
        ("", None),
    ],
)
def test_a_day_is_written_with_the_month_first(cell, day):
    assert date_in(cell) == day


def test_natures_are_four():
    assert [
        nature_in(cell)
        for cell in (" Retraction", "Expression of  Concern", "CORRECTION", "Reinstatement", "Doubt", "")
    ] == ["retraction", "concern", "correction", "reinstatement", None, None]


def test_a_notice_is_named_by_its_doi_else_its_number_else_its_address():
    assert notice_in(doi="10.1000/N", pmid="7") == "10.1000/n"
    assert notice_in(doi="unavailable", pmid="12,345") == "PMID 12345"
    assert notice_in(doi="https://example.org/n\x00", pmid="0") == "https://example.org/n\N{REPLACEMENT CHARACTER}"
    assert notice_in(doi="unavailable", pmid="0") is None


def test_reasons_stand_without_the_plus_signs_of_older_lists():
    assert (
        reasons_in("+Paper Mill;+Rogue Editor;") == "Paper Mill; Rogue Editor" == reasons_in("Paper Mill;Rogue Editor")
    )
    assert reasons_in(" ; ") is None
