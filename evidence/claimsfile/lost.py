"""A claims file's references held against what it may refer to."""

from collections.abc import Iterator

from evidence.claimsfile.known import Known, Pair, pair
from evidence.claimsfile.places import Item, each, keys, word, words
from evidence.claimsfile.problem import Problem
from evidence.claimsfile.read import Place, Tree


def lost(tree: Tree, known: Known) -> Iterator[Problem]:
    """List each reference of a file to something that neither it nor the database holds, and each line that repeats."""
    for place, item in each(tree, "sources"):
        key = word(item, "key")
        if key is not None and key not in known.sources:
            yield _no_source(tree, (*place, "key"), key)
    yield from _lost_of_studies(tree, known)
    effects = known.effects.keys() | _brought(tree, "effects")
    seen: dict[tuple[int | str | None, ...], int] = {}
    for place, line in each(tree, "claims", "evidence"):
        source = word(line, "source")
        if source is None:
            continue
        yield from _lost_of_line(tree, place, line, source, known, effects)
        mark = (place[1], source, known.study_of(line), word(line, "effect"))
        if mark in seen:
            yield tree.problem(place, f"this line of evidence stands already on line {seen[mark]}")
        seen.setdefault(mark, tree.line(place))


def _lost_of_studies(tree: Tree, known: Known) -> Iterator[Problem]:
    studies = known.studies.keys() | keys(tree, (), "studies")
    samples = known.samples.keys() | _brought(tree, "samples")
    for place, _ in each(tree, "studies"):
        for at, source in words(tree, place, "reports"):
            if source not in known.sources:
                yield _no_source(tree, at, source)
        for at, review in words(tree, place, "included_in"):
            if review not in studies:
                yield tree.problem(at, f"the study {review!r} is neither in this file nor in the database")
    for place, overlap in each(tree, "studies", "samples", "overlaps"):
        sample = word(overlap, "sample")
        if sample is not None and pair(sample) not in samples:
            yield tree.problem((*place, "sample"), f"the sample {sample!r} is neither in this file nor in the database")


def _lost_of_line(
    tree: Tree, place: Place, line: Item, source: str, known: Known, effects: set[Pair]
) -> Iterator[Problem]:
    reported = known.reported_in.get(source, ())
    named, effect, study = word(line, "study"), word(line, "effect"), known.study_of(line)
    if source not in known.sources:
        yield _no_source(tree, (*place, "source"), source)
    elif "study" not in line and len(reported) > 1:
        yield tree.problem(place, f"{source!r} reports several studies, say which: {', '.join(reported)}")
    elif named is not None and named not in reported:
        yield tree.problem((*place, "study"), f"{source!r} does not report the study {named!r}")
    elif effect is not None and (study, effect) not in effects:
        of = f"the study {study!r}" if study else f"{source!r}, which reports no study,"
        yield tree.problem((*place, "effect"), f"{of} has no effect {effect!r}")


def _no_source(tree: Tree, place: Place, source: str) -> Problem:
    return tree.problem(place, f"the source {source!r} is not in the database; import its BibTeX first")


def _brought(tree: Tree, name: str) -> set[Pair]:
    """Give the samples or effects that the file brings, by study and key."""
    return {
        (study, key)
        for place, item in each(tree, "studies")
        if (study := word(item, "key")) is not None
        for key in keys(tree, place, name)
    }
