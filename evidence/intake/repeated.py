"""Several sources under one citation key, told apart by what their entries say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from evidence.bibtex.entries import Entry
from evidence.intake.files import Place
from evidence.intake.known import Known
from evidence.model.types import Pairs, pairs_of

_WEIGHTS: Final = {"title": 3, "author": 2}
"""What tells more of which work it is than the other fields."""
_MOST_COMPARED: Final = 10_000
"""Pairs; where one key has more, entries go by their order."""


def content_of(kind: str, fields: Pairs) -> str:
    """Give what an entry says as one text that layout, order and the case of field names do not change."""
    return "\n".join((kind, *sorted(f"{name.lower()}={' '.join(value.split())}" for name, value in fields)))


@dataclass(kw_only=True, slots=True)
class Series:
    """The sources whose keys were made of one key by numbers."""

    number: int = 2
    """The next that may be free."""
    said: dict[str, Known] = field(default_factory=dict)
    """By content."""


class Repeated:
    """The sources that a file held under one key, each until an entry is known to be it."""

    def __init__(self, places: Sequence[Place], known: Mapping[int, Known]) -> None:
        """Take them in the order in which they stood in the file."""
        self._left = {place.source_id: known[place.source_id] for place in places}
        self._saying: dict[str, list[int]] = defaultdict(list)
        for number, source in self._left.items():
            self._saying[content_of(source.kind, pairs_of(source.fields))].append(number)
        for place in places:
            if place.raw is not None:
                self._saying[place.raw].append(place.source_id)

    def assigned(self, entries: Sequence[Entry]) -> list[tuple[Known | None, bool]]:
        """Give for each of some entries of the key the source that it is, if any, and whether it says just the same.

        An entry that was changed is the source with which it shares most; what shares nothing with any goes by order.
        """
        same = [self._same(content_of(entry.kind, entry.fields), entry.raw) for entry in entries]
        found = dict(enumerate(same))
        for _, number, source in sorted(self._likenesses(entries, found)):
            if found[number] is None and source in self._left:
                found[number] = self._left.pop(source)
        return [(found[number], known is not None) for number, known in enumerate(same)]

    def _same(self, content: str, raw: str) -> Known | None:
        """Give a source that says just this, or whose entry stood so in the file."""
        for said in (content, raw):
            for number in self._saying.get(said, ()):
                if number in self._left:
                    return self._left.pop(number)
        return None

    def _likenesses(
        self, entries: Sequence[Entry], found: Mapping[int, Known | None]
    ) -> Iterator[tuple[int, int, int]]:
        """Give pairs of an entry and a source that are left, the more alike the less the first number."""
        unlike = [number for number, known in found.items() if known is None]
        told = {source: _told(pairs_of(known.fields)) for source, known in self._left.items()} if unlike else {}
        few = len(unlike) * len(told) <= _MOST_COMPARED
        for number in unlike:
            said = _told(entries[number].fields) if few else frozenset()
            for source, held in told.items():
                yield -sum(_WEIGHTS.get(name, 1) for name, _ in said & held), number, source


def _told(fields: Pairs) -> frozenset[tuple[str, str]]:
    return frozenset((name.lower(), " ".join(value.split())) for name, value in fields)
