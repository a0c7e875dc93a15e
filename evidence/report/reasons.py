"""Why a claim is a gap: the findings that count against it, and the evidence that comes nearest."""

from collections import Counter

from evidence.dossier import Line
from evidence.rules.judge import Finding, Judgement
from evidence.vocab import Direction, Role, Severity, State


def reasons(judgement: Judgement) -> list[Finding]:
    """Give what stands against a claim, the gravest first: its own findings, then those against what supports it.

    Notes and waived findings change no state, so they are no reasons; where a finding bars the
    claim itself, that alone decides.
    """
    counted = [finding for finding in judgement.findings if _counts(finding)]
    own = [finding for finding in counted if finding.line is None]
    if any(finding.severity is Severity.BARS for finding in own):
        return own
    lines = judgement.dossier.lines
    supporting = [
        finding
        for finding in counted
        if finding.line is not None and lines[finding.line].direction is Direction.SUPPORTS
    ]
    return [*own, *supporting]


def waived(judgement: Judgement) -> str:
    """Say which findings a person has answered, and who; empty where there are none."""
    told = dict.fromkeys(
        f"{finding.rule} ({finding.waiver.by})" for finding in judgement.findings if finding.waiver is not None
    )
    return f"waived: {', '.join(told)}" if told else ""


def nearest(judgement: Judgement) -> list[Line]:
    """Give the lines of evidence in the order in which they matter to the state of the claim.

    Candidates for a source that the text names come first where the claim is unsupported. Then
    supporting lines, those with the fewest objections first; a disputed claim has the disputing
    lines first, and a contested one takes turns between both. Background comes last.
    """
    lines = judgement.dossier.lines
    objections = Counter(finding.line for finding in judgement.findings if _counts(finding))
    sides: list[Direction | None] = [Direction.SUPPORTS, Direction.DISPUTES, Direction.NEUTRAL, None]
    if judgement.state is State.DISPUTED:
        sides[:2] = Direction.DISPUTES, Direction.SUPPORTS

    def rank(place: int) -> tuple[bool, bool, int, int]:
        line = lines[place]
        named = judgement.state is State.UNSUPPORTED and line.role is Role.CANDIDATE
        return (not named, line.role is Role.BACKGROUND, sides.index(line.direction), objections[place])

    places = sorted(range(len(lines)), key=rank)
    if judgement.state is State.CONTESTED:
        places = _in_turns(judgement, places)
    return [lines[place] for place in places]


def _in_turns(judgement: Judgement, places: list[int]) -> list[int]:
    """Give the first that supports, the first that disputes, the second that supports, and so on; the rest last."""
    turns: Counter[Direction] = Counter()
    keyed: list[tuple[bool, int]] = []
    for place in places:
        direction = judgement.dossier.lines[place].direction
        takes_turns = direction in {Direction.SUPPORTS, Direction.DISPUTES}
        if direction is not None:
            turns[direction] += 1
        keyed.append((not takes_turns, turns[direction] if direction is not None and takes_turns else 0))
    return [place for _, place in sorted(zip(keyed, places, strict=True), key=lambda pair: pair[0])]


def _counts(finding: Finding) -> bool:
    return finding.severity is not Severity.NOTES and finding.waiver is None
