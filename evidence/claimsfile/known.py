"""What a claims file may refer to: what stands in the database and what it brings itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence.claimsfile.places import Item, each, keys, word, words
from evidence.claimsfile.read import Tree
from evidence.model import Effect, Sample, Source, Study, StudyReport

_AT_ONCE: Final = 500

Pair = tuple[str, str]


@dataclass(kw_only=True, slots=True)
class Known:
    """The ids of what can be referred to, by key; a load adds those of its own rows as it writes them."""

    sources: dict[str, int] = field(default_factory=dict)
    studies: dict[str, int] = field(default_factory=dict)
    samples: dict[Pair, int] = field(default_factory=dict)
    """By study and sample key."""
    effects: dict[Pair, int] = field(default_factory=dict)
    """By study and effect key."""
    reported_in: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The studies that a source reports, by citation key."""

    def study_of(self, line: Item) -> str | None:
        """Give the study of a line of evidence: the one it names, else the only one its source reports."""
        if "study" in line:
            return word(line, "study")
        studies = self.reported_in.get(word(line, "source") or "", ())
        return studies[0] if len(studies) == 1 else None


def pair(sample: str) -> Pair:
    """Give the keys of study and sample out of ``study/sample``."""
    study, _, key = sample.partition("/")
    return study, key


def portions(keys: Iterable[str]) -> Iterator[list[str]]:
    """Give keys in portions that a statement can hold, each once and in order."""
    ordered = sorted(set(keys))
    yield from (ordered[start : start + _AT_ONCE] for start in range(0, len(ordered), _AT_ONCE))


def look_up(session: Session, tree: Tree) -> Known:
    """Give what the database holds of all that a file refers to but does not bring itself."""
    brought = keys(tree, (), "studies")
    known = Known()
    _look_up_sources(session, known, tree, brought=brought)
    _look_up_studies(session, known, set(_named_studies(tree, known)) - brought)
    return known


def _look_up_sources(session: Session, known: Known, tree: Tree, *, brought: set[str]) -> None:
    for some in portions(_cited(tree)):
        known.sources |= dict(session.execute(select(Source.key, Source.id).where(Source.key.in_(some))).all())
        reporting = (
            select(Source.key, Study.key)
            .join(StudyReport, StudyReport.source_id == Source.id)
            .join(Study, StudyReport.study_id == Study.id)
            .where(Source.key.in_(some))
            .order_by(Source.key, Study.key)
        )
        for source, study in session.execute(reporting):
            if study not in brought:
                known.reported_in[source].append(study)
    for place, item in each(tree, "studies"):
        if key := word(item, "key"):
            for source in dict.fromkeys(source for _, source in words(tree, place, "reports")):
                known.reported_in[source].append(key)


def _look_up_studies(session: Session, known: Known, named: set[str]) -> None:
    for some in portions(named):
        known.studies |= dict(session.execute(select(Study.key, Study.id).where(Study.key.in_(some))).all())
        for model, found in ((Sample, known.samples), (Effect, known.effects)):
            rows = select(Study.key, model.key, model.id).join(Study, model.study_id == Study.id)
            for study, key, row in session.execute(rows.where(Study.key.in_(some))):
                found[study, key] = row


def _named_studies(tree: Tree, known: Known) -> Iterator[str]:
    for place, _ in each(tree, "studies"):
        yield from (review for _, review in words(tree, place, "included_in"))
    for _, overlap in each(tree, "studies", "samples", "overlaps"):
        if sample := word(overlap, "sample"):
            yield pair(sample)[0]
    for _, line in each(tree, "claims", "evidence"):
        if study := known.study_of(line):
            yield study


def _cited(tree: Tree) -> Iterator[str]:
    yield from keys(tree, (), "sources")
    for place, _ in each(tree, "studies"):
        yield from (source for _, source in words(tree, place, "reports"))
    for _, line in each(tree, "claims", "evidence"):
        if source := word(line, "source"):
            yield source
