"""Which source an entry of a file is: the one it was when the file was last imported, one of its key, or a new one."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from enum import Enum
from typing import Final, NamedTuple

from sqlalchemy.orm import Session

from evidence.bibtex.entries import Entry
from evidence.intake.differences import differences
from evidence.intake.edits import Edited, edited, said_otherwise
from evidence.intake.files import Place
from evidence.intake.known import Known, by_id, by_key
from evidence.intake.outcome import FieldChange
from evidence.intake.repeated import Match, Repeated, Series, content_of
from evidence.model.keys import new_ids
from evidence.model.types import pairs_of, pairs_text

_NUMBERS_AT_ONCE: Final = 20


class Fate(Enum):
    """What becomes of an entry."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


class Identity(NamedTuple):
    """An entry, the source that it is, and what becomes of it."""

    fate: Fate
    entry: Entry
    """As its source is to tell of it."""
    id: int
    key: str
    """Of the source: that of the entry, unless another work has it."""
    fields: str
    """As the database keeps them."""
    known: Known | None = None
    changes: tuple[FieldChange, ...] = ()
    """Of the source, where it is changed."""
    said: tuple[str, str] | None = None
    """Type and fields as the file says them, where its source says otherwise, since another file changed it."""


class Keys:
    """The citation keys of an import: those met in its files, and those of sources that were there before."""

    def __init__(self, session: Session, *, empty: bool) -> None:
        self._session = session
        self._empty = empty
        self._met: set[str] = set()
        self._series: dict[str, Series] = {}

    def sources(self, entries: Sequence[Entry]) -> dict[str, Known]:
        """Give the sources that have keys of these entries already."""
        if self._empty:
            wanted = {entry.key for entry in entries if entry.key in self._met}
        else:
            wanted = {entry.key for entry in entries}
        self._met.update(entry.key for entry in entries)
        return by_key(self._session, wanted) if wanted else {}

    def variant(self, entry: Entry, content: str, taken: Collection[str]) -> Known | str:
        """Give the source that says just this under a numbered key of its own, or else the next key that is free."""
        series = self._series.get(entry.key)
        if series is None:
            series = self._series[entry.key] = self._numbered(entry.key)
        found = series.said.get(content)
        if found is not None:
            return found
        while (key := f"{entry.key}-{series.number}") in taken or key in self._met:
            series.number += 1
        series.number += 1
        self._met.add(key)
        return key

    def add(self, entry: Entry, content: str, made: Known) -> None:
        """Remember a source under a numbered key, so that the same entry is known again."""
        self._series[entry.key].said.setdefault(content, made)

    def _numbered(self, key: str) -> Series:
        """Give the sources whose keys are made of one by numbers, up to where twenty in a row are free."""
        series = Series()
        first = series.number
        while used := by_key(self._session, [f"{key}-{each}" for each in range(first, first + _NUMBERS_AT_ONCE)]):
            for each in used.values():
                series.said.setdefault(content_of(each.kind, pairs_of(each.fields)), each)
            first += _NUMBERS_AT_ONCE
            series.number = max(int(each.rpartition("-")[2]) for each in used) + 1
        return series


class Identities:
    """The entries of one file, told apart as they come."""

    def __init__(self, session: Session, keys: Keys, places: dict[str, list[Place]]) -> None:
        self._session = session
        self._keys = keys
        self._places = places
        self._taken: set[int] = set()
        self._ids = iter(range(0))
        """Keys of which each new source of the batch takes one."""
        self._repeated: dict[str, Repeated] = {}
        """By key, where the file held several entries of it."""
        self._matches: dict[str, Iterator[Match | None]] = {}
        """By key, where the batch holds several entries of it, or the file did: what each of them is, in order."""
        self._batch: Sequence[Entry] = ()
        self._counts: Counter[str] = Counter()

    def of(self, entries: Sequence[Entry]) -> list[Identity]:
        """Say of each entry of a batch which source it is, and whether that is new, changed or the same."""
        standing = self._keys.sources(entries)
        placed = self._placed(entries)
        self._batch = entries
        self._counts = Counter(entry.key for entry in entries) if self._places else Counter()
        self._matches.clear()
        self._ids = iter(new_ids(len(entries)))
        return [self._of(entry, standing, placed) for entry in entries]

    def gone(self) -> list[str]:
        """Give the key of each entry that the file held when it was last imported and holds no more."""
        return [key for key, places in self._places.items() for place in places if place.source_id not in self._taken]

    def _placed(self, entries: Sequence[Entry]) -> dict[int, Known]:
        if not self._places:
            return {}
        wanted = {places[0].source_id for entry in entries if len(places := self._places.get(entry.key, [])) == 1}
        return by_id(self._session, wanted) if wanted else {}

    def _of(self, entry: Entry, standing: dict[str, Known], placed: dict[int, Known]) -> Identity:
        fields = pairs_text(entry.fields)
        if self._places and (found := self._before(entry, fields, standing, placed)) is not None:
            self._taken.add(found.id)
            return found
        known = standing.get(entry.key)
        if known is None:
            return self._new(entry, entry.key, fields, standing, None)
        if _tells_of(known, entry, fields):
            return self._same(entry, fields, known)
        content = content_of(entry.kind, entry.fields)
        variant = self._keys.variant(entry, content, standing)
        if isinstance(variant, Known):
            return self._same(entry, fields, variant)
        made = self._new(entry, variant, fields, standing, known)
        self._keys.add(entry, content, standing[variant])
        return made

    def _new(self, entry: Entry, key: str, fields: str, standing: dict[str, Known], other: Known | None) -> Identity:
        made = standing[key] = Known(next(self._ids), key, entry.kind, fields, entry.raw)
        return Identity(Fate.NEW, entry, made.id, key, fields, other)

    def _same(self, entry: Entry, fields: str, known: Known) -> Identity:
        self._taken.add(known.id)
        return Identity(Fate.SAME, entry, known.id, known.key, fields, known)

    def _before(
        self, entry: Entry, fields: str, standing: dict[str, Known], placed: dict[int, Known]
    ) -> Identity | None:
        """Give the source that this entry was when the file was last imported."""
        match = self._match(entry, fields, placed)
        if match is None:
            return None
        place, known, is_same = match
        now, changes = Edited(entry, ()) if is_same else edited(known, place, entry)
        source = known
        if changes:
            said = fields if now is entry else pairs_text(now.fields)
            source = standing[known.key] = known._replace(kind=now.kind, fields=said, raw=entry.raw)
        fate = Fate.CHANGED if changes else Fate.SAME
        otherwise = None if place.fields is None else said_otherwise(entry, source)
        return Identity(fate, now, known.id, known.key, source.fields, known, changes, otherwise)

    def _match(self, entry: Entry, fields: str, placed: dict[int, Known]) -> Match | None:
        places = self._places.get(entry.key, ())
        if not places:
            return None
        if len(places) > 1 or self._counts[entry.key] > 1:
            return self._repeat(entry, places)
        place = places[0]
        if place.source_id in self._taken:
            return None
        known = placed[place.source_id]
        return Match(place, known, place.fields is None and (known.kind, known.fields) == (entry.kind, fields))

    def _repeat(self, entry: Entry, places: Sequence[Place]) -> Match | None:
        """Give the source among several of a key, or for one among several entries of it, that an entry tells of."""
        if entry.key not in self._matches:
            repeated = self._repeated.get(entry.key)
            if repeated is None:
                left = [place for place in places if place.source_id not in self._taken]
                known = by_id(self._session, {place.source_id for place in left})
                repeated = self._repeated[entry.key] = Repeated(left, known)
            entries = [each for each in self._batch if each.key == entry.key]
            self._matches[entry.key] = iter(repeated.matches(entries))
        return next(self._matches[entry.key])


def _tells_of(known: Known, entry: Entry, fields: str) -> bool:
    """Tell whether an entry says of a source just what is known of it."""
    return (known.fields == fields and known.kind == entry.kind) or not differences(known, entry)
