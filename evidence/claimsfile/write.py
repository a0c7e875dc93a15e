"""A claims file's values → YAML for people and for git."""

import re
from typing import Any, Final

import yaml

_OTHER_LINE_ENDS: Final = re.compile("[\x85\u2028\u2029]")
"""Line ends that a reader of YAML folds into others, unless they are written as escapes."""


class _Writer(yaml.SafeDumper):
    """Lists indented under their key, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 - PyYAML's own
        """Indent a list under its key."""
        super().increase_indent(flow, indentless=False)


def _text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if _OTHER_LINE_ENDS.search(text) else None
    return writer.represent_scalar("tag:yaml.org,2002:str", str(text), style=style)


_Writer.add_representer(str, _text)
_Writer.add_multi_representer(str, _text)


def to_yaml(data: dict[str, Any]) -> str:
    """Give the text of a claims file; the same values always give the same text."""
    return yaml.dump(data, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=100)
