"""The author field: persons and bodies, split before their LaTeX is decoded, so that braces keep a name whole."""

import re
from dataclasses import dataclass
from typing import Final

from evidence.bibtex.name_parts import Person, person

_MARK: Final = re.compile(r"[{}]|(?<!\S)(?i:and)(?!\S)|;")
_ANNOTATED: Final = re.compile(r"(?:family|given|prefix|suffix)(?:-i)?\s*=", re.IGNORECASE)
_ET_AL_AT_END: Final = re.compile(r"(?i)[\s,]et\.?\s+al\.?$")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.?[\s-]*){1,4}")
_OTHERS: Final = re.compile(r"(?i)(?:and\s+)?(?:others|et\.?\s+al\.?)")
_MOST_COMMAS: Final = 2
"""In one name: ``von Last, Jr, First``."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Authors:
    """Who wrote a work, in order."""

    persons: tuple[Person, ...] = ()
    more: bool = False
    """Whether ``and others`` or ``et al.`` says that some are not named."""
    doubts: tuple[str, ...] = ()
    """What in the field is not as BibTeX wants it, and how it was taken."""


NO_AUTHORS: Final = Authors()


def authors(value: str) -> Authors:
    """Read an author field; what is odd in it is a doubt and never a failure."""
    persons: list[Person] = []
    doubts: dict[str, None] = {}
    more = False
    for name in _split(" ".join(value.split()), doubts):
        if _OTHERS.fullmatch(name):
            more = True
            continue
        cut = _ET_AL_AT_END.search(name[-12:])
        more = more or cut is not None
        for one in _untangled(name[: cut.start() - len(name[-12:])] if cut else name, doubts):
            found = person(one)
            if found is not None:
                persons.append(found)
    return Authors(persons=tuple(persons), more=more, doubts=tuple(doubts))


def _split(value: str, doubts: dict[str, None]) -> list[str]:
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
            names.append(value[done : mark.start()])
            done = mark.end()
            if sign == ";":
                doubts["authors are parted by “;”; BibTeX wants “and”"] = None
    names.append(value[done:])
    return [stripped for name in names if (stripped := name.strip())]


def _is_entity(value: str, place: int) -> bool:
    return re.search(r"&#?\w{1,10}$", value[max(place - 12, 0) : place]) is not None


def _untangled(name: str, doubts: dict[str, None]) -> list[str]:
    """Give the names that commas alone part, as ``Smith, J., Doe, A.`` or ``A. Smith, B. Jones``."""
    if _ANNOTATED.match(name):
        return [name]
    parts = [part for part in _at_commas(name) if part]
    if len(parts) <= 1:
        return parts
    rest = parts[1:]
    if len(parts) > _MOST_COMMAS and len(parts) % 2 == 0 and all(map(_are_initials, parts[1::2])):
        names = [f"{family}, {given}" for family, given in zip(parts[::2], rest[::2], strict=True)]
    elif len(parts) > _MOST_COMMAS + 1 or all(_is_whole(part) for part in parts):
        names = parts
    else:
        return [", ".join(parts)]
    doubts["authors are parted by commas; BibTeX wants “and”"] = None
    return names


def _is_whole(part: str) -> bool:
    """Tell ``A. Smith`` and ``Smith AB``, which need nothing more, from ``Smith``, ``A.`` and ``A. B.``."""
    words = part.split()
    if len(words) <= 1:
        return False
    return _are_initials(words[0]) != _are_initials(words[-1])


def _are_initials(text: str) -> bool:
    return text.isupper() and _INITIALS.fullmatch(text) is not None


def _at_commas(name: str) -> list[str]:
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
