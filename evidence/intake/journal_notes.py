"""Where each new journal was first named, and what is doubtful in the names of journals."""

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy.orm import Session

from evidence.bibtex.entries import Problem
from evidence.bibtex.work import Work
from evidence.db.rows import insert_rows
from evidence.intake.batches import table_of
from evidence.intake.journal_rows import Journals
from evidence.intake.trail import Run
from evidence.model import Journal, Provenance
from evidence.model.keys import new_ids
from evidence.text import storable


class Place(NamedTuple):
    """The place of an entry in a file."""

    file: str
    sha256: str
    """Of the file's bytes."""
    line: int
    key: str


def note(session: Session, journals: Journals, place_of: Callable[[Work], Place], run: Run) -> list[Problem]:
    """Write where the journals that the last call made were first named, and give what was doubtful in it."""
    rows = []
    for (journal, work), number in zip(journals.made, new_ids(len(journals.made)), strict=True):
        place = place_of(work)
        rows.append((number, Journal.__tablename__, journal, storable(place.file), place.line, place.sha256, *run))
    columns = ("id", "entity", "entity_id", "file", "line", "sha256", "run", "at")
    insert_rows(session, table_of(Provenance), columns, rows)
    doubts = [(place_of(work), doubt) for work, doubt in journals.doubts]
    return [Problem(file=place.file, line=place.line, reason=doubt, key=place.key) for place, doubt in doubts]
