"""Entries written as BibTeX that every reader takes, and plain text made a TeX value."""

import re
from collections.abc import Iterable
from typing import Final

from evidence.text import storable

_BRACES: Final = re.compile("[{}]")
_BRACES_UNESCAPED: Final = re.compile(r"(?<!\\)[{}]")
_ESCAPES: Final = re.compile(r"\\\\(?!\\?(?:[{}]|\Z))|\\(\\|[{}]|\Z)")
_AMENDED: Final = {"\\": "\\\\ ", "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "": r"{\textbackslash}"}
_BEFORE_AT: Final = re.compile(r"\s*\n\s*(?=@)")
_UNSAFE: Final = re.compile(
    "[\\s,%#{}~\"'=\\\\()@\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+"
)
_KIND: Final = re.compile(r"[a-z][a-z0-9_]*")
_RESERVED: Final = frozenset({"comment", "preamble", "string"})
_TEX: Final = re.compile(r"[\\{}$&%#_~^]|-(?=-)|`(?=`)|'(?=')")
_NAMED: Final = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
}


def written(kind: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """Give an entry as BibTeX text without a line end after it; its fields' values are TeX.

    BibTeX, biber and bibtexparser read the same from it. For that, braces that do not match become commands that
    print them, signs that no key or field name may hold become hyphens, and a line does not begin with ``@``.
    """
    lines = [f"@{_safe_kind(kind)}{{{_safe(key, 'entry')},"]
    names: set[str] = set()
    for name, value in fields:
        lines.append(f"  {_unused(_safe_name(name), names)} = {{{_safe_value(value)}}},")
    return "\n".join((*lines, "}"))


def escaped(text: str) -> str:
    """Give plain text as a TeX value that prints as this text; ``latex.plain`` gives it back on one line."""
    if _TEX.search(text) is None:
        return text
    return _TEX.sub(_command, text)


def _command(match: re.Match[str]) -> str:
    sign = match.group()
    if sign in "-`'":
        return sign + "{}"  # or two would be one dash, or a quotation mark
    return _NAMED.get(sign) or "\\" + sign


def _safe_kind(kind: str) -> str:
    bare = re.sub(r"\W+", "", kind.lower())
    return bare if _KIND.fullmatch(bare) and bare not in _RESERVED else "misc"


def _safe(text: str, otherwise: str) -> str:
    return _UNSAFE.sub("-", storable(text.strip())) or otherwise


def _safe_name(name: str) -> str:
    safe = _safe(name, "field")
    return safe if safe[0].isalpha() else f"x-{safe.lstrip('-')}"


def _unused(name: str, names: set[str]) -> str:
    """Give a name that differs by more than its capitals from those before it, of which readers take the first only."""
    number, given = 1, name
    while name.lower() in names:
        number += 1
        name = f"{given}-{number}"
    names.add(name.lower())
    return name


def _safe_value(value: str) -> str:
    value = storable(value)
    if "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" in value and "@" in value:
        value = _BEFORE_AT.sub(" ", value)
    if "{" not in value and "}" not in value and not value.endswith("\\"):
        return value
    return value if _is_balanced(value) else _balanced(value)


def _is_balanced(value: str) -> bool:
    """Tell whether braces match for BibTeX, to which a backslash is nothing, and for readers to whom it hides one."""
    if value.endswith("\\"):
        return False
    return not _lone(value, _BRACES) and not _lone(value, _BRACES_UNESCAPED)


def _lone(value: str, braces: re.Pattern[str]) -> set[int]:
    """Give the places of the braces that have no partner."""
    opened: list[int] = []
    lone: set[int] = set()
    for brace in braces.finditer(value):
        if brace.group() == "{":
            opened.append(brace.start())
        elif opened:
            opened.pop()
        else:
            lone.add(brace.start())
    return lone.union(opened)


def _balanced(value: str) -> str:
    """Name each escaped or lone brace by its command, and let no backslash stand before a brace."""
    value = _ESCAPES.sub(lambda match: match.group() if match[1] is None else _AMENDED[match[1]], value)
    lone = _lone(value, _BRACES)
    return _BRACES.sub(lambda brace: _AMENDED[brace.group()] if brace.start() in lone else brace.group(), value)
