"""The parts of a line of evidence in words: who wrote it and where, on whom, and what came out."""

from evidence.dossier import Claim, Effect, Line, NamedSource, Sample, Source
from evidence.vocab import FigureStatus, SampleUnit

_NAMED_AT_MOST = 2


def place(claim: Claim) -> str:
    """Give where a claim stands, as ``Results, paragraph 3, sentence 2``."""
    told = f"paragraph {claim.locator.paragraph}, sentence {claim.locator.sentence}"
    return f"{claim.locator.section}, {told}" if claim.locator.section else told


def named(source: NamedSource) -> str:
    """Give a source as the text names it, with its journal, author and year where it names them."""
    parts = [part for part in (source.author, str(source.year) if source.year else None, source.journal) if part]
    return f"{source.text} ({', '.join(parts)})" if parts else source.text


def authors(source: Source) -> str:
    """Give the first author or two of a source, as papers cite them."""
    names = source.authors
    if not names:
        return source.key
    if len(names) > _NAMED_AT_MOST:
        return f"{names[0]} et al."
    return " and ".join(names)


def citation(source: Source) -> str:
    """Give a source as a reader looks for it: authors, year, journal."""
    parts = [authors(source), str(source.year) if source.year else "no year"]
    return f"{' '.join(parts)}, {source.journal.title if source.journal else 'no journal'}"


def size(sample: Sample | None) -> str:
    """Give the size of a sample with what it counts, or why there is none."""
    if sample is None:
        return "no sample of its own"
    if sample.n is None:
        return "size not known"
    unit = "" if sample.unit is SampleUnit.PARTICIPANTS else f" {sample.unit}"
    doubt = " (unconfirmed)" if sample.status is FigureStatus.UNCONFIRMED else ""
    return f"n = {sample.n:,}{unit}{doubt}"


def interval(effect: Effect) -> str:
    """Give the confidence interval as printed, with its level; 95 % where none is recorded."""
    if effect.ci_low is None or effect.ci_high is None:
        return ""
    level = effect.ci_level.printed.rstrip("% ") if effect.ci_level else "95"
    return f"{level} % CI {effect.ci_low} to {effect.ci_high}"


def estimate(effect: Effect | None) -> str:
    """Give an effect estimate with its measure, interval and p as printed; empty where there is none."""
    if effect is None:
        return ""
    parts = []
    if effect.estimate is not None and effect.measure is not None:
        inside = f" ({interval(effect)})" if effect.ci_low is not None else ""
        parts.append(f"{effect.measure} {effect.estimate}{inside}")
    if effect.p is not None:
        parts.append(f"p {effect.p}" if effect.p.relation != "=" else f"p = {effect.p.printed.lstrip('= ')}")
    if not parts:
        return ""
    doubt = " (unconfirmed)" if effect.status is FigureStatus.UNCONFIRMED else ""
    return ", ".join(parts) + doubt


def result(effect: Effect | None) -> str:
    """Give what an effect says: the outcome with its time, and the estimate or else the finding."""
    if effect is None:
        return ""
    about = f"{effect.outcome}, {effect.timepoint}" if effect.timepoint else effect.outcome
    told = estimate(effect) if effect.estimate is not None else _finding(effect)
    return f"{about}: {told}" if told else about


def _finding(effect: Effect) -> str:
    if effect.finding is None:
        return estimate(effect)
    doubt = " (unconfirmed)" if effect.status is FigureStatus.UNCONFIRMED else ""
    return effect.finding + doubt


def evidence(line: Line) -> str:
    """Give a line of evidence in one sentence: source, design, sample, result."""
    design = line.study.design.replace("-", " ") if line.study else "no study recorded"
    told = [citation(line.source), design, size(line.sample), result(line.effect)]
    return "; ".join(part for part in told if part)


def bearing(line: Line) -> str:
    """Give how a line bears on its claim, as ``supports``, ``candidate`` or ``not judged``."""
    if line.role == "candidate":
        return "candidate"
    return line.direction or "not judged"
