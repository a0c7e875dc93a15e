"""Says how well entries of one work are told from those of two, on pairs of which that is known.

Example: python benchmarks/duplicates.py --seed 7 --words other
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from resource import RUSAGE_SELF, getrusage
from typing import NamedTuple

from pairs import WORDS, Pair, Side, duplicates, others

from evidence.bibtex.work import Work, work_of
from evidence.matching.blocks import blocks, match_keys
from evidence.matching.compare import Comparison, Verdict, compared
from evidence.matching.traits import Traits, traits
from evidence.matching.unlike import unlike

PRECISION = 0.99
RECALL = 0.95


class Judged(NamedTuple):
    """A pair and what was held of it."""

    pair: Pair
    comparison: Comparison
    met: bool
    """Whether the entries share something by which one is found from the other."""


def judged(pair: Pair) -> Judged:
    """Judge a pair as an import would."""
    one, other = (work_of(side.fields)[0] for side in (pair.one, pair.other))
    met = not set(blocks(one, pair.one.kind)).isdisjoint(blocks(other, pair.other.kind))
    if met and unlike(one.title, other.title) and not _share_an_identifier(one, other):
        met = False
    return Judged(pair, compared(traits(one, pair.one.kind), traits(other, pair.other.kind)), met)


def _share_an_identifier(one: Work, other: Work) -> bool:
    return any(
        mine is not None and mine == theirs
        for mine, theirs in (
            (one.doi, other.doi),
            (one.pmid, other.pmid),
            (one.pmcid, other.pmcid),
            (one.arxiv, other.arxiv),
        )
    )


def _is(found: Judged, *verdicts: Verdict) -> bool:
    return found.met and found.comparison.verdict in verdicts


def summary(all_judged: Sequence[Judged]) -> dict[str, float]:
    """Give precision and recall of what is merged by itself, and what else matters."""
    true = [each for each in all_judged if each.pair.same]
    merged = [each for each in all_judged if _is(each, Verdict.SAME)]
    right = sum(each.pair.same for each in merged)
    return {
        "pairs of one work": len(true),
        "pairs of two works": len(all_judged) - len(true),
        "precision": right / max(1, len(merged)),
        "recall": right / len(true),
        "recall with likely ones": sum(_is(each, Verdict.SAME, Verdict.LIKELY) for each in true) / len(true),
        "recall of blocks": sum(each.met for each in true) / len(true),
        "two works offered to a person": sum(_is(each, Verdict.LIKELY) for each in all_judged if not each.pair.same)
        / (len(all_judged) - len(true)),
    }


def by_way(all_judged: Iterable[Judged]) -> dict[str, Counter[str]]:
    """Count the verdicts for each way in which the entries of a pair differ."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for each in all_judged:
        for way in each.pair.ways:
            name = f"{'one work ' if each.pair.same else 'two works'} | {way}"
            counted[name][each.comparison.verdict.value if each.met else "not met"] += 1
    return counted


def microseconds(deed: Callable[[], object], times: int) -> float:
    """Give the CPU time of a deed, of which one call does it ``times`` times."""
    before = getrusage(RUSAGE_SELF)
    deed()
    after = getrusage(RUSAGE_SELF)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / times * 1e6


def costs(pairs: Sequence[Pair]) -> dict[str, float]:
    """Give the CPU time of each step for one entry or one pair, in microseconds."""
    sides: list[Side] = [side for pair in pairs for side in (pair.one, pair.other)]
    works: list[tuple[Work, str]] = [(work_of(side.fields)[0], side.kind) for side in sides]
    told: list[tuple[Traits, Traits]] = [
        (traits(*works[place]), traits(*works[place + 1])) for place in range(0, len(works), 2)
    ]
    return {
        "match_keys": microseconds(lambda: [match_keys(work, kind) for work, kind in works], len(works)),
        "traits": microseconds(lambda: [traits(work, kind) for work, kind in works], len(works)),
        "compared": microseconds(lambda: [compared(one, other) for one, other in told], len(told)),
    }


def _printed(each: Judged) -> str:
    reasons = "; ".join(each.comparison.reasons)
    shown = "\n".join(f"    {json.dumps(side.fields, ensure_ascii=False)}" for side in (each.pair.one, each.pair.other))
    met = "" if each.met else ", not met"
    return f"  {each.comparison.verdict.value}{met}: {', '.join(each.pair.ways)}: {reasons}\n{shown}"


def main() -> None:
    """Print the figures, and what was missed or merged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=2_000, help="of one work, and as many of two")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", choices=list(WORDS), default="own")
    parser.add_argument("--list", type=int, default=20, help="how many of those missed are printed")
    given = parser.parse_args()
    make = WORDS[given.words]
    pairs = [*duplicates(given.pairs, seed=given.seed, make=make), *others(given.pairs, seed=given.seed, make=make)]
    found = [judged(pair) for pair in pairs]
    figures = summary(found)
    for name, value in {**figures, **{f"CPU us of {name}": cost for name, cost in costs(pairs).items()}}.items():
        print(f"{name:40} {value:10.4f}" if isinstance(value, float) else f"{name:40} {value:10}")
    for way, counted in sorted(by_way(found).items()):
        print(f"{way:45} {dict(sorted(counted.items()))}")
    wrong = [each for each in found if _is(each, Verdict.SAME) and not each.pair.same]
    missed = [each for each in found if each.pair.same and not _is(each, Verdict.SAME)]
    print(f"\nmerged wrongly: {len(wrong)}", *map(_printed, wrong), sep="\n")
    print(f"\nmissed: {len(missed)}", *map(_printed, missed[: given.list]), sep="\n")
    if figures["precision"] < PRECISION or figures["recall"] < RECALL:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
