"""``show``: one record whole."""

import json

import click

from evidence.claimsfile.write import to_yaml
from evidence.cli.options import Options, pass_options
from evidence.db.session import reading
from evidence.report.records import Record, records
from evidence.text import visible, visible_lines


@click.command()
@click.argument("key", help="The key of a source, a study or a claim.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it.")
@pass_options
def show(options: Options, *, key: str, form: str) -> None:
    """Show the source, the study and the claim that bear a key, each whole and with where it came from.

    Example: evidence show murrough2013repeated
    """
    with reading(options.settings().database) as session:
        found = records(session, key)
    click.echo(_json(found) if form == "json" else "\n".join(_text(record) for record in found))


def _text(record: Record) -> str:
    origin = f"  (from {visible(record.origin)})" if record.origin else ""
    return f"{record.kind} {visible(record.key)}{origin}\n{visible_lines(to_yaml(record.values))}"


def _json(found: list[Record]) -> str:
    listed = [
        {"kind": record.kind, "key": record.key, "origin": record.origin, "values": record.values} for record in found
    ]
    return json.dumps({"schema": "evidence/record/1", "records": listed}, ensure_ascii=False, indent=2)
