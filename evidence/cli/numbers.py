"""``numbers``: whether figures typed or piped in can be."""

import contextlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from evidence.errors import FileError, UsageError
from evidence.numbers.checks import CHECKS
from evidence.numbers.fields import Check, Field, Kind
from evidence.numbers.finding import Verdict
from evidence.report.number_checks import answers, problem, summary, to_line, to_machine, to_text, typed
from evidence.text import shortened, visible

_STANDARD_INPUT: Final = "-"
_MOST_TOLD: Final = 100
_LONGEST_LINE: Final = 1_000_000
"""Bytes held of one line; more is cut off, and then told to be too long."""
_FORMAT: Final = click.Option(
    ["--format", "form"],
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)


class _Checks(click.Group):
    """A command for each check; whatever is no check is a file of JSON lines."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take the name of a file, or ``-``, for the command that reads it."""
        name = args[0]
        if name in self.commands or (name != _STANDARD_INPUT and name.startswith("-")):
            return super().resolve_command(ctx, args)
        return shortened(name, width=80), _lines, args

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's own
        """List the checks, then an example of each."""
        with formatter.section("Checks"):
            formatter.write_dl([(check.name, check.title) for check in CHECKS.values()])
        with formatter.section("Examples"):
            for check in CHECKS.values():
                formatter.write(f"{'':{formatter.current_indent}}{_example(check)}\n")
            formatter.write(f"{'':{formatter.current_indent}}evidence numbers figures.jsonl > answers.jsonl\n")


@click.group(cls=_Checks, subcommand_metavar="CHECK [FIGURES]... | FILE")
def numbers() -> None:
    """Check whether printed numbers can be.

    Give figures as printed: 3.40 says more than 3.4. The exit code is 0 if nothing speaks against them, else 1.

    A file, or - for standard input, holds one JSON object a line, as {"check": "grim", "mean": "3.48", "n": "25"}, with
    the figures as strings; each is answered by a line of JSON. With a line that cannot be read the exit code is 1.

    Example: evidence numbers grim --mean 3.48 --n 25
    """


def _example(check: Check) -> str:
    return f"evidence numbers {check.name} {check.example}"


def _command(check: Check) -> click.Command:
    @click.pass_context
    def run(context: click.Context, /, *, form: str, **options: Any) -> None:  # noqa: ANN401 - as the table says
        given = {
            field.key: list(value) if field.kind is Kind.COUNTS else value
            for field in check.fields
            if (value := options[field.key]) not in {None, False}
        }
        found = typed(check, given)
        click.echo(to_machine(found) if form == "json" else to_text(found), nl=False)
        context.exit(0 if found.finding is not None and found.finding.stands else 1)

    return click.Command(
        check.name,
        callback=run,
        params=[*map(_option, check.fields), _FORMAT],
        help=f"{check.title}\n\n\b\nExample: {_example(check)}",
        short_help=check.title,
    )


def _option(field: Field) -> click.Option:
    return click.Option(
        [f"--{field.name}", field.key],
        help=field.help,
        required=field.required,
        is_flag=field.kind is Kind.FLAG or None,
        multiple=field.kind is Kind.COUNTS,
        type=click.Choice(field.choices) if field.choices else None if field.kind is Kind.FLAG else str,
        metavar=None if field.choices or field.kind is Kind.FLAG else field.name.upper(),
    )


for _each in CHECKS.values():
    numbers.add_command(_command(_each))


@click.command("FILE", hidden=True)
@click.argument("file", type=click.Path(path_type=Path), help="One JSON object a line; - is standard input.")
@click.pass_context
def _lines(context: click.Context, *, file: Path) -> None:
    """Answer figures from a file, line by line.

    Example: evidence numbers figures.jsonl
    """
    name = "standard input" if str(file) == _STANDARD_INPUT else visible(str(file))
    counts: Counter[Verdict] = Counter()
    broken = 0
    for given in answers(_read(file)):
        click.echo(to_line(given), nl=False)
        if given.finding is not None:
            counts[given.finding.verdict] += 1
            continue
        broken += 1
        if broken <= _MOST_TOLD:
            click.echo(problem(given, file=name), err=True)
    if broken > _MOST_TOLD:
        click.echo(f"{name}: and {broken - _MOST_TOLD:,} more", err=True)
    click.echo(summary(counts, broken=broken), err=True)
    stand = counts[Verdict.CONSISTENT] + counts[Verdict.NOT_TESTABLE]
    context.exit(0 if stand == counts.total() and not broken else 1)


def _read(file: Path) -> Iterator[str]:
    """Give line after line of a file, as much of each as is worth holding.

    Bytes that are no UTF-8 become what is no JSON either, and are told so with their line.
    """
    try:
        with contextlib.nullcontext(sys.stdin.buffer) if str(file) == _STANDARD_INPUT else file.open("rb") as stream:
            while part := stream.readline(_LONGEST_LINE):
                line = part
                while part and not part.endswith(b"\n"):
                    part = stream.readline(_LONGEST_LINE)
                yield line.decode("utf-8-sig", "backslashreplace")
    except FileNotFoundError:
        named = shortened(str(file), width=80)
        raise UsageError(f"no check and no file is called {named!r}; the checks: evidence numbers --help") from None
    except OSError as error:
        raise FileError(f"{visible(str(file))}: {error.strerror or error}") from None
