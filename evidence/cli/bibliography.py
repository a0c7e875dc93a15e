"""``import``: bibliographies into the database."""

import contextlib
import datetime as dt
import gc
from collections.abc import Generator
from pathlib import Path
from typing import Any, Final

import click

from evidence.bibtex.strings import Strings
from evidence.cli.given_file import given_file, named
from evidence.cli.options import Options, pass_options
from evidence.cli.progress import progress
from evidence.cli.retractions import retractions
from evidence.db.session import reading, trying, writing
from evidence.intake.files import rejects
from evidence.intake.importing import import_files
from evidence.intake.opening import readable
from evidence.report import imported

_ALLOCATIONS: Final = 200_000
"""Between two looks of the garbage collector."""
_FORMATS: Final = click.Choice(["text", "json"])


class _Import(click.Command):
    """``import FILE...``, and ``import retractions FILE``."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401 - click's own
    ) -> click.Context:
        """Hand over to the command of that name; a file so called is given as ``./retractions``."""
        if args[:1] == [retractions.name]:
            return retractions.make_context(f"{info_name} {retractions.name}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


@click.command("import", cls=_Import)
@click.argument(
    "files",
    nargs=-1,
    type=click.Path(path_type=Path),
    help="BibTeX, RIS, CSL-JSON, PubMed (nbib or XML) or EndNote XML; - is standard input.",
)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--rejects", "list_rejects", is_flag=True, help="List the entries that were not taken in, and why.")
@click.option("--encoding", metavar="NAME", help="How the files are encoded; else it is found out.")
@click.option("--format", "form", type=_FORMATS, default="text", show_default=True, help="How to print it.")
@pass_options
@click.pass_context
def import_(
    context: click.Context,
    options: Options,
    *,
    files: tuple[Path, ...],
    dry_run: bool,
    list_rejects: bool,
    encoding: str | None,
    form: str,
) -> None:
    """Import bibliographies as sources.

    Each entry is new, changed, same, a duplicate or rejected; with a rejected entry the exit code is 1. Importing a
    file again changes nothing. All is written at the end, or nothing. `evidence import retractions FILE` takes the
    list of Retraction Watch.

    Example: evidence import thesis.bib
    """
    database = options.settings().database
    if list_rejects:
        if files or dry_run or encoding:
            raise click.UsageError("--rejects lists what earlier imports left; give no files with it")
        with reading(database) as session:
            rejected = rejects(session)
        click.echo(imported.rejects_json(rejected) if form == "json" else imported.rejects_text(rejected), nl=False)
        context.exit(1 if rejected else 0)
    if not files:
        raise click.UsageError("Missing argument: name a file to import, or - for standard input")
    with contextlib.ExitStack() as stack:
        named_once = {named(path): path for path in files}.values()
        opened = [given_file(path, stack) for path in named_once]
        total = sum(given.size for given in opened)
        strings = Strings()
        with _long_lived(), progress(total) as done, (trying if dry_run else writing)(database) as session:
            readables = [
                readable(given.file, name=given.name, strings=strings, encoding=encoding, progress=done)
                for given in opened
            ]
            outcome = import_files(session, readables, at=dt.datetime.now(dt.UTC))
    for problem in outcome.problems:
        click.echo(str(problem), err=True)
    show = imported.json if form == "json" else imported.text
    click.echo(show(outcome, written=not dry_run), nl=False)
    context.exit(1 if outcome.rejected else 0)


@contextlib.contextmanager
def _long_lived() -> Generator[None]:
    """Spare the garbage collector what lives to the end; an import makes next to no circles, and much that stays."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
