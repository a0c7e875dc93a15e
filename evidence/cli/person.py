"""Who decides: the person whose name stands with a decision."""

import getpass
from typing import Final

import click

from evidence.errors import UsageError
from evidence.text import storable

BY: Final = click.option("--by", "person", metavar="NAME", help="Who decides; else the name you are logged in by.")


def name_of(person: str | None) -> str:
    """Give the name that was told, else that by which one is logged in, as the database can keep it.

    Raises ``UsageError`` where there is none: what nobody decided is no decision.
    """
    if person is None:
        try:
            person = getpass.getuser()
        except (OSError, KeyError, ImportError):
            person = ""
    if not person.strip():
        raise UsageError("say who decides, by --by NAME")
    return storable(person)
