"""Sources that may be one work, for people and for machines."""

from collections.abc import Sequence

from evidence.intake.outcome import Pair
from evidence.report.json_text import to_json
from evidence.text import visible


def text(pairs: Sequence[Pair]) -> str:
    """Give each pair on a line with its reasons, and how to decide."""
    if not pairs:
        return "No two sources look like one work that is not decided yet.\n"
    lines = [visible(f"{pair.key}: perhaps the same work as {pair.other}: {'; '.join(pair.reasons)}") for pair in pairs]
    lines.append("Decide by: evidence sources merge KEY KEY, or evidence sources distinct KEY KEY")
    return "".join(f"{line}\n" for line in lines)


def json(pairs: Sequence[Pair]) -> str:
    """Give them as JSON, of the schema ``evidence/duplicates/1``."""
    return to_json(
        {
            "schema": "evidence/duplicates/1",
            "pairs": [{"key": pair.key, "other": pair.other, "reasons": list(pair.reasons)} for pair in pairs],
        }
    )
