"""Makes pairs of entries of which it is known whether they tell of one work; the same for the same seed.

Example: python benchmarks/pairs.py 2000 pairs.bib writes 2,000 pairs of one work and as many of two, each pair as two
entries with the keys ``same-1-a`` and ``same-1-b``, or ``other-1-a`` and ``other-1-b``.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from paired.changes import CHANGES, WEIGHTS, doi_missing
from paired.databases import DATABASES, Fields
from paired.others import OTHERS
from paired.records import Record, record
from paired.titles import Make, other, own


class Side(NamedTuple):
    """One entry of a pair."""

    kind: str
    fields: Fields


class Pair(NamedTuple):
    """Two entries, whether they tell of one work, and what sets them apart."""

    same: bool
    one: Side
    other: Side
    ways: tuple[str, ...]


WORDS: dict[str, Make] = {"own": own, "other": other}
"""The two sets of words of which titles are made; the rules were made with the first in view."""


def _side(work: Record, random: Random) -> Side:
    fields = random.choice(DATABASES)(work, random)
    if work.isbn:
        fields["isbn"] = work.isbn
    if work.arxiv:
        fields |= {"eprint": work.arxiv, "archiveprefix": "arXiv"}
    return Side(work.kind, fields)


def duplicates(count: int, *, seed: int, make: Make) -> Iterator[Pair]:
    """Give pairs of one work: from two databases, with up to three more differences."""
    random = Random(seed)
    for _ in range(count):
        work = record(random, make)
        one, two = _side(work, random), _side(work, random)
        wanted = random.choices((0, 1, 2, 3), (15, 40, 30, 15))[0]
        ways: list[str] = []
        for name in random.choices(list(CHANGES), WEIGHTS, k=12):
            side = random.choice((one, two))
            if len(ways) < wanted and name not in ways and CHANGES[name](side.fields, random):
                ways.append(name)
        if work.doi and not ("doi" in one.fields and "doi" in two.fields):
            ways.append("one or no DOI")
        yield Pair(same=True, one=one, other=two, ways=tuple(ways) or ("databases only",))


def others(count: int, *, seed: int, make: Make) -> Iterator[Pair]:
    """Give pairs of two works that look alike, each kind as often as any other."""
    random = Random(seed)
    made = 0
    while made < count:
        name = list(OTHERS)[made % len(OTHERS)]
        found = OTHERS[name](record(random, make), random, make)
        if found is None:
            continue
        made += 1
        one, two = (_side(work, random) for work in found)
        for side in (one, two):
            if random.random() < 0.3:
                doi_missing(side.fields, random)
            change = random.choice(
                ("pages missing", "volume and issue missing", "hyphens and dashes", "capitals", "authors cut")
            )
            if random.random() < 0.3:
                CHANGES[change](side.fields, random)
        yield Pair(same=False, one=one, other=two, ways=(name,))


def in_bibtex(side: Side, key: str) -> str:
    """Write an entry as it stands in a .bib file."""
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in side.fields.items())
    return f"@{side.kind}{{{key},\n{lines}}}\n"


def main() -> None:
    """Write pairs from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", choices=list(WORDS), default="own")
    given = parser.parse_args()
    with given.path.open("w", encoding="utf-8") as file:
        for name, pairs in (("same", duplicates), ("other", others)):
            for number, pair in enumerate(pairs(given.count, seed=given.seed, make=WORDS[given.words]), start=1):
                file.write(in_bibtex(pair.one, f"{name}-{number}-a") + in_bibtex(pair.other, f"{name}-{number}-b"))


if __name__ == "__main__":
    main()
