"""What the four rules on indirect evidence share."""

from evidence.dossier import Line
from evidence.rules.bearing import bears
from evidence.rules.kit import Answer, fails, inconclusive, not_applicable, passes
from evidence.rules.words import brief
from evidence.vocab import Directness


def judged(
    line: Line, aspect: str, directness: Directness | None, *, claimed: str | None, studied: str | None
) -> Answer:
    """Answer whether one aspect of a line is that of its claim, as a person has judged it."""
    if not bears(line) or (directness is None and claimed is None):
        return not_applicable()
    if directness is None:
        return inconclusive(f"nobody has judged whether the {aspect} is the claim's")
    if directness is Directness.DIRECT:
        return passes()
    told = [f"the study's {aspect}" + (f" ({brief(studied)})" if studied else "") + " is not the claim's"]
    if claimed:
        told.append(f"({brief(claimed)})")
    return fails(" ".join(told))
