"""What an import did, for people and for machines."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import islice
from typing import Final

from evidence.bibtex.entries import Problem
from evidence.intake.outcome import Outcome, Pair, Unlisted
from evidence.report.json_text import to_json
from evidence.text import shortened, visible

_VALUE_WIDTH: Final = 60
_MOST_LINES: Final = 50
"""Lines of one kind; JSON has them all."""


def text(outcome: Outcome, *, written: bool) -> str:
    """Give what changed, was joined, may be joined, or is gone, and the five counts as the last line."""
    changes = (
        f"{changed.key}: {change.field}: {_shown(change.before)} becomes {_shown(change.after)}"
        for changed in outcome.changed
        for change in changed.changes
    )
    merged = (f"{pair.key}: the same work as {pair.other}: {_reasons(pair)}" for pair in outcome.merged)
    likely = (f"{pair.key}: perhaps the same work as {pair.other}: {_reasons(pair)}" for pair in outcome.likely)
    lines = [
        *_some(changes, sum(len(changed.changes) for changed in outcome.changed)),
        *_some(merged, len(outcome.merged)),
        *_some(likely, len(outcome.likely)),
        *_some((f"{key}: no longer in {file}; the source stays" for file, key in outcome.gone), len(outcome.gone)),
        *(f"{visible(file)}: just as it was at its last import" for file in outcome.unchanged),
    ]
    if outcome.likely:
        lines.append("Decide by: evidence sources merge KEY KEY, or evidence sources distinct KEY KEY")
    if outcome.unlisted is not None:
        lines.append(_unlisted(outcome.unlisted))
    counts = ", ".join(f"{count:,} {name}" for name, count in outcome.counts.items())
    lines.append(counts if written else f"{counts}; nothing was written")
    return "".join(f"{line}\n" for line in lines)


def _some(lines: Iterable[str], count: int) -> list[str]:
    shown = [visible(line) for line in islice(lines, _MOST_LINES)]
    more = count - len(shown)
    return [*shown, f"... and {more:,} lines like this; --format json has them all"] if more > 0 else shown


def _reasons(pair: Pair) -> str:
    return "; ".join(pair.reasons)


def _unlisted(unlisted: Unlisted) -> str:
    sources = f"{unlisted.sources:,} new source{' is' if unlisted.sources == 1 else 's are'}"
    held = f"{sources} not held against the list of retractions {visible(unlisted.file)}"
    return f"{held}; do it by: evidence import retractions FILE"


def _shown(value: str | None) -> str:
    return "nothing" if value is None else f"'{shortened(value, width=_VALUE_WIDTH)}'"


def json(outcome: Outcome, *, written: bool) -> str:
    """Give all of it as JSON, of the schema ``evidence/import/2``."""
    document = {
        "schema": "evidence/import/2",
        "written": written,
        **outcome.counts,
        "unchanged_files": outcome.unchanged,
        "changes": [
            {"key": changed.key, "field": change.field, "before": change.before, "after": change.after}
            for changed in outcome.changed
            for change in changed.changes
        ],
        "duplicates": _pairs(outcome.merged),
        "likely_duplicates": _pairs(outcome.likely),
        "gone": [{"file": file, "key": key} for file, key in outcome.gone],
        "unlisted": None if outcome.unlisted is None else asdict(outcome.unlisted),
        "problems": [_problem(problem) for problem in outcome.problems],
    }
    return to_json(document)


def _pairs(pairs: Sequence[Pair]) -> list[dict[str, object]]:
    return [{"key": pair.key, "other": pair.other, "reasons": list(pair.reasons)} for pair in pairs]


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "grade": str(problem.grade),
        "reason": problem.reason,
        "key": problem.key,
    }


def rejects_text(rejected: Sequence[Problem]) -> str:
    """Give each entry that was not taken in: where and why, and its text."""
    if not rejected:
        return "No entry is rejected.\n"
    return "\n".join(f"{problem}\n{_indented(problem.raw or '')}" for problem in rejected)


def _indented(raw: str) -> str:
    lines = raw.splitlines() or [""]
    shown = [f"    {visible(line[:_MOST_LETTERS])}\n" for line in lines[:_MOST_LINES]]
    more = len(lines) - len(shown)
    return "".join([*shown, f"    ... and {more:,} lines more\n"] if more > 0 else shown)


_MOST_LETTERS: Final = 300


def rejects_json(rejected: Sequence[Problem]) -> str:
    """Give them as JSON, of the schema ``evidence/rejects/1``, their text whole."""
    return to_json(
        {"schema": "evidence/rejects/1", "rejects": [{**_problem(each), "raw": each.raw} for each in rejected]}
    )
