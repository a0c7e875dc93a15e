"""The group of commands: each module is imported when it is called, and each error ends in one line."""

import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Final, NoReturn

import click

from evidence.errors import EvidenceError
from evidence.text import shortened, visible

_INTERRUPTED: Final = 130
_UNUSABLE: Final = 3
_LONGEST_REASON: Final = 200


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
        try:
            code = super().main(words, *arguments, **options)
        except EvidenceError as error:
            _say_error(error)
            code = error.exit_code
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except (click.Abort, KeyboardInterrupt):
            click.echo("Interrupted; nothing was written by the step that was under way.", err=True)
            code = _INTERRUPTED
        except BrokenPipeError:
            # The reader has left, as `head` does; Python must not complain at exit either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 0
        except Exception as error:  # noqa: BLE001 - no traceback ever reaches a user
            _say_bug(error, debug="--debug" in words)
            code = _UNUSABLE
        sys.exit(code if isinstance(code, int) else 0)


def _say_error(error: EvidenceError) -> None:
    for line in error.details:
        click.echo(line, err=True)
    click.echo(f"Error: {visible(str(error))}", err=True)


def _say_bug(error: Exception, *, debug: bool) -> None:
    if debug:
        traceback.print_exception(error)
    told = f"{type(error).__name__}: {shortened(str(error), width=_LONGEST_REASON)}"
    click.echo(f"Error: this should not happen, please report it ({told}); --debug shows where", err=True)
