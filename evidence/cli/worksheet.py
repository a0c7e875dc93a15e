"""``worksheet``: how sure the evidence for a claim makes us, step by step."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

import click

from evidence.certainty.outcomes import outcomes
from evidence.certainty.worksheet import Worksheet, worksheet
from evidence.cli.claim import CLAIM, dossier_of
from evidence.cli.options import Options, pass_options, screen
from evidence.cli.outcome import OUTCOME, the_one
from evidence.db.session import reading
from evidence.dossier import Claim, Dossier
from evidence.errors import UsageError
from evidence.grade import Assessment, comparable_outcome
from evidence.query.assessments import assessments
from evidence.report import worksheet as report
from evidence.report import worksheet_machine, worksheet_markdown
from evidence.vocab import Measure

_MEASURES: Final = click.Choice([measure.value for measure in Measure], case_sensitive=False)


@click.command("worksheet")
@CLAIM
@OUTCOME
@click.option("--measure", type=_MEASURES, metavar="CODE", help="Pool effects of this measure, as RR, MD or SMD.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "md", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
@pass_options
def worksheet_(options: Options, *, claim: str, outcome: str | None, measure: str | None, form: str) -> None:
    """Show how sure the evidence for a claim makes us, and why.

    Each outcome goes through the nine steps of GRADE. Each step has what the record computes, what it does not hold,
    and what needs a person; `evidence assess` records how a person rates it. The certainty is shown only where a
    person rated every step.

    Example: evidence worksheet suicidal-thoughts --outcome "suicidal ideation"
    """
    settings = options.settings()
    dossier = dossier_of(claim, settings)
    with reading(settings.database) as session:
        rated = assessments(session, document=dossier.claim.document, claim=dossier.claim.key)
    sheets = [
        worksheet(
            dossier,
            each,
            assessments=rated,
            limits=settings.limits,
            today=dt.datetime.now(dt.UTC).date(),
            measure=None if measure is None else Measure(measure),
        )
        for each in _asked(dossier, rated, outcome)
    ]
    click.echo(_told(dossier.claim, sheets, form), nl=False)


def _asked(dossier: Dossier, rated: Sequence[Assessment], outcome: str | None) -> Sequence[str]:
    """Give the outcomes that are recorded and those that a person rated, or the one that is asked for."""
    if outcome is not None:
        return [the_one(dossier, outcome, rated)]
    found = {comparable_outcome(each): each for each in outcomes(dossier)}
    for assessment in rated:
        found.setdefault(comparable_outcome(assessment.outcome), assessment.outcome)
    if not found:
        raise UsageError(f"no outcome of {dossier.claim.key} is recorded, so there is nothing to rate")
    return list(found.values())


def _told(claim: Claim, sheets: Sequence[Worksheet], form: str) -> str:
    if form == "json":
        return worksheet_machine.to_machine(claim, sheets)
    if form == "md":
        return worksheet_markdown.to_markdown(claim, sheets)
    page = screen()
    return report.to_text(claim, sheets, width=page.width, colour=page.colour)
