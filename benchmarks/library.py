"""Makes a .bib file as researchers have them: of many sources, with trouble and duplicates; the same for the same seed.

Example: python benchmarks/library.py 100000 library.bib
"""

import argparse
import json
from array import array
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final

from made.again import recorded_again
from made.journals import JOURNALS
from made.layouts import lines
from made.tools import key, layout, letters
from made.trouble import KINDS, Written
from made.works import Work, work

TROUBLE: Final = 0.03
DUPLICATES: Final = 0.05
_SOUND: Final = 100
"""Entries at the beginning that have neither."""


@dataclass
class Made:
    """What a library holds."""

    entries: int = 0
    """Each begins with ``@`` and its type, whatever befell it after that."""
    bytes: int = 0
    trouble: Counter[str] = field(default_factory=Counter)
    duplicates: Counter[str] = field(default_factory=Counter)
    """By whether both entries give the work's DOI, and as pasted twice with the same key."""


class Library:
    """A library being made, entry by entry."""

    def __init__(self, entries: int, *, seed: int = 1, sane: bool = False) -> None:
        self.made = Made()
        self._entries = entries
        self._sane = sane
        self._seed = seed * 1_000_000_007
        self._random = Random(seed)
        self._keys: Counter[str] = Counter()
        self._titles: set[int] = set()
        self._seeds = array("q")
        self._with_doi = bytearray()
        """For each entry: 0 if it can have no duplicate, 1 if it gives no DOI, 2 if it does."""
        self._earlier: deque[str] = deque(maxlen=50)
        """Keys."""

    def texts(self) -> Iterator[str]:
        """Give the file's text, piece by piece."""
        yield _beginning()
        kinds = tuple(KINDS)
        for number in range(self._entries):
            chance = self._random.random()
            self.made.entries += 1
            if number >= _SOUND and chance < DUPLICATES:
                yield self._duplicate(number)
                continue
            entry, gives_doi = self._written(self._new(number))
            trouble = (
                ""
                if self._sane or number < _SOUND or chance < 1 - TROUBLE
                else self._random.choice((*kinds, "key twice"))
            )
            if trouble:
                self.made.trouble[trouble] += 1
                self._with_doi.append(0)
                yield self._troubled(entry, trouble)
            else:
                self._with_doi.append(1 + gives_doi)
                self._earlier.append(entry.key)
                yield str(entry)
        yield _ending()

    def _new(self, number: int) -> Work:
        seed = self._seed + number
        made = work(number, seed=seed)
        while hash(made.title) in self._titles:
            seed += 1_000_000_007_000
            made = work(number, seed=seed)
        self._titles.add(hash(made.title))
        self._seeds.append(seed)
        return made

    def _written(self, made: Work) -> tuple[Written, bool]:
        style = layout(self._random)
        base = key(made, style)
        used = self._keys[base.lower()]
        self._keys[base.lower()] += 1
        while used and self._keys[f"{base}{letters(used)}".lower()]:
            used += 1
        name = f"{base}{letters(used)}"
        if used:
            self._keys[name.lower()] += 1
        kind = style.case(made.kind) if style.name in {"pubmed", "hand", "jabref"} else made.kind
        end = ",\n}" if style.last_comma else "\n}"
        entry = Written(f"@{kind}{{", name, lines(made, style, self._random), end)
        return entry, bool(made.doi) and "doi" in style.fields

    def _duplicate(self, number: int) -> str:
        of = int(self._random.random() * number)
        while not self._with_doi[of]:
            of = int(self._random.random() * number)
        self._seeds.append(0)
        self._with_doi.append(0)
        again = recorded_again(work(of, seed=self._seeds[of]), self._random)
        entry, gives_doi = self._written(again)
        self.made.duplicates["both with DOI" if gives_doi and self._with_doi[of] > 1 else "one without DOI"] += 1
        return str(entry)

    def _troubled(self, entry: Written, trouble: str) -> str:
        if trouble == "key twice":
            return str(entry._replace(key=self._earlier[0]))
        return KINDS[trouble](entry, self._random)


def _beginning() -> str:
    macros = "".join(
        f'@string{{{journal.macro} = "{journal.name.replace("&", chr(92) + "&")}"}}\n' for journal in JOURNALS
    )
    return (
        "% Encoding: UTF-8\n\n"
        '@preamble{ "\\newcommand{\\noopsort}[1]{} " }\n\n'
        f"{macros}"
        '@string{acm = "ACM "}\n@string{toplas = acm # "Trans. Program. Lang. Syst."}\n\n'
    )


def _ending() -> str:
    return "@Comment{jabref-meta: databaseType:bibtex;}\n"


def make(entries: int, path: Path, *, seed: int = 1, sane: bool = False) -> Made:
    """Write a library and give what it holds."""
    library = Library(entries, seed=seed, sane=sane)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for text in library.texts():
            file.write(text)
    library.made.bytes = path.stat().st_size
    return library.made


def main() -> None:
    """Make a library from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("entries", type=int)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sane", action="store_true", help="without trouble; duplicates stay")
    given = parser.parse_args()
    made = make(given.entries, given.path, seed=given.seed, sane=given.sane)
    print(json.dumps(vars(made), indent=2))


if __name__ == "__main__":
    main()
