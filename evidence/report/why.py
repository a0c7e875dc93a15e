"""One claim's state explained: every line of evidence, what stands against it, and which row decided."""

from rich.padding import Padding
from rich.text import Text

from evidence.dossier import Line
from evidence.report import words
from evidence.report.table import COLOURS, rendered
from evidence.rules.judge import Finding, Judgement
from evidence.text import visible
from evidence.vocab import Role


def to_text(judgement: Judgement, *, width: int, colour: bool) -> str:
    """Give the explanation as lines of at most ``width`` characters."""
    claim = judgement.dossier.claim
    parts: list[Text | Padding] = [
        Text.assemble((visible(claim.key), "bold"), f"  {visible(claim.document)}: {visible(words.place(claim))}"),
        _indented(Text(visible(claim.statement))),
    ]
    parts += [_indented(Text(told)) for told in _particulars(judgement)]
    parts += [
        Text(),
        Text.assemble((judgement.state, COLOURS[judgement.state]), f": {visible(judgement.decided_by)}"),
    ]
    parts += [_indented(_told(finding)) for finding in judgement.against(None)]
    parts += [Text(), Text(_count(judgement), style="bold")]
    for place, line in enumerate(judgement.dossier.lines):
        parts += _line(line, judgement.against(place))
    if claim.note:
        parts += [Text(), Text(f"Note: {visible(claim.note)}")]
    parts += _grounds(judgement)
    return rendered(parts, width=width, colour=colour)


def _particulars(judgement: Judgement) -> list[str]:
    claim = judgement.dossier.claim
    elements = [
        f"; {name}: {visible(value)}"
        for name in ("population", "intervention", "comparator", "outcome")
        if (value := getattr(claim, name))
    ]
    told = [f"{claim.kind}, {claim.wording} wording{''.join(elements)}"]
    if claim.quotes:
        quoted = (f"{visible(str(quote.figure))} ({visible(quote.of)})" for quote in claim.quotes)
        told.append(f"quotes {', '.join(quoted)}")
    if claim.named_source:
        told.append(f"names as its source: {visible(words.named(claim.named_source))}")
    return told


def _count(judgement: Judgement) -> str:
    lines = len(judgement.dossier.lines)
    return {0: "No line of evidence is recorded.", 1: "One line of evidence"}.get(lines, f"{lines} lines of evidence")


def _line(line: Line, findings: tuple[Finding, ...]) -> list[Padding]:
    told = [_indented(Text.assemble((words.bearing(line), "bold"), f"  {visible(line.source.key)}  ({line.role})"))]
    told.append(_indented(Text(visible(words.evidence(line))), by=4))
    if line.note:
        told.append(_indented(Text(visible(line.note), style="dim"), by=4))
    told += [_indented(_told(finding), by=4) for finding in findings]
    if not findings:
        nothing = "a candidate carries nothing" if line.role is Role.CANDIDATE else "nothing stands against it"
        told.append(_indented(Text(nothing), by=4))
    return told


def _told(finding: Finding) -> Text:
    told = Text.assemble((finding.severity, "bold"), f"  {finding.rule}: {visible(finding.message)}")
    if finding.waiver is not None:
        told.append(f"; waived by {visible(finding.waiver.by)}: {visible(finding.waiver.reason)}")
    return told


def _grounds(judgement: Judgement) -> list[Text | Padding]:
    """List once what each rule that found something rests on, with its limit."""
    grounds = {
        finding.rule: f"{finding.rule}: {finding.source}"
        + (f"; limit {finding.limit.name} = {finding.limit.value}" if finding.limit else "")
        for finding in judgement.findings
    }
    if not grounds:
        return []
    return [
        Text(),
        Text("What these rules rest on", style="bold"),
        *(_indented(Text(grounds[name])) for name in sorted(grounds)),
    ]


def _indented(text: Text, *, by: int = 2) -> Padding:
    return Padding(text, (0, 0, 0, by))
