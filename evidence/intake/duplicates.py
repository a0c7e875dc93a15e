"""Sources that are one work: found, joined where that is sure, and listed for a person where it is likely."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, product
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence.intake.batches import batches
from evidence.intake.candidates import candidates
from evidence.intake.decisions import Decision, decided, members, record, regroup, standing
from evidence.intake.outcome import Outcome, Pair
from evidence.intake.works import Held, held
from evidence.matching.compare import Comparison, Verdict, compared, contradict
from evidence.matching.traits import Traits, traits
from evidence.matching.unlike import unlike
from evidence.model import Source
from evidence.vocab import Sameness

_PAIRS_AT_ONCE: Final = 2_000
_TITLES_AT_ONCE: Final = 500
_MOST_KNOWN: Final = 20_000
_LARGEST_JOINED: Final = 30
"""Sources that stand for one work; a larger group is looked at by a person."""


class Match(NamedTuple):
    """Two sources that are one work, or may be, the older first."""

    one: Held
    other: Held
    comparison: Comparison


def settle(
    session: Session, outcome: Outcome, *, since: int, touched: Collection[int], run: int, at: dt.datetime
) -> None:
    """Join what is surely one work with a source made since, or touched, and note what may be."""
    sure: list[Match] = []
    likely: list[Match] = []
    for match in matches(session, since=since, touched=touched):
        (likely if _is_likely(match) else sure).append(match)
    joined, doubtful = _joinable(session, sure)
    decisions = [
        Decision(match.one.id, match.other.id, Sameness.SAME, "; ".join(match.comparison.reasons)) for match in joined
    ]
    record(session, decisions, run=run, at=at)
    involved = {number for each in decisions for number in (each.one, each.other)}
    regroup(session, involved)
    roots = standing(session, involved)
    outcome.merged += [_pair(match) for match in joined]
    outcome.duplicates += sum(number >= since and root != number for number, root in roots.items())
    outcome.likely += [_pair(match) for match in _unsettled(session, [*likely, *doubtful])]


def likely(session: Session) -> list[Pair]:
    """Give all pairs of sources that are one work, or may be, and of which nothing is decided."""
    return [_pair(match) for match in _unsettled(session, list(matches(session, since=0)))]


def _unsettled(session: Session, found: Sequence[Match]) -> list[Match]:
    """Give one match for each two works, however many sources each has.

    Works of which any two sources are decided to be distinct may not be one, unless by a match that is sure.
    """
    roots = standing(session, {each.id for match in found for each in (match.one, match.other)})
    groups = members(session, set(roots.values()))
    works: dict[tuple[int, int], Match] = {}
    for match in sorted(found, key=_is_likely):
        one, other = sorted((roots[match.one.id], roots[match.other.id]))
        if one != other:
            works.setdefault((one, other), match)
    pairs = {(one, other): _between(groups[one], groups[other]) for one, other in works}
    decisions = decided(session, chain.from_iterable(pairs.values()))
    apart = {each for each in works if any(decisions.get(pair) is Sameness.DISTINCT for pair in pairs[each])}
    return [match for each, match in works.items() if each not in apart or not _is_likely(match)]


def _is_likely(match: Match) -> bool:
    return match.comparison.verdict is not Verdict.SAME


def _between(ours: Collection[int], theirs: Collection[int]) -> list[tuple[int, int]]:
    """Give each pair of a source of one group and a source of another, the older first."""
    return [(min(pair), max(pair)) for pair in product(ours, theirs)]


def _joinable(session: Session, sure: list[Match]) -> tuple[list[Match], list[Match]]:
    """Part pairs that may be joined from those whose groups hold works that contradict each other."""
    roots = {each.id: _root(each) for match in sure for each in (match.one, match.other)}
    groups = members(session, set(roots.values()))
    of = {number: group for group in groups.values() for number in group}
    known = _Known(session)
    joined, doubtful = [], []
    for match in sure:
        ours, theirs = of[match.one.id], of[match.other.id]
        if ours is theirs:
            joined.append(match)
        elif _agree(session, ours, theirs, known):
            joined.append(match)
            ours.extend(theirs)
            of.update(dict.fromkeys(theirs, ours))
        else:
            doubtful.append(match)
    return joined, doubtful


def _agree(session: Session, ours: list[int], theirs: list[int], known: "_Known") -> bool:
    if len(ours) == len(theirs) == 1:
        return True
    if len(ours) + len(theirs) > _LARGEST_JOINED:
        return False
    pairs = _between(ours, theirs)
    if Sameness.DISTINCT in decided(session, pairs).values():
        return False
    _, works = known.of({*ours, *theirs})
    return not any(contradict(works[one], works[other]) for one, other in pairs)


class _Known:
    """Sources that were asked for, with their traits; the last few thousand are remembered."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sources: dict[int, Held] = {}
        self._traits: dict[int, Traits] = {}

    def of(self, ids: Collection[int]) -> tuple[dict[int, Held], dict[int, Traits]]:
        if len(self._sources) > _MOST_KNOWN:
            self._sources.clear()
            self._traits.clear()
        missing = [number for number in ids if number not in self._sources]
        for number, source in held(self._session, missing).items():
            self._sources[number] = source
            self._traits[number] = traits(source.work, source.kind)
        return self._sources, self._traits


def matches(session: Session, *, since: int, touched: Collection[int] = ()) -> Iterator[Match]:
    """Give each pair that is one work, or may be, and of which nothing is decided yet."""
    told: set[tuple[int, int]] = set()
    known = _Known(session)
    for batch in batches(candidates(session, since=since, touched=touched), size=_PAIRS_AT_ONCE):
        titles = _titles(session, {number for pair in batch if not pair.named for number in pair[:2]})
        pairs = sorted(
            {(pair.one, pair.other) for pair in batch if pair.named or not unlike(titles[pair.one], titles[pair.other])}
            - told
        )
        told.update(pairs)
        yield from _matches(session, pairs, known)


def _titles(session: Session, ids: Collection[int]) -> dict[int, str | None]:
    query = select(Source.id, Source.title)
    return {
        number: title
        for batch in batches(ids, size=_TITLES_AT_ONCE)
        for number, title in session.execute(query.where(Source.id.in_(batch)))
    }


def _matches(session: Session, pairs: list[tuple[int, int]], cache: "_Known") -> Iterator[Match]:
    sources, known = cache.of(set(chain.from_iterable(pairs)))
    settled = decided(session, pairs)
    for one, other in pairs:
        if (one, other) in settled or _root(sources[one]) == _root(sources[other]):
            continue
        comparison = compared(known[one], known[other])
        if comparison.verdict is not Verdict.DIFFERENT:
            yield Match(sources[one], sources[other], comparison)


def _root(source: Held) -> int:
    return source.id if source.same_as_id is None else source.same_as_id


def _pair(match: Match) -> Pair:
    return Pair(key=match.other.key, other=match.one.key, reasons=match.comparison.reasons)
