"""``export``: the sources written out."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click
from sqlalchemy.orm import Session

from evidence.cli.files import written_whole
from evidence.cli.options import Options, pass_options
from evidence.db.session import reading
from evidence.intake.export import bibliographies, is_copied, pieces
from evidence.model import Bibliography

_UNICODE: Final = "utf-8"


@click.group()
def export() -> None:
    """Write the sources out again, as they came in.

    Example: evidence export bibtex
    """


@export.command()
@click.option("--file", "name", metavar="NAME", help="Only what came in with this file, named as it was imported.")
@click.option("--output", type=click.Path(path_type=Path), help="A file to write, as a whole or not at all.")
@pass_options
def bibtex(options: Options, *, name: str | None, output: Path | None) -> None:
    """Write BibTeX: a .bib file byte for byte as it came in, other formats' entries as BibTeX.

    Files follow one another in the order of their imports; if they are encoded otherwise, all is UTF-8.

    Example: evidence export bibtex --output all.bib
    """
    with reading(options.settings().database) as session:
        parts = _parts(session, name)
        if output is None:
            for part in parts:
                click.echo(part, nl=False)
        else:
            written_whole(output, parts)


def _parts(session: Session, name: str | None) -> Iterator[bytes]:
    files = bibliographies(session, name=name)
    encodings = {_encoding(file) for file in files}
    encoding = encodings.pop() if len(encodings) == 1 else _UNICODE
    for file in files:
        yield from codecs.iterencode(pieces(session, file), encoding, "backslashreplace")


def _encoding(file: Bibliography) -> str:
    return file.encoding if file.exact and is_copied(file) else _UNICODE
