"""What the entries of one work say of it, field by field: who says which, and where they contradict each other."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import combinations
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence.bibtex.doi import doi_of
from evidence.bibtex.latex import plain
from evidence.bibtex.names import authors
from evidence.bibtex.pages import pages_of
from evidence.journals import agree
from evidence.model import Bibliography, Placement, Source, SourceDecision


def same_work(session: Session, source: Source) -> dict[str, Any] | None:
    """Give the entries of one work: which stands for it, why they are one, and field by field which says what.

    A field is in conflict where two entries say otherwise, and not the same in another spelling; none of them wins.
    """
    standing = source.same_as or source
    members = [standing, *standing.duplicates]
    if len(members) == 1:
        return None
    keys = {member.id: member.key for member in members}
    files = _files(session, keys)
    told = _told(members)
    return {
        "stands": standing.key,
        "entries": [{"key": member.key, "files": files[member.id]} for member in members],
        "because": _reasons(session, keys),
        "fields": {name: [{"value": value, "of": of} for value, of in values.items()] for name, values in told.items()},
        "conflicts": [name for name, values in told.items() if _is_disputed(name, list(values))],
    }


def _files(session: Session, keys: dict[int, str]) -> dict[int, list[str]]:
    query = (
        select(Placement.source_id, Bibliography.name, Placement.line)
        .join(Bibliography, Bibliography.id == Placement.bibliography_id)
        .where(Placement.source_id.in_(keys))
        .order_by(Placement.id)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for source, name, line in session.execute(query):
        found[source].append(f"{name}:{line}")
    return found


def _told(members: Sequence[Source]) -> dict[str, dict[str, list[str]]]:
    """Give for each field its values, each with the keys of the entries that have it."""
    told: dict[str, dict[str, list[str]]] = {}
    for member in members:
        for name, value in member.fields:
            told.setdefault(name.lower(), {}).setdefault(value, []).append(member.key)
    return told


def _is_disputed(name: str, values: Sequence[str]) -> bool:
    """Tell whether two values of a field say different things."""
    if name in _JOURNALS:
        return not all(agree(plain(one), plain(other)) for one, other in combinations(values, 2))
    spelt = _SPELT.get(name, _folded)
    return len({spelt(value) for value in values}) > 1


def _folded(value: str) -> Hashable:
    return plain(value).casefold()


def _doi(value: str) -> Hashable:
    return doi_of(value) or _folded(value)


def _pages(value: str) -> Hashable:
    first, last = pages_of(value)
    return (first, last) if first else _folded(value)


def _people(value: str) -> Hashable:
    """Give family names and first initials; a given name and its initial say the same."""
    return tuple(
        ((person.family or person.literal or "").casefold(), (person.given or "")[:1].casefold())
        for person in authors(value).persons
    )


def _number(value: str) -> Hashable:
    return "".join(letter for letter in value.casefold() if letter.isalnum())


_JOURNALS: Final = frozenset({"journal", "journaltitle", "shortjournal"})
_SPELT: Final[Mapping[str, Callable[[str], Hashable]]] = {
    "doi": _doi, "pages": _pages, "author": _people, "editor": _people, "isbn": _number, "issn": _number,
}  # fmt: skip
"""What values of a field that say the same have in common, in whatever way they are written."""


def _reasons(session: Session, keys: dict[int, str]) -> list[str]:
    query = (
        select(SourceDecision)
        .where(SourceDecision.one_id.in_(keys), SourceDecision.other_id.in_(keys))
        .order_by(SourceDecision.id)
    )
    return [
        f"{keys[each.other_id]} and {keys[each.one_id]}: {each.verdict}, {each.reason}"
        + (f", by {each.person}" if each.person else "")
        for each in session.scalars(query)
    ]
