"""``init`` and ``db``: the database and its schema."""

from pathlib import Path

import click

from evidence.cli.options import Options, command, pass_options
from evidence.db import backup as backups
from evidence.db import check as checks
from evidence.db import migrate
from evidence.db.engine import database_url, shown
from evidence.db.schema import head
from evidence.text import visible


@click.command()
@pass_options
def init(options: Options) -> None:
    """Make a new, empty database.

    Example: evidence --db thesis.db init
    """
    url = database_url(options.settings().database)
    migrate.initialise(url)
    following = command("import FILE.bib", database=shown(url) if url.password else options.database)
    click.echo(f"{shown(url)}: made, with schema {head()}. Next: {following}", err=True)


@click.group()
def db() -> None:
    """Keep the database: upgrade, current, check, backup.

    Example: evidence db check
    """


@db.command()
@pass_options
def upgrade(options: Options) -> None:
    """Bring the database to the schema of this program.

    Example: evidence db backup before.db && evidence db upgrade
    """
    url = database_url(options.settings().database)
    gone_through = migrate.upgrade(url)
    told = f"went through {', '.join(gone_through)} to" if gone_through else "has"
    click.echo(f"{shown(url)}: {told} schema {head()}", err=True)


@db.command()
@pass_options
def current(options: Options) -> None:
    """Print the schema of the database, and this program's.

    Example: evidence db current
    """
    url = database_url(options.settings().database)
    click.echo(f"{migrate.current(url)} (this program: {head()})")


@db.command()
@pass_options
@click.pass_context
def check(context: click.Context, options: Options) -> None:
    """Look for damage, and say what to do about each.

    Example: evidence db check
    """
    url = database_url(options.settings().database)
    problems = checks.check(url)
    for problem in problems:
        click.echo(visible(str(problem)))
    click.echo(f"{shown(url)}: {len(problems) or 'no'} problem{'' if len(problems) == 1 else 's'}", err=True)
    context.exit(1 if problems else 0)


@db.command()
@click.argument("target", type=click.Path(path_type=Path), help="The file to write; it must not exist.")
@pass_options
def backup(options: Options, target: Path) -> None:
    """Copy the database to a new file, whole, even while others write.

    Example: evidence db backup evidence-2026-11-24.db
    """
    url = database_url(options.settings().database)
    backups.backup(url, target=target)
    click.echo(f"{shown(url)}: copied to {visible(str(target))}", err=True)
