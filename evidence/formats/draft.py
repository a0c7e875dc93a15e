"""The fields of one item of another format as they are gathered under BibTeX's names."""

import re
from collections.abc import Iterable
from typing import Final

from evidence.formats.tex import tex, tex_lines, verbatim

_VERBATIM: Final = frozenset({"doi", "eprint", "file", "isbn", "issn", "pmcid", "pmid", "url"})
_OF_LINES: Final = frozenset({"abstract", "note"})
_NOT_OF_A_NAME: Final = re.compile(r"[^\w.:+/-]+")
_LONGEST_NAME: Final = 100


class Draft:
    """Fields, none of which comes twice; an empty one is none."""

    def __init__(self) -> None:
        self._fields: dict[str, tuple[str, str]] = {}
        self._copies: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a field of this name, in small letters."""
        return name in self._fields

    def get(self, name: str) -> str:
        """Give the value of a field by its name in small letters; an empty text if there is none."""
        return self._fields.get(name, ("", ""))[1]

    def put(self, name: str, text: str) -> bool:
        """Take in plain text as a field; tells whether the field now says so, or an earlier value stands."""
        return not text or self.put_tex(name, self._value(name.lower(), text))

    def put_tex(self, name: str, value: str) -> bool:
        """Take in a value that is TeX already, as that of names."""
        if not value:
            return True
        stands = self._fields.setdefault(name.lower(), (name, value))
        return stands[1] == value

    def put_all(self, fields: Iterable[tuple[str, str]]) -> None:
        """Take in several fields of plain text."""
        for name, text in fields:
            self.put(name, text)

    def keep(self, name: str, text: str) -> None:
        """Take in what BibTeX has no field for, under its own name, or name and number if that is taken."""
        clean = _NOT_OF_A_NAME.sub("-", name[: _LONGEST_NAME * 2]).strip("-")[:_LONGEST_NAME] or "unnamed"
        if self.put(clean, text):
            return
        copies = self._copies
        copies[clean] = copies.get(clean, 1) + 1
        while not self.put(f"{clean}-{copies[clean]}", text):
            copies[clean] += 1

    def fields(self) -> tuple[tuple[str, str], ...]:
        """Give name and value of each field in order."""
        return tuple(self._fields.values())

    @staticmethod
    def _value(lower: str, text: str) -> str:
        if lower in _VERBATIM:
            return verbatim(text)
        if lower == "pages":
            return "--".join(map(tex, text.split("--")))
        return tex_lines(text) if lower in _OF_LINES else tex(text)
