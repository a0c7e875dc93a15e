"""Pairs of one work joined into groups, none of which holds two entries that contradict each other."""

from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from evidence.matching.compare import contradict
from evidence.matching.traits import Traits

Key = TypeVar("Key", bound=Hashable)


class Groups(NamedTuple, Generic[Key]):
    """Entries that are one work each, and pairs that a person should look at."""

    joined: tuple[tuple[Key, ...], ...]
    """Of two entries at least, in the order in which they were met."""
    refused: tuple[tuple[Key, Key], ...]
    """Pairs of one work whose groups hold entries that contradict each other."""


def groups(pairs: Iterable[tuple[Key, Key]], works: Mapping[Key, Traits]) -> Groups[Key]:
    """Join pairs of one work, the surest first, as they come.

    An entry without a DOI may be the same as each of two that give different ones; it then goes with the one of the
    earlier pair. The cost grows with the square of a group's size, so whoever calls caps what it joins.
    """
    of: dict[Key, list[Key]] = {}
    refused = []
    for one, other in pairs:
        ours, theirs = of.setdefault(one, [one]), of.setdefault(other, [other])
        if ours is theirs:
            continue
        if any(contradict(works[first], works[second]) for first in ours for second in theirs):
            refused.append((one, other))
            continue
        ours.extend(theirs)
        of.update(dict.fromkeys(theirs, ours))
    found = {id(group): tuple(group) for group in of.values() if len(group) > 1}
    return Groups(tuple(found.values()), tuple(refused))
