"""Items of a claims file with their places, and the rows wanted for them."""

from typing import Any

from evidence.claimsfile.read import Place, Tree
from evidence.claimsfile.settle import Wanted


def items(tree: Tree, place: Place, name: str) -> list[tuple[Place, dict[str, Any]]]:
    """Give each item of a list that stands at a place under a name; none where there is no such list."""
    holder = tree.data
    for part in place:
        holder = holder[part]
    return [((*place, name, index), item) for index, item in enumerate(holder.get(name) or ())]


def position_of(place: Place) -> int:
    """Give an item's index in its list."""
    return int(place[-1])


def wanted(tree: Tree, place: Place, values: dict[str, Any]) -> Wanted:
    """Give a row that the file wants, with the line that wants it."""
    return Wanted(values=values, line=tree.line(place))
