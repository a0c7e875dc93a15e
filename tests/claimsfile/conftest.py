import datetime as dt
from pathlib import Path

import factories
import pytest
from sqlalchemy import select

from evidence.claimsfile.apply import load
from evidence.claimsfile.read import read
from evidence.errors import FileError
from evidence.model import Base

ASPIRIN = Path(__file__).parent / "cases" / "aspirin.yaml"
NOON = dt.datetime(2026, 1, 15, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def aspirin():
    """The text of a claims file in which every key of the schema stands."""
    return ASPIRIN.read_text("utf-8")


@pytest.fixture
def written(tmp_path):
    """Write a claims file and give its path."""

    def write(text, name="aspirin.yaml"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.fixture
def sources(session):
    """The database, holding the sources that the claims file names."""
    for key in ("trial2018", "trial2020", "review2019", "opinion2021"):
        factories.source(session, key=key)
    return session


@pytest.fixture
def loaded(sources, written):
    """Load a text into the database of the sources and give what that changed."""

    def run(text, name="aspirin.yaml", at=NOON):
        return load(sources, read(written(text, name)), at=at)

    return run


@pytest.fixture
def contents(sources):
    """Give every row of the database, by table and key."""

    def every_row():
        tables = Base.metadata.sorted_tables
        return {(table.name, row.id): tuple(row) for table in tables for row in sources.execute(select(table))}

    return every_row


@pytest.fixture
def refused(loaded, contents):
    """Load a text that is refused, see that nothing changed, and list what was wrong as line: key: message."""

    def run(text):
        before = contents()
        with pytest.raises(FileError) as error:
            loaded(text)
        assert contents() == before
        assert str(error.value).endswith("nothing was written")
        return [said.partition(".yaml:")[2] for said in error.value.details]

    return run
