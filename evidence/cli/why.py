"""``why``: one claim's state explained."""

import click

from evidence.cli.judged import judged
from evidence.cli.options import Options, pass_options, screen
from evidence.query.claims import ClaimFilter
from evidence.report import machine
from evidence.report import why as explanation


@click.command()
@click.argument("claim", help="The claim's key; DOCUMENT/KEY where several documents have it.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
@pass_options
def why(options: Options, *, claim: str, form: str) -> None:
    """Explain the state of one claim.

    Every line of evidence is listed, with what stands against it and what no rule could answer.

    Example: evidence why nmda-blockade
    """
    document, _, key = claim.rpartition("/")
    report = judged(options.settings(), wanted=ClaimFilter(document=document or None, key=key))
    if form == "json":
        click.echo(machine.to_machine(report, shown=report.judgements), nl=False)
        return
    page = screen()
    texts = [explanation.to_text(judgement, width=page.width, colour=page.colour) for judgement in report.judgements]
    click.echo("\n".join(texts), nl=False)
