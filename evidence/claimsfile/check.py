"""A claims file held against itself, before anything is written."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from evidence.claimsfile import shape, tests_and_scales
from evidence.claimsfile.places import Item, each, items, keys, word, words
from evidence.claimsfile.problem import Problem
from evidence.claimsfile.read import Place, Tree
from evidence.grade import LEVELS, comparable_outcome


def problems(tree: Tree) -> list[Problem]:
    """List all that is wrong with a file by itself: its text, its shape, and what it refers to within itself."""
    found = [
        *tree.problems,
        *shape.faults(tree),
        *_repeated_keys(tree),
        *_lost_within_studies(tree),
        *_within_themselves(tree),
        *_of_lost_claims(tree),
        *_of_no_step(tree),
        *_judged_candidates(tree),
        *_notices_of_nothing(tree),
        *tests_and_scales.faults(tree),
    ]
    return list(dict.fromkeys(found))


def _repeated_keys(tree: Tree) -> Iterator[Problem]:
    for names in (("sources",), ("studies",), ("claims",), ("studies", "samples"), ("studies", "effects")):
        yield from _repeated(tree, each(tree, *names), "key")
    yield from _repeated(tree, each(tree, "studies", "samples", "overlaps"), "sample")
    yield from _repeated(tree, each(tree, "waivers"), "claim", "rule")
    yield from _repeated(tree, _by_outcome(tree), "claim", "outcome")


def _by_outcome(tree: Tree) -> Iterator[tuple[Place, Item]]:
    """Walk the assessments, the outcome of each in the writing by which outcomes are compared."""
    for place, item in each(tree, "assessments"):
        outcome = word(item, "outcome")
        yield place, item if outcome is None else item | {"outcome": comparable_outcome(outcome)}


def _repeated(tree: Tree, found: Iterable[tuple[Place, Item]], *names: str) -> Iterator[Problem]:
    """List each item of one list that bears the same words under these names as an earlier one."""
    seen: dict[tuple[Place, tuple[str, ...]], int] = {}
    for place, item in found:
        marks = tuple(mark for name in names if (mark := word(item, name)) is not None)
        here = (place[:-1], marks)
        if len(marks) == len(names) and here in seen:
            said = " for ".join(map(repr, reversed(marks)))
            yield tree.problem(place, f"{said} stands already on line {seen[here]}")
        seen.setdefault(here, tree.line(place))


def _lost_within_studies(tree: Tree) -> Iterator[Problem]:
    for place, _ in each(tree, "studies"):
        samples = keys(tree, place, "samples")
        reports = {source for _, source in words(tree, place, "reports")}
        for at, effect in items(tree, place, "effects"):
            measured_on, read_in = word(effect, "sample"), word(effect, "source")
            if measured_on is not None and measured_on not in samples:
                yield tree.problem((*at, "sample"), f"this study has no sample {measured_on!r}")
            if read_in is not None and read_in not in reports:
                yield tree.problem((*at, "source"), f"{read_in!r} is none of the study's reports")


def _within_themselves(tree: Tree) -> Iterator[Problem]:
    for place, study in each(tree, "studies"):
        key = word(study, "key")
        for at, review in words(tree, place, "included_in"):
            if review == key:
                yield tree.problem(at, "a study is not included in itself")
        for at, sample in items(tree, place, "samples"):
            for inner, overlap in items(tree, at, "overlaps"):
                if word(overlap, "sample") == f"{key}/{word(sample, 'key')}":
                    yield tree.problem((*inner, "sample"), "a sample overlaps with other samples, not with itself")


def _of_lost_claims(tree: Tree) -> Iterator[Problem]:
    claims = keys(tree, (), "claims")
    for name in ("waivers", "assessments"):
        for place, item in each(tree, name):
            claim = word(item, "claim")
            if claim is not None and claim not in claims:
                yield tree.problem((*place, "claim"), f"this file has no claim {claim!r}")


def _of_no_step(tree: Tree) -> Iterator[Problem]:
    for place, item in each(tree, "assessments"):
        if not item.keys() & LEVELS.keys():
            yield tree.problem(place, f"rates no step; expected one or more of: {', '.join(LEVELS)}")


def _judged_candidates(tree: Tree) -> Iterator[Problem]:
    for place, line in each(tree, "claims", "evidence"):
        if line.get("role") == "candidate" and "direction" in line:
            yield tree.problem((*place, "direction"), "a candidate carries no claim, so it has no direction")


def _notices_of_nothing(tree: Tree) -> Iterator[Problem]:
    for place, source in each(tree, "sources"):
        if source.get("integrity") == "none":
            for name in source.keys() & {"date", "notice"}:
                yield tree.problem((*place, name), "nothing became of this source, so there was no notice of it")


def unknown_rules(tree: Tree, known: Collection[str]) -> list[Problem]:
    """List each waiver of a rule that is not among those known, with the nearest one."""
    found = []
    for place, waiver in each(tree, "waivers"):
        rule = word(waiver, "rule")
        if rule is not None and rule not in known:
            near = get_close_matches(rule, known, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            found.append(tree.problem((*place, "rule"), f"there is no rule {rule!r}{hint}"))
    return found
