"""What a reader has to know of effects that are pooled together: in what they differ, and what nobody judged."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from evidence.effects.scales import IN_OWN_UNIT
from evidence.rules.chosen import Chosen
from evidence.rules.words import brief, listed, several

_DIFFERING: Final[tuple[tuple[str, Callable[[Chosen], str | None]], ...]] = (
    ("design", lambda each: str(each.line.study.design) if each.line.study else None),
    ("species", lambda each: each.line.sample.species if each.line.sample else None),
    ("population", lambda each: each.line.sample.population if each.line.sample else None),
    ("intervention", lambda each: each.effect.intervention),
    ("outcome", lambda each: each.effect.outcome),
    ("timepoint", lambda each: each.effect.timepoint),
    ("comparator", lambda each: each.effect.comparator),
)


def put_together(found: Sequence[Chosen]) -> Iterator[str]:
    """Tell in a sentence each what is not judged of the effects, what unit they are in, and what differs."""
    if names := [each.name for each in found if each.line.direction is None]:
        yield f"Whether they support or dispute the claim is not judged of {listed(names)}."
    if are_in_units(found):
        yield "They are in the unit of a scale: see that it is the same in all of them."
    for what, of in _DIFFERING:
        said = {text.casefold(): brief(text) for each in found for text in [of(each) or "not recorded"]}
        if len(said) > 1:
            yield f"{several(len(said), what)} are put together: {'; '.join(said.values())}."


def kinds(found: Sequence[Chosen], what: str) -> int:
    """Count what differs among the effects that are pooled, as "outcome", by what is recorded of it."""
    of = dict(_DIFFERING)[what]
    return len({text.casefold() for each in found for text in [of(each)] if text is not None})


def are_in_units(found: Sequence[Chosen]) -> bool:
    """Tell whether several effects are in the unit of what was measured, of which the record does not tell which."""
    return len(found) > 1 and found[0].result.measure in IN_OWN_UNIT
