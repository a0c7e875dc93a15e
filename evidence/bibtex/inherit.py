"""What an entry inherits from others that it names in ``crossref`` and ``xdata``, by biblatex's rules."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from evidence.bibtex.inheritance_rules import ALIKE, NEVER, NEVER_AS_DATA, renamed

MOST_DATA: Final = 100
"""Entries that one ``xdata`` field may name."""
LONGEST_CHAIN: Final = 20
"""Entries, each the parent of the one before."""
_SMALL: Final = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


class Relative(NamedTuple):
    """An entry that inherits, or is inherited from; the names of its fields in small letters."""

    key: str
    kind: str
    fields: Mapping[str, str]


class Inherited(NamedTuple):
    """An entry's fields completed; where those that it had not itself come from; and what went wrong."""

    fields: dict[str, str]
    origins: dict[str, str]
    """By the name of an inherited field the key of the entry in which its value stands."""
    problems: tuple[str, ...]


def parent_keys(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Give the keys of an entry's parents as it spells them, each once; not those of their parents."""
    if "crossref" not in fields and "xdata" not in fields:
        return ()
    return tuple(dict.fromkeys((*_data_keys(fields), *_crossref(fields))))


def folded_key(key: str) -> str:
    """Give a citation key with A to Z in small letters; BibTeX takes keys that then are alike for one."""
    return key.lower() if key.isascii() else key.translate(_SMALL)


def by_key(relatives: Iterable[Relative]) -> dict[str, Relative]:
    """Give entries by their keys, and by their keys in small letters where no other has it, as BibTeX finds them."""
    found: dict[str, Relative] = {}
    small: dict[str, Relative] = {}
    for relative in relatives:
        found.setdefault(relative.key, relative)
        small.setdefault(folded_key(relative.key), relative)
    return small | found


def inherited(child: Relative, *, parents: Mapping[str, Relative]) -> Inherited:
    """Complete the fields of an entry from its parents, theirs, and so on; the entry's own always stand.

    ``parents`` is made by ``by_key`` and holds whole chains. ``xdata`` goes before ``crossref``; a field that is empty
    counts as lacking. Other than for biblatex, what names one work (DOI, pages, address ...) is never inherited by
    ``crossref``, or every chapter would pass for its book.
    """
    search = _Search(parents)
    fields, origins = search.completed(child)
    return Inherited(fields, origins, tuple(search.problems))


def _crossref(fields: Mapping[str, str]) -> tuple[str, ...]:
    key = " ".join(fields.get("crossref", "").split())
    return (key,) if key else ()


def _data_keys(fields: Mapping[str, str]) -> tuple[str, ...]:
    keys = fields.get("xdata", "").split(",", MOST_DATA)[:MOST_DATA]
    return tuple(key for each in keys if (key := " ".join(each.split())))


_Completed = tuple[dict[str, str], dict[str, str]]


class _Search:
    """One entry's ancestors, each completed once."""

    def __init__(self, parents: Mapping[str, Relative]) -> None:
        self._parents = parents
        self._done: dict[str, _Completed] = {}
        self._path: list[str] = []
        self.problems: dict[str, None] = {}

    def completed(self, entry: Relative) -> _Completed:
        fields, origins = dict(entry.fields), dict[str, str]()
        self._path.append(entry.key)
        if fields.get("xdata", "").count(",") >= MOST_DATA:
            self.problems[f"xdata names more than {MOST_DATA} entries; the others are left out"] = None
        for key in _data_keys(fields):
            if (parent := self._found(key, "xdata")) is not None:
                self._copy(parent, fields, origins)
        for key in _crossref(fields):
            if (parent := self._found(key, "crossref")) is not None:
                self._inherit(parent, entry.kind, fields, origins)
        self._path.pop()
        return fields, origins

    def _found(self, key: str, field: str) -> Relative | None:
        """Give a parent, completed itself; none, and the reason among the problems, where that cannot be."""
        parent = self._parents.get(key) or self._parents.get(folded_key(key))
        if parent is None:
            if len(self._path) == 1:  # what a parent names in vain is said of the parent
                self.problems[f"{field} names {key[:80]!r}, and there is no such entry"] = None
        elif parent.key in self._path:
            circle = " → ".join((*self._path[self._path.index(parent.key) :], parent.key))
            self.problems[f"{field} leads back to where it began: {circle[:200]}"] = None
        elif len(self._path) >= LONGEST_CHAIN:
            self.problems[f"{field} makes a chain of more than {LONGEST_CHAIN} entries; it is cut off"] = None
        else:
            if parent.key not in self._done:
                self._done[parent.key] = self.completed(parent)
            return parent
        return None

    def _copy(self, parent: Relative, fields: dict[str, str], origins: dict[str, str]) -> None:
        theirs, their_origins = self._done[parent.key]
        for name, value in theirs.items():
            if name not in NEVER_AS_DATA and not fields.get(name, "").strip():
                fields[name] = value
                origins[name] = their_origins.get(name, parent.key)

    def _inherit(self, parent: Relative, kind: str, fields: dict[str, str], origins: dict[str, str]) -> None:
        theirs, their_origins = self._done[parent.key]
        names = renamed(parent.kind, kind)
        told = {name for name, value in fields.items() if value.strip()}
        told |= {other for group in ALIKE if not group.isdisjoint(told) for other in group}
        pairs = [(name, target) for name, targets in names.items() if name in theirs for target in targets]
        pairs += [(name, name) for name in theirs if name not in names and name not in NEVER]
        for name, target in pairs:
            if target not in told and theirs[name].strip():
                told.add(target)
                fields[target] = theirs[name]
                origins[target] = their_origins.get(name, parent.key)
