"""``demo``: the main job in one step."""

import datetime as dt
import tempfile
from pathlib import Path

import click

from evidence import shipped
from evidence.bibtex.apply import apply
from evidence.bibtex.known import known
from evidence.bibtex.plan import plan
from evidence.bibtex.read import read_files
from evidence.claimsfile.apply import load
from evidence.claimsfile.read import read
from evidence.cli.gaps import FORMATS, render
from evidence.cli.judged import judged
from evidence.cli.options import Options, pass_options
from evidence.db.engine import database_url, shown
from evidence.db.migrate import initialise
from evidence.db.session import writing
from evidence.model.keys import new_id
from evidence.query.claims import ClaimFilter
from evidence.text import visible


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to print the report.")
@pass_options
def demo(options: Options, *, form: str) -> None:
    """Load the shipped dossier, of a post on ketamine, into a fresh database and print its gap report.

    The database is made where --db says, else in a temporary folder that stays.

    Example: evidence demo
    """
    place = options.database or str(Path(tempfile.mkdtemp(prefix="evidence-demo-")) / "evidence.db")
    url = database_url(place)
    initialise(url)
    dossier = shipped.folder("bib")
    library = read_files([dossier / "ketamine.bib"])
    tree = read(dossier / "ketamine.yaml")
    with writing(url) as session:
        planned = plan(library, known(session, keys=[entry.key for entry in library.entries]))
        now = dt.datetime.now(dt.UTC)
        apply(session, planned, run=new_id(), at=now)
        load(session, tree, at=now)
    report = judged(options.settings(), wanted=ClaimFilter(), database=url)
    click.echo(render(report, form=form), nl=False)
    worst = report.gaps[0].dossier.claim.key if report.gaps else report.judgements[0].dossier.claim.key
    click.echo(f"Go on from here: evidence --db {_quoted(visible(shown(url)))} why {worst}", err=True)


def _quoted(text: str) -> str:
    return f"'{text}'" if " " in text else text
