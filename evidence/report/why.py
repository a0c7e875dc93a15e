"""One claim's state explained: every line of evidence, what stands against it, and which row decided."""

from rich.console import RenderableType
from rich.text import Text

from evidence.dossier import Line, Waiver
from evidence.report import words
from evidence.report.drawing import COLOURS, heading, indented, rendered
from evidence.rules.judge import Asked, Finding, Judgement
from evidence.vocab import Role


def to_text(judgement: Judgement, *, width: int, colour: bool) -> str:
    """Give the explanation as lines of at most ``width`` columns."""
    claim = judgement.dossier.claim
    parts: list[RenderableType] = [
        Text.assemble((words.name(claim.key), "bold"), f"  {words.name(claim.document)}: {words.place(claim)}"),
        indented(Text(words.note(claim.statement))),
        *(indented(Text(told)) for told in _particulars(judgement)),
        Text(),
        Text.assemble((judgement.state, COLOURS[judgement.state]), f": {judgement.decided_by}"),
        *_answers(judgement, None),
        *(indented(Text(_idle(waiver))) for waiver in judgement.idle_waivers),
        heading(_count(len(judgement.dossier.lines))),
    ]
    for place, line in enumerate(judgement.dossier.lines):
        parts += [indented(part) for part in _line(line)]
        parts += [indented(part) for part in _answers(judgement, place, nothing=_nothing(line))]
    if claim.note:
        parts += [Text(), Text(f"Note: {words.note(claim.note)}")]
    parts += _grounds(judgement)
    return rendered(parts, width=width, colour=colour)


def _particulars(judgement: Judgement) -> list[str]:
    claim = judgement.dossier.claim
    elements = [
        f"; {element}: {words.prose(value)}"
        for element in ("population", "intervention", "comparator", "outcome")
        if (value := getattr(claim, element))
    ]
    told = [f"{claim.kind}, {claim.wording} wording{''.join(elements)}"]
    if claim.quotes:
        quoted = (f"{words.name(str(quote.figure))} ({words.prose(quote.of)})" for quote in claim.quotes)
        told.append(f"quotes {', '.join(quoted)}")
    if claim.named_source:
        told.append(f"names as its source: {words.named(claim.named_source)}")
    return told


def _count(lines: int) -> str:
    return {0: "No line of evidence is recorded.", 1: "One line of evidence"}.get(lines, f"{lines} lines of evidence")


def _line(line: Line) -> list[RenderableType]:
    role = "" if line.role is Role.CANDIDATE else f"  ({line.role})"
    told: list[RenderableType] = [
        Text.assemble((words.bearing(line), "bold"), f"  {words.name(line.source.key)}{role}"),
        indented(Text(words.evidence(line))),
    ]
    if line.sample is not None:
        told.append(indented(Text(f"sample {words.name(line.sample.key)}: {words.prose(line.sample.population)}")))
    if line.note:
        told.append(indented(Text(words.note(line.note), style="dim")))
    return told


def _nothing(line: Line) -> str:
    return "a candidate carries nothing" if line.role is Role.CANDIDATE else "nothing stands against it"


def _answers(judgement: Judgement, line: int | None, *, nothing: str = "") -> list[RenderableType]:
    """Give what was found against a line, or against the claim, and what could not be answered."""
    found = [_told(finding) for finding in judgement.against(line)]
    unanswered = [asked for asked in (*judgement.inconclusive, *judgement.not_run) if asked.line == line]
    told = [*(found or ([Text(nothing)] if nothing else [])), *map(_open, unanswered)]
    return [indented(text) for text in told]


def _told(finding: Finding) -> Text:
    told = Text.assemble((finding.severity, "bold"), f"  {finding.rule}: {words.note(finding.message)}")
    if finding.waiver is not None:
        told.append(f"; waived by {words.name(finding.waiver.by)}: {words.note(finding.waiver.reason)}")
    return told


def _open(asked: Asked) -> Text:
    return Text(f"{asked.outcome.replace('-', ' ')}  {asked.rule}: {words.note(asked.message)}", style="dim")


def _idle(waiver: Waiver) -> str:
    until = f" until {waiver.until}" if waiver.until else ""
    return (
        f"a waiver that answers nothing: {words.name(waiver.rule)}{until}, by {words.name(waiver.by)}: "
        f"{words.note(waiver.reason)}"
    )


def _grounds(judgement: Judgement) -> list[RenderableType]:
    """List once what each rule that found something rests on, with its limit."""
    grounds = {
        finding.rule: f"{finding.rule}: {finding.source}"
        + (f"; limit {finding.limit.name} = {finding.limit.value} ({finding.limit.source})" if finding.limit else "")
        for finding in judgement.findings
    }
    if not grounds:
        return []
    head = heading("What these rules rest on; what to do: evidence rules NAME")
    return [head, *(indented(Text(grounds[rule])) for rule in sorted(grounds))]
