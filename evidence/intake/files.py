"""Bibliography files as the database knows them: known again by their bytes, and replaced as a whole."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Text, bindparam, delete, func, select, type_coerce, update
from sqlalchemy.orm import Session

from evidence import __version__
from evidence.bibtex.entries import Grade, Problem
from evidence.db.rows import insert_rows
from evidence.intake.batches import table_of
from evidence.intake.known import Known
from evidence.intake.readable import Readable
from evidence.model import Bibliography, Placement, RejectedEntry
from evidence.model.keys import new_id, new_ids
from evidence.text import storable

_READER: Final = f"evidence {__version__}"
_PLACEMENT_COLUMNS: Final = (
    *("id", "bibliography_id", "position", "source_id", "key", "line", "before", "raw", "kind", "fields"),
)
_FIELDS: Final[ColumnElement[Any]] = type_coerce(table_of(Placement).c.fields, Text)
"""As the database keeps them."""


class Placed(NamedTuple):
    """An entry in its place in a file."""

    position: int
    source_id: int
    key: str
    line: int
    before: str
    raw: str | None
    kind: str | None = None
    fields: str | None = None
    """With ``kind``, what the entry says there as the database keeps it, where its source says otherwise."""


class Place(NamedTuple):
    """Where an entry of a key stood in a file when it was last imported."""

    source_id: int
    raw: str | None
    """The entry as it stood there, where its source has another layout."""
    kind: str | None
    fields: str | None
    """With ``kind``, what it said there as the database keeps it, where its source says otherwise."""


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
    columns = table_of(Placement).c
    query = (
        select(columns.key, columns.source_id, columns.raw, columns.kind, _FIELDS)
        .join(Bibliography, _OF_PLACEMENT)
        .where(Bibliography.name == storable(name))
        .order_by(columns.position)
    )
    found: dict[str, list[Place]] = defaultdict(list)
    for key, *place in session.execute(query):
        found[key].append(Place(*place))
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
            entry.kind,
            entry.fields,
        )
        for row, entry in zip(new_ids(len(entries)), entries, strict=True)
    ]
    insert_rows(session, table_of(Placement), _PLACEMENT_COLUMNS, rows, plain=True)


class Elsewhere(NamedTuple):
    """What another place of a source says of it, type and fields as the database keeps them."""

    file: str
    line: int
    kind: str
    fields: str


def keep_elsewhere(session: Session, sources: Sequence[Known]) -> dict[int, list[Elsewhere]]:
    """Write what sources said before a change into their places that did not say otherwise; a few hundred at most.

    Gives the places of each source that has any, with what is said there.
    """
    before = {source.id: source for source in sources}
    columns = table_of(Placement).c
    query = (
        select(columns.id, columns.source_id, Bibliography.name, columns.line, columns.raw, columns.kind, _FIELDS)
        .join(Bibliography, _OF_PLACEMENT)
        .where(columns.source_id.in_(before))
        .order_by(columns.id)
    )
    found: dict[int, list[Elsewhere]] = defaultdict(list)
    rows = []
    for number, source, name, line, raw, kind, fields in session.execute(query):
        known = before[source]
        said = (known.kind, known.fields) if fields is None else (kind, fields)
        found[source].append(Elsewhere(name, line, *said))
        rows.append(
            {"of": number, "new_raw": known.raw if raw is None else raw, "new_kind": said[0], "new_said": said[1]}
        )
    if rows:
        values = {
            "raw": bindparam("new_raw"),
            "kind": bindparam("new_kind"),
            "fields": bindparam("new_said", type_=Text),
        }
        statement = update(table_of(Placement)).where(columns.id == bindparam("of")).values(values)
        session.connection().execute(statement, rows)
    return found


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
