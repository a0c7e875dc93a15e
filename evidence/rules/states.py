"""From what stands against each line of evidence to the state of the claim: the table, as data."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from evidence.vocab import Direction, State


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """How one line of evidence stands."""

    direction: Direction | None = None
    candidate: bool = False
    barred_by: tuple[str, ...] = ()
    """Names of the rules whose findings bar it."""
    weakened_by: tuple[str, ...] = ()

    @property
    def is_left(self) -> bool:
        """Whether the line counts at all."""
        return not self.candidate and not self.barred_by


@dataclass(frozen=True, kw_only=True)
class Case:
    """All that the state of a claim depends on."""

    lines: tuple[Standing, ...] = ()
    barred_by: tuple[str, ...] = ()
    """Names of the rules whose findings bar the claim itself."""
    weakened_by: tuple[str, ...] = ()

    @cached_property
    def left(self) -> tuple[Standing, ...]:
        """The lines that count: no candidates, none barred."""
        return tuple(line for line in self.lines if line.is_left)

    @cached_property
    def judged(self) -> tuple[Standing, ...]:
        """The lines left whose direction somebody has judged."""
        return tuple(line for line in self.left if line.direction is not None)

    @cached_property
    def supporting(self) -> tuple[Standing, ...]:
        """The lines left that support the claim."""
        return tuple(line for line in self.left if line.direction is Direction.SUPPORTS)

    @cached_property
    def disputing(self) -> tuple[Standing, ...]:
        """The lines left that dispute the claim."""
        return tuple(line for line in self.left if line.direction is Direction.DISPUTES)

    @cached_property
    def supporting_firmly(self) -> tuple[Standing, ...]:
        """The supporting lines that nothing weakens."""
        return tuple(line for line in self.supporting if not line.weakened_by)

    @cached_property
    def disputing_firmly(self) -> tuple[Standing, ...]:
        """The disputing lines that nothing weakens."""
        return tuple(line for line in self.disputing if not line.weakened_by)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: when it decides, and the state it gives."""

    when: str
    holds: Callable[[Case], bool]
    state: State


TABLE: Final = (
    Row("a finding bars the claim itself", lambda case: bool(case.barred_by), State.UNSUPPORTED),
    Row("no line of evidence is left", lambda case: not case.left, State.UNSUPPORTED),
    Row("lines of evidence are left and none is judged", lambda case: not case.judged, State.UNJUDGED),
    Row(
        "no line is left that supports or disputes it",
        lambda case: not case.supporting and not case.disputing,
        State.UNSUPPORTED,
    ),
    Row("nothing supports it and something disputes it", lambda case: not case.supporting, State.DISPUTED),
    Row(
        "a line that nothing weakens supports it and another disputes it",
        lambda case: bool(case.supporting_firmly and case.disputing_firmly),
        State.CONTESTED,
    ),
    Row(
        "every line that supports it is weakened and one that disputes it is not",
        lambda case: bool(case.disputing_firmly),
        State.DISPUTED,
    ),
    Row("every line that supports it is weakened", lambda case: not case.supporting_firmly, State.WEAK),
    Row("a finding weakens the claim itself", lambda case: bool(case.weakened_by), State.WEAK),
    Row(
        "a line that nothing weakens supports it and none that stands disputes it",
        lambda case: bool(case.supporting_firmly),
        State.SUPPORTED,
    ),
)
"""The first row that holds decides; whatever the case, one does."""


def deciding_row(case: Case) -> Row:
    """Give the row of the table that decides a case."""
    return next(row for row in TABLE if row.holds(case))


def explained(case: Case) -> str:
    """Say which row decides a case, and what was counted."""
    return f"{deciding_row(case).when} ({'; '.join(_counts(case))})"


def _counts(case: Case) -> list[str]:
    barred = [line for line in case.lines if line.barred_by and not line.candidate]
    unjudged = len(case.left) - len(case.judged)
    neutral = len(case.judged) - len(case.supporting) - len(case.disputing)
    candidates = sum(line.candidate for line in case.lines)
    told = [
        _by("claim barred by", case.barred_by),
        _by("claim weakened by", case.weakened_by),
        _weighed("support", case.supporting),
        _weighed("dispute", case.disputing),
        _number(neutral, "neutral"),
        _number(unjudged, "not judged"),
        _number(len(barred), _by("barred by", [name for line in barred for name in line.barred_by])),
        _number(candidates, "candidate" if candidates == 1 else "candidates"),
    ]
    return [part for part in told if part] or ["no line at all"]


def _weighed(verb: str, lines: tuple[Standing, ...]) -> str:
    weakened = [line for line in lines if line.weakened_by]
    count = _number(len(lines), f"{verb}s" if len(lines) == 1 else verb)
    if not weakened:
        return count
    names = _by("weakened by", [name for line in weakened for name in line.weakened_by])
    return f"{count}, {names}" if len(weakened) == len(lines) else f"{count}, {len(weakened)} of them {names}"


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count else ""


def _by(words: str, rules: tuple[str, ...] | list[str]) -> str:
    return f"{words} {', '.join(sorted(set(rules)))}" if rules else ""
