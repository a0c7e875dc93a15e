"""Names of authors made comparable, and whether two lists of them can be of one work."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from evidence.bibtex.name_parts import Person
from evidence.bibtex.names import Authors
from evidence.matching.words import compact

MOST_AUTHORS: Final = 20
"""Of one work that are looked at."""
_LONGEST_NAME: Final = 200
_PARTICLES: Final = (
    "vander",
    "vanden",
    "vonder",
    "dela",
    "van",
    "von",
    "den",
    "der",
    "dos",
    "del",
    "de",
    "di",
    "la",
    "le",
)
_SHORTEST_PART: Final = 4
"""Letters that half of a double name has at least."""
_SHORTEST_WITH_A_SLIP: Final = 5
_MOST: Final = 0.7
"""Share of the shorter list that must be in the longer."""


class Name(NamedTuple):
    """An author's name as it is compared, with nothing between its words."""

    family: str
    """Or the whole name of a body."""
    given: str = ""
    """Often initials only."""
    body: bool = False


def names_of(authors: Authors) -> tuple[Name, ...]:
    """Give the names of a work's authors in order."""
    return tuple(map(_name, authors.persons[:MOST_AUTHORS]))


def first_family(authors: Authors) -> str:
    """Give the comparable family name of the first author, or nothing."""
    return _whole_family(authors.persons[0]) if authors.persons else ""


@lru_cache(maxsize=8192)
def _name(person: Person) -> Name:
    return Name(_whole_family(person), compact((person.given or "")[:_LONGEST_NAME]), bool(person.literal))


def _whole_family(person: Person) -> str:
    if person.literal:
        return compact(person.literal[:_LONGEST_NAME])
    return _family(compact(f"{person.prefix or ''} {person.family or ''}"[:_LONGEST_NAME]))


def _family(name: str) -> str:
    """Take particles off, which databases place as they like, and write ``mueller`` as ``muller``."""
    if name.startswith(_PARTICLES):
        for particle in _PARTICLES:
            if name.startswith(particle) and len(name) - len(particle) >= _SHORTEST_PART:
                name = name[len(particle) :]
                break
    return name.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def agreement(one: Sequence[Name], other: Sequence[Name]) -> int:
    """Give 1 if two lists can be of one work, -1 if they can't, and 0 if they tell too little or agree in part."""
    if not one or not other:
        return 0
    if one == other:
        return 1
    if (len(one), *one) > (len(other), *other):
        one, other = other, one
    found = sum(any(alike(name, another) for another in other) for name in one)
    if alike(one[0], other[0]) and found >= _MOST * len(one):
        return 1
    if found or one[0].body or other[0].body:
        return 0
    return -1


def alike(one: Name, other: Name) -> bool:
    """Tell whether two names can be one person's: spelt alike, initials for given names, given name first."""
    if one.family == other.family or _is_part(one.family, other.family) or _has_slip(one.family, other.family):
        return not one.given or not other.given or one.given[0] == other.given[0]
    return len(one.given) > 1 and one.given == other.family and one.family == other.given


def _is_part(one: str, other: str) -> bool:
    """Tell ``Garcia`` and ``Garcia Molina``."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return len(short) >= _SHORTEST_PART and (long.startswith(short) or long.endswith(short))


def _has_slip(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST_WITH_A_SLIP and OSA.distance(one, other, score_cutoff=1) <= 1
