"""The author field: persons and bodies, split before their LaTeX is decoded, so that braces keep a name whole."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from evidence.bibtex.name_parts import Person, person
from evidence.bibtex.usual_names import usual
from evidence.text import shortened

_AMPERSAND: Final = re.compile(r"\s\\?&(?:amp;)?\s")
_MARK: Final = re.compile(r"[{}]|(?<!\S)(?i:and)(?!\S)|;")
_ANNOTATED: Final = re.compile(r"(?:family|given|prefix|suffix)(?:-i)?\s*=", re.IGNORECASE)
_ET_AL_AT_END: Final = re.compile(r"(?i)[\s,]et\.?\s+al\.?$")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.?[\s-]*){1,4}")
_OTHERS: Final = re.compile(r"(?i)(?:and\s+)?(?:others|et\.?\s+al\.?)")
_BODIES: Final = frozenset(
    (
        *("agency", "association", "bureau", "center", "centre", "collaboration", "collaborators", "commission"),
        *("committee", "consortium", "council", "department", "federation", "foundation", "group", "hospital"),
        *("institute", "institution", "investigators", "ministry", "network", "organisation", "organization"),
        *("programme", "project", "society", "team", "university"),
    )
)
"""Words in the names of bodies."""
_MOST_COMMAS: Final = 2
"""In one name: ``von Last, Jr, First``."""


class Authors(NamedTuple):
    """Who wrote a work, in order."""

    persons: tuple[Person, ...] = ()
    more: bool = False
    """Whether ``and others`` or ``et al.`` says that some are not named."""
    doubts: tuple[str, ...] = ()
    """What in the field is not as BibTeX wants it, and how it was taken."""


NO_AUTHORS: Final = Authors()


def authors(value: str) -> Authors:
    """Read an author field; what is odd in it is a doubt and never a failure."""
    value = " ".join(value.split())
    if not value:
        return NO_AUTHORS
    named = value.removesuffix(" and others")
    known = _usual(named)
    return _one_by_one(value) if known is None else Authors(known, named != value)


def _usual(value: str) -> tuple[Person, ...] | None:
    """Give persons whose names are of a usual form, and none of which may be a body's."""
    known = usual(value)
    return known if "," in value or known is None or _BODIES.isdisjoint(value.lower().split(" ")) else None


def _one_by_one(value: str) -> Authors:
    """Cut a field into names and read each by itself."""
    doubts: list[str] = []
    names = value.split(" and ")
    if "{" in value or ";" in value or not _parts_as_usual(value, names):
        names = _split(value, doubts)
    persons: list[Person] = []
    more = False
    for name in names:
        found = _read(name)
        persons += found.persons
        more = more or found.more
        if found.doubts:
            doubts += found.doubts
    return Authors(tuple(persons), more, tuple(dict.fromkeys(doubts)) if doubts else ())


@lru_cache(maxsize=16_384)
def _read(name: str) -> Authors:
    """Read what stands between two ``and``, which is one name where all is well."""
    known = _usual(name)
    if known is not None:
        return Authors(known)
    if _OTHERS.fullmatch(name):
        return Authors(more=True)
    cut = _ET_AL_AT_END.search(name[-12:])
    if cut is not None:
        name = name[: cut.start() - len(name[-12:])]
    names, doubts = _untangled(name)
    persons = tuple(found for one in names if (found := person(one)) is not None)
    return Authors(persons, cut is not None, doubts)


def _parts_as_usual(value: str, names: list[str]) -> bool:
    """Tell whether each ``and`` of a value stands between two of the names into which it was cut."""
    lower = f" {value.lower()} "
    return lower.count(" and ") == len(names) - 1 and "and and" not in lower


def _split(value: str, doubts: list[str]) -> list[str]:
    """Cut at each ``and`` and ``;`` that no braces enclose."""
    names = []
    depth = done = 0
    for mark in _MARK.finditer(value):
        sign = mark.group()
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(depth - 1, 0)
        elif depth == 0 and not (sign == ";" and _is_entity(value, mark.start())):
            names.append(value[done : mark.start()].strip())
            done = mark.end()
            if sign == ";" and not doubts:
                doubts.append("authors are parted by “;”; BibTeX wants “and”")
    names.append(value[done:].strip())
    return names


def _is_entity(value: str, place: int) -> bool:
    return re.search(r"&#?\w{1,10}$", value[max(place - 12, 0) : place]) is not None


def _untangled(name: str) -> tuple[list[str], tuple[str, ...]]:
    """Give the names that ``&`` or commas alone part, as ``Smith, J., Doe, A.`` or ``A. Smith & B. Jones``."""
    if "=" in name and _ANNOTATED.match(name):
        return [name], ()
    if "&" in name and "{" not in name:
        sides = _AMPERSAND.split(name)
        if len(sides) > 1 and all("," in side or _is_whole(side) for side in sides):
            names = [one for side in sides for one in _untangled(side)[0]]
            return names, ("authors are parted by “&”; BibTeX wants “and”",)
    if "," not in name:
        may_be_body = "{" not in name and " " in name and not _BODIES.isdisjoint(name.lower().split())
        return [name], (_maybe_body(name),) if may_be_body else ()
    parts = [part for part in _at_commas(name) if part]
    if len(parts) <= 1:
        return parts, ()
    rest = parts[1:]
    if len(parts) > _MOST_COMMAS and len(parts) % 2 == 0 and all(map(_are_initials, parts[1::2])):
        names = [f"{family}, {given}" for family, given in zip(parts[::2], rest[::2], strict=True)]
    elif len(parts) > _MOST_COMMAS + 1 or all(_is_whole(part) for part in parts):
        names = parts
    else:
        return [", ".join(parts)], ()
    return names, ("authors are parted by commas; BibTeX wants “and”",)


def _maybe_body(name: str) -> str:
    return f"“{shortened(name, width=60)}” may be a body; only braces keep its name whole"


def _is_whole(part: str) -> bool:
    """Tell ``A. Smith`` and ``Smith AB``, which need nothing more, from ``Smith``, ``A.`` and ``A. B.``."""
    words = part.split()
    if len(words) <= 1:
        return False
    return _are_initials(words[0]) != _are_initials(words[-1])


def _are_initials(text: str) -> bool:
    return text.isupper() and _INITIALS.fullmatch(text) is not None


def _at_commas(name: str) -> list[str]:
    if "{" not in name:
        return [part.strip() for part in name.split(",")]
    parts = []
    depth = done = 0
    for mark in re.finditer(r"[{},]", name):
        sign = mark.group()
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(depth - 1, 0)
        elif depth == 0:
            parts.append(name[done : mark.start()].strip())
            done = mark.end()
    parts.append(name[done:].strip())
    return parts
