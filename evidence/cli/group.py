"""The group of commands: each module is imported when it is called, and each error ends in one line."""

import contextlib
import io
import os
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
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

    def main(self, args: Sequence[str] | None = None, *arguments: Any, **options: Any) -> NoReturn:  # noqa: ANN401 - click's own
        """Run, and turn whatever happens into an exit code and at most a few lines on stderr."""
        words = list(sys.argv[1:] if args is None else args)
        options["standalone_mode"] = False
        _speak_plainly()
        try:
            code = _outcome(lambda: super(LazyGroup, self).main(words, *arguments, **options), debug="--debug" in words)
        except BrokenPipeError:
            _say_no_more()
            code = _READER_LEFT
        sys.exit(code)


def _outcome(run: Callable[[], Any], *, debug: bool) -> int:
    try:
        code = run()
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted; nothing was written by the step that was under way.", err=True)
        return _INTERRUPTED
    except NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        page = f" (see: {error.ctx.command_path} --help)" if isinstance(error, click.UsageError) and error.ctx else ""
        _say(f"{error.format_message()}{page}")
        return error.exit_code
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - no traceback ever reaches a user
        if debug:
            traceback.print_exception(error)
        return _explained(error)
    return code if isinstance(code, int) else 0


def _explained(error: Exception) -> int:
    """Say in a line what went wrong, and give the exit code."""
    if isinstance(error, EvidenceError):
        for line in error.details[:_MOST_DETAILS]:
            click.echo(line, err=True)
        if (more := len(error.details) - _MOST_DETAILS) > 0:
            click.echo(f"and {more} more", err=True)
        _say(str(error))
        return error.exit_code
    if isinstance(error, OSError):
        _say_no_more()
        _say(f"{error.filename or 'the output cannot be written'}: {error.strerror or error}")
        return _UNUSABLE
    _say(f"this should not happen, please report it ({type(error).__name__}: {error}); --debug shows where")
    return _UNUSABLE


def _say(message: str) -> None:
    click.echo(f"Error: {shortened(message, width=_LONGEST_MESSAGE)}", err=True)


def _speak_plainly() -> None:
    """Let no letter be beyond what the output can write: a file or pipe gets UTF-8, a terminal what it knows."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def _say_no_more() -> None:
    """Send what Python still holds for an output that takes nothing where it does not complain at exit."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
