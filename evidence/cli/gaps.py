"""``gaps``: which claims are unsupported or weak, and why."""

from pathlib import Path

import click

from evidence.cli.files import write_whole
from evidence.cli.judged import judged
from evidence.cli.options import Options, pass_options, screen
from evidence.query.claims import ClaimFilter
from evidence.report import machine, markdown, table
from evidence.report.gaps import Report, reached
from evidence.vocab import State

FORMATS = ("text", "json", "md")
_STATES = click.Choice([str(state) for state in State])


@click.command()
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print it."
)
@click.option("--state", "states", type=_STATES, multiple=True, help="List claims of this state only; may be repeated.")
@click.option("--document", metavar="KEY", help="Check the claims of this document only.")
@click.option("--fail-on", type=_STATES, help="Exit with 1 if any claim stands so badly, or worse.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write there, not to stdout.")
@pass_options
@click.pass_context
def gaps(
    context: click.Context,
    options: Options,
    *,
    form: str,
    states: tuple[str, ...],
    document: str | None,
    fail_on: str | None,
    output: Path | None,
) -> None:
    """Say which claims are unsupported or weak, and why.

    Each comes with the study, sample, journal and effect behind it. From the worst the states are: unsupported,
    disputed, contested, unjudged, weak, supported.

    Example: evidence gaps --fail-on disputed --format md -o gaps.md
    """
    report = judged(options.settings(), wanted=ClaimFilter(document=document))
    text = render(report, form=form, states=states)
    if output is None:
        click.echo(text, nl=False)
    else:
        write_whole(output, text)
    context.exit(1 if fail_on and reached(report, State(fail_on)) else 0)


def render(report: Report, *, form: str, states: tuple[str, ...] = ()) -> str:
    """Give the report in a format, with the claims of some states only or of all."""
    shown = tuple(judgement for judgement in report.judgements if not states or judgement.state in states)
    if form == "json":
        return machine.to_machine(report, shown=shown)
    if form == "md":
        return markdown.to_markdown(report, shown=shown)
    page = screen()
    return table.to_text(report, shown=shown, width=page.width, colour=page.colour)
