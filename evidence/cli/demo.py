"""``demo``: the main job in one step."""

import contextlib
import datetime as dt
import tempfile
from collections.abc import Generator
from pathlib import Path

import click
from sqlalchemy import URL

from evidence import shipped
from evidence.bibtex.strings import Strings
from evidence.claimsfile.apply import load
from evidence.claimsfile.read import read
from evidence.cli.gaps import FORMATS, render
from evidence.cli.judged import judged
from evidence.cli.options import Options, command, pass_options
from evidence.db.engine import database_url, shown, sqlite_file
from evidence.db.migrate import initialise
from evidence.db.session import writing
from evidence.intake.importing import import_files
from evidence.intake.opening import readable
from evidence.query.claims import ClaimFilter
from evidence.report.gaps import gaps


@click.command()
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print the report."
)
@pass_options
def demo(options: Options, *, form: str) -> None:
    """Load the shipped dossier and print its gap report.

    The dossier is of a blog post on ketamine. A fresh database is made where --db says, else in a temporary folder
    that stays.

    Example: evidence demo
    """
    dossier = shipped.folder("bib")
    library, tree = dossier / "ketamine.bib", read(dossier / "ketamine.yaml")
    place = options.database or str(Path(tempfile.mkdtemp(prefix="evidence-demo-")) / "evidence.db")
    url = database_url(place)
    initialise(url)
    with _removed_if_stopped(url), library.open("rb") as file, writing(url) as session:
        now = dt.datetime.now(dt.UTC)
        import_files(session, [readable(file, name=str(library), strings=Strings())], at=now)
        load(session, tree, at=now)
    report = judged(options.settings(), wanted=ClaimFilter(), database=url)
    click.echo(render(report, form=form), nl=False)
    worst = gaps(report.judgements)[0].dossier.claim.key
    following = command(f"why {worst}", database=shown(url) if url.password else place)
    click.echo(f"Go on from here: {following}", err=True)


@contextlib.contextmanager
def _removed_if_stopped(url: URL) -> Generator[None]:
    """Leave no empty file behind that would be in the way of the next try."""
    try:
        yield
    except BaseException:
        if file := sqlite_file(url):
            file.unlink(missing_ok=True)
        raise
