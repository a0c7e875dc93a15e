"""Answers about printed numbers as text and JSON, by the schema ``evidence/numbers/1`` that ships beside this file."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from evidence.errors import UsageError
from evidence.numbers.checks import CHECKS
from evidence.numbers.fields import Check, answer
from evidence.numbers.finding import Finding, Verdict
from evidence.report.json_text import to_json
from evidence.text import shortened, visible

SCHEMA: Final = "evidence/numbers/1"
_WIDTH: Final = 200
_LONGEST_LINE: Final = 100_000

Item = dict[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What one line of figures came to: a finding, or the reason why it could not be read."""

    line: int | None
    """Its number in the file; of figures that were typed in, none."""
    figures: Mapping[str, object]
    finding: Finding | None = None
    error: str = ""


def typed(check: Check, figures: Mapping[str, object]) -> Answer:
    """Answer about figures that were typed in; raises ``UsageError`` for what cannot be checked."""
    return Answer(line=None, figures=figures, finding=answer(check, figures))


def answers(lines: Iterable[str]) -> Iterator[Answer]:
    """Answer one line of JSON after the other; blank lines are passed over, and one that is broken stops nothing."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        figures: dict[str, object] = {}
        try:
            figures = _object(line)
            finding = answer(_check(figures.pop("check", None)), figures)
        except UsageError as error:
            yield Answer(line=number, figures=figures, error=str(error))
        else:
            yield Answer(line=number, figures=figures, finding=finding)


def to_text(given: Answer) -> str:
    """Give an answer in two lines: the verdict with its reason, and the source."""
    finding = _found(given)
    return f"{finding.verdict}: {visible(finding.reason)}\nsource: {finding.source}\n"


def to_machine(given: Answer) -> str:
    """Give an answer as indented JSON."""
    return to_json(_item(given))


def to_line(given: Answer) -> str:
    """Give an answer as one line of JSON, in ASCII, so that any terminal shows it unharmed."""
    return json.dumps(_item(given)).replace("\x7f", "\\u007f") + "\n"


def problem(given: Answer, *, file: str) -> str:
    """Say where a line could not be read, and why, in one harmless line."""
    return shortened(f"{visible(file)}:{given.line}: {given.error}", width=_WIDTH)


def summary(verdicts: Counter[Verdict], *, broken: int) -> str:
    """Count what was checked and what could not be read."""
    total = sum(verdicts.values())
    counts = ", ".join(f"{verdicts[verdict]:,} {verdict}" for verdict in Verdict)
    return f"{total:,} checked: {counts}; {broken:,} could not be read"


def _item(given: Answer) -> Item:
    if given.finding is None:
        return {"schema": SCHEMA, "line": given.line, "error": given.error}
    finding = given.finding
    return {
        "schema": SCHEMA,
        "line": given.line,
        "check": finding.check,
        "figures": dict(given.figures),
        "verdict": str(finding.verdict),
        "reason": finding.reason,
        "source": finding.source,
        "computed": dict(finding.computed),
    }


def _found(given: Answer) -> Finding:
    assert given.finding is not None  # noqa: S101 - typed figures that cannot be read raise an error
    return given.finding


def _check(name: object) -> Check:
    if not isinstance(name, str) or name not in CHECKS:
        raise UsageError(f'"check" is one of {", ".join(CHECKS)}')
    return CHECKS[name]


def _object(line: str) -> dict[str, object]:
    if len(line) > _LONGEST_LINE:
        raise UsageError(f"the line is longer than {_LONGEST_LINE:,} characters")
    try:
        read = json.loads(line, object_pairs_hook=_once)
    except RecursionError:
        raise UsageError("the line is nested too deep to be figures") from None
    except ValueError as error:
        raise UsageError(f"the line is no JSON: {error}") from None
    if not isinstance(read, dict):
        raise UsageError("the line is no JSON object, as {} with keys and values")
    return read


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    held = dict(pairs)
    if len(held) < len(pairs):
        raise UsageError("a key stands twice")
    return held
