"""The gap report: every claim asked for with its state, and how much was checked, skipped and not run."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from evidence.dossier import Dossier
from evidence.limits import Limits, LimitText, described
from evidence.rules.judge import Judgement, judge
from evidence.rules.kit import Rule
from evidence.vocab import Outcome, State

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
    def answers(self) -> dict[str, Counter[Outcome]]:
        """Count, by rule, the answers of each kind to all that was asked."""
        counted: dict[str, Counter[Outcome]] = {rule.name: Counter() for rule in self.rules}
        for judgement in self.judgements:
            for rule, outcomes in judgement.answers.items():
                counted[rule].update(outcomes)
        return counted

    @property
    def several_documents(self) -> bool:
        """Whether the claims checked are of more than one document."""
        return len({judgement.dossier.claim.document for judgement in self.judgements}) > 1

    @property
    def counts(self) -> str:
        """Say in two sentences how much was checked, skipped and not run, and how often each answer was given."""
        checked, broken = len(self.judgements), self.not_run
        given = sum(self.answers.values(), Counter[Outcome]())
        of_each = ", ".join(f"{given[outcome]:,} {outcome.replace('-', ' ')}" for outcome in Outcome)
        run = len(self.rules) - len(broken)
        names = f" ({', '.join(sorted(broken))})" if broken else ""
        return (
            f"{checked} claim{'' if checked == 1 else 's'} checked, {self.skipped} skipped; "
            f"{run} rule{'' if run == 1 else 's'} run, {len(broken)} not run{names}. "
            f"Answers: {of_each}."
        )


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


def gaps(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Give the claims that are not supported, the worst first, else in their order."""
    poor = (judgement for judgement in judgements if judgement.state is not State.SUPPORTED)
    return sorted(poor, key=lambda judgement: _WORST_FIRST[judgement.state])


def supported(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Give the claims that are supported, in their order."""
    return [judgement for judgement in judgements if judgement.state is State.SUPPORTED]
