"""Measures an import of a large library against bibtexparser alone, in processor time of the same run.

Example: python benchmarks/import.py
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from made.trouble import MAY_REJECT
from measure import Cost, cost

_HERE: Final = Path(__file__).resolve().parent
_START: Final = "import logging, sys, bibtexparser; from bibtexparser import middlewares as m; logging.disable(50); "
_PARSED: Final = f"{_START} bibtexparser.parse_file(sys.argv[1])"
_DECODED: Final = (
    f"{_START} bibtexparser.parse_file(sys.argv[1],"
    " append_middleware=[m.SeparateCoAuthors(), m.SplitNameParts(), m.LatexDecodingMiddleware()])"
)
_COUNTS: Final = ("new", "changed", "same", "duplicate", "rejected")
_TENTH: Final = 10
_MOST_OF_PARSED: Final = 1.5
_MOST_OF_DECODED: Final = 0.1
_MOST_MEMORY: Final = 400
_MOST_AGAIN: Final = 1 / 3
_MOST_GROWN: Final = 1
_MOST_TENFOLD: Final = 12
"""Times as long for ten times as much; a cost of n log n is 12 where it is 10 for n."""
_FEWEST_FOUND: Final = 0.9
"""Of the duplicates; some are told so differently that a person has to look."""


class Library(NamedTuple):
    """A library on the disk and what its maker knows of it."""

    path: Path
    made: Mapping[str, Any]

    @property
    def entries(self) -> int:
        """Count its entries."""
        return int(self.made["entries"])


class Bound(NamedTuple):
    """What was asked for, what was found, and whether that will do."""

    text: str
    found: str
    holds: bool


def library(entries: int, folder: Path) -> Library:
    """Make a library, in a process of its own, whose memory would count as that of processes begun here."""
    path = folder / f"{entries}.bib"
    made = cost([sys.executable, _HERE / "library.py", str(entries), path]).output
    return Library(path, json.loads(made))


def python(script: str, of: Library) -> Cost:
    """Give the cost of a script that is told the library's path."""
    return cost([sys.executable, "-c", script, of.path])


def imported(of: Library, database: Path, *, new: bool) -> Cost:
    """Give the cost of an import; where the database is new, of making it too."""
    evidence = [sys.executable, "-m", "evidence", "--db", str(database)]
    first = Cost(0, 0, 0)
    if new:
        for path in database.parent.glob(f"{database.name}*"):
            path.unlink()
        first = cost([*evidence, "init"])
    main = cost([*evidence, "import", "--format", "json", of.path], fine=(0, 1))
    return Cost(first.cpu + main.cpu, first.wall + main.wall, max(first.peak, main.peak), main.output)


def grown(of: Library, database: Path) -> Cost:
    """Give the cost of importing a library again that has one more entry now, at its end."""
    size = of.path.stat().st_size
    with of.path.open("a", encoding="utf-8") as file:
        file.write(
            "@book{one_more, title = {One More Entry, Unlike the Others}, author = {Nobody, Ann}, year = 2020}\n"
        )
    try:
        return imported(of, database, new=False)
    finally:
        os.truncate(of.path, size)


def measured(steps: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, Cost]:
    """Run all steps in turn, some times over; give for each the least time and the most memory."""
    found: dict[str, Cost] = {}
    for turn in range(rounds):
        for name, step in steps.items():
            if sys.stderr.isatty():
                print(f"\r\x1b[K{turn + 1} of {rounds}: {name}\r", end="", file=sys.stderr, flush=True)
            now = step()
            best = found.get(name, now)
            found[name] = Cost(min(now.cpu, best.cpu), min(now.wall, best.wall), max(now.peak, best.peak), now.output)
    if sys.stderr.isatty():
        print("\x1b[K", end="", file=sys.stderr, flush=True)
    return found


def counts(printed: str) -> dict[str, int]:
    """Give the counts of an import from what it printed."""
    document = json.loads(printed)
    return {name: int(document[name]) for name in ("read", *_COUNTS)}


def right(costs: Mapping[str, Cost], made: Mapping[str, Any]) -> Iterator[Bound]:
    """Compare the counts of imports with what the library's maker knows."""
    first, again, more = (
        counts(costs[f"evidence import{which}"].output) for which in ("", ", again", ", one entry more")
    )
    for name, told in (("first", first), ("second", again), ("third", more)):
        summed = sum(told[part] for part in _COUNTS)
        yield Bound(f"the {name} import's counts add up", f"{told['read']:,} and {summed:,}", told["read"] == summed)
    yield Bound("every entry is read", f"{first['read']:,} of {made['entries']:,}", first["read"] == made["entries"])
    most = sum(count for kind, count in made["trouble"].items() if kind in MAY_REJECT)
    yield Bound(
        "only broken entries are rejected",
        f"{first['rejected']:,} rejected, {most:,} broken, {sum(made['trouble'].values()):,} with trouble",
        first["rejected"] <= most,
    )
    duplicates = sum(made["duplicates"].values())
    yield Bound(
        f"{_FEWEST_FOUND:.0%} of duplicates are found, and nothing else is taken for one",
        f"{first['duplicate']:,} of {duplicates:,}",
        _FEWEST_FOUND * duplicates <= first["duplicate"] <= duplicates,
    )
    yield Bound("a second import changes nothing", _changes(again), again["new"] == again["changed"] == 0)
    yield Bound("one entry more is one that is new", _changes(more), (more["new"], more["changed"]) == (1, 0))


def _changes(told: Mapping[str, int]) -> str:
    return f"{told['new']:,} new, {told['changed']:,} changed"


def bounds(costs: Mapping[str, Cost], *, decoded: float) -> Iterator[Bound]:
    """Compare the costs with what is asked of an import."""
    first, again, tenth = costs["evidence import"], costs["evidence import, again"], costs["evidence import, a tenth"]
    more = costs["evidence import, one entry more"]
    pairs = (
        (f"at most {_MOST_OF_PARSED} of bibtexparser alone", first.cpu / costs["bibtexparser"].cpu, _MOST_OF_PARSED),
        (f"at most {_MOST_OF_DECODED} of bibtexparser with names and LaTeX", first.cpu / decoded, _MOST_OF_DECODED),
        ("a second import takes at most a third of the first", again.cpu / first.cpu, _MOST_AGAIN),
        ("and no longer than the first where one entry is new", more.cpu / first.cpu, _MOST_GROWN),
        (f"ten times the file takes at most {_MOST_TENFOLD} times the time", first.cpu / tenth.cpu, _MOST_TENFOLD),
    )
    for text, found, most in pairs:
        yield Bound(text, f"{found:.2f}", found <= most)
    if (large := costs.get("evidence import, ten times")) is not None:
        found = large.cpu / first.cpu
        yield Bound("and so it goes on", f"{found:.2f}", found <= _MOST_TENFOLD)
    peak = max(cost.peak for name, cost in costs.items() if name.startswith("evidence"))
    yield Bound(f"at most {_MOST_MEMORY} MB of memory", f"{peak:.0f} MB", peak <= _MOST_MEMORY)


def main() -> int:
    """Measure, print a table and the bounds, and give 1 if one of them is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3, help="of which the least time counts")
    parser.add_argument(
        "--whole", action="store_true", help="names and LaTeX by bibtexparser on the whole file: minutes"
    )
    parser.add_argument("--large", action="store_true", help="import ten times as much too")
    given = parser.parse_args()
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(_HERE.parent), os.environ.get("PYTHONPATH"))))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = library(given.entries, folder)
        tenth = library(given.entries // _TENTH, folder)
        costs = measured(
            {
                "bibtexparser": lambda: python(_PARSED, whole),
                "evidence import": lambda: imported(whole, folder / "whole.db", new=True),
                "evidence import, again": lambda: imported(whole, folder / "whole.db", new=False),
                "evidence import, one entry more": lambda: grown(whole, folder / "whole.db"),
                "evidence import, a tenth": lambda: imported(tenth, folder / "tenth.db", new=True),
            },
            given.rounds,
        )
        decoding = "bibtexparser, names and LaTeX"
        if given.whole:
            costs |= measured({decoding: lambda: python(_DECODED, whole)}, 1)
            decoded = costs[decoding].cpu
        else:
            costs |= measured({f"{decoding}, a tenth": lambda: python(_DECODED, tenth)}, 1)
            decoded = costs[f"{decoding}, a tenth"].cpu * _TENTH
        if given.large:
            large = library(given.entries * _TENTH, folder)
            costs |= measured({"evidence import, ten times": lambda: imported(large, folder / "large.db", new=True)}, 1)
    return _told(whole, costs, decoded=decoded)


def _told(whole: Library, costs: Mapping[str, Cost], *, decoded: float) -> int:
    made = whole.made
    print(f"{whole.entries:,} entries, {made['bytes'] / 1e6:.1f} MB, {made['bytes'] / whole.entries:.0f} bytes each")
    print(f"trouble: {made['trouble']}\nduplicates: {made['duplicates']}\n")
    base = costs["bibtexparser"].cpu
    print(f"{'':40}{'CPU s':>10}{'ratio':>8}{'peak MB':>9}{'wall s':>9}   counts")
    for name, spent in costs.items():
        told = counts(spent.output) if name.startswith("evidence") else {}
        shown = ", ".join(f"{count:,} {kind}" for kind, count in told.items() if count)
        print(f"{name:40}{spent.cpu:10.2f}{spent.cpu / base:8.2f}{spent.peak:9.0f}{spent.wall:9.1f}   {shown}")
    if decoded not in {spent.cpu for spent in costs.values()}:
        print(
            f"{'bibtexparser, names and LaTeX, ten times':40}{decoded:10.2f}{decoded / base:8.2f}   ten times a tenth"
        )
    print()
    judged = [*bounds(costs, decoded=decoded), *right(costs, made)]
    for bound in judged:
        print(f"{'holds ' if bound.holds else 'BROKEN'}  {bound.text}: {bound.found}")
    return 0 if all(bound.holds for bound in judged) else 1


if __name__ == "__main__":
    sys.exit(main())
