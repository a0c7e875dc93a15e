"""The journals that works name: found by name, number or abbreviation, or made anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence.bibtex.work import Work
from evidence.db.rows import Row, insert_rows
from evidence.intake.batches import batches, table_of
from evidence.journals import abbreviated, agree, comparable, may_abbreviate, unknown_words
from evidence.model import Journal, JournalIssn, JournalName
from evidence.model.keys import new_id
from evidence.text import storable

_AT_ONCE: Final = 500
_REMEMBERED: Final = 20_000
_NAMES_OF_ONE: Final = 50
"""More spellings of one journal than this are not kept: its key finds it all the same."""


class _Told(NamedTuple):
    """What a work tells of its journal; many works tell the same."""

    name: str
    abbreviation: str | None
    issn: tuple[str, ...]


_TOLD: Final = attrgetter("journal", "abbreviation", "issn")


@dataclass(kw_only=True, slots=True)
class _Batch:
    """What one batch asks for: what the database knows of it, and what is to be written."""

    ids: dict[str, int] = field(default_factory=dict)
    """By the name made comparable."""
    issns: dict[str, int] = field(default_factory=dict)
    journals: list[Row] = field(default_factory=list)
    names: list[Row] = field(default_factory=list)
    numbers: list[Row] = field(default_factory=list)


class Journals:
    """The journals of a database, remembered while works are taken in.

    Rows are written by each call; nothing is committed. Memory stays bounded however many names there are.
    """

    def __init__(self, session: Session) -> None:
        """Remember nothing yet."""
        self._session = session
        self._seen: dict[tuple[str | None, str | None, tuple[str, ...]], int | None] = {}
        self._names: dict[int, list[str]] = {}
        self._by_key: dict[int, tuple[int, ...]] | None = None
        self.made: list[tuple[int, Work]] = []
        """The journals made by the last call, each with the work that first named it."""
        self.doubts: list[tuple[Work, str]] = []
        """What is doubtful in the names that the last call met for the first time."""

    def of(self, works: Sequence[Work]) -> list[int | None]:
        """Give the journal of each work, made anew where none is known; none for a work that names none."""
        self.made.clear()
        self.doubts.clear()
        told = list(map(_TOLD, works))
        seen = self._seen
        if not all(one in seen for one in told):
            if len(seen) + len(told) > _REMEMBERED:
                seen.clear()
                self._names.clear()
            fresh: dict[_Told, Work] = {}
            for one, work in zip(told, works, strict=True):
                if one[0] is None:
                    seen[one] = None
                elif one not in seen:
                    fresh.setdefault(_Told(*one), work)
            self._settle(fresh)
        return [seen[one] for one in told]

    def _settle(self, fresh: dict[_Told, Work]) -> None:
        batch = self._known(fresh)
        for told, work in fresh.items():
            doubts: list[str] = []
            found = self._found(told, batch, doubts)
            if found is None:
                found = new_id()
                batch.journals.append((found, storable(told.name)))
                self._names[found] = []
                self.made.append((found, work))
                doubts += [
                    f"journal {told.name!r}: abbreviation not known: {word!r}" for word in unknown_words(told.name)
                ]
            self._seen[told] = found
            self._add(found, told, batch, doubts)
            self.doubts += [(work, doubt) for doubt in doubts]
        insert_rows(self._session, table_of(Journal), ("id", "title"), batch.journals)
        insert_rows(self._session, table_of(JournalName), ("id", "journal_id", "name", "comparable"), batch.names)
        insert_rows(self._session, table_of(JournalIssn), ("id", "journal_id", "issn"), batch.numbers)

    def _known(self, told: Iterable[_Told]) -> _Batch:
        """Ask for all names and numbers at once."""
        batch = _Batch()
        names = {comparable(name) for one in told for name in (one.name, one.abbreviation) if name is not None}
        for some in batches(sorted(names), size=_AT_ONCE):
            query = select(JournalName.comparable, JournalName.journal_id).where(JournalName.comparable.in_(some))
            batch.ids.update((name, journal) for name, journal in self._session.execute(query))
        for some in batches(sorted({issn for one in told for issn in one.issn}), size=_AT_ONCE):
            numbers = select(JournalIssn.issn, JournalIssn.journal_id).where(JournalIssn.issn.in_(some))
            batch.issns.update((issn, journal) for issn, journal in self._session.execute(numbers))
        if len(batch.ids) < len(names):
            self._index()  # while the database holds all that is known
        return batch

    def _found(self, told: _Told, batch: _Batch, doubts: list[str]) -> int | None:
        if (found := batch.ids.get(comparable(told.name))) is not None:
            return found
        for issn in told.issn:
            known = batch.issns.get(issn)
            if known is not None and self._may_be(known, told.name):
                return known
        if (meant := self._by_abbreviation(told.name, doubts)) is not None:
            return meant
        if told.abbreviation is None or not _alike(told.name, told.abbreviation):
            return None
        known = batch.ids.get(comparable(told.abbreviation))
        if known is not None and all(_alike(told.name, name) for name in self._names_of(known)):
            return known
        return None

    def _by_abbreviation(self, name: str, doubts: list[str]) -> int | None:
        """Give the one journal whose names of that key all agree with the name."""
        key = abbreviated(name)
        fitting = []
        for journal in self._index().get(hash(key), ()):
            of_that_key = [other for other in self._names_of(journal) if abbreviated(other) == key]
            if of_that_key and all(agree(name, other) for other in of_that_key):
                fitting.append(journal)
        if len(fitting) > 1:
            known = ", ".join(repr(self._names_of(journal)[0]) for journal in fitting)
            doubts.append(f"journal {name!r}: may be any of {known}; kept apart")
        return fitting[0] if len(fitting) == 1 else None

    def _may_be(self, journal: int, name: str) -> bool:
        """Tell whether a number and a name can mean one journal: a name of it is alike, and no title contradicts."""
        names = self._names_of(journal)
        key = abbreviated(name)
        return any(_alike(name, other) for other in names) and all(
            agree(name, other) for other in names if abbreviated(other) == key
        )

    def _add(self, journal: int, told: _Told, batch: _Batch, doubts: list[str]) -> None:
        """Keep the names and numbers by which a journal can be found again."""
        self._add_name(journal, told.name, batch)
        if told.abbreviation is not None:
            owner = batch.ids.get(comparable(told.abbreviation), journal)
            if owner != journal:
                doubts.append(
                    f"journal {told.name!r}: its abbreviation {told.abbreviation!r} is that of {self._title(owner)!r}"
                )
            elif _alike(told.name, told.abbreviation):
                self._add_name(journal, told.abbreviation, batch)
            else:
                doubts.append(f"journal {told.name!r}: {told.abbreviation!r} is no abbreviation of it that is known")
        for issn in told.issn:
            if issn not in batch.issns:
                batch.issns[issn] = journal
                batch.numbers.append((new_id(), journal, issn))
            elif (owner := batch.issns[issn]) != journal:
                doubts.append(f"journal {told.name!r}: its ISSN {issn} is that of {self._title(owner)!r}")

    def _add_name(self, journal: int, name: str, batch: _Batch) -> None:
        plain = comparable(name)
        if plain in batch.ids:
            return
        names = self._names_of(journal)
        if len(names) >= _NAMES_OF_ONE:
            return
        batch.ids[plain] = journal
        batch.names.append((new_id(), journal, storable(name), plain))
        names.append(name)
        index = self._index()
        known = index.get(key := hash(abbreviated(name)), ())
        if journal not in known:
            index[key] = (*known, journal)

    def _title(self, journal: int) -> str:
        return next(iter(self._names_of(journal)), "a journal without a name")

    def _names_of(self, journal: int) -> list[str]:
        """Give the names of a journal, the one it was first met under first."""
        if (names := self._names.get(journal)) is None:
            query = select(JournalName.name).where(JournalName.journal_id == journal).order_by(JournalName.id)
            names = self._names[journal] = list(self._session.scalars(query.limit(_NAMES_OF_ONE)))
        return names

    def _index(self) -> dict[int, tuple[int, ...]]:
        """Give the journals of each key; the hash of a key is enough, since ``agree`` has the last word."""
        if self._by_key is None:
            self._by_key = {}
            query = select(JournalName.name, JournalName.journal_id).execution_options(yield_per=_AT_ONCE)
            for name, journal in self._session.execute(query):
                known = self._by_key.get(key := hash(abbreviated(name)), ())
                if journal not in known:
                    self._by_key[key] = (*known, journal)
        return self._by_key


def _alike(one: str, other: str) -> bool:
    """Tell whether two names agree, or one could abbreviate the other."""
    return agree(one, other) or may_abbreviate(one, other) or may_abbreviate(other, one)
