"""Worksheets for machines, of the schema ``evidence/worksheet/1``."""

from collections.abc import Sequence
from typing import Any

from evidence.certainty.signals import Sheet
from evidence.certainty.worksheet import Worksheet
from evidence.dossier import Claim
from evidence.grade import Assessment
from evidence.report.json_text import to_json


def to_machine(claim: Claim, worksheets: Sequence[Worksheet]) -> str:
    """Give the worksheets of a claim as JSON, its texts whole."""
    return to_json(
        {
            "schema": "evidence/worksheet/1",
            "claim": {"document": claim.document, "key": claim.key, "statement": claim.statement},
            "worksheets": [_worksheet(worksheet) for worksheet in worksheets],
        }
    )


def _worksheet(worksheet: Worksheet) -> dict[str, Any]:
    return {
        "outcome": worksheet.outcome,
        "evidence": list(worksheet.evidence),
        "steps": [_step(sheet, worksheet.assessments.get(sheet.step)) for sheet in worksheet.sheets],
        "certainty": worksheet.certainty,
        "arithmetic": worksheet.arithmetic or None,
        "to_rate": list(worksheet.to_rate),
    }


def _step(sheet: Sheet, assessment: Assessment | None) -> dict[str, Any]:
    return {
        "step": sheet.step,
        "computed": [
            {"told": signal.told, "speaks_for": signal.suggests, "source": signal.source} for signal in sheet.computed
        ],
        "to_judge": list(sheet.to_judge),
        "unknown": list(sheet.unknown),
        "rated": None if assessment is None else _rated(assessment),
    }


def _rated(assessment: Assessment) -> dict[str, Any]:
    return {
        "rating": assessment.rating,
        "levels": assessment.levels,
        "reason": assessment.reason,
        "by": assessment.by,
        "on": assessment.on.isoformat(),
    }
