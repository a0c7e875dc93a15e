"""What a check of printed numbers answers."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How printed figures stand to each other."""

    CONSISTENT = "consistent"
    """Some data give these very figures, or the usual method does."""
    IMPOSSIBLE = "impossible"
    """No data at all give them."""
    INCONSISTENT = "inconsistent"
    """The usual methods do not give them together; a rarer method might."""
    DECISION_ERROR = "decision-error"
    """They are inconsistent, and lead to opposite conclusions."""
    NOT_TESTABLE = "not-testable"
    """Any figure would pass, so nothing is learnt from these."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One check's answer about the figures that it was given."""

    check: str
    """The name of the check, as ``evidence numbers`` lists it."""
    verdict: Verdict
    reason: str
    """Why, in one plain sentence with its numbers."""
    source: str
    """The published reference of the check, in one line."""
    computed: tuple[tuple[str, str], ...] = ()
    """What was computed on the way, each by its name."""

    @property
    def stands(self) -> bool:
        """Tell whether nothing speaks against the figures."""
        return self.verdict in {Verdict.CONSISTENT, Verdict.NOT_TESTABLE}
