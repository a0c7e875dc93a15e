"""Where blocks begin a line, and starts that the splitter would pass over without a word, put into a form it knows."""

import re
from typing import Final, NamedTuple

_START: Final = re.compile(r"@([ \t]*+)((?:\w[\w.:+/-]*+)?+)([ \t]*+(?:\n[ \t]*+){0,3}+)([{(])")
_ODD: Final = re.compile(r"\W")
_KIND: Final = re.compile(r"@[ \t]*(\w[\w.:+/-]*)")


class Tidied(NamedTuple):
    """A text with its blocks' starts in the splitter's form; all else stands where it stood."""

    text: str
    starts: list[int]
    """The beginnings of the lines that a block begins."""


def tidied(text: str, *, begins_a_line: bool = True) -> Tidied:
    """Mend ``@ article{``, ``@in-proceedings{`` and an ``@article`` whose brace stands in the next line.

    They begin a line or come right after a block. Every character keeps its place and every ``@`` its line, so that
    places found in the one hold in the other.
    """
    starts: list[int] = []
    mended: list[str] = []
    done = before = 0
    for match in _START.finditer(text):
        at = match.start()
        line = at if not at or text[at - 1] == "\n" else text.rfind("\n", before, at) + 1
        inside = line == 0 and (before > 0 or not begins_a_line)
        before = at
        begins = not inside and (line == at or not text[line:at].strip(" \t"))
        if not begins and text[at - 1] not in "})":
            continue
        regular = _regular(match)
        if regular is None:
            continue
        if begins:
            starts.append(line)
        if regular != match.group():
            mended += (text[done:at], regular)
            done = match.end()
    if mended:
        text = "".join((*mended, text[done:]))
    return Tidied(text, starts)


def _regular(match: re.Match[str]) -> str | None:
    gap, name, late_gap, bracket = match.groups()
    if "\n" in late_gap and (bracket == "(" or not name):
        return None  # prose rather than a block
    if not name or (not gap and "\n" not in late_gap and not _ODD.search(name)):
        return match.group()
    return f"@{_ODD.sub('_', name)}{bracket}{gap}{late_gap}"


def kind_at(text: str, place: int) -> str:
    """Give the type, as it is written but in small letters, of the entry whose ``@`` stands at a place."""
    match = _KIND.match(text, place)
    return match[1].lower() if match else ""
