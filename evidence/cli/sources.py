"""``sources``: which sources are one work."""

import datetime as dt

import click

from evidence.cli.options import Options, pass_options
from evidence.cli.person import BY, name_of
from evidence.db.session import reading, writing
from evidence.intake import judging
from evidence.intake.duplicates import likely
from evidence.model.keys import new_id
from evidence.report import duplicates as report
from evidence.text import storable, visible
from evidence.vocab import Sameness

_WORDS = {Sameness.SAME: "one work", Sameness.DISTINCT: "two works"}
_FORMATS = click.Choice(["text", "json"])
_WHY = click.option("--why", "reason", default="a person looked at both", show_default=True, help="The reason.")


@click.group()
def sources() -> None:
    """Say which sources are one work, and which are not.

    Example: evidence sources duplicates
    """


@sources.command()
@click.option("--format", "form", type=_FORMATS, default="text", show_default=True, help="How to print it.")
@pass_options
@click.pass_context
def duplicates(context: click.Context, options: Options, *, form: str) -> None:
    """List sources that may be one work, each pair with the reason, for a person to decide.

    The exit code is 1 if there are any.

    Example: evidence sources duplicates
    """
    with reading(options.settings().database) as session:
        pairs = likely(session)
    click.echo(report.json(pairs) if form == "json" else report.text(pairs), nl=False)
    context.exit(1 if pairs else 0)


@sources.command()
@click.argument("one", metavar="KEY", help="A source.")
@click.argument("other", metavar="KEY", help="Another.")
@BY
@_WHY
@pass_options
def merge(options: Options, *, one: str, other: str, person: str | None, reason: str) -> None:
    """Take two sources for one work; the older stands for both, and both keys lead to it.

    Nothing is lost, and `evidence sources undo` parts them again.

    Example: evidence sources merge smith2020 smith2020zinc
    """
    with writing(options.settings().database) as session:
        stands = judging.merge(session, one, other, _judge(person, reason))
    click.echo(visible(f"{one} and {other} are one work; {stands} stands for both"))


@sources.command()
@click.argument("one", metavar="KEY", help="A source.")
@click.argument("other", metavar="KEY", help="Another.")
@BY
@_WHY
@pass_options
def distinct(options: Options, *, one: str, other: str, person: str | None, reason: str) -> None:
    """Take two sources for two works, whatever a later import finds.

    Example: evidence sources distinct smith2020 smith2020reply
    """
    with writing(options.settings().database) as session:
        judging.distinct(session, one, other, _judge(person, reason))
    click.echo(visible(f"{one} and {other} are two works"))


@sources.command()
@click.argument("keys", metavar="[KEY KEY]", nargs=-1, help="Two sources.")
@BY
@pass_options
def undo(options: Options, *, keys: tuple[str, ...], person: str | None) -> None:
    """Forget what was decided of two sources; without keys, what a person decided last.

    Example: evidence sources undo
    """
    if len(keys) not in {0, 2}:
        raise click.UsageError("name two sources, or none for the last decision")
    with writing(options.settings().database) as session:
        one, other = keys or judging.latest(session)
        verdict = judging.undo(session, one, other, _judge(person, ""))
    click.echo(visible(f"{one} and {other} are undecided again; they were {_WORDS[verdict]}"))


def _judge(person: str | None, reason: str) -> judging.Judge:
    return judging.Judge(person=name_of(person), reason=storable(reason), run=new_id(), at=dt.datetime.now(dt.UTC))
