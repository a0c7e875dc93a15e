"""Several sources under one citation key, told apart by what their entries say."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final, NamedTuple

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


class Match(NamedTuple):
    """The source that an entry is, of those that its file held under its key."""

    place: Place
    known: Known
    is_same: bool
    """Whether the entry says just what is known of it, or stood so in the file."""


class Repeated:
    """The sources that a file held under one key, each until an entry is known to be it."""

    def __init__(self, places: Sequence[Place], known: Mapping[int, Known]) -> None:
        """Take them in the order in which they stood in the file."""
        self._known = known
        self._left: dict[int, Place] = {}
        self._saying: dict[str, dict[int, None]] = defaultdict(dict)
        """The sources that say something, in order."""
        for place in places:
            self._left.setdefault(place.source_id, place)
        for number in self._left:
            source = known[number]
            self._saying[content_of(source.kind, pairs_of(source.fields))][number] = None
        for place in places:
            if place.raw is not None:
                self._saying[place.raw][place.source_id] = None

    def matches(self, entries: Sequence[Entry]) -> list[Match | None]:
        """Give for each of some entries of the key the source that it is, if any.

        An entry that was changed is the source with which it shares most; what shares nothing with any goes by order.
        """
        found = [self._same(content_of(entry.kind, entry.fields), entry.raw) for entry in entries]
        for _, number, source in sorted(self._likenesses(entries, found), key=itemgetter(0)):
            if found[number] is None and source in self._left:
                found[number] = self._taken(source, is_same=False)
        return found

    def _same(self, content: str, raw: str) -> Match | None:
        """Give a source that says just this, or whose entry stood so in the file."""
        for said in (content, raw):
            for number in self._saying.get(said, ()):
                if number in self._left:
                    return self._taken(number, is_same=True)
        return None

    def _taken(self, source: int, *, is_same: bool) -> Match:
        return Match(self._left.pop(source), self._known[source], is_same)

    def _likenesses(self, entries: Sequence[Entry], found: Sequence[Match | None]) -> Iterator[tuple[int, int, int]]:
        """Give pairs of an entry and a source that are left, in order, the more alike the less the first number."""
        unlike = [number for number, match in enumerate(found) if match is None]
        if len(unlike) * len(self._left) > _MOST_COMPARED:
            yield from ((0, number, source) for number, source in zip(unlike, self._left, strict=False))
            return
        held = {source: _said(pairs_of(self._known[source].fields)) for source in self._left}
        for number in unlike:
            said = _said(entries[number].fields)
            for source, other in held.items():
                yield -sum(_WEIGHTS.get(name, 1) for name, _ in said & other), number, source


def _said(fields: Pairs) -> frozenset[tuple[str, str]]:
    return frozenset((name.lower(), " ".join(value.split())) for name, value in fields)
