import datetime as dt
from pathlib import Path

import factories
import pytest

from evidence.claimsfile.apply import load
from evidence.claimsfile.read import read

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
