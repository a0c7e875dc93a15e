"""One file on its way into the database, a batch of its entries at a time."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy.orm import Session

from evidence.bibtex.entries import Entry, Problem
from evidence.bibtex.inherit import folded_key
from evidence.bibtex.work import Work
from evidence.intake import files, source_rows
from evidence.intake.differences import differences
from evidence.intake.files import Elsewhere, Placed
from evidence.intake.identity import Fate, Identities, Identity, Keys
from evidence.intake.journal_notes import Place, note
from evidence.intake.journal_rows import Journals
from evidence.intake.known import Known
from evidence.intake.outcome import Changed, Outcome
from evidence.intake.readable import Readable
from evidence.intake.trail import Run, Step, leave
from evidence.text import storable

_AT_ONCE: Final = 500


class FileImport:
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
        self._spellings: dict[str, str] = {}
        """The first spelling of each key, by the key as BibTeX compares it."""

    def run(self) -> list[int]:
        """Import the file, and give the sources that it changed."""
        number = files.begin(self._session, self._file, self._context, run=self._run.number, at=self._run.at)
        batch: list[Entry] = []
        for item in self._file.entries():
            if isinstance(item, Entry):
                batch.append(item)
                if len(batch) >= _AT_ONCE:
                    self._take(number, batch)
                    batch = []
            elif isinstance(item, Problem):
                self._problem(item)
            else:
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
        key = identity.entry.key
        first = self._spellings.setdefault(folded_key(key), key)
        if first != key:
            said = f"the citation key differs from {first} in its capitals only; BibTeX takes them for one"
            self._warn(said, identity.entry)
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
        self._note_journals([identity.entry for identity in both])
        written = [
            source_rows.Written(identity.id, identity.key, identity.entry, identity.fields, journal)
            for identity, journal in zip(both, found, strict=True)
        ]
        source_rows.insert(self._session, written[: len(new)])
        self._change(
            [(identity, identity.known) for identity in changed if identity.known is not None], written[len(new) :]
        )

    def _note_journals(self, entries: Sequence[Entry]) -> None:
        if not self._journals.doubts and not self._journals.made:
            return
        of = {id(entry.work): entry for entry in entries}

        def place_of(work: Work) -> Place:
            entry = of[id(work)]
            return Place(self._file.name, self._file.sha256, entry.line, entry.key)

        self._outcome.problems += note(self._session, self._journals, place_of, self._run)

    def _change(self, changed: Sequence[tuple[Identity, Known]], written: Sequence[source_rows.Written]) -> None:
        if not changed:
            return
        elsewhere = files.keep_elsewhere(self._session, [known for _, known in changed])
        steps: list[Step] = []
        for identity, known in changed:
            self._outcome.changed.append(Changed(key=identity.key, changes=identity.changes))
            origin = f"{self._file.name}:{identity.entry.line}"
            steps += [Step(known.id, each.field, each.before, each.after, origin) for each in identity.changes]
            self._note_disputes(identity, known, elsewhere.get(known.id, ()))
        leave(self._session, steps, self._run)
        source_rows.change(self._session, written)
        self._changed += [known.id for _, known in changed]

    def _note_disputes(self, identity: Identity, known: Known, elsewhere: Sequence[Elsewhere]) -> None:
        """Say where other files that hold a source disagree with what is changed of it."""
        changed = {change.field.lower() for change in identity.changes}
        for name, line, kind, fields in elsewhere:
            against = differences(known._replace(kind=kind, fields=fields), identity.entry)
            disputed = ", ".join(
                change.field for change in against if change.field.lower() in changed and change.before is not None
            )
            if disputed:
                said = f"{name}:{line} says otherwise of {disputed}; what this file says stands from now on"
                self._warn(said, identity.entry)

    def _place(self, number: int, identities: Sequence[Identity]) -> None:
        placed = []
        for position, identity in enumerate(identities, start=self._position):
            entry = identity.entry
            raw = None
            if identity.fate is Fate.SAME and identity.known is not None and identity.known.raw != entry.raw:
                raw = storable(entry.raw)
            kind, fields = identity.said or (None, None)
            placed.append(Placed(position, identity.id, entry.key, entry.line, entry.before, raw, kind, fields))
        files.place(self._session, number, placed)
        self._position += len(identities)
