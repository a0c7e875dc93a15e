"""The gap report for a terminal: states counted first, then the gaps, the worst first."""

from typing import Final

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from evidence.dossier import Line
from evidence.report import words
from evidence.report.drawing import COLOURS, heading, indented, marked, rendered
from evidence.report.gaps import Report, gaps, supported
from evidence.report.reasons import nearest, reasons, waived
from evidence.rules.judge import Finding, Judgement
from evidence.vocab import Severity, State

_MARKS: Final = {Severity.BARS: "✗", Severity.WEAKENS: "~"}
_WIDE: Final = 100
_LONGEST_BAR: Final = 40
_REASONS_SHOWN: Final = 6
_LINES_SHOWN: Final = 3


def to_text(report: Report, *, shown: tuple[Judgement, ...], width: int, colour: bool) -> str:
    """Give the report as lines of at most ``width`` columns, with colours only if asked."""
    parts: list[RenderableType] = [
        Text(f"Evidence gaps  {report.generated:%Y-%m-%d}  {words.note(report.database)}", style="bold"),
        Text(report.counts),
        Text(),
        _states(report, width),
    ]
    poor, sound = gaps(shown), supported(shown)
    if poor:
        parts.append(heading("Gaps, the worst first (✗ bars, ~ weakens); what to do: evidence rules NAME"))
        parts += [_gap(judgement, report, width) for judgement in poor]
    if sound:
        rows = [_sound(judgement, report) for judgement in sound]
        parts += [heading("Supported"), indented(marked(rows, style=COLOURS[State.SUPPORTED]))]
    if not report.judgements:
        parts.append(Text("\nNo claim is recorded yet. Next:\n  evidence import FILE.bib\n  evidence load FILE.yaml"))
    elif not shown:
        parts.append(Text("\nNo claim is in a state that was asked for."))
    return rendered(parts, width=width, colour=colour)


def _states(report: Report, width: int) -> Table:
    most = max(report.states.values()) or 1
    longest = min(max(width - 30, 1), _LONGEST_BAR)
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column(justify="right")
    table.add_column()
    for state, count in report.states.items():
        bar = "█" * max(round(count / most * longest), 1 if count else 0)
        table.add_row(Text(state, style=COLOURS[state]), str(count), Text(bar, style=COLOURS[state]))
    return table


def _gap(judgement: Judgement, report: Report, width: int) -> Group:
    claim = judgement.dossier.claim
    head = Text.assemble((judgement.state, COLOURS[judgement.state]), "  ", (_key(judgement, report), "bold"))
    why, evidence = _why(judgement, report), _evidence(judgement)
    body: RenderableType = Group(why, evidence)
    if width >= _WIDE:
        body = Table.grid(expand=True, padding=(0, 2, 0, 0))
        body.add_column(ratio=1)
        body.add_column(ratio=1)
        body.add_row(why, evidence)
    return Group(
        Rule(style="dim"),
        head,
        indented(Text(words.prose(claim.statement))),
        indented(Text(words.place(claim), style="dim")),
        indented(body),
    )


def _sound(judgement: Judgement, report: Report) -> tuple[str, Text]:
    told = [words.prose(judgement.dossier.claim.statement), words.note(waived(judgement))]
    return _key(judgement, report), Text(" ".join(part for part in told if part))


def _key(judgement: Judgement, report: Report) -> str:
    """Give a claim's key as ``evidence why`` takes it."""
    claim = judgement.dossier.claim
    return (
        f"{words.name(claim.document)}/{words.name(claim.key)}" if report.several_documents else words.name(claim.key)
    )


def _why(judgement: Judgement, report: Report) -> Group:
    found = _together(judgement, reasons(judgement))
    parts: list[RenderableType] = [Text(judgement.decided_by), marked(found[:_REASONS_SHOWN])]
    if answered := waived(judgement):
        parts.append(Text(words.note(answered)))
    if len(found) > _REASONS_SHOWN:
        parts.append(Text(f"and {len(found) - _REASONS_SHOWN} more: evidence why {_key(judgement, report)}"))
    return Group(*parts)


def _together(judgement: Judgement, findings: list[Finding]) -> list[tuple[str, Text]]:
    """Give each rule once: for a claim what it found, for lines which sources it found at fault."""
    told: list[tuple[str, Text]] = []
    of_lines: dict[str, tuple[Severity, dict[str, None]]] = {}
    for finding in findings:
        if finding.line is None:
            told.append((_MARKS[finding.severity], _found(finding.rule, words.note(finding.message))))
        else:
            source = judgement.dossier.lines[finding.line].source
            of_lines.setdefault(finding.rule, (finding.severity, {}))[1][words.name(source.key)] = None
    told += [(_MARKS[severity], _found(rule, ", ".join(sources))) for rule, (severity, sources) in of_lines.items()]
    return told


def _found(rule: str, what: str) -> Text:
    return Text.assemble((rule, "bold"), f": {what}")


def _evidence(judgement: Judgement) -> Group:
    lines = nearest(judgement)
    told = [_nearest(line) for line in lines[:_LINES_SHOWN]] or [("no line of evidence is recorded", Text())]
    parts: list[RenderableType] = [marked(told)]
    if len(lines) > _LINES_SHOWN:
        parts.append(Text(f"and {len(lines) - _LINES_SHOWN} more"))
    return Group(*parts)


def _nearest(line: Line) -> tuple[str, Text]:
    return words.bearing(line), Text(f"{words.name(line.source.key)}: {words.evidence(line)}")
