"""``import``: BibTeX files into the database."""

import datetime as dt
from pathlib import Path

import click

from evidence.intake.apply import apply
from evidence.intake.known import known
from evidence.intake.plan import Plan, plan
from evidence.bibtex.read import read_files
from evidence.cli.options import Options, pass_options
from evidence.db.session import reading, writing
from evidence.model.keys import new_id
from evidence.report.json_text import to_json
from evidence.text import shortened, visible

_VALUE_WIDTH = 60


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), help="BibTeX files.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
@pass_options
@click.pass_context
def import_(context: click.Context, options: Options, *, files: tuple[Path, ...], dry_run: bool, form: str) -> None:
    """Import BibTeX files as sources.

    Each entry is new, changed, same or rejected; with a rejected entry the exit code is 1. Importing a file again
    changes nothing.

    Example: evidence import thesis.bib
    """
    library = read_files(files)
    keys = [entry.key for entry in library.entries]
    database = options.settings().database
    with reading(database) if dry_run else writing(database) as session:
        planned = plan(library, known(session, keys=keys))
        if not dry_run:
            apply(session, planned, run=new_id(), at=dt.datetime.now(dt.UTC))
    for problem in planned.problems:
        click.echo(str(problem), err=True)
    click.echo(_json(planned) if form == "json" else _text(planned, dry_run=dry_run), nl=False)
    context.exit(1 if planned.rejected else 0)


def _text(planned: Plan, *, dry_run: bool) -> str:
    told = [
        f"{visible(changed.entry.key)}: {visible(change.field)}: {_shown(change.before)} becomes {_shown(change.after)}"
        for changed in planned.changed
        for change in changed.changes
    ]
    counts = ", ".join(f"{count} {name}" for name, count in planned.counts.items())
    return "".join(f"{line}\n" for line in [*told, f"{counts}{'; nothing was written' if dry_run else ''}"])


def _shown(value: str | None) -> str:
    return "nothing" if value is None else repr(shortened(value, width=_VALUE_WIDTH))


def _json(planned: Plan) -> str:
    document = {
        "schema": "evidence/import/1",
        **planned.counts,
        "changes": [
            {"key": changed.entry.key, "field": change.field, "before": change.before, "after": change.after}
            for changed in planned.changed
            for change in changed.changes
        ],
        "problems": [
            {
                "file": problem.file,
                "line": problem.line,
                "grade": str(problem.grade),
                "reason": problem.reason,
                "key": problem.key,
            }
            for problem in planned.problems
        ],
    }
    return to_json(document)
