"""The assessments of a claims file → their rows, and those of the database that it takes away or makes other."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from evidence import grade
from evidence.claimsfile import rows
from evidence.claimsfile.places import items, keys, wanted
from evidence.claimsfile.problem import Problem
from evidence.claimsfile.read import Place, Tree
from evidence.claimsfile.settle import Settlement
from evidence.model import Assessment, Claim, Document
from evidence.model.assessment import in_order
from evidence.vocab import Rating, Step

_NAME: Final = "assessments"
"""The key of the list in a file."""


class Assessed(NamedTuple):
    """An assessment, with the key of its claim."""

    claim: str
    assessment: grade.Assessment


class Standing(NamedTuple):
    """An assessment that stands in the database."""

    claim_id: int
    said: Assessed


@dataclass(frozen=True, kw_only=True, slots=True)
class Overruled:
    """An assessment that a load took away, or replaced by another."""

    claim_id: int
    """Of a claim that may be gone with it."""
    claim: str
    was: grade.Assessment
    now: grade.Assessment | None
    """None where it was taken away."""


def settle_assessments(settlement: Settlement, tree: Tree, claim_ids: dict[str, int]) -> None:
    """Make the assessments of the document's claims those of the file; one that has no such list changes none."""
    if _NAME not in tree.data:
        return
    settlement.settle(
        Assessment,
        identity=("claim_id", "outcome", "step"),
        within=("claim_id", list(claim_ids.values())),
        wanted=[
            wanted(tree, place, rows.assessment(said.assessment, claim_id=claim_ids[said.claim]))
            for place, said in _said(tree)
        ],
        alike={"outcome": grade.comparable_outcome},
    )


def assessed(session: Session, *, document: str) -> list[Standing]:
    """Give the assessments of a document that stand in the database, by claim, outcome and step."""
    query = (
        select(Claim.key, Claim.position, Assessment)
        .join(Claim, Assessment.claim_id == Claim.id)
        .join(Document, Claim.document_id == Document.id)
        .where(Document.key == document)
    )
    found = sorted(session.execute(query), key=lambda row: (row[1], row[0], in_order(row[2])))
    return [Standing(row.claim_id, Assessed(claim, row.told)) for claim, _, row in found]


def overruled(before: Sequence[Standing], tree: Tree) -> Iterator[Overruled]:
    """Tell which assessments, of those that stood before a file was loaded, it took away or made say otherwise."""
    claims = keys(tree, (), "claims")
    after = {_mark(said): said.assessment for _, said in _said(tree)}
    for claim_id, said in before:
        was, now = said.assessment, after.get(_mark(said))
        if now is not None:
            is_other = (was.rating, was.by, was.reason) != (now.rating, now.by, now.reason) or now.on < was.on
        else:
            is_other = said.claim not in claims or _NAME in tree.data
        if is_other:
            yield Overruled(claim_id=claim_id, claim=said.claim, was=was, now=now)


def ahead(tree: Tree, *, today: dt.date) -> Iterator[Problem]:
    """List each assessment of a sound file that is of a day still to come, wherever on earth it is read."""
    for place, said in _said(tree):
        if said.assessment.on > today + dt.timedelta(days=1):
            yield tree.problem((*place, "on"), f"{said.assessment.on} is still to come")


def _said(tree: Tree) -> Iterator[tuple[Place, Assessed]]:
    """Walk the assessments of a file, each with its place."""
    for place, item in items(tree, (), _NAME):
        for step in grade.LEVELS:
            if rated := item.get(step):
                assessment = grade.Assessment(
                    outcome=item["outcome"],
                    step=step,
                    rating=Rating(rated["rating"]),
                    reason=rated["reason"],
                    by=rated["by"],
                    on=dt.date.fromisoformat(rated["on"]),
                )
                yield (*place, step.value), Assessed(item["claim"], assessment)


def _mark(said: Assessed) -> tuple[str, str, Step]:
    return said.claim, grade.comparable_outcome(said.assessment.outcome), said.assessment.step
