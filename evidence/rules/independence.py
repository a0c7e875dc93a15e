"""Which lines of evidence rest on the same people, and so count once."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Final

from evidence.dossier import Line
from evidence.vocab import Design, Overlap, SampleUnit

SYNTHESES: Final = frozenset({Design.SYSTEMATIC_REVIEW, Design.META_ANALYSIS, Design.IPD_META_ANALYSIS})
"""Designs that put several studies together."""

WITHOUT_SAMPLE: Final = frozenset({Design.GUIDELINE, Design.NARRATIVE_REVIEW, Design.LABEL, Design.OPINION})
"""Designs that analyse nobody themselves."""


def independent(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """Group lines so that no two groups share people, as far as is recorded.

    In one group are the sources of one study, studies whose samples are the same or overlap in
    any way, and a review with the studies it includes, as far as both are among the lines.
    """
    return _grouped(lines, [*_shared_people(lines), *_inclusions(lines)])


def samples_behind(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """Group the lines that have a sample of their own by independent samples."""
    return independent([line for line in lines if line.study is not None and line.study.design not in WITHOUT_SAMPLE])


def on_the_same_people(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """Group the lines that share people otherwise than by a review that includes a study."""
    return _grouped(lines, _shared_people(lines))


def inclusions(lines: Sequence[Line]) -> tuple[tuple[Line, tuple[Line, ...]], ...]:
    """Give each review among the lines with those lines whose studies it includes."""
    by_study: dict[str, Line] = {}
    for line in lines:
        if line.study is not None:
            by_study.setdefault(line.study.key, line)
    included: dict[str, list[Line]] = {}
    for key, line in by_study.items():
        for review in line.study.included_in if line.study is not None else ():
            if review in by_study and review != key:
                included.setdefault(review, []).append(line)
    return tuple((line, tuple(included[key])) for key, line in by_study.items() if key in included)


def pools_several(line: Line) -> bool:
    """Tell whether a line is a synthesis of more than one study, for all that is recorded."""
    if line.study is None or line.study.design not in SYNTHESES:
        return False
    counted = line.sample.n if line.sample is not None and line.sample.unit is SampleUnit.STUDIES else None
    return counted is None or counted > 1


def _investigation(line: Line) -> Hashable:
    return ("source", line.source.key) if line.study is None else ("study", line.study.key)


def _study_of(sample: str) -> Hashable:
    return ("study", sample.rpartition("/")[0])


def _shared_people(lines: Sequence[Line]) -> list[tuple[Hashable, Hashable]]:
    linked = {_investigation(line) for line in lines}
    pairs: list[tuple[Hashable, Hashable]] = []
    for line in lines:
        if line.sample is None:
            continue
        here = _investigation(line)
        pairs += [(here, _study_of(other)) for other in line.sample.inside if _study_of(other) in linked]
        for overlap in line.sample.overlaps:
            there = _study_of(overlap.sample)
            if overlap.kind is Overlap.SAME:
                pairs.append((here, ("sample", overlap.sample)))
            if there in linked:
                pairs.append((here, there))
    return pairs


def _inclusions(lines: Sequence[Line]) -> list[tuple[Hashable, Hashable]]:
    return [
        (_investigation(review), _investigation(line)) for review, included in inclusions(lines) for line in included
    ]


def _grouped(lines: Sequence[Line], pairs: Iterable[tuple[Hashable, Hashable]]) -> tuple[tuple[Line, ...], ...]:
    parent: dict[Hashable, Hashable] = {}

    def root(node: Hashable) -> Hashable:
        while (above := parent.get(node, node)) != node:
            parent[node] = parent.get(above, above)
            node = above
        return node

    for one, other in pairs:
        parent[root(one)] = root(other)
    groups: dict[Hashable, list[Line]] = {}
    for line in lines:
        groups.setdefault(root(_investigation(line)), []).append(line)
    return tuple(tuple(group) for group in groups.values())
