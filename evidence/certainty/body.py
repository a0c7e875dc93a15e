"""The lines of evidence on one outcome of a claim, judged and pooled: what all steps of a worksheet look at."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence.certainty.outcomes import lines_on
from evidence.dossier import Dossier, Line
from evidence.limits import Limits
from evidence.pooling.apart import Apart, apart
from evidence.pooling.fits import by_moments, interval_of
from evidence.pooling.intervals import Interval
from evidence.pooling.measures import PooledMeasure
from evidence.pooling.pooled import Fit
from evidence.rules.bearing import evidence
from evidence.rules.chosen import Chosen, Poolable, Wanted
from evidence.rules.judge import Asked, Finding, judge
from evidence.rules.poolable import poolable
from evidence.vocab import Measure, Outcome, Severity


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """The body of evidence for one outcome; figures that nobody confirmed are left out of it."""

    dossier: Dossier
    """The claim with all lines on the outcome, but for those that are barred."""
    outcome: str
    barred: tuple[tuple[Line, str], ...]
    """Lines that do not count, each with the rule that bars it."""
    without_effect: int
    """Lines of the claim of which no effect is recorded, on whatever outcome they are."""
    findings: tuple[Finding, ...]
    asked: tuple[Asked, ...]
    poolable: Poolable
    limits: Limits

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that count."""
        return self.dossier.lines

    @property
    def effects(self) -> tuple[Chosen, ...]:
        """The effects that are pooled, one of each set of people."""
        return self.poolable.chosen

    @property
    def measure(self) -> PooledMeasure | None:
        """Of the effects that are pooled; none without any."""
        return PooledMeasure(self.effects[0].result.measure) if self.effects else None

    @property
    def fit(self) -> Fit | None:
        """The effects pooled by DerSimonian and Laird; one effect as it is, and none without any."""
        return by_moments(self.yi, self.vi, level=self.limits.confidence_level / 100) if self.effects else None

    @property
    def apart(self) -> Apart | None:
        """How far the effects differ; none for fewer than two."""
        return apart(self.yi, self.vi, level=self.limits.confidence_level / 100) if len(self.effects) > 1 else None

    @property
    def interval(self) -> Interval | None:
        """Of the pooled effect, by Hartung and Knapp or by Wald; of one effect by Wald."""
        return None if self.fit is None else interval_of(self.fit)

    @property
    def yi(self) -> Sequence[float]:
        """The effects on the scale of pooling."""
        return [each.result.yi for each in self.effects]

    @property
    def vi(self) -> Sequence[float]:
        """Their sampling variances."""
        return [each.result.vi for each in self.effects]

    def found(self, rule: str) -> tuple[Finding, ...]:
        """Give what a rule found in the lines, or in the claim by them."""
        return tuple(finding for finding in self.findings if finding.rule == rule)

    def answers(self, rule: str, outcome: Outcome) -> tuple[Asked, ...]:
        """Give the answers of one kind that a rule gave."""
        return tuple(asked for asked in self.asked if asked.rule == rule and asked.outcome is outcome)


def body(dossier: Dossier, outcome: str, *, limits: Limits, today: dt.date, measure: Measure | None = None) -> Body:
    """Give the body of evidence of a claim for the outcomes that these words name, pooled by a measure or the usual."""
    checked = dossier.checked()
    barred, kept = _barred(replace(dossier, lines=lines_on(checked, outcome)), limits, today)
    judged = replace(dossier, lines=kept)
    judgement = judge(judged, limits=limits, today=today)
    return Body(
        dossier=judged,
        outcome=outcome,
        barred=barred,
        without_effect=sum(line.effect is None for line in evidence(checked)),
        findings=judgement.findings,
        asked=judgement.asked,
        poolable=poolable(judged, Wanted(measure=measure)),
        limits=limits,
    )


def _barred(dossier: Dossier, limits: Limits, today: dt.date) -> tuple[tuple[tuple[Line, str], ...], tuple[Line, ...]]:
    """Part the lines that a rule bars, of which no person says otherwise, from those that count."""
    by = {
        finding.line: finding.rule
        for finding in judge(dossier, limits=limits, today=today).findings
        if finding.severity is Severity.BARS and finding.waiver is None and finding.line is not None
    }
    barred = tuple((line, by[place]) for place, line in enumerate(dossier.lines) if place in by)
    return barred, tuple(line for place, line in enumerate(dossier.lines) if place not in by)
