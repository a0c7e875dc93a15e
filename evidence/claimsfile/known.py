"""What a claims file may refer to: what stands in the database and what it brings itself."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence.claimsfile.problem import Problem
from evidence.claimsfile.read import Place, Tree
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

    def study_of(self, line: dict[str, Any]) -> str | None:
        """Give the study of a line of evidence: the one it names, else the only one its source reports."""
        if "study" in line:
            return str(line["study"])
        studies = self.reported_in.get(line["source"], ())
        return studies[0] if len(studies) == 1 else None


def look_up(session: Session, tree: Tree) -> Known:
    """Give what the database holds of all that a file refers to but does not bring itself."""
    brought = {study["key"] for study in tree.data.get("studies") or ()}
    cited = sorted(set(_cited(tree)))
    known = Known()
    for some in _portions(cited):
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
    for study in tree.data.get("studies") or ():
        for source in study["reports"]:
            known.reported_in[source].append(study["key"])
    _look_up_studies(session, known, sorted(set(_named_studies(tree, known)) - brought))
    return known


def lost(tree: Tree, known: Known) -> Iterator[Problem]:
    """List each reference of a file to something that neither it nor the database holds."""
    studies = {study["key"]: study for study in tree.data.get("studies") or ()}
    samples = known.samples.keys() | {
        (key, sample["key"]) for key, study in studies.items() for sample in study.get("samples") or ()
    }
    effects = known.effects.keys() | {
        (key, effect["key"]) for key, study in studies.items() for effect in study.get("effects") or ()
    }
    for place, source in _places_of_sources(tree):
        if source not in known.sources:
            yield tree.problem(place, f"the source {source!r} is not in the database; import its BibTeX first")
    for place, study in _places_of_studies(tree):
        if study not in studies and study not in known.studies:
            yield tree.problem(place, f"the study {study!r} is neither in this file nor in the database")
    for place, sample in _places_of_samples(tree):
        if _pair(sample) not in samples:
            yield tree.problem(place, f"the sample {sample!r} is neither in this file nor in the database")
    for place, line in _places_of_lines(tree):
        yield from _lost_of_line(tree, place, line, known, effects)


def _lost_of_line(
    tree: Tree, place: Place, line: dict[str, Any], known: Known, effects: set[Pair]
) -> Iterator[Problem]:
    reported = known.reported_in.get(line["source"], ())
    study = known.study_of(line)
    if "study" not in line and len(reported) > 1:
        yield tree.problem(place, f"{line['source']!r} reports several studies, say which: {', '.join(reported)}")
    elif "study" in line and line["study"] not in reported:
        yield tree.problem((*place, "study"), f"{line['source']!r} does not report the study {line['study']!r}")
    elif "effect" in line and (study, line["effect"]) not in effects:
        of = f"the study {study!r}" if study else f"{line['source']!r}, which reports no study,"
        yield tree.problem((*place, "effect"), f"{of} has no effect {line['effect']!r}")


def _look_up_studies(session: Session, known: Known, keys: list[str]) -> None:
    for some in _portions(keys):
        known.studies |= dict(session.execute(select(Study.key, Study.id).where(Study.key.in_(some))).all())
        for model, found in ((Sample, known.samples), (Effect, known.effects)):
            rows = select(Study.key, model.key, model.id).join(Study, model.study_id == Study.id)
            for study, key, row in session.execute(rows.where(Study.key.in_(some))):
                found[study, key] = row


def _named_studies(tree: Tree, known: Known) -> Iterator[str]:
    yield from (study for _, study in _places_of_studies(tree))
    yield from (_pair(sample)[0] for _, sample in _places_of_samples(tree))
    for _, line in _places_of_lines(tree):
        if study := known.study_of(line):
            yield study


def _cited(tree: Tree) -> Iterator[str]:
    return (source for _, source in _places_of_sources(tree))


def _places_of_sources(tree: Tree) -> Iterator[tuple[Place, str]]:
    for index, study in enumerate(tree.data.get("studies") or ()):
        for number, source in enumerate(study["reports"]):
            yield ("studies", index, "reports", number), source
    for place, line in _places_of_lines(tree):
        yield (*place, "source"), line["source"]


def _places_of_studies(tree: Tree) -> Iterator[tuple[Place, str]]:
    for index, study in enumerate(tree.data.get("studies") or ()):
        for number, review in enumerate(study.get("included_in") or ()):
            yield ("studies", index, "included_in", number), review


def _places_of_samples(tree: Tree) -> Iterator[tuple[Place, str]]:
    for index, study in enumerate(tree.data.get("studies") or ()):
        for number, sample in enumerate(study.get("samples") or ()):
            for position, overlap in enumerate(sample.get("overlaps") or ()):
                yield ("studies", index, "samples", number, "overlaps", position, "sample"), overlap["sample"]


def _places_of_lines(tree: Tree) -> Iterator[tuple[Place, dict[str, Any]]]:
    for index, claim in enumerate(tree.data.get("claims") or ()):
        for number, line in enumerate(claim.get("evidence") or ()):
            yield ("claims", index, "evidence", number), line


def _pair(sample: str) -> Pair:
    study, _, key = sample.partition("/")
    return study, key


def _portions(keys: list[str]) -> list[list[str]]:
    return [keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE)]
