"""Plain text of other formats made values of BibTeX fields."""

import re
from typing import Final

from evidence.bibtex.write import escaped
from evidence.text import storable

_BRACES: Final = {"{": "%7B", "}": "%7D"}
_BRACE: Final = re.compile(r"[{}]")


def tex(text: str) -> str:
    """Give a text on one line as a TeX value."""
    return escaped(storable(" ".join(text.split())))


def tex_lines(text: str) -> str:
    """Give a text whose paragraphs count as a TeX value, its lines kept."""
    lines = (" ".join(line.split()) for line in storable(text).replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return escaped("\n".join(lines).strip())


def verbatim(text: str) -> str:
    """Give an address or identifier as it is, as biblatex reads it; braces are percent-encoded."""
    return _BRACE.sub(lambda brace: _BRACES[brace.group()], " ".join(storable(text).split()))
