"""The works that some identifiers name, each with all the sources that tell of it."""

from collections import defaultdict
from collections.abc import Collection
from typing import Final, NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from evidence.intake.batches import batches
from evidence.model import Source

_AT_ONCE: Final = 500


class Known(NamedTuple):
    """What identifies a source."""

    id: int
    key: str
    doi: str | None
    pmid: str | None
    work: int
    """The id of the source that stands for all of its work."""


class Works:
    """Some works: their sources by work, and the works by DOI and by PubMed number."""

    def __init__(self, sources: Collection[Known]) -> None:
        self.members: dict[int, list[Known]] = defaultdict(list)
        self.by_doi: dict[str, set[int]] = defaultdict(set)
        self.by_pmid: dict[str, set[int]] = defaultdict(set)
        for source in sources:
            self.members[source.work].append(source)
            if source.doi is not None:
                self.by_doi[source.doi].add(source.work)
            if source.pmid is not None:
                self.by_pmid[source.pmid].add(source.work)

    def key(self, work: int) -> str:
        """Give the citation key of the source that stands for a work."""
        return next(source.key for source in self.members[work] if source.id == work)


def named(session: Session, *, dois: Collection[str], pmids: Collection[str]) -> Works:
    """Give each work of which a source bears one of the identifiers, a thousand or so at most."""
    found: set[int] = set()
    for column, values in ((Source.doi, dois), (Source.pmid, pmids)):
        if values:
            rows = session.execute(select(Source.id, Source.same_as_id).where(column.in_(values)))
            found |= {other or own for own, other in rows}
    return of(session, found)


def of(session: Session, works: Collection[int]) -> Works:
    """Give some works, by the ids of the sources that stand for them."""
    found: list[Known] = []
    for batch in batches(works, size=_AT_ONCE):
        query = (
            select(Source.id, Source.key, Source.doi, Source.pmid, Source.same_as_id)
            .where(or_(Source.id.in_(batch), Source.same_as_id.in_(batch)))
            .order_by(Source.id)
        )
        found.extend(Known(own, key, doi, pmid, other or own) for own, key, doi, pmid, other in session.execute(query))
    return Works(found)


def unidentified(session: Session) -> list[str]:
    """Give the key of each work of which no source bears a DOI or a PubMed number, in order."""
    bare = select(Source.id, Source.key, Source.same_as_id).where(Source.doi.is_(None), Source.pmid.is_(None))
    without = {own: (key, other) for own, key, other in session.execute(bare)}
    merged = select(Source.same_as_id).where(
        Source.same_as_id.is_not(None), or_(Source.doi.is_not(None), Source.pmid.is_not(None))
    )
    through_another = set(session.scalars(merged))
    return sorted(key for own, (key, other) in without.items() if other is None and own not in through_another)
