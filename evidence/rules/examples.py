"""Short ways to write a dossier, for the examples of rules and for tests."""

import datetime as dt
from dataclasses import replace

from evidence.dossier import (
    Arm,
    Claim,
    Dossier,
    Effect,
    Journal,
    Line,
    NamedSource,
    QuotedFigure,
    Sample,
    SampleOverlap,
    Scale,
    Source,
    StatisticalTest,
    Study,
)
from evidence.figures import Figure
from evidence.vocab import (
    ClaimKind,
    Design,
    Direction,
    Directness,
    FigureStatus,
    Integrity,
    Measure,
    Overlap,
    Role,
    SampleUnit,
    Statistic,
    Wording,
)


def claim(
    *lines: Line,
    kind: str = "benefit",
    wording: str = "plain",
    quotes: tuple[str, ...] = (),
    named: NamedSource | None = None,
    named_journal_holds: tuple[str, ...] = (),
    says: str = "Zinc shortens a cold.",
    people: str | None = "adults with a cold",
) -> Dossier:
    """Give the dossier of a claim on zinc for colds in people, with these lines of evidence."""
    return Dossier(
        claim=Claim(
            key="zinc-shortens-colds",
            document="leaflet",
            statement=says,
            kind=ClaimKind(kind),
            wording=Wording(wording),
            population=people,
            species="human",
            intervention="zinc lozenges",
            comparator="placebo",
            outcome="days to recovery",
            quotes=tuple(QuotedFigure(figure=Figure.parse(printed), of="those recovered") for printed in quotes),
            named_source=named,
        ),
        lines=lines,
        named_journal_holds=named_journal_holds,
    )


def of_no_organism(dossier: Dossier) -> Dossier:
    """Give the dossier with its claim about no organism."""
    return replace(dossier, claim=replace(dossier.claim, species=None))


def quoting(dossier: Dossier, printed: str, *, of: str) -> Dossier:
    """Give the dossier with a claim that states this one figure of these people or things."""
    quotes = (QuotedFigure(figure=Figure.parse(printed), of=of),)
    return replace(dossier, claim=replace(dossier.claim, quotes=quotes))


def without_pico(dossier: Dossier) -> Dossier:
    """Give the dossier with a claim that names no population, intervention, comparator or outcome."""
    bare = replace(dossier.claim, population=None, intervention=None, comparator=None, outcome=None)
    return replace(dossier, claim=bare)


def named(journal: str | None = None, *, year: int | None = None, author: str | None = None) -> NamedSource:
    """Give a source as a text names it."""
    return NamedSource(text="a study", journal=journal, year=year, author=author)


def source(
    key: str = "hulisz2004zinc",
    *,
    journal: Journal | str | None = None,
    year: int | None = None,
    author: str | None = None,
    integrity: str = "none",
    title: str | None = None,
    doi: str | None = None,
    pmid: str | None = None,
) -> Source:
    """Give a published work."""
    return Source(
        key=key,
        title=title,
        doi=doi,
        pmid=pmid,
        journal=Journal(title=journal) if isinstance(journal, str) else journal,
        year=year,
        authors=() if author is None else (author,),
        integrity=Integrity(integrity),
    )


def dated(work: Source, date: str, notice: str | None = None) -> Source:
    """Give the work with the date, as year-month-day, and the notice of what became of it."""
    return replace(work, integrity_date=dt.date.fromisoformat(date), integrity_notice=notice)


def unsure_of(field: str, work: Source) -> Source:
    """Give the work with a field that nobody read in a published copy."""
    return replace(work, unconfirmed=field)


def study(key: str, design: str = "randomized", *, included_in: tuple[str, ...] = ()) -> Study:
    """Give an investigation."""
    return Study(key=key, design=Design(design), included_in=frozenset(included_in))


def sample(
    key: str,
    n: int | None = 100,
    *,
    unit: str = "participants",
    species: str | None = "human",
    status: str = "checked",
    overlaps: tuple[tuple[str, str], ...] = (),
    inside: tuple[str, ...] = (),
    people: str = "adults with a cold",
) -> Sample:
    """Give who was analysed; the key is the study's, overlaps are pairs of kind and ``study/key``."""
    return Sample(
        key=f"{key}/all",
        population=people,
        analysed=n,
        unit=SampleUnit(unit),
        species=species,
        status=FigureStatus(status),
        overlaps=tuple(SampleOverlap(kind=Overlap(kind), sample=other) for kind, other in overlaps),
        inside=frozenset(inside),
    )


def effect(  # noqa: PLR0913 - a builder names each thing that an example may vary
    measure: str | None = None,
    estimate: str | None = None,
    *,
    ci: tuple[str, str] | None = None,
    level: str | None = None,
    comparator: str | None = None,
    arms: tuple[Arm, ...] = (),
    status: str = "checked",
    time: str | None = None,
    p: str | None = None,
    test: StatisticalTest | None = None,
    scale: Scale | None = None,
) -> Effect:
    """Give an effect estimate with its figures as printed."""
    low, high = ci or (None, None)
    return Effect(
        key="trial/recovery",
        outcome="recovery",
        timepoint=time,
        comparator=comparator,
        measure=None if measure is None else Measure(measure),
        estimate=_figure(estimate),
        ci_low=_figure(low),
        ci_high=_figure(high),
        ci_level=_figure(level),
        p=_figure(p),
        test=test,
        scale=scale,
        arms=arms,
        status=FigureStatus(status),
    )


def found(finding: str) -> Effect:
    """Give a result that is told in words."""
    return replace(effect(), finding=finding)


def by_test(statistic: str, value: str, *, df: str | None = None, df2: str | None = None) -> StatisticalTest:
    """Give a test statistic as printed, with its degrees of freedom."""
    return StatisticalTest(statistic=Statistic(statistic), value=Figure.parse(value), df=_figure(df), df2=_figure(df2))


def arm(
    name: str,
    *,
    percent: str | None = None,
    events: str | None = None,
    n: str | None = None,
    mean: str | None = None,
    sd: str | None = None,
) -> Arm:
    """Give one arm of a result with its figures as printed."""
    return Arm(
        name=name, n=_figure(n), events=_figure(events), percent=_figure(percent), mean=_figure(mean), sd=_figure(sd)
    )


def line(  # noqa: PLR0913 - a builder names each thing that an example may vary
    work: Source | str = "hulisz2004zinc",
    *,
    design: str = "randomized",
    n: int | None = 100,
    direction: str | None = "supports",
    role: str = "primary",
    of_study: Study | None = None,
    of_sample: Sample | None = None,
    result: Effect | None = None,
    indirect: str | None = None,
    not_judged: str | None = None,
) -> Line:
    """Give a line of evidence from a study of its own: a sound supporting trial unless told otherwise."""
    work = source(work) if isinstance(work, str) else work
    investigation = of_study or study(work.key, design)
    directness: dict[str | None, Directness | None] = {indirect: Directness.INDIRECT, not_judged: None}
    return Line(
        source=work,
        role=Role(role),
        study=investigation,
        sample=of_sample or sample(investigation.key, n),
        effect=result,
        direction=None if direction is None else Direction(direction),
        population=directness.get("population", Directness.DIRECT),
        intervention=directness.get("intervention", Directness.DIRECT),
        comparator=directness.get("comparator", Directness.DIRECT),
        outcome=directness.get("outcome", Directness.DIRECT),
    )


def without_study(work: str = "hulisz2004zinc", *, direction: str | None = "supports", role: str = "primary") -> Line:
    """Give a line that names no study."""
    return replace(line(work, direction=direction, role=role), study=None, sample=None)


def without_sample(work: str, design: str, *, role: str = "primary") -> Line:
    """Give a line whose study has no sample of its own."""
    return replace(line(work, design=design, role=role), sample=None)


def quoted(passage: str, one: Line) -> Line:
    """Give the line with a passage of its source."""
    return replace(one, quote=passage)


def _figure(printed: str | None) -> Figure | None:
    return None if printed is None else Figure.parse(printed)
