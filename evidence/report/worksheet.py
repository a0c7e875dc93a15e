"""Worksheets in the terminal: step by step what is computed, what needs a person, and what a person made of it."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from evidence.certainty.signals import Sheet, Signal
from evidence.certainty.worksheet import Worksheet
from evidence.dossier import Claim
from evidence.grade import LEVELS, Assessment
from evidence.report import words
from evidence.report.drawing import heading, indented, marked, rendered
from evidence.vocab import Step


def to_text(claim: Claim, worksheets: Sequence[Worksheet], *, width: int, colour: bool) -> str:
    """Give the worksheets of a claim as lines of at most ``width`` columns."""
    parts: list[RenderableType] = [Text.assemble((words.name(claim.key), "bold"), f"  {words.prose(claim.statement)}")]
    for sheet in worksheets:
        parts += _worksheet(sheet)
    parts += _grounds(worksheets)
    return rendered(parts, width=width, colour=colour)


def _worksheet(worksheet: Worksheet) -> Iterator[RenderableType]:
    yield heading(f"Outcome: {words.prose(worksheet.outcome)}")
    for told in worksheet.evidence:
        yield indented(Text(words.note(told)))
    for sheet in worksheet.sheets:
        assessment = worksheet.assessments.get(sheet.step)
        takes = f"; it takes {', '.join(LEVELS[sheet.step])}" if assessment is None else ""
        yield Text.assemble("\n", (step_name(sheet.step), "bold"), f": {rating(assessment)}{takes}")
        yield indented(marked([(mark, Text(words.note(told))) for mark, told in rows(sheet, assessment)], style="dim"))
    yield Text.assemble("\n", (certainty(worksheet), "bold"))


def step_name(step: Step) -> str:
    """Give the name of a step at the beginning of a line."""
    return step.replace("-", " ").capitalize()


def rating(assessment: Assessment | None) -> str:
    """Give how a person rated a step, or that nobody did."""
    return "not rated" if assessment is None else f"{assessment.rating}"


def rows(sheet: Sheet, assessment: Assessment | None) -> Iterator[tuple[str, str]]:
    """Give what there is to say of a step, each with its mark."""
    for signal in sheet.computed:
        yield "computed", told(signal)
    for text in sheet.unknown:
        yield "unknown", text
    if assessment is None:
        for text in sheet.to_judge:
            yield "to judge", text
    else:
        yield "rated", f"{assessment.rating}, by {assessment.by}, {assessment.on}: {assessment.reason}"


def told(signal: Signal) -> str:
    """Give what is computed, with what its source would rate the step by that alone."""
    return f"{signal.told}{'' if signal.suggests is None else f' (speaks for {signal.suggests})'}"


def certainty(worksheet: Worksheet) -> str:
    """Give the certainty with its arithmetic where a person rated every step; else which steps are to rate."""
    if not worksheet.lines:
        return "Certainty: none, for there is no evidence on this outcome"
    if worksheet.certainty is None:
        left = ", ".join(worksheet.to_rate)
        return f"Certainty: open until a person has rated every step; to rate: {left}"
    beside = "; GRADE guidelines 9 rates up no body that starts high or is rated down"
    told = f"{worksheet.arithmetic}, from 1 (very low) to 4 (high)"
    note = beside if worksheet.is_rated_up_against_grade else ""
    return f"Certainty: {worksheet.certainty.replace('-', ' ')}; {told}{note}"


def _grounds(worksheets: Sequence[Worksheet]) -> Iterator[RenderableType]:
    yield heading("What this rests on")
    for source in sources(worksheets):
        yield indented(Text(source))


def sources(worksheets: Sequence[Worksheet]) -> list[str]:
    """Give each published source of what is computed once."""
    return list(
        dict.fromkeys(
            signal.source for worksheet in worksheets for sheet in worksheet.sheets for signal in sheet.computed
        )
    )
