"""Starts of entries that the splitter would pass over without a word, put into the form it knows."""

import re
from typing import Final

_START: Final = re.compile(r"(?m)^([ \t]*+)@([ \t]*+)(\w[\w.:+/-]*+)([ \t]*+\n?[ \t]*+)([{(])")
_ODD: Final = re.compile(r"[^\w]")


def tidied(text: str) -> str:
    """Mend ``@ article{``, ``@in-proceedings{`` and an ``@article`` whose brace stands in the next line.

    Every character keeps its place and every ``@`` its line, so that places found in the one hold in the other.
    """
    return _START.sub(_regular, text)


def _regular(match: re.Match[str]) -> str:
    indent, gap, name, late_gap, bracket = match.groups()
    if "\n" in late_gap and bracket == "(":
        return match.group()  # prose rather than an entry
    if not gap and "\n" not in late_gap and not _ODD.search(name):
        return match.group()
    return f"{indent}@{_ODD.sub('_', name)}{bracket}{gap}{late_gap}"


def kind_at(text: str, place: int) -> str:
    """Give the type, as it is written but in small letters, of the entry whose ``@`` stands at a place."""
    match = _KIND.match(text, place)
    return match[1].lower() if match else ""


_KIND: Final = re.compile(r"@[ \t]*(\w[\w.:+/-]*)")
