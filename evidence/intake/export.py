"""Sources written out again: files as they came in, and entries of other formats as BibTeX."""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence.bibtex.write import written
from evidence.errors import UsageError
from evidence.formats.detect import Format
from evidence.model import Bibliography, Placement, Source
from evidence.text import storable

_AT_ONCE: Final = 500


def bibliographies(session: Session, *, name: str | None = None) -> Sequence[Bibliography]:
    """Give every file that was imported, the oldest import first, or the one of that name, or raise ``UsageError``."""
    query = select(Bibliography).order_by(Bibliography.id)
    if name is not None:
        query = query.where(Bibliography.name == storable(name))
    found = session.scalars(query).all()
    if name is not None and not found:
        raise UsageError(f"no file of the name {name!r} was imported")
    return found


def is_copied(bibliography: Bibliography) -> bool:
    """Tell whether a file is written out as it came; else its entries are written anew."""
    return bibliography.format == Format.BIBTEX


def pieces(session: Session, bibliography: Bibliography) -> Iterator[str]:
    """Give the text of a file in BibTeX, entry by entry; of a BibTeX file all that stands between them, too."""
    copied = is_copied(bibliography)
    query = (
        select(Placement.before, Placement.raw, Source.raw, Source.kind, Source.key, Source.fields)
        .join(Source, Source.id == Placement.source_id)
        .where(Placement.bibliography_id == bibliography.id)
        .order_by(Placement.position)
        .execution_options(yield_per=_AT_ONCE)
    )
    for before, own, raw, kind, key, fields in session.execute(query):
        yield f"{before}{raw if own is None else own}" if copied else f"{written(kind, key, fields)}\n"
    if copied:
        yield bibliography.rest
