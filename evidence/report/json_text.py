"""Values as JSON that is as safe to look at as it is to parse."""

import json
from typing import Any

from evidence.text import visible_lines


def to_json(value: dict[str, Any]) -> str:
    """Give indented JSON, one line feed at its end.

    Letters stay as they are; but where a character would move a cursor or turn the reading
    direction, all beyond ASCII is escaped, which any parser reads alike.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    if visible_lines(text) != text:
        text = json.dumps(value, indent=2, allow_nan=False).replace("\x7f", "\\u007f")
    return f"{text}\n"
