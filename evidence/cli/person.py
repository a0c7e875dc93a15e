"""Who decides: the person whose name stands with a decision."""

import os
from typing import Final

import click

from evidence.text import storable

BY: Final = click.option("--by", "person", metavar="NAME", help="Who decides; else the name you are logged in by.")


def name_of(person: str | None) -> str:
    """Give the name that was told, else that by which one is logged in, as the database can keep it."""
    named = (os.environ.get(name) for name in ("LOGNAME", "USER", "USERNAME"))
    return storable(person or next(filter(None, named), "unknown"))
