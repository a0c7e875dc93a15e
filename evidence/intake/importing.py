"""Files imported: read as streams, compared with what is known, and written in the caller's transaction."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from evidence.bibtex.entries import Entry, Problem, Rest
from evidence.db.rows import Row, insert_rows
from evidence.intake import crossref, duplicates, files, source_rows
from evidence.intake.batches import table_of
from evidence.intake.differences import differences
from evidence.intake.files import Placed
from evidence.intake.identity import Fate, Identities, Identity, Keys
from evidence.intake.journal_rows import Journals
from evidence.intake.known import Known
from evidence.intake.outcome import Changed, Outcome
from evidence.intake.readable import Readable
from evidence.intake.retractions.load import restate
from evidence.model import Change, Placement, Source
from evidence.model.keys import new_id, new_ids
from evidence.text import storable

_AT_ONCE: Final = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One import: its number and its moment, with time zone."""

    number: int
    at: dt.datetime


def import_files(session: Session, readables: Sequence[Readable], *, at: dt.datetime) -> Outcome:
    """Import files in order; never commits.

    Entries are read, compared and written a few hundred at a time, so memory stays bounded whatever a file's length.
    A file that is just as it was costs one SELECT. What entries inherit and which are one work is settled at the end,
    when all are there.
    """
    outcome = Outcome()
    contexts = files.contexts(readables)
    first = new_id()
    run = Run(number=first, at=at)
    empty = session.scalar(select(Source.id).limit(1)) is None
    keys, journals = Keys(session, empty=empty), Journals(session)
    touched: list[int] = []
    fresh = [not files.is_unchanged(session, file, context) for file, context in zip(readables, contexts, strict=True)]
    for file, context, is_fresh in zip(readables, contexts, fresh, strict=True):
        if is_fresh:
            touched += _FileImport(session, file, context, run, keys, journals, outcome).run()
        else:
            _unchanged(session, file, outcome)
    if any(fresh):
        outcome.problems += crossref.inherit(session, journals, since=first, touched=touched)
        duplicates.settle(session, outcome, since=first, touched=touched, run=run.number, at=at)
    if outcome.merged:
        restate(session, run=run.number, at=at)
    return outcome


def _unchanged(session: Session, file: Readable, outcome: Outcome) -> None:
    count, rejected = files.held(session, file.name)
    outcome.same += count
    outcome.rejected += len(rejected)
    outcome.problems += rejected
    outcome.unchanged.append(file.name)


class _FileImport:
    """One file on its way into the database."""

    def __init__(
        self,
        session: Session,
        file: Readable,
        context: str,
        run: Run,
        keys: Keys,
        journals: Journals,
        outcome: Outcome,
    ) -> None:
        self._session = session
        self._file = file
        self._context = context
        self._run = run
        self._journals = journals
        self._outcome = outcome
        self._identities = Identities(session, keys, files.places(session, file.name))
        self._position = 0
        self._rejected: list[Problem] = []
        self._changed: list[int] = []

    def run(self) -> list[int]:
        """Import the file, and give the sources that it changed."""
        number = files.begin(self._session, self._file, self._context, run=self._run.number, at=self._run.at)
        batch: list[Entry] = []
        for item in self._file.entries():
            if type(item) is Entry:
                batch.append(item)
                if len(batch) >= _AT_ONCE:
                    self._take(number, batch)
                    batch = []
            elif isinstance(item, Problem):
                self._problem(item)
            elif isinstance(item, Rest):
                files.finish(self._session, number, rest=item.text)
        self._take(number, batch)
        self._outcome.gone.extend((self._file.name, key) for key in self._identities.gone())
        return self._changed

    def _problem(self, problem: Problem) -> None:
        self._outcome.problems.append(problem)
        if problem.rejected:
            self._outcome.rejected += 1
            self._rejected.append(problem)

    def _take(self, number: int, batch: Sequence[Entry]) -> None:
        identities = self._identities.of(batch) if batch else []
        for identity in identities:
            self._note(identity)
        self._write(identities)
        self._place(number, identities)
        files.keep_rejected(self._session, number, self._rejected)
        self._rejected.clear()

    def _note(self, identity: Identity) -> None:
        if identity.fate is Fate.SAME:
            self._outcome.same += 1
            return
        if identity.fate is Fate.CHANGED:
            return
        self._outcome.new += 1
        if identity.known is not None:
            said = f"another entry has this citation key already; taken in as {identity.key}"
            self._warn(said, identity.entry)

    def _warn(self, said: str, entry: Entry) -> None:
        self._outcome.problems.append(Problem(file=self._file.name, line=entry.line, reason=said, key=entry.key))

    def _write(self, identities: Sequence[Identity]) -> None:
        new = [identity for identity in identities if identity.fate is Fate.NEW]
        changed = [identity for identity in identities if identity.fate is Fate.CHANGED]
        if not new and not changed:
            return
        both = [*new, *changed]
        found = self._journals.of([identity.entry.work for identity in both])
        written = [
            source_rows.Written(identity.id, identity.key, identity.entry, identity.fields, journal)
            for identity, journal in zip(both, found, strict=True)
        ]
        source_rows.insert(self._session, written[: len(new)])
        self._change(
            [(identity, identity.known) for identity in changed if identity.known is not None], written[len(new) :]
        )

    def _change(self, changed: Sequence[tuple[Identity, Known]], written: Sequence[source_rows.Written]) -> None:
        if not changed:
            return
        rows: list[Row] = []
        for identity, known in changed:
            changes = differences(known, identity.entry)
            self._outcome.changed.append(Changed(key=identity.key, changes=changes))
            origin = storable(f"{self._file.name}:{identity.entry.line}")
            rows += [
                ("source", identity.id, each.field, each.before, each.after, origin, self._run.number, self._run.at)
                for each in changes
            ]
            self._keep_elsewhere(known)
        columns = ("id", "entity", "entity_id", "field", "before", "after", "origin", "run", "at")
        ids = new_ids(len(rows))
        insert_rows(
            self._session, table_of(Change), columns, [(row, *rest) for row, rest in zip(ids, rows, strict=True)]
        )
        source_rows.change(self._session, written)
        self._changed += [known.id for _, known in changed]

    def _keep_elsewhere(self, known: Known) -> None:
        """Leave to other files that hold this source the entry as it stands in them."""
        query = update(Placement).where(Placement.source_id == known.id, Placement.raw.is_(None)).values(raw=known.raw)
        self._session.execute(query)

    def _place(self, number: int, identities: Sequence[Identity]) -> None:
        placed = []
        for position, identity in enumerate(identities, start=self._position):
            entry = identity.entry
            raw = None
            if identity.fate is Fate.SAME and identity.known is not None and identity.known.raw != entry.raw:
                raw = storable(entry.raw)
            placed.append(Placed(position, identity.id, entry.key, entry.line, entry.before, raw))
        files.place(self._session, number, placed)
        self._position += len(identities)
