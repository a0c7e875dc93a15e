"""A claim with all that it leans on, as plain frozen data: what rules judge and reports print."""

import datetime as dt
from dataclasses import dataclass, replace

from evidence.figures import Figure
from evidence.journals import comparable, may_abbreviate
from evidence.vocab import (
    Blinding,
    ClaimKind,
    Design,
    Direction,
    Directness,
    FigureStatus,
    GoodDirection,
    Integrity,
    Measure,
    Overlap,
    Role,
    SampleUnit,
    Statistic,
    Wording,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Locator:
    """Where a sentence stands in its document; paragraphs and sentences count from 1."""

    section: str | None = None
    paragraph: int = 1
    sentence: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class QuotedFigure:
    """A figure that a claim states."""

    figure: Figure
    of: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedSource:
    """A source as the text names it."""

    text: str
    journal: str | None = None
    year: int | None = None
    author: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """One checkable statement of a document."""

    key: str
    document: str
    statement: str
    kind: ClaimKind
    wording: Wording = Wording.PLAIN
    locator: Locator = Locator()
    population: str | None = None
    species: str | None = None
    """Whom the claim is about; none for a statement about no organism."""
    intervention: str | None = None
    comparator: str | None = None
    outcome: str | None = None
    quotes: tuple[QuotedFigure, ...] = ()
    named_source: NamedSource | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Journal:
    """A journal and the other names it goes by."""

    title: str
    other_names: tuple[str, ...] = ()

    def goes_by(self, name: str) -> bool:
        """Tell whether a name is one of this journal's, spelling aside."""
        return comparable(name) in map(comparable, (self.title, *self.other_names))

    def may_go_by(self, name: str) -> bool:
        """Tell whether a name could be an abbreviation of one of this journal's, or the other way round."""
        known = (self.title, *self.other_names)
        return any(may_abbreviate(name, one) or may_abbreviate(one, name) for one in known)


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A published work."""

    key: str
    title: str | None = None
    journal: Journal | None = None
    year: int | None = None
    authors: tuple[str, ...] = ()
    """Family names, or whole names of bodies, in order."""
    more_authors: bool = False
    """Whether there are authors whom the entry does not name."""
    doi: str | None = None
    doi_entered: str | None = None
    """What stands in the field that the DOI was read from, or where none could be read in one that is meant for it."""
    pmid: str | None = None
    integrity: Integrity = Integrity.NONE
    integrity_date: dt.date | None = None
    integrity_notice: str | None = None
    unconfirmed: str | None = None
    """The names of its bibliographic fields that were not read in a published copy; ``citation`` stands for
    journal, year, volume, number and pages together."""

    def is_unsure_of(self, field: str) -> bool:
        """Tell whether a field is among those that were not read in a published copy."""
        named = set((self.unconfirmed or "").casefold().replace(",", " ").split())
        return field in named or (field in {"journal", "year"} and "citation" in named)


@dataclass(frozen=True, kw_only=True, slots=True)
class SampleOverlap:
    """That a sample shares members with another."""

    kind: Overlap
    sample: str
    """The other sample, as ``study/key``; of the two ``contains`` is said of the larger."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """Who was analysed."""

    key: str
    """As ``study/key``."""
    population: str
    enrolled: int | None = None
    analysed: int | None = None
    unit: SampleUnit = SampleUnit.PARTICIPANTS
    species: str | None = None
    country: str | None = None
    status: FigureStatus = FigureStatus.CHECKED
    note: str | None = None
    overlaps: tuple[SampleOverlap, ...] = ()
    inside: frozenset[str] = frozenset()
    """Samples, as ``study/key``, that are recorded as containing this one."""

    @property
    def n(self) -> int | None:
        """The size: analysed where known, else enrolled."""
        return self.enrolled if self.analysed is None else self.analysed


@dataclass(frozen=True, kw_only=True, slots=True)
class Arm:
    """One arm of a study as its result was printed."""

    name: str
    n: Figure | None = None
    events: Figure | None = None
    percent: Figure | None = None
    mean: Figure | None = None
    sd: Figure | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StatisticalTest:
    """A test statistic as it was printed, with its degrees of freedom."""

    statistic: Statistic
    value: Figure
    df: Figure | None = None
    """None for z; of F the first."""
    df2: Figure | None = None
    """Of F the second."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """Between which whole numbers each answer of a person lies."""

    low: int
    high: int
    items: int = 1
    """Of how many answers a person's value is the mean; 1 where it is one answer, or a sum of answers."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Effect:
    """An effect estimate of a study on a sample."""

    key: str
    """As ``study/key``."""
    outcome: str
    timepoint: str | None = None
    intervention: str | None = None
    comparator: str | None = None
    measure: Measure | None = None
    estimate: Figure | None = None
    ci_low: Figure | None = None
    ci_high: Figure | None = None
    ci_level: Figure | None = None
    """In percent, as 95."""
    p: Figure | None = None
    test: StatisticalTest | None = None
    scale: Scale | None = None
    """On which the outcome was measured, where its values are whole numbers or means of these."""
    arms: tuple[Arm, ...] = ()
    good: GoodDirection | None = None
    finding: str | None = None
    locator: str | None = None
    status: FigureStatus = FigureStatus.CHECKED
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Study:
    """An investigation."""

    key: str
    design: Design
    blinding: Blinding | None = None
    registration: str | None = None
    included_in: frozenset[str] = frozenset()
    """Keys of the reviews and pooled analyses that include it."""
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line of evidence: where a claim leans on a source."""

    source: Source
    role: Role
    study: Study | None = None
    sample: Sample | None = None
    """Of the effect; else the study's whole sample."""
    effect: Effect | None = None
    direction: Direction | None = None
    population: Directness | None = None
    intervention: Directness | None = None
    comparator: Directness | None = None
    outcome: Directness | None = None
    quote: str | None = None
    locator: str | None = None
    note: str | None = None
    judged_by: str | None = None
    judged_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiver:
    """A finding that a person has answered."""

    rule: str
    reason: str
    by: str
    until: dt.date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Dossier:
    """A claim, its lines of evidence and its waivers."""

    claim: Claim
    lines: tuple[Line, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    named_journal_holds: tuple[str, ...] = ()
    """Citation keys of all sources of the database that stand in the journal the claim names."""

    def checked(self) -> "Dossier":
        """Give this dossier without any figure that is marked unconfirmed: what rules may see."""
        return replace(self, lines=tuple(_checked(line) for line in self.lines))


def _checked(line: Line) -> Line:
    sample, effect = line.sample, line.effect
    if sample is not None and sample.status is FigureStatus.UNCONFIRMED:
        sample = replace(sample, enrolled=None, analysed=None)
    if effect is not None and effect.status is FigureStatus.UNCONFIRMED:
        effect = replace(
            effect, estimate=None, ci_low=None, ci_high=None, ci_level=None, p=None, test=None, arms=(), finding=None
        )
    return replace(line, sample=sample, effect=effect)
