"""What tests of imports share: text imported as a file of a name, and the rows of whole tables."""

import datetime as dt
import io

import pytest
from sqlalchemy import select

from evidence.bibtex.strings import Strings
from evidence.intake.export import bibliographies, pieces
from evidence.intake.importing import import_files
from evidence.intake.opening import readable
from evidence.model import Base, Source

AT = dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def import_(session):
    """Import texts, or bytes, under the names of files, in one run."""

    def run(text=None, *, name="statins.bib", at=AT, **files):
        given = files or {name: text}
        strings = Strings()
        readables = [
            readable(io.BytesIO(each if isinstance(each, bytes) else each.encode()), name=file, strings=strings)
            for file, each in given.items()
        ]
        return import_files(session, readables, at=at)

    return run


@pytest.fixture
def everything(session):
    """Give all rows of all tables, by table."""

    def rows():
        session.flush()
        return {
            name: session.execute(select(table).order_by(*table.primary_key.columns)).all()
            for name, table in sorted(Base.metadata.tables.items())
        }

    return rows


@pytest.fixture
def source(session):
    """Give the source of a key as it stands in the database."""

    def of(key):
        return session.execute(select(Source.__table__).where(Source.key == key)).one()

    return of


@pytest.fixture
def exported(session):
    """Give the text of a file as it is written out."""

    def of(name="statins.bib"):
        (file,) = bibliographies(session, name=name)
        return "".join(pieces(session, file))

    return of
