"""The tests and scales of a claims file held against what each kind of test, and any scale, has."""

from collections.abc import Iterator, Mapping
from typing import Final

from evidence.claimsfile.places import Item, each, word
from evidence.claimsfile.problem import Problem
from evidence.claimsfile.read import Place, Tree
from evidence.vocab import Statistic

_NAMES: Final = ("df", "df2")
_HAS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(Statistic, ("df",)),
    Statistic.F: ("df", "df2"),
    Statistic.Z: (),
}
"""The degrees of freedom that each test has."""


def faults(tree: Tree) -> Iterator[Problem]:
    """List each test without degrees of freedom that it has, or with others, and each scale that reaches nowhere."""
    for place, effect in each(tree, "studies", "effects"):
        test, scale = effect.get("test"), effect.get("scale")
        if isinstance(test, dict):
            yield from _of_test(tree, (*place, "test"), test)
        if isinstance(scale, dict):
            yield from _of_scale(tree, (*place, "scale"), scale)


def _of_test(tree: Tree, place: Place, test: Item) -> Iterator[Problem]:
    kind = word(test, "statistic") or ""
    has = _HAS.get(kind)
    if has is None:
        return
    if lacking := [name for name in has if name not in test]:
        yield tree.problem(place, f"lacks {', '.join(lacking)}, which {kind} cannot do without")
    for name in _NAMES:
        if name in test and name not in has:
            yield tree.problem((*place, name), f"{kind} has no {name}")


def _of_scale(tree: Tree, place: Place, scale: Item) -> Iterator[Problem]:
    low, high = scale.get("min"), scale.get("max")
    if isinstance(low, int) and isinstance(high, int) and low >= high:
        yield tree.problem((*place, "max"), f"expected more than the min, which is {low}, not {high}")
