"""Lists of retractions of invented works, and an import of one."""

import csv
import datetime as dt
import io

import pytest

from evidence.intake.retractions.load import load
from evidence.model.keys import new_id

COLUMNS = (
    "Record ID", "Title", "Subject", "Institution", "Journal", "Publisher", "Country", "Author", "URLS", "ArticleType",
    "RetractionDate", "RetractionDOI", "RetractionPubMedID", "OriginalPaperDate", "OriginalPaperDOI",
    "OriginalPaperPubMedID", "RetractionNature", "Reason", "Paywalled", "Notes", "",
)  # fmt: skip
"""As they are published, with the comma that ends the row."""
USUAL = {
    "Title": "Zinc, and colds",
    "Institution": "Department of Colds, Invented University;",
    "Author": "Ann Example;Bob Example",
    "RetractionDate": "3/9/2021 0:00",
    "RetractionDOI": "10.1000/notice",
    "RetractionPubMedID": "0",
    "OriginalPaperDate": "5/6/2019 0:00",
    "OriginalPaperDOI": "10.1000/zinc",
    "OriginalPaperPubMedID": "0",
    "RetractionNature": "Retraction",
    "Reason": "+Concerns/Issues About Data;+Paper Mill;",
    "Paywalled": "No",
}
AT = dt.datetime(2022, 1, 1, 12, 0, tzinfo=dt.UTC)


def listing(*rows, columns=COLUMNS, delimiter=","):
    """Give a list as text: rows are told by what is unusual of them, under the column's name without its blanks."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    for number, row in enumerate(rows, start=1):
        told = {"Record ID": str(number), **USUAL, **{name.replace("RecordID", "Record ID"): row[name] for name in row}}
        writer.writerow([told.get(column, "") for column in columns])
    return text.getvalue()


@pytest.fixture
def made():
    """Make the text of a list."""
    return listing


@pytest.fixture
def taken(session, tmp_path):
    """Import a list, of rows or as text, and give what came of it."""

    def take(*rows, text=None, name="retractions.csv", at=AT):
        file = tmp_path / name
        whole = listing(*rows) if text is None else text
        file.write_bytes(whole if isinstance(whole, bytes) else whole.encode())
        session.flush()
        with file.open("rb") as opened:
            outcome = load(session, opened, name=name, run=new_id(), at=at)
        session.expire_all()
        return outcome

    return take
