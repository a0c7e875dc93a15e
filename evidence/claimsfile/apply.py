"""A claims file's values → the rows of its document, in the transaction of the caller."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from evidence.claimsfile import check, rows
from evidence.claimsfile.claims import settle_claims
from evidence.claimsfile.known import look_up, lost
from evidence.claimsfile.places import wanted
from evidence.claimsfile.problem import refused
from evidence.claimsfile.read import Tree
from evidence.claimsfile.settle import Settlement
from evidence.claimsfile.studies import settle_studies
from evidence.errors import FileError
from evidence.model import Document
from evidence.model.keys import new_id


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """What a load changed: rows by table."""

    document: str
    added: dict[str, int]
    changed: dict[str, int]
    removed: dict[str, int]


def load(session: Session, tree: Tree, *, at: dt.datetime) -> Loaded:
    """Write a claims file's document, studies, claims and waivers; loading it again changes nothing.

    The claims of the document become those of the file, and each study becomes as the file has it;
    studies that the file does not mention stay as they are. Raises ``FileError`` with every problem
    of the file, and then nothing was written.
    """
    problems = check.problems(tree)
    if not problems:
        known = look_up(session, tree)
        problems = list(lost(tree, known))
    if problems:
        raise refused(problems)
    settlement = Settlement(session=session, file=tree.file, sha256=tree.sha256, run=new_id(), at=at)
    document_id = _settle_document(settlement, tree)
    settle_studies(settlement, tree, known, document_id=document_id)
    settle_claims(settlement, tree, known, document_id=document_id)
    try:
        settlement.finish()
    except IntegrityError as error:
        raise FileError(
            f"{tree.file}: leaves out a sample or an effect that claims of another document lean on; keep it"
        ) from error
    return Loaded(
        document=tree.data["document"]["key"],
        added=dict(settlement.added),
        changed=dict(settlement.changed),
        removed=dict(settlement.removed),
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
