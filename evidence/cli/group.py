"""The group of commands: each module is imported when it is called, and each error ends in one line."""

import contextlib
import io
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from evidence.errors import EvidenceError
from evidence.text import shortened

_UNUSABLE: Final = 3
_INTERRUPTED: Final = 130
_READER_LEFT: Final = 141
"""As the shell says of a program that a closed pipe ended."""
_MOST_DETAILS: Final = 100
_LONGEST_MESSAGE: Final = 1000


class LazyGroup(click.Group):
    """Commands by name, each with its module, its function and its one line of help.

    The help stands here so that ``--help`` imports no database; a test compares it with the commands' own.
    """

    def __init__(self, *arguments: Any, lazy: Mapping[str, tuple[str, str, str]], **options: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*arguments, **options)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order in which a newcomer meets them."""
        return [*self.lazy, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module."""
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        module, function, _ = self.lazy[cmd_name]
        command = getattr(import_module(module), function)
        assert isinstance(command, click.Command)  # noqa: S101 - the table below names commands only
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's own
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, _, line) in self.lazy.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own
        """Run the command; what click would answer in its own way ends here, by our exit codes."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _say_no_more()
            ctx.exit(_READER_LEFT)
        except KeyboardInterrupt:
            click.echo("Interrupted; nothing was written by the step that was under way.", err=True)
            ctx.exit(_INTERRUPTED)

    def main(self, args: Sequence[str] | None = None, *arguments: Any, **options: Any) -> NoReturn:  # noqa: ANN401 - click's own
        """Run, and turn whatever happens into an exit code and at most a few lines on stderr."""
        words = list(sys.argv[1:] if args is None else args)
        options["standalone_mode"] = False
        _speak_plainly()
        try:
            code = super().main(words, *arguments, **options)
        except Exception as error:  # noqa: BLE001 - no traceback ever reaches a user
            with contextlib.suppress(BrokenPipeError):
                if "--debug" in words:
                    traceback.print_exception(error)
                _say(error)
            code = _exit_code(error)
        sys.exit(code if isinstance(code, int) else 0)


def _exit_code(error: Exception) -> int:
    if isinstance(error, click.Abort):
        return _INTERRUPTED
    return error.exit_code if isinstance(error, (EvidenceError, click.ClickException)) else _UNUSABLE


def _say(error: Exception) -> None:
    """Say in a line what went wrong, after a line for each place where there are several."""
    if isinstance(error, EvidenceError):
        for line in error.details[:_MOST_DETAILS]:
            click.echo(line, err=True)
        if (more := len(error.details) - _MOST_DETAILS) > 0:
            click.echo(f"and {more} more", err=True)
    if isinstance(error, OSError):
        _say_no_more()
    if isinstance(error, NoArgsIsHelpError):
        error.show()
    else:
        click.echo(f"Error: {shortened(_reason(error), width=_LONGEST_MESSAGE)}", err=True)


def _reason(error: Exception) -> str:
    if isinstance(error, EvidenceError):
        return str(error)
    if isinstance(error, click.ClickException):
        page = f" (see: {error.ctx.command_path} --help)" if isinstance(error, click.UsageError) and error.ctx else ""
        return f"{error.format_message()}{page}"
    if isinstance(error, click.Abort):
        return "interrupted"
    if isinstance(error, OSError):
        return f"{error.filename or 'the output cannot be written'}: {error.strerror or error}"
    return f"this should not happen, please report it ({type(error).__name__}: {error}); --debug shows where"


def _speak_plainly() -> None:
    """Let no letter be beyond what the output can write: a file or pipe gets UTF-8, a terminal what it knows."""
    output = sys.stdout
    if not isinstance(output, io.TextIOWrapper):
        return
    if isinstance(output.buffer, io.RawIOBase):
        # Under PYTHONUNBUFFERED what a full disk cuts off would go unsaid.
        sys.stdout = output = open(output.fileno(), "w", encoding=output.encoding, closefd=False)  # noqa: SIM115 - no path
    output.reconfigure(encoding=output.encoding if output.isatty() else "utf-8", errors="backslashreplace")


def _say_no_more() -> None:
    """Send what Python still holds for an output that takes nothing where it does not complain at exit."""
    with contextlib.suppress(OSError), Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), sys.stdout.fileno())
