"""A worksheet: one outcome of a claim, step by step, with what a person made of each beside what is computed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evidence.certainty.body import Body, body
from evidence.certainty.imprecision import imprecision
from evidence.certainty.inconsistency import inconsistency
from evidence.certainty.indirectness import indirectness
from evidence.certainty.publication_bias import publication_bias
from evidence.certainty.rating_up import dose_response, large_effect, opposing_confounding
from evidence.certainty.risk_of_bias import risk_of_bias
from evidence.certainty.signals import Sheet
from evidence.certainty.start import start
from evidence.certainty.words import number, pooled
from evidence.dossier import Dossier
from evidence.grade import Assessment, certainty, comparable_outcome, held
from evidence.limits import Limits
from evidence.rules.bearing import EFFECTS
from evidence.rules.independence import pools_several, samples_behind
from evidence.rules.interval import recorded_interval
from evidence.rules.words import brief, several
from evidence.vocab import Certainty, Measure, Rating, Step

_STEPS = (
    start,
    risk_of_bias,
    inconsistency,
    indirectness,
    imprecision,
    publication_bias,
    large_effect,
    dose_response,
    opposing_confounding,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Worksheet:
    """What is computed, what is asked, and what a person answered, for one outcome of a claim."""

    outcome: str
    evidence: tuple[str, ...]
    """What is looked at, and what is not; sentences without their full stop."""
    sheets: tuple[Sheet, ...]
    """In the order of the steps."""
    lines: int
    """Of evidence on the outcome, barred ones not counted."""
    assessments: Mapping[Step, Assessment]
    """A person's, by step."""

    @property
    def certainty(self) -> Certainty | None:
        """Where a person rated every step, and there is evidence; none else."""
        return certainty(self.assessments) if self.lines else None

    @property
    def is_rated_up_against_grade(self) -> bool:
        """Whether a person rated up what starts high or is rated down, which GRADE guidelines 9 does not do."""
        levels = {step: rated.levels for step, rated in self.assessments.items() if step is not Step.START}
        starts_high = Step.START in self.assessments and self.assessments[Step.START].rating is Rating.HIGH
        return any(by > 0 for by in levels.values()) and (starts_high or any(by < 0 for by in levels.values()))

    @property
    def arithmetic(self) -> str:
        """How the ratings add up, as ``4 (start) - 1 (imprecision) = 3``; empty without a certainty."""
        if self.certainty is None:
            return ""
        levels = [(self.assessments[sheet.step].levels, sheet.step.replace("-", " ")) for sheet in self.sheets]
        first, *others = levels
        moves = [f"{'-' if by < 0 else '+'} {abs(by)} ({name})" for by, name in others if by]
        total = sum(by for by, _ in levels)
        at = f"{total}" if held(total) == total else f"{total}, held at {held(total)}"
        return " ".join([f"{first[0]} ({first[1]})", *moves, "=", at])

    @property
    def to_rate(self) -> tuple[Step, ...]:
        """The steps that no person rated."""
        return tuple(sheet.step for sheet in self.sheets if sheet.step not in self.assessments)


def worksheet(
    dossier: Dossier,
    outcome: str,
    *,
    assessments: Sequence[Assessment],
    limits: Limits,
    today: dt.date,
    measure: Measure | None = None,
) -> Worksheet:
    """Give the worksheet of a claim for an outcome; of the assessments those for just that outcome stand in it."""
    about = comparable_outcome(outcome)
    on_it = body(dossier, outcome, limits=limits, today=today, measure=measure)
    return Worksheet(
        outcome=outcome,
        evidence=tuple(_evidence(on_it)),
        sheets=tuple(step(on_it) for step in _STEPS),
        lines=len(on_it.lines),
        assessments={each.step: each for each in assessments if comparable_outcome(each.outcome) == about},
    )


def _evidence(on_it: Body) -> list[str]:
    lines = on_it.lines
    samples = several(len(samples_behind(lines)), "independent sample")
    told = [f"{several(len(lines), 'line')} of evidence on {samples}"]
    if effect := pooled(on_it):
        told.append(f"Pooled: {effect}")
    told += _effects(on_it)
    told += _by_reviews(on_it)
    told += dict.fromkeys(f"Not counted: {brief(line.source.key)}, by {rule}" for line, rule in on_it.barred)
    told += dict.fromkeys(f"Not pooled: {brief(left.name)}, {left.reason}" for left in on_it.poolable.left_out)
    told += [note.removesuffix(".") for note in on_it.poolable.notes]
    if on_it.without_effect:
        told.append(f"{several(on_it.without_effect, 'line')} of the claim without an effect, on whatever outcome")
    if on_it.dossier.claim.kind not in EFFECTS:
        told.append(f"GRADE rates how sure an effect is, and this is a claim of {on_it.dossier.claim.kind}")
    return told


def _effects(on_it: Body) -> list[str]:
    """Give the outcomes that are put together, and each effect that is pooled with what is taken for granted of it."""
    there = list(dict.fromkeys(line.effect.outcome for line in on_it.lines if line.effect is not None))
    told = [f"Outcomes put together: {'; '.join(map(brief, there))}"] if len(there) > 1 else []
    for each in on_it.effects:
        about = ", ".join(brief(part) for part in (each.effect.outcome, each.effect.timepoint) if part)
        people = "" if each.row.n is None else f", n = {each.row.n:,}"
        made = "".join(f"; {assumption}" for assumption in each.result.assumptions)
        told.append(f"{brief(each.name)}: {about}: {each.result.measure} {number(each.result.estimate)}{people}{made}")
    return told


def _by_reviews(on_it: Body) -> list[str]:
    """Give what reviews print, which is no effect of a study and so is not pooled with those of studies."""
    printed = [
        (line.source.key, recorded_interval(line.effect, on_it.limits))
        for line in on_it.lines
        if line.effect is not None and pools_several(line)
    ]
    return [f"A review has: {interval.told} ({brief(key)})" for key, interval in printed if interval is not None]
