"""The parts of a line of evidence in words: who wrote it and where, on whom, and what came out.

All that comes from the record is made visible and cut to what a reader takes in.
"""

from typing import Final

from evidence.dossier import Claim, Effect, Line, NamedSource, Sample, Source
from evidence.figures import Figure
from evidence.text import shortened
from evidence.vocab import FigureStatus, Role, SampleUnit

_NAMED_AT_MOST: Final = 2
_LONGEST_NAME: Final = 120
_LONGEST_TEXT: Final = 400
_LONGEST_NOTE: Final = 2000


def name(text: str) -> str:
    """Give a key, a name or a figure as it is shown."""
    return shortened(text, width=_LONGEST_NAME)


def prose(text: str) -> str:
    """Give a statement, an outcome or a finding as it is shown."""
    return shortened(text, width=_LONGEST_TEXT)


def note(text: str) -> str:
    """Give a note, or what a rule found, as it is shown."""
    return shortened(text, width=_LONGEST_NOTE)


def place(claim: Claim) -> str:
    """Give where a claim stands, as ``Results, paragraph 3, sentence 2``."""
    told = f"paragraph {claim.locator.paragraph}, sentence {claim.locator.sentence}"
    return f"{name(claim.locator.section)}, {told}" if claim.locator.section else told


def named(source: NamedSource) -> str:
    """Give a source as the text names it, with its journal, author and year where it names them."""
    year = str(source.year) if source.year else None
    parts = [name(part) for part in (source.author, year, source.journal) if part]
    return f"{prose(source.text)} ({', '.join(parts)})" if parts else prose(source.text)


def authors(source: Source) -> str:
    """Give the first author or two of a source, as papers cite them."""
    names = [name(author) for author in source.authors[:_NAMED_AT_MOST]]
    if not names:
        return "no author"
    if source.more_authors or len(source.authors) > _NAMED_AT_MOST:
        return f"{names[0]} et al."
    return " and ".join(names)


def citation(source: Source) -> str:
    """Give a source as a reader looks for it: authors, year, journal."""
    year = str(source.year) if source.year else "no year"
    journal = name(source.journal.title) if source.journal else "no journal"
    return f"{authors(source)}{' ' if source.authors and source.year else ', '}{year}, {journal}"


def design(line: Line) -> str:
    """Give how the study of a line was done, and its key where that is not the source's."""
    if line.study is None:
        return "no study recorded"
    words = line.study.design.replace("-", " ")
    return words if line.study.key == line.source.key else f"{words} ({name(line.study.key)})"


def size(sample: Sample | None) -> str:
    """Give the size of a sample with what it counts, or why there is none."""
    if sample is None:
        return "no sample of its own"
    if sample.n is None:
        return "size not known"
    unit = "" if sample.unit is SampleUnit.PARTICIPANTS else f" {sample.unit}"
    return f"n = {sample.n:,}{unit}{_doubt(sample.status)}"


def interval(effect: Effect) -> str:
    """Give the confidence interval as printed, with its level, 95 % where none is recorded; empty without one."""
    if effect.ci_low is None or effect.ci_high is None:
        return ""
    level = name(effect.ci_level.printed).rstrip("% ") if effect.ci_level else "95"
    return f"{level} % CI {_figure(effect.ci_low)} to {_figure(effect.ci_high)}"


def estimate(effect: Effect) -> str:
    """Give an effect estimate with its measure, interval and p as printed; empty where there is none."""
    parts = []
    if effect.estimate is not None and effect.measure is not None:
        told = interval(effect)
        parts.append(f"{effect.measure} {_figure(effect.estimate)}{f' ({told})' if told else ''}")
    if effect.p is not None:
        printed = _figure(effect.p)
        parts.append(f"p = {printed.lstrip('= ')}" if effect.p.relation == "=" else f"p {printed}")
    return ", ".join(parts)


def result(effect: Effect | None) -> str:
    """Give what an effect says: the outcome with its time, and the estimate or else the finding."""
    if effect is None:
        return ""
    about = prose(f"{effect.outcome}, {effect.timepoint}" if effect.timepoint else effect.outcome)
    told = estimate(effect)
    if effect.estimate is None and effect.finding is not None:
        told = prose(effect.finding)
    return f"{about}: {told}{_doubt(effect.status)}" if told else about


def evidence(line: Line) -> str:
    """Give a line of evidence in one sentence: source, design, sample, result."""
    told = [citation(line.source), design(line), size(line.sample), result(line.effect)]
    return "; ".join(part for part in told if part)


def bearing(line: Line) -> str:
    """Give how a line bears on its claim, as ``supports``, ``candidate`` or ``not judged``."""
    if line.role is Role.CANDIDATE:
        return "candidate"
    return line.direction or "not judged"


def _figure(figure: Figure) -> str:
    return name(str(figure))


def _doubt(status: FigureStatus) -> str:
    return " (unconfirmed)" if status is FigureStatus.UNCONFIRMED else ""
