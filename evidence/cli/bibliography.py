"""``import``: bibliographies into the database."""

import contextlib
import datetime as dt
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

import click

from evidence.bibtex.strings import Strings
from evidence.cli.options import Options, pass_options
from evidence.cli.progress import progress
from evidence.cli.retractions import retractions
from evidence.db.session import reading, trying, writing
from evidence.errors import FileError
from evidence.intake.files import rejects
from evidence.intake.importing import import_files
from evidence.intake.opening import readable
from evidence.report import imported
from evidence.text import visible

_ALLOCATIONS: Final = 200_000
"""Between two looks of the garbage collector."""
_STANDARD_INPUT: Final = "-"
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
    with _opened(files) as opened:
        total = sum(size for _, _, size in opened)
        strings = Strings()
        with _long_lived(), progress(total) as done, (trying if dry_run else writing)(database) as session:
            readables = [
                readable(file, name=name, strings=strings, encoding=encoding, progress=done) for name, file, _ in opened
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


@contextlib.contextmanager
def _opened(paths: Sequence[Path]) -> Generator[list[tuple[str, BinaryIO, int]]]:
    """Give each file with its name and its size in bytes; a file that is named twice is read once."""
    with contextlib.ExitStack() as stack:
        yield [_open(name, stack) for name in dict.fromkeys(map(_named, paths))]


def _named(path: Path) -> str:
    """Give one name to a file however it was named: from here if it is in this folder, else from the root."""
    if os.fspath(path) == _STANDARD_INPUT:
        return _STANDARD_INPUT
    whole, folder = Path(os.path.realpath(path.parent), path.name), os.path.realpath(".")
    return os.fspath(whole.relative_to(folder) if whole.is_relative_to(folder) else whole)


def _open(name: str, stack: contextlib.ExitStack) -> tuple[str, BinaryIO, int]:
    if name == _STANDARD_INPUT:
        held = _held(sys.stdin.buffer, stack)
        return "standard input", held, held.tell()
    try:
        file: BinaryIO = stack.enter_context(Path(name).open("rb"))  # noqa: SIM115 - the stack closes it
        if not file.seekable():
            file = _held(file, stack)
        return name, file, file.seek(0, os.SEEK_END)
    except (OSError, ValueError) as error:
        raise FileError(f"{visible(name)}: {_reason(error)}") from None


def _held(stream: BinaryIO, stack: contextlib.ExitStack) -> BinaryIO:
    """Give what a stream holds as a file that can be read twice."""
    file: BinaryIO = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack closes it
    shutil.copyfileobj(stream, file)
    return file


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "this is a folder; name the file in it"
    return f"this file cannot be read: {getattr(error, 'strerror', None) or error}"
