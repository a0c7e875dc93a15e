"""Bibliography files as the database knows them: known again by their bytes, and replaced as a whole."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from evidence import __version__
from evidence.bibtex.entries import Grade, Problem
from evidence.db.rows import insert_rows
from evidence.intake.batches import table_of
from evidence.intake.readable import Readable
from evidence.model import Bibliography, Placement, RejectedEntry
from evidence.model.keys import new_id, new_ids
from evidence.text import storable

_READER: Final = f"evidence {__version__}"
_PLACEMENT_COLUMNS: Final = ("id", "bibliography_id", "position", "source_id", "key", "line", "before", "raw")


class Placed(NamedTuple):
    """An entry in its place in a file."""

    position: int
    source_id: int
    key: str
    line: int
    before: str
    raw: str | None


class Place(NamedTuple):
    """Where an entry of a key stood in a file when it was last imported."""

    source_id: int
    raw: str | None
    """The entry as it stood there, where its source says otherwise since."""


def contexts(files: Sequence[Readable]) -> list[str]:
    """Give what each file's reading hangs on besides its bytes: this reader and the files before it."""
    running = hashlib.sha256(_READER.encode())
    given = []
    for file in files:
        given.append(running.hexdigest())
        running.update(file.sha256.encode())
    return given


def is_unchanged(session: Session, file: Readable, context: str) -> bool:
    """Tell whether a file was imported with just these bytes, by this reader, after just these files."""
    query = select(Bibliography.id).where(
        Bibliography.name == storable(file.name), Bibliography.sha256 == file.sha256, Bibliography.context == context
    )
    return session.scalar(query) is not None


def held(session: Session, name: str) -> tuple[int, list[Problem]]:
    """Give how many entries a known file holds, and those that were rejected."""
    of_file = Bibliography.name == storable(name)
    entries = select(func.count()).select_from(Placement).join(Bibliography, _OF_PLACEMENT).where(of_file)
    rejected = select(RejectedEntry).join(Bibliography, _OF_REJECTED).where(of_file).order_by(RejectedEntry.id)
    return session.execute(entries).scalar_one(), [problem(row, name) for row in session.scalars(rejected)]


_OF_PLACEMENT: Final = Bibliography.id == Placement.bibliography_id
_OF_REJECTED: Final = Bibliography.id == RejectedEntry.bibliography_id


def problem(row: RejectedEntry, name: str) -> Problem:
    """Give a rejected entry as the problem that it was."""
    return Problem(file=name, line=row.line, reason=row.reason, grade=Grade.REJECTED, key=row.key, raw=row.raw)


def places(session: Session, name: str) -> dict[str, list[Place]]:
    """Give where the sources of a known file stood in it, by the key that each entry had there."""
    query = (
        select(Placement.key, Placement.source_id, Placement.raw)
        .join(Bibliography, _OF_PLACEMENT)
        .where(Bibliography.name == storable(name))
        .order_by(Placement.position)
    )
    found: dict[str, list[Place]] = defaultdict(list)
    for key, source, raw in session.execute(query):
        found[key].append(Place(source, raw))
    return dict(found)


def begin(session: Session, file: Readable, context: str, *, run: int, at: dt.datetime) -> int:
    """Write a file's row, in place of the one that it had with all its places; give its id."""
    session.execute(delete(Bibliography).where(Bibliography.name == storable(file.name)))
    number = new_id()
    columns = ("id", "name", "format", "sha256", "context", "encoding", "exact", "rest", "run", "at")
    row = (
        number, storable(file.name), file.format, file.sha256, context, file.encoding, file.exact, "", run, at,
    )  # fmt: skip
    insert_rows(session, table_of(Bibliography), columns, [row])
    return number


def finish(session: Session, bibliography_id: int, *, rest: str) -> None:
    """Write what follows a file's last entry."""
    session.execute(update(Bibliography).where(Bibliography.id == bibliography_id).values(rest=storable(rest)))


def place(session: Session, bibliography_id: int, entries: Sequence[Placed]) -> None:
    """Write entries into their places in a file."""
    rows = [
        (
            row,
            bibliography_id,
            entry.position,
            entry.source_id,
            entry.key,
            entry.line,
            storable(entry.before),
            entry.raw,
        )
        for row, entry in zip(new_ids(len(entries)), entries, strict=True)
    ]
    insert_rows(session, table_of(Placement), _PLACEMENT_COLUMNS, rows)


def keep_rejected(session: Session, bibliography_id: int, problems: Sequence[Problem]) -> None:
    """Write entries that were not taken in, in their order."""
    rows = [
        (
            number,
            bibliography_id,
            rejected.line,
            None if rejected.key is None else storable(rejected.key),
            storable(rejected.reason),
            storable(rejected.raw or ""),
        )
        for number, rejected in zip(new_ids(len(problems)), problems, strict=True)
    ]
    columns = ("id", "bibliography_id", "line", "key", "reason", "raw")
    insert_rows(session, table_of(RejectedEntry), columns, rows)


def rejects(session: Session) -> list[Problem]:
    """Give every entry of every file that was not taken in."""
    query = (
        select(RejectedEntry, Bibliography.name)
        .join(Bibliography, _OF_REJECTED)
        .order_by(Bibliography.name, RejectedEntry.id)
    )
    return [problem(row, name) for row, name in session.execute(query)]
