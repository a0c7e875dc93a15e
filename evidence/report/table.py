"""The gap report for a terminal: states counted first, then the gaps, the worst first."""

import io
from collections.abc import Iterable

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from evidence.report import words
from evidence.report.gaps import Report, nearest, reasons
from evidence.rules.judge import Finding, Judgement
from evidence.text import visible
from evidence.vocab import Severity, State

COLOURS = {
    State.UNSUPPORTED: "bold red",
    State.DISPUTED: "red",
    State.CONTESTED: "magenta",
    State.UNJUDGED: "cyan",
    State.WEAK: "yellow",
    State.SUPPORTED: "green",
}
_MARKS = {Severity.BARS: "✗", Severity.WEAKENS: "~", Severity.NOTES: "·"}
_WIDE = 100
_REASONS_SHOWN = 6
_LINES_SHOWN = 3


def to_text(report: Report, *, shown: tuple[Judgement, ...], width: int, colour: bool) -> str:
    """Give the report as lines of at most ``width`` characters, with colours only if asked."""
    gaps = [judgement for judgement in report.gaps if judgement in shown]
    parts: list[RenderableType] = [_summary(report, width)]
    if gaps:
        parts.append(Text("\nGaps, the worst first\n", style="bold"))
        parts.append(_wide(gaps) if width >= _WIDE else _narrow(gaps))
    supported = [judgement for judgement in shown if judgement.state is State.SUPPORTED]
    if supported:
        parts.append(Text("\nSupported\n", style="bold"))
        parts += [Padding(_head(judgement), (0, 0, 0, 2)) for judgement in supported]
    return rendered(parts, width=width, colour=colour)


def rendered(parts: Iterable[RenderableType], *, width: int, colour: bool) -> str:
    """Give what rich draws as a string, each line without trailing blanks."""
    page = io.StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        emoji=False,
        markup=False,
    )
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _summary(report: Report, width: int) -> Group:
    most = max(report.states.values(), default=0) or 1
    longest = max(width - 30, 10)
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right")
    table.add_column(justify="right")
    table.add_column()
    for state, count in report.states.items():
        bar = "█" * max(round(count / most * min(longest, 40)), 1 if count else 0)
        table.add_row(Text(state, style=COLOURS[state]), str(count), Text(bar, style=COLOURS[state]))
    broken = sum(report.not_run.values())
    told = (
        f"{len(report.judgements)} claims checked, {report.skipped} skipped; "
        f"{len(report.rules)} rules, {broken} answers not run."
    )
    return Group(
        Text(f"Evidence gaps  {report.generated:%Y-%m-%d}  {visible(report.database)}", style="bold"),
        Text(told),
        Text(),
        table,
    )


def _wide(gaps: list[Judgement]) -> Table:
    table = Table(box=box.HORIZONTALS, show_lines=True, pad_edge=False)
    table.add_column("claim", ratio=4)
    table.add_column("why", ratio=5)
    table.add_column("nearest evidence", ratio=5)
    for judgement in gaps:
        table.add_row(_head(judgement), _why(judgement), _evidence(judgement))
    return table


def _narrow(gaps: list[Judgement]) -> Group:
    parts: list[Padding | Text] = []
    for judgement in gaps:
        parts += [_head(judgement), Padding(_why(judgement), (0, 0, 0, 2)), Padding(_evidence(judgement), (0, 0, 1, 2))]
    return Group(*parts)


def _head(judgement: Judgement) -> Text:
    claim = judgement.dossier.claim
    return Text.assemble(
        (judgement.state, COLOURS[judgement.state]),
        "  ",
        (visible(claim.key), "bold"),
        f"\n{visible(claim.statement)}\n",
        (visible(words.place(claim)), "dim"),
    )


def _why(judgement: Judgement) -> Text:
    told = Text(visible(judgement.decided_by))
    found = _together(judgement, reasons(judgement))
    for mark, rule, message in found[:_REASONS_SHOWN]:
        told.append(f"\n{mark} ")
        told.append(rule, style="bold")
        told.append(f": {message}")
    if len(found) > _REASONS_SHOWN:
        told.append(f"\n  and {len(found) - _REASONS_SHOWN} more: evidence why {visible(judgement.dossier.claim.key)}")
    return told


def _together(judgement: Judgement, findings: list[Finding]) -> list[tuple[str, str, str]]:
    """Give each rule once: for a claim what it found, for lines which sources it found at fault."""
    told: list[tuple[str, str, str]] = []
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.line is None:
            told.append((_MARKS[finding.severity], finding.rule, visible(finding.message)))
        else:
            by_rule.setdefault(finding.rule, []).append(finding)
    for rule, found in by_rule.items():
        sources = dict.fromkeys(
            visible(judgement.dossier.lines[finding.line].source.key) for finding in found if finding.line is not None
        )
        told.append((_MARKS[found[0].severity], rule, ", ".join(sources)))
    return told


def _evidence(judgement: Judgement) -> Text:
    lines = nearest(judgement)
    if not lines:
        return Text("none recorded", style="dim")
    told = Text()
    for line in lines[:_LINES_SHOWN]:
        if told:
            told.append("\n")
        told.append(words.bearing(line), style="bold")
        told.append(f" {visible(line.source.key)}: {visible(words.evidence(line))}")
    if len(lines) > _LINES_SHOWN:
        told.append(f"\nand {len(lines) - _LINES_SHOWN} more")
    return told
