"""What other documents lean on in the studies of a claims file, and so must stay there."""

from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from evidence.claimsfile.known import portions
from evidence.claimsfile.places import each, keys, word, words
from evidence.claimsfile.problem import Problem
from evidence.claimsfile.read import Place, Tree
from evidence.model import Claim, Document, Effect, EvidenceLink, Sample, SampleOverlap, Source, Study


def left_out(session: Session, tree: Tree) -> Iterator[Problem]:
    """List each report, effect and sample that a file leaves out of its studies though another document needs it."""
    places = {key: place for place, study in each(tree, "studies") if (key := word(study, "key")) is not None}
    for some in portions(places):
        yield from _left_out_of_lines(session, tree, {study: places[study] for study in some})
        yield from _left_out_of_overlaps(session, tree, {study: places[study] for study in some}, brought=places)


def _left_out_of_lines(session: Session, tree: Tree, places: dict[str, Place]) -> Iterator[Problem]:
    lines = (
        select(Study.key, Source.key, Effect.key, Claim.key, Document.key)
        .select_from(EvidenceLink)
        .join(Study, EvidenceLink.study_id == Study.id)
        .join(Source, EvidenceLink.source_id == Source.id)
        .join(Claim, EvidenceLink.claim_id == Claim.id)
        .join(Document, Claim.document_id == Document.id)
        .outerjoin(Effect, EvidenceLink.effect_id == Effect.id)
        .where(Study.key.in_(places), Document.key != _document(tree))
        .order_by(EvidenceLink.id)
    )
    for study, source, effect, claim, other in session.execute(lines):
        place = places[study]
        leaning = f"on which claim {claim!r} of {other!r} leans; keep it"
        if source not in {report for _, report in words(tree, place, "reports")}:
            yield tree.problem(place, f"leaves out the report {source!r}, {leaning}")
        if effect and effect not in keys(tree, place, "effects"):
            yield tree.problem(place, f"leaves out the effect {effect!r}, {leaning}")


def _left_out_of_overlaps(
    session: Session, tree: Tree, places: dict[str, Place], *, brought: Collection[str]
) -> Iterator[Problem]:
    near, far, near_study, far_study = aliased(Sample), aliased(Sample), aliased(Study), aliased(Study)
    overlaps = (
        select(near_study.key, near.key, far_study.key, far.key)
        .select_from(SampleOverlap)
        .join(near, SampleOverlap.other_id == near.id)
        .join(near_study, near.study_id == near_study.id)
        .join(far, SampleOverlap.sample_id == far.id)
        .join(far_study, far.study_id == far_study.id)
        .where(near_study.key.in_(places))
        .order_by(SampleOverlap.id)
    )
    for study, sample, other_study, other in session.execute(overlaps):
        if other_study not in brought and sample not in keys(tree, places[study], "samples"):
            yield tree.problem(
                places[study],
                f"leaves out the sample {sample!r}, which {other_study}/{other} shares members with; keep it",
            )


def _document(tree: Tree) -> str:
    document = tree.data.get("document")
    return word(document, "key") or "" if isinstance(document, dict) else ""
