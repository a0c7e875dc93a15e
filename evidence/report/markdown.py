"""The gap report as Markdown, for a repository or a colleague."""

from typing import Final

from evidence.dossier import Line
from evidence.report import words
from evidence.report.gaps import Report, gaps, supported
from evidence.report.reasons import nearest, reasons, waived
from evidence.rules.judge import Finding, Judgement

_SPECIAL: Final = str.maketrans({character: f"\\{character}" for character in "\\`*_{}[]<>()#+!|~$&"})


def escaped(text: str) -> str:
    """Give a text of one line as plain words of Markdown: nothing in it formats, links or becomes HTML."""
    return text.translate(_SPECIAL)


def to_markdown(report: Report, *, shown: tuple[Judgement, ...]) -> str:
    """Give the report as Markdown; ``shown`` are the claims to list, all are counted."""
    parts = [_summary(report)]
    poor, sound = gaps(shown), supported(shown)
    if poor:
        parts += ["## Gaps, the worst first", "What to do about a finding: evidence rules NAME.", *map(_gap, poor)]
    if sound:
        parts += ["## Supported", "\n".join(map(_sound, sound))]
    parts.append(_limits(report))
    return "\n\n".join(parts) + "\n"


def _summary(report: Report) -> str:
    rows = [f"| {state} | {count} |" for state, count in report.states.items()]
    told = f"{report.generated:%Y-%m-%d}, database {escaped(words.note(report.database))}. {escaped(report.counts)}"
    return "\n".join(["# Evidence gaps", "", told, "", "| state | claims |", "| --- | ---: |", *rows])


def _gap(judgement: Judgement) -> str:
    claim = judgement.dossier.claim
    within = f"{escaped(words.name(claim.document))}: {escaped(words.place(claim))}"
    parts = [
        f"### {judgement.state}: {escaped(words.prose(claim.statement))}",
        f"Claim {escaped(words.name(claim.key))} ({claim.kind}), in {within}.",
        f"Decided by: {escaped(judgement.decided_by)}.",
    ]
    if against := reasons(judgement):
        parts.append("\n".join(_reason(judgement, finding) for finding in against))
    if answered := waived(judgement):
        parts.append(escaped(words.note(answered)))
    if lines := nearest(judgement):
        head = ["| evidence | bears | design | sample | result |", "| --- | --- | --- | --- | --- |"]
        parts.append("\n".join([*head, *map(_row, lines)]))
    if claim.note:
        parts.append(f"Note: {escaped(words.note(claim.note))}")
    return "\n\n".join(parts)


def _reason(judgement: Judgement, finding: Finding) -> str:
    about = ""
    if finding.line is not None:
        about = f"{escaped(words.name(judgement.dossier.lines[finding.line].source.key))}: "
    return f"- **{finding.rule}** ({finding.severity}): {about}{escaped(words.note(finding.message))}"


def _row(line: Line) -> str:
    cells = [
        f"{words.citation(line.source)} [{words.name(line.source.key)}]",
        words.bearing(line),
        words.design(line),
        words.size(line.sample),
        words.result(line.effect),
    ]
    return f"| {' | '.join(map(escaped, cells))} |"


def _sound(judgement: Judgement) -> str:
    claim = judgement.dossier.claim
    told = [words.prose(claim.statement), words.note(waived(judgement))]
    return f"- **{escaped(words.name(claim.key))}**: {escaped(' '.join(part for part in told if part))}"


def _limits(report: Report) -> str:
    rows = [
        f"- {limit.name} = {limit.value}: {escaped(limit.meaning)}. {escaped(limit.source)}."
        for limit in report.limits.values()
    ]
    return "\n".join(["## Limits in force", "", *rows])
