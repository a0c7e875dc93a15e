"""Judges a claim: every rule asked about every line and about the claim, and the state that follows."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from evidence.dossier import Dossier, Waiver
from evidence.limits import Limits, LimitText, described
from evidence.rules.kit import Answer, Rule, Scope
from evidence.rules.registry import all_rules
from evidence.rules.states import Case, Standing, deciding_row, explained
from evidence.text import shortened
from evidence.vocab import Outcome, Role, Severity, State

_LONGEST_REASON: Final = 200
_GRAVEST_FIRST: Final = tuple(Severity)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A fault that a rule found in a line of evidence or in the claim."""

    rule: str
    severity: Severity
    message: str
    line: int | None
    """The place of the line among the dossier's lines, from 0; none for the claim itself."""
    source: str
    """The published reference behind the rule."""
    limit: LimitText | None = None
    waiver: Waiver | None = None
    """A person's answer; with one the finding is shown and does not count."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What came of asking one rule about one line of evidence, or about the claim."""

    rule: str
    line: int | None
    outcome: Outcome
    message: str = ""
    """Why it failed, what the record lacks for an answer, or what kept the rule from running."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """A claim judged: its state, why, and everything that was asked."""

    dossier: Dossier
    """As it was recorded, unconfirmed figures included."""
    state: State
    decided_by: str
    """The row of the state table that decided, in words, with what was counted."""
    findings: tuple[Finding, ...]
    """The gravest first; in each severity those of the claim before those of its lines."""
    asked: tuple[Asked, ...]
    """Rule by rule: one answer for each line, or one for the claim."""
    idle_waivers: tuple[Waiver, ...] = ()
    """Those that answer no finding: expired, for a rule that is not there, or no longer needed."""

    @property
    def answers(self) -> Mapping[str, Mapping[Outcome, int]]:
        """How often each rule gave each outcome."""
        counts: dict[str, Counter[Outcome]] = {}
        for asked in self.asked:
            counts.setdefault(asked.rule, Counter())[asked.outcome] += 1
        return counts

    @property
    def not_run(self) -> tuple[Asked, ...]:
        """What could not be asked, with the reason."""
        return tuple(asked for asked in self.asked if asked.outcome is Outcome.NOT_RUN)

    @property
    def inconclusive(self) -> tuple[Asked, ...]:
        """What could not be answered from the record, with what it lacks."""
        return tuple(asked for asked in self.asked if asked.outcome is Outcome.INCONCLUSIVE)

    def against(self, line: int | None) -> tuple[Finding, ...]:
        """Give the findings on one line, or with none those on the claim itself."""
        return tuple(finding for finding in self.findings if finding.line == line)


def judge(dossier: Dossier, *, limits: Limits, today: dt.date, rules: tuple[Rule, ...] | None = None) -> Judgement:
    """Judge a claim by every rule, or by those given.

    Rules see no figure that is marked unconfirmed. The claim's own rules see a barred line as a
    candidate, which carries nothing. A waiver holds to the end of its last day. A rule that breaks
    is not run, and said so; it stops no other.
    """
    rules = all_rules() if rules is None else rules
    waivers = {waiver.rule: waiver for waiver in dossier.waivers if waiver.until is None or today <= waiver.until}
    shown = described(limits)

    def found(given: list[_Given]) -> list[Finding]:
        return [_finding(one, shown, waivers) for one in given if one.answer.outcome is Outcome.FAIL]

    seen = dossier.checked()
    of_lines = [
        _ask(rule, place, seen, limits)
        for rule in rules
        if rule.scope is Scope.LINE
        for place in range(len(seen.lines))
    ]
    on_lines = found(of_lines)
    carrying = _without(seen, {finding.line for finding in on_lines if _counts(finding, Severity.BARS)})
    of_claim = [_ask(rule, None, carrying, limits) for rule in rules if rule.scope is Scope.CLAIM]
    findings = (*found(of_claim), *on_lines)
    case = _case(dossier, findings)
    asked = tuple(sorted((one.asked for one in (*of_lines, *of_claim)), key=lambda one: one.rule))
    return Judgement(
        dossier=dossier,
        state=deciding_row(case).state,
        decided_by=_decided_by(case, asked),
        findings=tuple(sorted(findings, key=lambda finding: _GRAVEST_FIRST.index(finding.severity))),
        asked=asked,
        idle_waivers=tuple(
            waiver for waiver in dossier.waivers if all(finding.waiver is not waiver for finding in findings)
        ),
    )


@dataclass(frozen=True, slots=True)
class _Given:
    rule: Rule
    line: int | None
    answer: Answer

    @property
    def asked(self) -> Asked:
        return Asked(rule=self.rule.name, line=self.line, outcome=self.answer.outcome, message=self.answer.message)


def _ask(rule: Rule, line: int | None, dossier: Dossier, limits: Limits) -> _Given:
    try:
        if line is None:
            return _Given(rule, line, rule.of_claim(dossier, limits=limits))
        return _Given(rule, line, rule.of_line(line, dossier=dossier, limits=limits))
    except Exception as error:  # noqa: BLE001 - a rule that breaks is reported, never fatal
        reason = shortened(f"{type(error).__name__}: {error}", width=_LONGEST_REASON)
        return _Given(rule, line, Answer(Outcome.NOT_RUN, reason))


def _finding(given: _Given, limits: Mapping[str, LimitText], waivers: Mapping[str, Waiver]) -> Finding:
    return Finding(
        rule=given.rule.name,
        severity=given.rule.severity,
        message=given.answer.message,
        line=given.line,
        source=given.rule.source,
        limit=limits.get(given.answer.limit or ""),
        waiver=waivers.get(given.rule.name),
    )


def _without(dossier: Dossier, barred: set[int | None]) -> Dossier:
    lines = (
        replace(line, role=Role.CANDIDATE) if place in barred else line for place, line in enumerate(dossier.lines)
    )
    return replace(dossier, lines=tuple(lines))


def _counts(finding: Finding, severity: Severity) -> bool:
    return finding.severity is severity and finding.waiver is None


def _case(dossier: Dossier, findings: tuple[Finding, ...]) -> Case:
    def names(severity: Severity, line: int | None) -> tuple[str, ...]:
        return tuple(found.rule for found in findings if found.line == line and _counts(found, severity))

    return Case(
        lines=tuple(
            Standing(
                direction=line.direction,
                candidate=line.role is Role.CANDIDATE,
                barred_by=names(Severity.BARS, place),
                weakened_by=names(Severity.WEAKENS, place),
            )
            for place, line in enumerate(dossier.lines)
        ),
        barred_by=names(Severity.BARS, None),
        weakened_by=names(Severity.WEAKENS, None),
    )


def _decided_by(case: Case, asked: tuple[Asked, ...]) -> str:
    broken = sorted({one.rule for one in asked if one.outcome is Outcome.NOT_RUN})
    return explained(case) + (f"; not run: {', '.join(broken)}" if broken else "")
