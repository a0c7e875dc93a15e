"""The journals that entries name, found by their names made comparable or made anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence.intake.batches import batches, write
from evidence.bibtex.entries import Entry
from evidence.journals import comparable
from evidence.model import Journal, JournalName
from evidence.model.keys import new_id

_NAMES_A_QUERY: Final = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Journals:
    """The journal of each name, and the entry that first named each new one."""

    ids: dict[str, int]
    """By the name made comparable."""
    made: tuple[tuple[int, Entry], ...]

    def of(self, entry: Entry) -> int | None:
        """Give the journal of an entry; none if it names none."""
        return None if entry.work.journal is None else self.ids[comparable(entry.work.journal)]


def journals(session: Session, entries: Iterable[Entry]) -> Journals:
    """Find the journals that the entries name, and write those that are not known yet."""
    first: dict[str, tuple[str, Entry]] = {}
    for entry in entries:
        if entry.work.journal is not None:
            first.setdefault(comparable(entry.work.journal), (entry.work.journal, entry))
    ids: dict[str, int] = {}
    for batch in batches(first, size=_NAMES_A_QUERY):
        query = select(JournalName.comparable, JournalName.journal_id).where(JournalName.comparable.in_(batch))
        ids.update((name, journal) for name, journal in session.execute(query))
    made: list[tuple[int, Entry]] = []
    for batch in batches((name for name in first if name not in ids), size=_NAMES_A_QUERY):
        fresh = {name: new_id() for name in batch}
        write(session, Journal, [{"id": fresh[name], "title": first[name][0]} for name in batch])
        names = [
            {"id": new_id(), "journal_id": fresh[name], "name": first[name][0], "comparable": name} for name in batch
        ]
        write(session, JournalName, names)
        made.extend((fresh[name], first[name][1]) for name in batch)
        ids.update(fresh)
    return Journals(ids=ids, made=tuple(made))
