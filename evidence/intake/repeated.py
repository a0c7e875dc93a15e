"""Several sources under one citation key, told apart by what their entries say."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from evidence.intake.files import Place
from evidence.intake.known import Known
from evidence.model.types import Pairs, pairs_of


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
        self._contents = {
            number: content_of(source.kind, pairs_of(source.fields)) for number, source in self._left.items()
        }
        self._saying: dict[str, list[int]] = defaultdict(list)
        for number, content in self._contents.items():
            self._saying[content].append(number)
        for place in places:
            if place.raw is not None:
                self._saying[place.raw].append(place.source_id)

    def same(self, content: str, raw: str) -> Known | None:
        """Give a source that says just this, or whose entry stood so in the file."""
        for said in (content, raw):
            for number in self._saying.get(said, ()):
                if number in self._left:
                    return self._left.pop(number)
        return None

    def other(self, claimed: Collection[str]) -> Known | None:
        """Give the first source that says none of this; none where no source is left."""
        for number in self._left:
            if self._contents[number] not in claimed:
                return self._left.pop(number)
        return None
