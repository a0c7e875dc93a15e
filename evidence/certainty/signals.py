"""What a worksheet holds of one step: what the record computes, what needs a person, and what is unknown."""

from dataclasses import dataclass

from evidence.vocab import Rating, Step


@dataclass(frozen=True, kw_only=True, slots=True)
class Signal:
    """Something that the record computes of a step."""

    told: str
    """What came out, with its arithmetic; without its full stop."""
    source: str
    """The published reference behind it."""
    suggests: Rating | None = None
    """What its source would rate the step by this alone; none where it draws no line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """One step of a worksheet, before a person has rated it; each text is without its full stop."""

    step: Step
    computed: tuple[Signal, ...] = ()
    to_judge: tuple[str, ...]
    """What a person has to decide."""
    unknown: tuple[str, ...] = ()
    """What the record does not hold, and would tell."""
