"""Which source an entry of a file is: the one it was when the file was last imported, one of its key, or a new one."""

from collections import defaultdict
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from sqlalchemy.orm import Session

from evidence.bibtex.entries import Entry
from evidence.intake.differences import differences
from evidence.intake.files import Place
from evidence.intake.known import Known, by_id, by_key
from evidence.model.keys import new_ids
from evidence.model.types import pairs_text


class Fate(Enum):
    """What becomes of an entry."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


class Identity(NamedTuple):
    """An entry, the source that it is, and what becomes of it."""

    fate: Fate
    entry: Entry
    id: int
    key: str
    """Of the source: that of the entry, unless another work has it."""
    fields: str
    """As the database keeps them."""
    known: Known | None = None


class Keys:
    """The citation keys of an import: those met in its files, and those of sources that were there before."""

    def __init__(self, session: Session, *, empty: bool) -> None:
        self._session = session
        self._empty = empty
        self._met: set[str] = set()

    def sources(self, entries: Sequence[Entry]) -> dict[str, Known]:
        """Give the sources that have keys of these entries already."""
        if self._empty:
            wanted = {entry.key for entry in entries if entry.key in self._met}
        else:
            wanted = {entry.key for entry in entries}
        self._met.update(entry.key for entry in entries)
        return by_key(self._session, wanted) if wanted else {}

    def free(self, key: str, taken: dict[str, Known]) -> str:
        """Give a key that no source has, made of one that another work has."""
        number = 2
        while True:
            numbered = [f"{key}-{each}" for each in range(number, number + 20)]
            used = by_key(self._session, numbered)
            for wanted in numbered:
                if wanted not in used and wanted not in taken and wanted not in self._met:
                    self._met.add(wanted)
                    return wanted
            number += 20


class Identities:
    """The entries of one file, told apart as they come."""

    def __init__(self, session: Session, keys: Keys, places: dict[str, list[Place]]) -> None:
        self._session = session
        self._keys = keys
        self._places = places
        self._taken: set[int] = set()
        self._ids = iter(range(0))
        """Keys of which each new source of the batch takes one."""
        self._claimed: set[int] = set()
        """Sources that some entry of the batch tells of word for word, where several bear its key."""
        self._variants: dict[str, list[Known]] = defaultdict(list)
        """Sources of a key that another work has."""

    def of(self, entries: Sequence[Entry]) -> list[Identity]:
        """Say of each entry of a batch which source it is, and whether that is new, changed or the same."""
        standing = self._keys.sources(entries)
        placed = self._placed(entries)
        self._claimed = self._claims(entries, placed)
        self._ids = iter(new_ids(len(entries)))
        return [self._of(entry, standing, placed) for entry in entries]

    def gone(self) -> list[str]:
        """Give the key of each entry that the file held when it was last imported and holds no more."""
        return [key for key, places in self._places.items() for place in places if place.source_id not in self._taken]

    def _placed(self, entries: Sequence[Entry]) -> dict[int, Known]:
        if not self._places:
            return {}
        wanted = {place.source_id for entry in entries for place in self._places.get(entry.key, ())}
        return by_id(self._session, wanted) if wanted else {}

    def _claims(self, entries: Sequence[Entry], placed: dict[int, Known]) -> set[int]:
        return {
            place.source_id
            for entry in entries
            if len(places := self._places.get(entry.key, ())) > 1
            for place in places
            if _tells_of(placed[place.source_id], entry, pairs_text(entry.fields))
        }

    def _of(self, entry: Entry, standing: dict[str, Known], placed: dict[int, Known]) -> Identity:
        fields = pairs_text(entry.fields)
        if self._places and (found := self._before(entry, fields, standing, placed)) is not None:
            self._taken.add(found.id)
            return found
        known = standing.get(entry.key)
        for each in (known, *self._variants.get(entry.key, ())):
            if each is not None and _tells_of(each, entry, fields):
                self._taken.add(each.id)
                return Identity(Fate.SAME, entry, each.id, each.key, fields, each)
        key = entry.key if known is None else self._keys.free(entry.key, standing)
        made = Known(next(self._ids), key, entry.kind, fields, entry.raw)
        standing[key] = made
        if known is not None:
            self._variants[entry.key].append(made)
        return Identity(Fate.NEW, entry, made.id, key, fields, known)

    def _before(
        self, entry: Entry, fields: str, standing: dict[str, Known], placed: dict[int, Known]
    ) -> Identity | None:
        """Give the source that this entry was when the file was last imported."""
        free = [place for place in self._places.get(entry.key, ()) if place.source_id not in self._taken]
        for place in free:
            known = placed[place.source_id]
            if place.raw == entry.raw or _tells_of(known, entry, fields):
                return Identity(Fate.SAME, entry, known.id, known.key, fields, known)
        left = [place for place in free if place.source_id not in self._claimed]
        if not left:
            return None
        known = placed[left[0].source_id]
        standing[known.key] = known._replace(kind=entry.kind, fields=fields, raw=entry.raw)
        return Identity(Fate.CHANGED, entry, known.id, known.key, fields, known)


def _tells_of(known: Known, entry: Entry, fields: str) -> bool:
    """Tell whether an entry says of a source just what is known of it."""
    return (known.fields == fields and known.kind == entry.kind) or not differences(known, entry)
