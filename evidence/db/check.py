"""Everything that can be wrong with a database, looked for at once, each with what to do."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import URL, Connection, text

from evidence.db.engine import APPLICATION_ID, damage, is_marked, orphans, shown
from evidence.db.printed_figures import mismatches
from evidence.db.record_rules import RULES
from evidence.db.schema import pending, revision
from evidence.db.session import connected
from evidence.errors import SchemaError
from evidence.text import visible


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Something wrong with a database."""

    place: str
    fault: str
    remedy: str

    def __str__(self) -> str:
        """Give it in one line."""
        return f"{self.place}: {self.fault}; {self.remedy}"


def check(place: str | URL) -> list[Problem]:
    """Give what is wrong with a database: the file, the schema, references, and what must hold between rows.

    A damaged file and another schema end the search, since rows could not be read for what they are.
    Provenance of a row that is gone is no problem: it is the history of the record. Raises
    ``DatabaseError`` for what cannot be read as a database at all.
    """
    with connected(place) as connection:
        name = shown(connection.engine.url)
        return list(_of_file(connection, name) or _of_schema(connection, name) or _of_rows(connection))


def _of_file(connection: Connection, name: str) -> list[Problem]:
    return [
        Problem(place=name, fault=fault, remedy="restore a backup, or dump what can be read into a new database")
        for fault in damage(connection)
    ]


def _of_schema(connection: Connection, name: str) -> list[Problem]:
    if revision(connection) is None:
        return [
            Problem(place=name, fault="holds no evidence database", remedy="name another, or make one: evidence init")
        ]
    if not is_marked(connection):
        remedy = f'if it is yours: sqlite3 {name} "PRAGMA application_id = {APPLICATION_ID}"'
        return [Problem(place=name, fault="does not bear the mark of an evidence database", remedy=remedy)]
    try:
        lacking = pending(connection)
    except SchemaError as error:
        return [Problem(place=name, fault=str(error), remedy="upgrade evidence")]
    return [Problem(place=name, fault=f"lacks revision {each}", remedy="run: evidence db upgrade") for each in lacking]


def _of_rows(connection: Connection) -> Iterator[Problem]:
    for table in orphans(connection):
        yield Problem(
            place=table, fault="a row refers to one that is gone", remedy="restore a backup, or load its file again"
        )
    for rule in RULES:
        for (place,) in connection.execute(text(rule.broken)):
            yield Problem(place=visible(place), fault=rule.fault, remedy=rule.remedy)
    for place, fault in mismatches(connection):
        yield Problem(place=visible(place), fault=fault, remedy="load its file again")
