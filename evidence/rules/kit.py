"""What a rule is made of: its answers, its examples, and whom it is asked about."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from evidence.dossier import Dossier
from evidence.limits import Limits
from evidence.vocab import Outcome, Role, Severity


class Scope(StrEnum):
    """What a rule is asked about."""

    LINE = "line"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule says of one line of evidence, or of the claim."""

    outcome: Outcome
    message: str = ""
    """Why, in one sentence with its numbers; empty where there is nothing to say."""
    limit: str | None = None
    """The name of the limit by which it was judged."""


def passes() -> Answer:
    """Say that the fault is not there."""
    return Answer(Outcome.PASS)


def fails(message: str, *, limit: str | None = None) -> Answer:
    """Say that the fault is there, and what it is."""
    return Answer(Outcome.FAIL, message, limit)


def inconclusive(why: str) -> Answer:
    """Say that the record does not hold what the rule needs, and what is missing."""
    return Answer(Outcome.INCONCLUSIVE, why)


def not_applicable() -> Answer:
    """Say that the rule has no question to ask here."""
    return Answer(Outcome.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Example:
    """A dossier and the answer that a rule must give for it."""

    name: str
    dossier: Dossier
    answer: Answer
    """Of the claim, or of the first line of evidence; further lines are its company."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One rule, as its file tells it."""

    name: str
    """Its file name in words, which also reads well after "waive"."""
    title: str
    """The fault, in one sentence."""
    docs: str
    """Why it matters and what to do, as Markdown."""
    severity: Severity
    scope: Scope
    source: str
    """The published reference behind it, in one line."""
    examples: tuple[Example, ...]
    check: Callable[..., Answer]
    """``check(line, dossier, limits)`` of a line's rule, ``check(dossier, limits)`` of a claim's."""
    limits: tuple[str, ...] = ()
    """The names of all limits that it reads, the one that decides most first."""

    def of_line(self, place: int, *, dossier: Dossier, limits: Limits) -> Answer:
        """Answer for one line of evidence; a candidate carries no claim, so nothing is asked of it."""
        line = dossier.lines[place]
        return not_applicable() if line.role is Role.CANDIDATE else self.check(line, dossier, limits)

    def of_claim(self, dossier: Dossier, *, limits: Limits) -> Answer:
        """Answer for the claim as a whole."""
        return self.check(dossier, limits)
