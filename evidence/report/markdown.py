"""The gap report as Markdown, for a repository or a colleague."""

from evidence.report import words
from evidence.report.gaps import Report, nearest, reasons
from evidence.rules.judge import Judgement
from evidence.text import visible
from evidence.vocab import State

_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_{}[]<>()#+!|~$&"})


def escaped(text: str) -> str:
    """Give a text as plain words of Markdown: nothing in it formats, links or becomes HTML."""
    return visible(text).translate(_SPECIAL)


def to_markdown(report: Report, *, shown: tuple[Judgement, ...]) -> str:
    """Give the report as Markdown; ``shown`` are the claims to list, all are counted."""
    parts = [_summary(report)]
    gaps = [judgement for judgement in report.gaps if judgement in shown]
    if gaps:
        parts.append("## Gaps, the worst first")
        parts += [_gap(judgement) for judgement in gaps]
    supported = [judgement for judgement in shown if judgement.state is State.SUPPORTED]
    if supported:
        parts.append("## Supported")
        parts.append("\n".join(_supported(judgement) for judgement in supported))
    parts.append(_limits(report))
    return "\n\n".join(parts) + "\n"


def _summary(report: Report) -> str:
    rows = [f"| {state} | {count} |" for state, count in report.states.items()]
    broken = sum(report.not_run.values())
    told = (
        f"{report.generated:%Y-%m-%d}, database {escaped(report.database)}. "
        f"{len(report.judgements)} claims checked, {report.skipped} skipped; "
        f"{len(report.rules)} rules, {broken} answers not run."
    )
    return "\n".join(["# Evidence gaps", "", told, "", "| state | claims |", "| --- | ---: |", *rows])


def _gap(judgement: Judgement) -> str:
    claim = judgement.dossier.claim
    told = [f"### {judgement.state}: {escaped(claim.statement)}", ""]
    told.append(
        f"{escaped(claim.key)}, in {escaped(claim.document)}: {escaped(words.place(claim))}. {escaped(claim.kind)}."
    )
    told += ["", f"Decided by: {escaped(judgement.decided_by)}.", ""]
    for finding in reasons(judgement):
        about = "" if finding.line is None else f"{escaped(judgement.dossier.lines[finding.line].source.key)}: "
        told.append(f"- **{finding.rule}** ({finding.severity}): {about}{escaped(finding.message)}")
    lines = nearest(judgement)
    if lines:
        told += ["", "| evidence | bears | design | sample | result |", "| --- | --- | --- | --- | --- |"]
        told += [_row(judgement, place) for place in range(len(judgement.dossier.lines))]
    if claim.note:
        told += ["", escaped(claim.note)]
    return "\n".join(told)


def _row(judgement: Judgement, place: int) -> str:
    line = judgement.dossier.lines[place]
    cells = [
        words.citation(line.source),
        words.bearing(line),
        line.study.design if line.study else "",
        words.size(line.sample),
        words.result(line.effect),
    ]
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"


def _supported(judgement: Judgement) -> str:
    claim = judgement.dossier.claim
    return f"- {escaped(claim.statement)} ({escaped(claim.key)}; {escaped(words.place(claim))})"


def _limits(report: Report) -> str:
    rows = [
        f"- {limit.name} = {limit.value}: {escaped(limit.meaning)}. {escaped(limit.source)}."
        for limit in report.limits.values()
    ]
    return "\n".join(["## Limits in force", "", *rows])
