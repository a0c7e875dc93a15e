"""``export``: the sources written out."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import click
from sqlalchemy.orm import Session

from evidence.bibtex.encodings import encoder
from evidence.cli.files import written_whole
from evidence.cli.options import Options, pass_options
from evidence.db.session import reading
from evidence.intake.export import bibliographies, is_copied, pieces
from evidence.model import Bibliography
from evidence.text import visible

_UNICODE: Final = "utf-8"


@click.group()
def export() -> None:
    """Write the sources out again, as they came in.

    Example: evidence export bibtex
    """


@export.command()
@click.option("--file", "name", metavar="NAME", help="Only what came in with this file, named as it was imported.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write there, not to stdout.")
@pass_options
@click.pass_context
def bibtex(context: click.Context, options: Options, *, name: str | None, output: Path | None) -> None:
    """Write BibTeX: a .bib file byte for byte as it came in, other formats' entries as BibTeX.

    Files follow one another in the order of their imports; if they are encoded otherwise, all is UTF-8. A .bib file
    that cannot be given back just as it was is named, and the exit code is 1.

    Example: evidence export bibtex --output all.bib
    """
    inexact: list[str] = []
    with reading(options.settings().database) as session:
        parts = _parts(session, bibliographies(session, name=name), inexact)
        if output is None:
            for part in parts:
                click.echo(part, nl=False)
        else:
            written_whole(output, parts)
    for file in inexact:
        click.echo(
            f"{visible(file)}: not byte for byte as it came in; the import said what could not be kept", err=True
        )
    context.exit(1 if inexact else 0)


def _parts(session: Session, files: Sequence[Bibliography], inexact: list[str]) -> Iterator[bytes]:
    """Give the bytes of files, and note which of them are not what came in."""
    encodings = {_encoding(file) for file in files}
    encoding = encodings.pop() if len(encodings) == 1 else _UNICODE
    for file in files:
        own, digest = _encoder(_encoding(file)), hashlib.sha256()
        encode = _encoder(encoding)
        for piece in pieces(session, file):
            digest.update(own(piece))
            yield encode(piece)
        if is_copied(file) and digest.hexdigest() != file.sha256:
            inexact.append(file.name)


def _encoder(encoding: str) -> Callable[[str], bytes]:
    return encoder(encoding, errors="backslashreplace").encode


def _encoding(file: Bibliography) -> str:
    return file.encoding if file.exact and is_copied(file) else _UNICODE
