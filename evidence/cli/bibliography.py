"""``import``: BibTeX files into the database."""

import datetime as dt
from pathlib import Path

import click

from evidence.bibtex.apply import apply, known
from evidence.bibtex.plan import plan
from evidence.bibtex.read import read_files
from evidence.cli.options import Options, pass_options
from evidence.db.session import reading, writing
from evidence.model.keys import new_id


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), help="BibTeX files.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the result.")
@pass_options
@click.pass_context
def import_(context: click.Context, options: Options, *, files: tuple[Path, ...], dry_run: bool, form: str) -> None:
    """Import BibTeX files as sources; importing them again changes nothing.

    Example: evidence import thesis.bib
    """
    library = read_files(files)
    database = options.settings().database
    if dry_run:
        with reading(database) as session:
            planned = plan(library, known(session))
    else:
        with writing(database) as session:
            planned = plan(library, known(session))
            apply(session, planned, run=new_id(), at=dt.datetime.now(dt.UTC))
    click.echo(_json(planned) if form == "json" else _text(planned, dry_run=dry_run))
    context.exit(1 if planned.counts["rejected"] else 0)
