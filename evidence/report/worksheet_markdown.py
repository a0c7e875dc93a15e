"""Worksheets as Markdown: a table an outcome, a row a step."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from evidence.certainty.signals import Sheet
from evidence.certainty.worksheet import Worksheet
from evidence.dossier import Claim
from evidence.grade import Assessment
from evidence.report import words
from evidence.report.markdown import escaped
from evidence.report.worksheet import certainty, rating, rows, sources, step_name


def to_markdown(claim: Claim, worksheets: Sequence[Worksheet]) -> str:
    """Give the worksheets of a claim as Markdown."""
    parts = [f"# {escaped(words.name(claim.key))}", escaped(words.prose(claim.statement))]
    for worksheet in worksheets:
        parts += _worksheet(worksheet)
    parts += ["## What this rests on", _listed(sources(worksheets))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _worksheet(worksheet: Worksheet) -> Iterator[str]:
    yield f"## Outcome: {escaped(words.prose(worksheet.outcome))}"
    yield _listed(worksheet.evidence)
    head = ["| step | rated | the record |", "| --- | --- | --- |"]
    yield "\n".join([*head, *(_row(sheet, worksheet.assessments.get(sheet.step)) for sheet in worksheet.sheets)])
    yield f"**{escaped(certainty(worksheet))}**"


def _row(sheet: Sheet, assessment: Assessment | None) -> str:
    told = (
        f"**{mark}**: {'; '.join(escaped(words.note(text)) for _, text in texts)}"
        for mark, texts in groupby(rows(sheet, assessment), key=lambda row: row[0])
    )
    return f"| {step_name(sheet.step)} | {rating(assessment)} | {'<br>'.join(told)} |"


def _listed(texts: Sequence[str]) -> str:
    return "\n".join(f"- {escaped(words.note(text))}" for text in texts)
