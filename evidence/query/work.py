"""A source made plain together with all that are the same work: what one entry lacks another gives."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.strategy_options import _AbstractLoad

from evidence import dossier as data
from evidence.model import Journal, Source
from evidence.vocab import Integrity

_GRAVITY: Final = (Integrity.NONE, Integrity.CORRECTED, Integrity.CONCERN, Integrity.RETRACTED)

T = TypeVar("T")


def parts() -> tuple[_AbstractLoad, ...]:
    """Give what has to be loaded with a source."""
    journal = joinedload(Source.journal).selectinload(Journal.names)
    others = selectinload(Source.duplicates).options(journal)
    return journal, others, joinedload(Source.same_as).options(journal, others)


def source(one: Source) -> data.Source:
    """Give a source under its own key; each value is the first that the entries of its work give, the oldest first.

    Its integrity is the gravest that any of them has, whichever entry the notice was matched by.
    """
    members = _members(one)
    gravest = max(members, key=lambda member: _GRAVITY.index(member.integrity))
    by = _first(members, lambda member: member if member.authors else None) or one
    return data.Source(
        key=one.key,
        title=_first(members, lambda member: member.title),
        journal=_first(members, lambda member: _journal(member.journal) if member.journal else None),
        year=_first(members, lambda member: member.year),
        authors=tuple(
            author.literal or " ".join(part for part in (author.prefix, author.family) if part) for author in by.authors
        ),
        more_authors=by.more_authors,
        doi=_first(members, lambda member: member.doi),
        doi_entered=_first([member for member in members if member.doi] or members, _doi_entered),
        pmid=_first(members, lambda member: member.pmid),
        integrity=gravest.integrity,
        integrity_date=gravest.integrity_date,
        integrity_notice=gravest.integrity_notice,
        unconfirmed=members[0].unconfirmed,
    )


def _members(one: Source) -> Sequence[Source]:
    standing = one.same_as or one
    return [standing, *standing.duplicates]


def _first(members: Sequence[Source], value: Callable[[Source], T | None]) -> T | None:
    return next((found for member in members if (found := value(member)) is not None), None)


def _doi_entered(member: Source) -> str | None:
    return next((text for name, text in member.fields if name.casefold() == "doi" and text.strip()), None)


def _journal(journal: Journal) -> data.Journal:
    return data.Journal(
        title=journal.title, other_names=tuple(name.name for name in journal.names if name.name != journal.title)
    )
