"""The gap report: every claim asked for with its state, and how much was checked, skipped and not run."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from evidence.dossier import Dossier, Line
from evidence.limits import Limits, LimitText, described
from evidence.rules.judge import Finding, Judgement, judge
from evidence.rules.kit import Rule
from evidence.vocab import Direction, Role, Severity, State

_WORST_FIRST = {state: place for place, state in enumerate(State)}


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What a gap report says, whatever it is written in."""

    generated: dt.datetime
    database: str
    judgements: tuple[Judgement, ...]
    """In the order of the claims."""
    skipped: int
    """Claims of the database that were not asked for."""
    rules: tuple[Rule, ...]
    limits: dict[str, LimitText]

    @property
    def states(self) -> dict[State, int]:
        """Count the claims of each state, the worst first, zeros too."""
        counted = Counter(judgement.state for judgement in self.judgements)
        return {state: counted[state] for state in State}

    @property
    def not_run(self) -> dict[str, int]:
        """Count, by rule, the answers that a rule could not give because it broke."""
        return dict(Counter(asked.rule for judgement in self.judgements for asked in judgement.not_run))

    @property
    def gaps(self) -> tuple[Judgement, ...]:
        """Give the claims that are not supported, the worst first."""
        poor = (judgement for judgement in self.judgements if judgement.state is not State.SUPPORTED)
        return tuple(sorted(poor, key=lambda judgement: _WORST_FIRST[judgement.state]))


def gap_report(
    dossiers: Iterable[Dossier],
    *,
    rules: tuple[Rule, ...],
    limits: Limits,
    generated: dt.datetime,
    database: str,
    total: int,
) -> Report:
    """Judge each dossier and give the report; ``total`` counts the claims that the database holds."""
    judgements = tuple(judge(dossier, limits=limits, today=generated.date(), rules=rules) for dossier in dossiers)
    return Report(
        generated=generated,
        database=database,
        judgements=judgements,
        skipped=total - len(judgements),
        rules=rules,
        limits=described(limits),
    )


def reached(report: Report, state: State) -> bool:
    """Tell whether any claim stands as badly as a state, or worse."""
    return any(_WORST_FIRST[judgement.state] <= _WORST_FIRST[state] for judgement in report.judgements)


def reasons(judgement: Judgement) -> list[Finding]:
    """Give what stands against a claim, the gravest first: its own findings, then those against its lines.

    Notes and waived findings change no state, so they are no reasons.
    """
    counted = (
        finding
        for finding in judgement.findings
        if finding.waiver is None and finding.severity is not Severity.NOTES and _matters(judgement, finding)
    )
    return sorted(counted, key=lambda finding: finding.line is not None)


def _matters(judgement: Judgement, finding: Finding) -> bool:
    """Tell whether a finding is a reason against the claim: one against a line that disputes it is not."""
    if finding.line is None:
        return True
    return judgement.dossier.lines[finding.line].direction is Direction.SUPPORTS


def nearest(judgement: Judgement) -> list[Line]:
    """Give the lines of evidence that come nearest to bearing the claim, the best first.

    Candidates for a source that the text names come before all else where the claim is unsupported;
    then supporting lines with the fewest objections, then those that dispute it, then the rest.
    """
    lines = judgement.dossier.lines
    objections = Counter(
        finding.line
        for finding in judgement.findings
        if finding.severity is not Severity.NOTES and finding.waiver is None
    )

    def rank(place: int) -> tuple[bool, bool, int, int]:
        line = lines[place]
        named = judgement.state is State.UNSUPPORTED and line.role is Role.CANDIDATE
        order = {Direction.SUPPORTS: 0, Direction.DISPUTES: 1, Direction.NEUTRAL: 2, None: 3}
        background = line.role is Role.BACKGROUND
        return (not named, background, order[line.direction], objections[place])

    return [lines[place] for place in sorted(range(len(lines)), key=rank)]
