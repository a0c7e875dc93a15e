"""A claims file's values → the rows of its document, in the transaction of the caller."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.orm import Session

from evidence.claimsfile import check, rows
from evidence.claimsfile.assessments import Overruled, ahead, assessed, overruled
from evidence.claimsfile.claims import settle_claims
from evidence.claimsfile.known import look_up
from evidence.claimsfile.leaned_on import left_out
from evidence.claimsfile.lost import lost
from evidence.claimsfile.places import items, wanted
from evidence.claimsfile.problem import refused
from evidence.claimsfile.read import Tree
from evidence.claimsfile.settle import Settlement
from evidence.claimsfile.studies import settle_studies
from evidence.model import Document, Source
from evidence.model.keys import new_id
from evidence.text import storable


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """What a load changed: rows by table; those that a removed row takes along are not counted."""

    document: str
    added: dict[str, int]
    changed: dict[str, int]
    removed: dict[str, int]
    overruled: tuple[Overruled, ...]
    """The assessments that stood in the database and that the file takes away, or makes say otherwise."""


def load(session: Session, tree: Tree, *, at: dt.datetime) -> Loaded:
    """Write what a claims file says of its document, sources, studies and claims; loading it again changes nothing.

    The claims of the document become those of the file, and each study becomes as the file has it;
    studies that the file does not mention stay as they are. Raises ``FileError`` with every problem
    of the file before anything is written.
    """
    known = look_up(session, tree)
    problems = [*check.problems(tree), *lost(tree, known), *left_out(session, tree)]
    if problems or (problems := list(ahead(tree, today=at.date()))):
        raise refused(problems)
    before = assessed(session, document=tree.data["document"]["key"])
    settlement = Settlement(session=session, file=storable(tree.file), sha256=tree.sha256, run=new_id(), at=at)
    document_id = _settle_document(settlement, tree)
    _settle_sources(settlement, tree)
    settle_studies(settlement, tree, known, document_id=document_id)
    settle_claims(settlement, tree, known, document_id=document_id)
    settlement.finish()
    return Loaded(
        document=tree.data["document"]["key"],
        added=dict(settlement.added),
        changed=dict(settlement.changed),
        removed=dict(settlement.removed),
        overruled=tuple(overruled(before, tree)),
    )


def _settle_document(settlement: Settlement, tree: Tree) -> int:
    item = tree.data["document"]
    ids = settlement.settle(
        Document,
        identity=("key",),
        within=("key", [item["key"]]),
        wanted=[wanted(tree, ("document",), rows.document(item))],
    )
    return ids[(item["key"],)]


def _settle_sources(settlement: Settlement, tree: Tree) -> None:
    """Tell what became of the sources that the file lists; each is in the database by now."""
    listed = items(tree, (), "sources")
    settlement.settle(
        Source,
        identity=("key",),
        within=("key", [item["key"] for _, item in listed]),
        wanted=[wanted(tree, place, rows.source(item)) for place, item in listed],
    )
