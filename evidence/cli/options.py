"""What every command shares: where the database is, the settings, and how output looks."""

import os
import shlex
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from evidence.settings import Settings, settings
from evidence.text import visible_lines

_NAME: Final = "evidence"
_NARROWEST: Final = 40
_USUAL: Final = 100
_WIDEST: Final = 160


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """The options that stand before the command."""

    database: str | None
    config: Path | None

    def settings(self) -> Settings:
        """Find the settings, now that a command needs them."""
        return settings(database=self.database, config=self.config)


def command(words: str, *, database: str | None) -> str:
    """Give a command of this program as it can be typed here, on the database of that name or on the usual one."""
    return visible_lines(" ".join([_program(), *(["--db", shlex.quote(database)] if database else []), words]))


def _program() -> str:
    """Give how this program was called, shortened to its name where the shell finds it by that."""
    called = Path(sys.argv[0])
    if (called.parent.name, called.name) == (_NAME, "__main__.py"):
        return f"{shlex.quote(sys.executable)} -m {_NAME}"
    found = shutil.which(_NAME)
    if called.name != _NAME or (found is not None and called.resolve() == Path(found).resolve()):
        return _NAME
    return shlex.quote(str(called))


@dataclass(frozen=True, kw_only=True, slots=True)
class Screen:
    """What the output is written on."""

    width: int
    """In characters."""
    colour: bool


def screen() -> Screen:
    """Give the screen: as wide as the terminal, within reason; in colour in a terminal only, not under ``NO_COLOR``."""
    columns = shutil.get_terminal_size((_USUAL, 24)).columns
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(width=min(max(columns, _NARROWEST), _WIDEST), colour=colour)


pass_options = click.make_pass_decorator(Options)
