"""What every command shares: where the database is, the settings, and how output looks."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from evidence.settings import Settings, settings

_NARROWEST: Final = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """The options that stand before the command."""

    database: str | None
    config: Path | None

    def settings(self) -> Settings:
        """Find the settings, now that a command needs them."""
        return settings(database=self.database, config=self.config)


@dataclass(frozen=True, kw_only=True, slots=True)
class Screen:
    """What the output is written on."""

    width: int
    """In characters."""
    colour: bool


def screen() -> Screen:
    """Give the screen: as wide as the terminal; in colour in a terminal only, and never under ``NO_COLOR``."""
    terminal = sys.stdout.isatty()
    width = max(shutil.get_terminal_size((100, 24)).columns, _NARROWEST)
    return Screen(width=width, colour=terminal and not os.environ.get("NO_COLOR"))


pass_options = click.make_pass_decorator(Options)
