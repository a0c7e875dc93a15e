"""The parts of a claims file with their places, whatever its shape, and the rows wanted for them."""

from collections.abc import Iterator
from typing import Any

from evidence.claimsfile.read import Place, Tree
from evidence.claimsfile.settle import Wanted

Item = dict[str, Any]


def items(tree: Tree, place: Place, name: str) -> list[tuple[Place, Item]]:
    """Give each mapping of a list that stands at a place under a name; none where there is no such list."""
    return [(at, item) for at, item in _listed(tree, place, name) if isinstance(item, dict)]


def each(tree: Tree, *names: str) -> Iterator[tuple[Place, Item]]:
    """Walk lists within lists by their names, giving each mapping of the last."""
    places: list[Place] = [()]
    for name in names[:-1]:
        places = [at for place in places for at, _ in items(tree, place, name)]
    for place in places:
        yield from items(tree, place, names[-1])


def words(tree: Tree, place: Place, name: str) -> list[tuple[Place, str]]:
    """Give each text of a list that stands at a place under a name; none where there is no such list."""
    return [(at, item) for at, item in _listed(tree, place, name) if isinstance(item, str)]


def word(item: Item, name: str) -> str | None:
    """Give the text that an item holds under a name, or none where it holds no text there."""
    value = item.get(name)
    return value if isinstance(value, str) else None


def keys(tree: Tree, place: Place, name: str) -> set[str]:
    """Give the keys that the mappings of a list have."""
    return {key for _, item in items(tree, place, name) if (key := word(item, "key")) is not None}


def position_of(place: Place) -> int:
    """Give an item's index in its list."""
    return int(place[-1])


def wanted(tree: Tree, place: Place, values: dict[str, Any]) -> Wanted:
    """Give a row that the file wants, with the line that wants it."""
    return Wanted(values=values, line=tree.line(place))


def _listed(tree: Tree, place: Place, name: str) -> list[tuple[Place, Any]]:
    holder = tree.data
    for part in place:
        holder = holder[part]
    found = holder.get(name) if isinstance(holder, dict) else None
    return [((*place, name, index), item) for index, item in enumerate(found)] if isinstance(found, list) else []
