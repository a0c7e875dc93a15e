"""The tags of one record, taken out one after another, so that what no field was found for is kept in the end."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

_BLANKS: Final = re.compile(r"\s+")


class Tags:
    """Tag and values, in order; a value once taken is gone."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._values: dict[str, list[str]] = {}
        for tag, text in pairs:
            if text:
                self._values.setdefault(tag, []).append(text)

    def peek(self, tag: str) -> str:
        """Give the first value of a tag and leave it; an empty text if there is none."""
        return self._values.get(tag, [""])[0]

    def first(self, *tags: str) -> str:
        """Take the first value of the first of these tags that has one; an empty text if none has."""
        for tag in tags:
            values = self._values.get(tag)
            if values:
                found = values.pop(0)
                if not values:
                    del self._values[tag]
                return found
        return ""

    def all(self, *tags: str) -> list[str]:
        """Take all values of these tags."""
        return [value for tag in tags for value in self._values.pop(tag, ())]

    def matching(self, tag: str, pattern: re.Pattern[str]) -> str:
        """Take the first value of a tag in which a pattern is found, and give the group that was found."""
        for value in self._values.get(tag, ()):
            if (match := pattern.search(value)) is not None:
                self.drop(tag, value)
                return match[match.lastindex or 0]
        return ""

    def drop(self, tag: str, value: str) -> None:
        """Leave out every value of a tag that says no more than one that is known."""
        if tag not in self._values:
            return
        same = _folded(value)
        left = [other for other in self._values[tag] if _folded(other) != same]
        if left:
            self._values[tag] = left
        else:
            del self._values[tag]

    def left(self, separators: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
        """Give each tag that is left with its values joined, by ``; `` unless another separator is told."""
        told = separators or {}
        return [(tag, told.get(tag, "; ").join(values)) for tag, values in self._values.items()]


def _folded(text: str) -> str:
    return _BLANKS.sub(" ", text).strip().casefold()
