"""``show``: one record whole."""

import dataclasses

import click

from evidence.cli.options import Options, pass_options
from evidence.db.session import reading
from evidence.report.json_text import to_json
from evidence.report.record_text import to_text
from evidence.report.records import records


@click.command()
@click.argument("key", help="The key of a source, a study or a claim.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
@pass_options
def show(options: Options, *, key: str, form: str) -> None:
    """Show one source, study or claim whole.

    All that bear the key are shown, each with the file and line that it came from.

    Example: evidence show murrough2013repeated
    """
    with reading(options.settings().database) as session:
        found = records(session, key)
    if form == "json":
        listed = [dataclasses.asdict(record) for record in found]
        click.echo(to_json({"schema": "evidence/record/1", "records": listed}), nl=False)
    else:
        click.echo("\n".join(map(to_text, found)), nl=False)
