"""A record for a terminal: its values as YAML, and the BibTeX entry that it came from as it was written."""

from typing import Any, Final

from evidence.claimsfile.write import to_yaml
from evidence.report import words
from evidence.report.records import Record
from evidence.text import visible_lines

_LONGEST_TEXT: Final = 4000
_LONGEST_LIST: Final = 100
_WHOLE: Final = "--format json shows all"


def to_text(record: Record) -> str:
    """Give a record as lines; a text or a list longer than a reader takes in is cut, and the cut is marked."""
    values = dict(record.values)
    raw = values.pop("raw", None)
    came = ""
    if record.origin:
        came = f"  (from {words.note(record.origin['file'])}:{record.origin['line']}, {record.origin['at']})"
    told = f"{record.kind} {words.name(record.key)}{came}\n{visible_lines(to_yaml(_cut(values)))}"
    return told if raw is None else f"{told}raw: |\n{_block(_cut(raw))}"


def _cut(value: Any) -> Any:  # noqa: ANN401 - any plain value
    if isinstance(value, dict):
        return {name: _cut(part) for name, part in value.items()}
    if isinstance(value, list):
        more = len(value) - _LONGEST_LIST
        rest = [f"… and {more} more; {_WHOLE}"] if more > 0 else []
        return [*map(_cut, value[:_LONGEST_LIST]), *rest]
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return f"{value[:_LONGEST_TEXT]}… and {len(value) - _LONGEST_TEXT} more characters; {_WHOLE}"
    return value


def _block(text: str) -> str:
    lines = visible_lines(text.replace("\r\n", "\n")).split("\n")
    return "".join(f"  {line}\n" if line else "\n" for line in lines)
