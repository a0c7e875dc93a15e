"""The claims of a claims file → their rows, with quoted figures, lines of evidence, waivers and assessments."""

from typing import Any

from evidence.claimsfile import rows
from evidence.claimsfile.assessments import settle_assessments
from evidence.claimsfile.known import Known
from evidence.claimsfile.places import items, position_of, wanted
from evidence.claimsfile.read import Tree
from evidence.claimsfile.settle import Settlement
from evidence.model import Claim, EvidenceLink, QuotedFigure, Waiver


def settle_claims(settlement: Settlement, tree: Tree, known: Known, *, document_id: int) -> None:
    """Make the document's claims those of the file; the ids of what they lean on are known by then."""
    claims = items(tree, (), "claims")
    ids = settlement.settle(
        Claim,
        identity=("document_id", "key"),
        within=("document_id", [document_id]),
        wanted=[
            wanted(tree, place, rows.claim(claim, document_id=document_id, position=position_of(place)))
            for place, claim in claims
        ],
    )
    claim_ids = {key: row for (_, key), row in ids.items()}
    within = ("claim_id", list(ids.values()))
    settlement.settle(
        QuotedFigure,
        identity=("claim_id", "position"),
        within=within,
        wanted=[
            wanted(
                tree, place, rows.quoted_figure(quote, claim_id=claim_ids[claim["key"]], position=position_of(place))
            )
            for holder, claim in claims
            for place, quote in items(tree, holder, "quotes")
        ],
    )
    settlement.settle(
        EvidenceLink,
        identity=("claim_id", "key"),
        within=within,
        wanted=[
            wanted(tree, place, _link(line, known, claim_id=claim_ids[claim["key"]], position=position_of(place)))
            for holder, claim in claims
            for place, line in items(tree, holder, "evidence")
        ],
    )
    settlement.settle(
        Waiver,
        identity=("claim_id", "rule"),
        within=within,
        wanted=[
            wanted(tree, place, rows.waiver(waiver, claim_id=claim_ids[waiver["claim"]]))
            for place, waiver in items(tree, (), "waivers")
        ],
    )
    settle_assessments(settlement, tree, claim_ids)


def _link(line: dict[str, Any], known: Known, *, claim_id: int, position: int) -> dict[str, Any]:
    study = known.study_of(line)
    effect = line.get("effect")
    return rows.link(
        line,
        key=rows.link_key(source=line["source"], study=study, effect=effect),
        claim_id=claim_id,
        ids={
            "source_id": known.sources[line["source"]],
            "study_id": known.studies[study] if study else None,
            "effect_id": known.effects[study, effect] if study and effect else None,
        },
        position=position,
    )
